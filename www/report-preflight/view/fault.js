/**
 * A fault: ours or the browser's, never the seller's. It looks like nothing else on the page, so that nobody
 * goes looking for the mistake in the report.
 */
import { el, icon, isolated } from "./dom.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").ViewState} ViewState */
/** @typedef {import("./state.js").ViewFault} ViewFault */

/**
 * @param {Language} language
 * @param {ViewFault} fault
 * @param {Record<"again" | "choose" | "reload", () => void>} retry
 * @param {{ name: string, goOn: () => void } | null} one  Which of several files it was about.
 */
export function faultSection(language, fault, retry, one) {
  const words = language.words.fault;
  const { faults } = language.words;
  const told = faults[fault.code] ?? faults.unknown;
  if (!told) throw new Error("the words have no fault `unknown`");
  return el(
    "section",
    { part: "fault", class: "fault", "aria-labelledby": "fault-title" },
    el("p", { class: "fault-label" }, icon("stopped"), words.label),
    el("h2", { id: "fault-title", class: "fault-title", tabindex: -1 }, told.what),
    one && el("p", { class: "fault-file" }, ...language.tell(words.file, { file: isolated(one.name) })),
    el("p", {}, told.why),
    el("h3", { class: "fault-fix" }, words.fix),
    el("ul", {}, ...told.fix.map(step => el("li", {}, step))),
    el("p", {}, words.safe),
    el("div", { class: "buttons" },
      el("button", { class: "button", type: "button", onclick: retry[told.retry] }, words[told.retry]),
      one && el("button", { class: "button button-second", type: "button", onclick: one.goOn }, words.goOn)),
    el("details", { class: "details" },
      el("summary", {}, words.support),
      el("dl", { class: "facts" },
        el("div", {}, el("dt", {}, words.code), el("dd", {}, el("code", {}, fault.code))),
        detailOf(fault) && el("div", {}, el("dt", {}, words.detail), el("dd", {}, el("code", {}, detailOf(fault)))))),
  );
}

/** @param {ViewFault} fault */
function detailOf({ detail }) {
  if (detail === null || detail === undefined) return "";
  return typeof detail === "string" ? detail : JSON.stringify(detail) ?? "";
}
