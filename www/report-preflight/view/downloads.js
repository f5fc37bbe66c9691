/**
 * Files for the seller, made on this computer when they are asked for.
 */
import { el, setText } from "./dom.js";
import { isInRecord } from "./judgement.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */
/** @typedef {import("./state.js").DownloadKind} DownloadKind */
/** @typedef {(kind: DownloadKind, source?: number) => Promise<unknown>} Download */

/** @type {DownloadKind[]} */
const LISTS = ["findings-csv", "findings-json", "findings-sarif"];

/**
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {{ sources: string[], checkOnly: boolean, download: Download }} given
 */
export function downloadsSection(language, outcome, { sources, checkOnly, download }) {
  const words = language.words.downloads;
  const told = [...outcome.findings, ...outcome.repairs];
  const cleaned = outcome.manifest !== null && !checkOnly;
  const annotated = outcome.sources.flatMap(({ report, ledger }, source) =>
    report.usable && ledger.read > 0 && told.some(({ places }) => places.some(place => place.source === source && isInRecord(place))) ? source : []);
  if (!cleaned && annotated.length === 0 && told.length === 0) return null;
  const status = el("p", { class: "download-status", role: "status" });
  const button = (/** @type {DownloadKind} */ kind, /** @type {string} */ text, /** @type {number} */ source = 0) =>
    downloadButton(language, status, text, () => download(kind, source));
  return el(
    "section",
    { part: "downloads", class: "downloads", "aria-labelledby": "downloads-title" },
    el("h2", { id: "downloads-title", class: "section-title" }, words.title),
    el("p", { class: "muted" }, words.lead),
    el("ul", { class: "download-list" },
      cleaned && item(words.cleaned, [button("cleaned", words.cleaned.button)]),
      annotated.length > 0 && item(words.annotated, annotated.map(source => button("annotated",
        sources.length > 1 ? language.say(words.annotated.buttonOf, { file: sources[source] ?? "" }) : words.annotated.button, source))),
      told.length > 0 && item(words.findings, LISTS.map(kind => button(kind, words.findings.buttons[kind] ?? kind)))),
    status,
  );
}

/**
 * @param {{ title: string, what: string }} words
 * @param {HTMLElement[]} buttons
 */
function item({ title, what }, buttons) {
  return el("li", { class: "download" },
    el("h3", { class: "download-title" }, title),
    el("p", {}, what),
    el("div", { class: "buttons" }, ...buttons));
}

/**
 * @param {Language} language
 * @param {HTMLElement} status
 * @param {string} text
 * @param {() => Promise<unknown>} make
 */
function downloadButton(language, status, text, make) {
  const words = language.words.downloads;
  let busy = false;
  const button = el("button", { class: "button button-second", type: "button", onclick: async () => {
    if (busy) return;
    busy = true;
    button.setAttribute("aria-disabled", "true");
    setText(status, words.making);
    try {
      await make();
      setText(status, words.made);
    } catch {
      setText(status, words.failed);
    }
    busy = false;
    button.removeAttribute("aria-disabled");
  } }, text);
  return button;
}
