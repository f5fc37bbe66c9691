/**
 * The wrong report: why it will not do, which one to fetch, the way there, and the button again.
 */
import { el, icon } from "./dom.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */

/** The report to fetch where the one in hand does not say. */
const USUAL = "fulfilled-shipments";

/**
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {() => void} chooseAgain
 */
export function wrongReportSection(language, outcome, chooseAgain) {
  const words = language.words.wrong;
  const { reports } = language.words;
  const family = outcome.sources[0]?.report.family ?? "unknown";
  const instead = reports[reports[family]?.instead ?? USUAL];
  const why = reports[family]?.why ?? reports.unknown?.why;
  return el(
    "section",
    { class: "wrong", "aria-label": words.why },
    el("h3", { class: "wrong-title" }, words.why),
    why && el("p", {}, why),
    instead && el("h3", { class: "wrong-title" }, language.say(words.instead, { title: instead.title })),
    instead?.way && el("div", { class: "wrong-way" },
      el("p", {}, el("strong", {}, words.way)),
      el("ol", { class: "steps" }, ...instead.way.map(step => el("li", {}, step)))),
    el("button", { class: "button", type: "button", onclick: chooseAgain }, icon("file"), words.button),
  );
}
