/**
 * What is sent and what stays here.
 */
import { el, icon } from "./dom.js";
import { samplesPart } from "./samples.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */

/**
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {{ checkOnly: boolean, download: (() => void) | null, sources: string[], record: import("./state.js").ViewActions["record"] }} given
 */
export function columnsSection(language, outcome, { checkOnly, download, sources, record }) {
  const words = language.words.columns;
  const { leaving, staying } = outcome.columns;
  if (leaving.length === 0 || outcome.verdict === "empty") return null;
  const sent = outcome.manifest !== null && !checkOnly;
  const title = checkOnly ? words.titleCheckOnly : sent ? words.title : words.titleNotReady;
  return el(
    "section",
    { part: "columns", class: "columns", "aria-labelledby": "columns-title" },
    el("h2", { id: "columns-title", class: "section-title" }, title),
    sent && payloadLines(language, outcome),
    el("div", { class: "columns-pair" },
      columnList("leaves", language.say(sent ? words.leaving : words.leavingLater, { n: leaving.length }), words.leavingLead, leaving),
      columnList("stays", language.say(words.staying, { n: staying.length }), staying.length > 0 ? words.stayingLead : words.stayingNone, staying)),
    samplesPart(language, outcome, { sent, sources, record }),
    download && el("p", {}, el("button", { class: "button button-second", type: "button", onclick: download }, words.download)),
  );
}

/**
 * @param {string} kind
 * @param {string} title
 * @param {string} lead
 * @param {string[]} names
 */
function columnList(kind, title, lead, names) {
  return el("div", { class: `column-list column-list-${kind}` },
    el("h3", { class: "column-list-title" }, icon(kind), title),
    el("p", { class: "muted" }, lead),
    names.length > 0 && el("ul", { class: "names" }, ...names.map(name => el("li", {}, el("code", {}, name)))));
}

/**
 * @param {Language} language
 * @param {Outcome} outcome
 */
function payloadLines(language, outcome) {
  const words = language.words.columns;
  const payload = outcome.manifest?.payload;
  if (!payload) return null;
  return el("div", { class: "payload" },
    el("p", {}, language.say(words.payload, { n: payload.lines, bytes: language.bytes(payload.bytes) }), " ", words.manifest),
    el("p", { class: "muted" }, `${words.checksum} `, el("code", { class: "checksum", dir: "ltr" }, payload.sha256_tree)));
}
