/**
 * Five records before and after: as the file has them, against what is sent of them. They are read again when the
 * seller opens this, shown to nobody else and kept nowhere.
 */
import { el, icon, isolated } from "./dom.js";
import { lazyDetails } from "./findings.js";
import { asHeading, codeWords } from "./judgement.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */
/** @typedef {import("./state.js").RecordText} RecordText */
/** @typedef {RecordText["cells"][number]} Cell */
/** @typedef {(source: number, number: number) => Promise<RecordText>} ReadRecord */
/** @typedef {{ source: number, record: RecordText }} Sample */

const SAMPLES = 5;
/** How many records are looked at for each of them, at most. */
const TRIES = 40;

/**
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {{ sent: boolean, sources: string[], record: ReadRecord }} given
 */
export function samplesPart(language, outcome, { sent, sources, record }) {
  const lines = outcome.ledger.accepted + outcome.ledger.repaired;
  if (lines === 0) return null;
  const words = language.words.samples;
  const title = language.say(sent ? words.show : words.showLater, { n: Math.min(lines, SAMPLES) });
  const details = lazyDetails(title, () => {
    const status = el("p", { role: "status" }, words.loading);
    const node = el("div", { part: "samples", class: "samples-part" }, el("p", { class: "muted" }, words.lead), status);
    chooseSamples(outcome, record).then(samples => {
      status.textContent = "";
      node.append(...samples.map((sample, index) => sampleCard(language, sample, { file: sources.length > 1 ? sources[sample.source] ?? "" : "", open: index === 0, sent })));
    }, () => (status.textContent = words.gone));
    return node;
  });
  details.setAttribute("data-private", "");
  return details;
}

/**
 * The same five each time: of each kind of correction one, a refund if there is any, and then the first ones.
 *
 * @param {Outcome} outcome
 * @param {ReadRecord} read
 */
export async function chooseSamples(outcome, read) {
  /** @type {Map<string, Promise<Sample | null>>} */
  const known = new Map();
  /** @type {Sample[]} */
  const samples = [];
  /** Null where nothing of the record is sent. @param {number} source @param {number} number */
  const look = (source, number) => {
    const key = `${source}-${number}`;
    const found = known.get(key) ?? read(source, number).then(record => (record.line ? { source, record } : null));
    known.set(key, found);
    return found;
  };
  /** @param {Iterable<{ source: number, record: number }>} places @param {(sample: Sample) => boolean} fits */
  const takeFirst = async (places, fits) => {
    let tries = 0;
    for (const { source, record } of places) {
      if ((tries += 1) > TRIES) return;
      const sample = await look(source, record);
      if (sample && !samples.includes(sample) && fits(sample)) return void samples.push(sample);
    }
  };
  const refunds = outcome.totals.some(({ refunds }) => refunds.lines > 0);
  for (const { code, places } of outcome.repairs.filter(({ declined }) => !declined)) {
    const shown = samples.some(({ record }) => record.repairs.some(repair => repair.code === code));
    if (shown || samples.length === SAMPLES - (refunds ? 1 : 0)) continue;
    await takeFirst(places.flatMap(({ source, record }) => (record === null ? [] : { source, record })), () => true);
  }
  if (refunds && !samples.some(isRefund)) await takeFirst(strewn(outcome), isRefund);
  for (const fits of [isUsual, () => true]) {
    for (let before = -1; samples.length > before && samples.length < SAMPLES;) {
      before = samples.length;
      await takeFirst(inOrder(outcome), fits);
    }
  }
  return samples;
}

/** @param {Sample} sample */
function isRefund({ record }) {
  return record.line?.some(({ column, text }) => column === "transaction_type" && text === "refund") ?? false;
}

/** @param {Sample} sample */
function isUsual(sample) {
  return sample.record.repairs.length === 0 && !isRefund(sample);
}

/** @param {Outcome} outcome */
function* inOrder({ sources }) {
  for (const [source, { ledger }] of sources.entries()) {
    for (let record = 2; record < ledger.read + 2; record += 1) yield { source, record };
  }
}

/** As many, but from all over the files. @param {Outcome} outcome */
function* strewn({ sources }) {
  const each = Math.ceil(TRIES / sources.length);
  for (const [source, { ledger }] of sources.entries()) {
    const step = Math.max(1, ledger.read / each);
    for (let at = 0; at < ledger.read; at += step) yield { source, record: 2 + Math.floor(at) };
  }
}

/**
 * @param {Language} language
 * @param {Sample} sample
 * @param {{ file: string, open: boolean, sent: boolean }} given
 */
function sampleCard(language, sample, { file, open, sent }) {
  const { record } = sample;
  const words = language.words.samples;
  const mended = [...new Set(record.repairs.map(({ code }) => asHeading(codeWords(language, code).what)))];
  const title = () => language.tell(file ? words.titleIn : words.title, { record: record.record, file: isolated(file) });
  const what = mended.length > 0 ? language.list(mended) : isRefund(sample) ? words.refund : words.usual;
  const after = sent ? words.after : words.afterLater;
  const stays = record.cells.filter(cell => !cell.leaves && cell.text === "");
  return el("details", { class: "details sample-card", open },
    el("summary", {}, ...title(), el("span", { class: "sample-what" }, ` ${what}`)),
    el("table", { class: "before-after", role: "table" },
      el("caption", { class: "hidden-visually" }, ...title()),
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" },
        ...[words.column, words.before, after].map(name => el("th", { role: "columnheader", scope: "col" }, name)))),
      el("tbody", { role: "rowgroup" },
        ...record.cells.filter(cell => cell.leaves || cell.text !== "").map(cell => cellRow(language, cell, record, after)),
        ...added(record).map(({ column, text }) => el("tr", { role: "row", class: "sample-added" },
          el("th", { role: "rowheader", scope: "row" }, el("code", {}, column)),
          el("td", { role: "cell", class: "muted", "data-label": words.before }, words.added),
          el("td", { role: "cell", "data-label": after }, isolated(text)))))),
    stays.length > 0 && el("p", { class: "muted sample-note" }, ...language.tell(words.emptyStay, { n: stays.length, list: isolated(language.list(stays.map(({ header }) => header))) })));
}

/** What is sent and stands in no cell by itself. @param {RecordText} record */
function added({ cells, line }) {
  return (line ?? []).filter(({ column, text }) => text !== "" && !cells.some(cell => cell.sent_as === column));
}

/**
 * @param {Language} language
 * @param {Cell} cell
 * @param {RecordText} record
 * @param {string} after
 */
function cellRow(language, cell, { repairs, line }, after) {
  const words = language.words.samples;
  const repair = repairs.find(({ column }) => column !== null && column === cell.column);
  const text = cell.text === "" ? el("span", { class: "muted cell-empty" }, language.words.record.empty) : isolated(cell.text);
  const kind = !cell.leaves ? "sample-stays" : repair ? "sample-mended" : null;
  return el("tr", { role: "row", class: kind },
    el("th", { role: "rowheader", scope: "row" }, el("code", {}, isolated(cell.header))),
    el("td", { role: "cell", "data-label": words.before }, cell.leaves ? text : el("s", {}, text), cell.edited && el("span", { class: "sample-mark" }, words.edited)),
    el("td", { role: "cell", "data-label": after }, ...sentOf(words, cell, line, repair !== undefined)));
}

/**
 * @param {import("./language.js").Words["samples"]} words
 * @param {Cell} cell
 * @param {RecordText["line"]} line
 * @param {boolean} mended
 */
function sentOf(words, { leaves, sent_as, text }, line, mended) {
  const note = (/** @type {string} */ said) => [el("span", { class: "muted" }, said)];
  if (!leaves) return [el("span", { class: "sample-mark" }, icon("stays"), words.stays)];
  if (sent_as === null) return note(words.notItself);
  const value = line?.find(({ column }) => column === sent_as)?.text ?? "";
  if (value === "") return note(text.trim() === "" ? words.nothing : words.keptBack);
  return [
    el("span", { class: "sample-value" }, isolated(value)), " ", el("code", { class: "sample-column muted" }, sent_as),
    mended && el("span", { class: "sample-mark tone-good" }, icon("good"), words.mended),
  ].filter(node => node !== false);
}
