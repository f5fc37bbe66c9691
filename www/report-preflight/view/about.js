/**
 * What a file was taken for and why, and how it is written; with another encoding to choose where letters look
 * wrong.
 */
import { el, isolated } from "./dom.js";
import { codeWords } from "./judgement.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Source} Source */

/**
 * @typedef {object} Reader
 * @property {string | null} act  What the seller changed last: its choices stay open.
 * @property {(source: number, encoding: string | null) => void} readAs
 * @property {(source: number) => Promise<Uint8Array<ArrayBuffer>[]>} samples
 */

/** Labels of the Encoding Standard, in the order in which sellers are likely to need them. */
const ENCODINGS = ["utf-8", "windows-1252", "utf-16le", "utf-16be", "shift_jis", "gbk"];

/**
 * @param {Language} language
 * @param {Source} source
 * @param {number} index
 * @param {Reader} reader
 */
export function aboutSource(language, source, index, reader) {
  const words = language.words.about;
  const { format } = source;
  const wrapped = format?.container && words.containers[format.container];
  return el("div", { class: "about" },
    el("dl", { class: "about-facts" },
      fact(words.recognised, recognition(language, source)),
      wrapped && fact(words.container, ...language.tell(wrapped, { member: isolated(format?.member ?? "") })),
      format && fact(words.written, writing(language, format))),
    format && format.container !== "xlsx" && encodingPart(language, format, index, reader),
    source.skipped.length > 0 && skippedPart(language, source.skipped));
}

/**
 * @param {Language} language
 * @param {Source["skipped"]} skipped
 */
function skippedPart(language, skipped) {
  const words = language.words.skipped;
  return el("details", { class: "details skipped" },
    el("summary", {}, language.say(words.title, { n: skipped.length })),
    el("p", { class: "muted" }, words.lead),
    el("ul", {}, ...skipped.map(({ code, columns }) => el("li", {}, codeWords(language, code).what, " ",
      el("span", { class: "muted" }, ...language.tell(words.columns, { n: columns.length, list: columnNames(columns) }))))));
}

/** @param {string[]} columns */
export function columnNames(columns) {
  return el("span", {}, ...columns.flatMap((column, index) => [index > 0 && ", ", el("code", {}, column)]));
}

/**
 * How sure, and by what.
 *
 * @param {Language} language
 * @param {Source} source
 */
export function recognition(language, { report: { confidence, evidence } }) {
  const words = language.words.about;
  const { by, matched, wanted, missing } = evidence;
  const sure = words.sure[confidence] ?? "";
  const why = by === "column-names" ? language.say(matched === wanted ? words.by.allColumns : words.by.columns, { n: matched, wanted, sure })
    : by === "values" ? language.say(words.by.values, { sure })
    : by === "first-bytes" ? language.say(words.by.bytes, { sure })
    : words.by.nothing;
  const tongue = evidence.language ? language.say(words.language, { language: language.tongue(evidence.language) }) : "";
  const absent = by === "column-names" && missing.length > 0
    ? language.say(words.missing, { n: missing.length, list: language.list(missing) }) : "";
  return language.sentences(why, tongue, absent);
}

/**
 * @param {Language} language
 * @param {NonNullable<Source["format"]>} format
 */
function writing(language, { delimiter, decimals, preamble_lines: preamble }) {
  const words = language.words.about;
  const parts = [
    words.delimiters[delimiter] ?? delimiter,
    decimals === "comma" ? words.comma : "",
    preamble > 0 ? language.say(words.preamble, { n: preamble }) : "",
  ];
  return language.sentences(...parts);
}

/**
 * @param {Language} language
 * @param {NonNullable<Source["format"]>} format
 * @param {number} index
 * @param {Reader} reader
 */
function encodingPart(language, format, index, reader) {
  const words = language.words.about;
  const bySeller = format.encoding_by === "seller";
  const name = nameOf(language, format.encoding);
  const details = el("details", { class: "details encoding", ontoggle: () => {
    if (details.open && details.childElementCount === 1) details.append(choices(language, format, index, reader));
  } }, el("summary", { "aria-label": words.wrongLetters }, words.wrongLetters));
  details.open = reader.act === encodingId(index);
  if (details.open) details.append(choices(language, format, index, reader));
  return el("div", { class: "encoding-line" },
    el("p", {}, language.say(bySeller ? words.readAsBySeller : words.readAs, { encoding: name }), " ",
      !bySeller && el("span", { class: "muted" }, words.encodingBy[format.encoding_by] ?? "")),
    details);
}

/**
 * @param {Language} language
 * @param {NonNullable<Source["format"]>} format
 * @param {number} index
 * @param {Reader} reader
 */
function choices(language, format, index, reader) {
  const words = language.words.about;
  const id = encodingId(index);
  const status = el("p", { class: "muted", role: "status" }, words.loading);
  const rows = ENCODINGS.map(label => {
    const checked = label === format.encoding;
    const samples = el("div", { id: `${id}-${label}-samples`, class: "samples" });
    const row = el("div", { class: "choice" },
      el("input", {
        type: "radio", id: `${id}-${label}`, name: id, checked, "aria-describedby": samples.id,
        onchange: () => reader.readAs(index, label),
      }),
      el("label", { for: `${id}-${label}` }, el("strong", {}, nameOf(language, label)),
        checked && el("span", { class: "muted" }, ` ${words.now}`)),
      samples);
    return { label, samples, row };
  });
  reader.samples(index).then(bytes => {
    status.textContent = bytes.length > 0 ? words.privacy : words.noSamples;
    for (const { label, samples } of rows) samples.replaceChildren(...bytes.map(value => sample(label, value)));
  }, () => {
    status.textContent = words.gone;
  });
  return el("div", { part: "encoding" },
    el("fieldset", { id, class: "choices" },
      el("legend", {}, words.legend),
      status,
      ...rows.map(({ row }) => row)),
    format.encoding_by === "seller" &&
      el("p", {}, el("button", { class: "button button-plain", type: "button", onclick: () => reader.readAs(index, null) }, words.undo)));
}

/** @param {string} label @param {Uint8Array<ArrayBuffer>} bytes */
function sample(label, bytes) {
  return el("code", { class: "sample" }, isolated(new TextDecoder(label).decode(bytes)));
}

/** @param {Language} language @param {string} label */
function nameOf(language, label) {
  return language.words.about.encodings[label] ?? label;
}

/** @param {number} source */
export function encodingId(source) {
  return `encoding-${source}`;
}

/**
 * @param {string} term
 * @param {...import("./dom.js").Child} description
 */
function fact(term, ...description) {
  return el("div", {}, el("dt", {}, term), el("dd", {}, ...description));
}
