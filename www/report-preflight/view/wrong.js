/**
 * The wrong report: why it will not do, which one to fetch, the way there, and the button again.
 */
import { recognition } from "./about.js";
import { el, icon } from "./dom.js";
import { codeWords, insteadOf, troubleOf } from "./judgement.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */

/**
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {() => void} chooseAgain
 */
export function wrongReportSection(language, outcome, chooseAgain) {
  const words = language.words.wrong;
  const trouble = troubleOf(outcome, 0);
  const again = el("button", { class: "button", type: "button", onclick: chooseAgain }, icon("file"), words.button);
  if (trouble) {
    const { why, fix } = codeWords(language, trouble.code);
    return el("section", { class: "wrong", "aria-label": words.why },
      el("p", {}, why), el("p", { class: "finding-fix" }, el("strong", {}, language.words.findings.fix), " ", fix), again);
  }
  const [source] = outcome.sources;
  if (!source) return "";
  const { why, instead } = insteadOf(language, source);
  return el(
    "section",
    { class: "wrong", "aria-label": words.why },
    el("h3", { class: "wrong-title" }, words.why),
    why && el("p", {}, why),
    el("p", { class: "muted" }, `${language.words.about.recognised}: ${recognition(language, source)}`),
    instead && el("h3", { class: "wrong-title" }, language.say(words.instead, { title: instead.title })),
    instead?.way && el("div", { class: "wrong-way" },
      el("p", {}, el("strong", {}, words.way)),
      el("ol", { class: "steps" }, ...instead.way.map(step => el("li", {}, step)))),
    again,
  );
}
