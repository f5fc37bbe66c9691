/**
 * A report that was opened and saved in a spreadsheet: said once, with how to get a good one, and what it was seen
 * by beneath.
 */
import { wordsOfReport } from "../catalogue.js";
import { el, icon } from "./dom.js";
import { findingCard, lazyDetails, tagOf } from "./findings.js";
import { asHeading, codeWords, correctedSigns, damageOf, findingId, signsOf } from "./judgement.js";
import { repairCard } from "./repairs.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */
/** @typedef {import("./places.js").Opener} Opener */

/**
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {Opener} opener
 * @param {(() => void) | null} chooseAgain  Where it is the only file.
 */
export function damageSection(language, outcome, opener, chooseAgain) {
  const damage = damageOf(outcome);
  if (!damage) return null;
  const words = language.words.damage;
  const { what, why } = codeWords(language, damage.code);
  const id = findingId(damage.code);
  const files = [...new Set(damage.places.map(({ source }) => source))];
  const names = opener.sources.length > 1 ? language.list(files.map(source => opener.sources[source] ?? "")) : "";
  const way = files.map(source => wordsOfReport(language.words, outcome.sources[source]?.report.family ?? "")?.way).find(Boolean);
  const [signs, corrected] = [signsOf(outcome), correctedSigns(outcome)];
  const count = signs.length + corrected.length;
  const signCards = () => el("div", { class: "group" },
    ...signs.map(finding => findingCard(language, finding, tagOf(language, finding), opener)),
    ...corrected.map(repair => repairCard(language, repair, opener)));
  return el(
    "section",
    { part: "damage", class: `finding damage tone-${damage.severity}`, "aria-labelledby": id },
    el("p", { class: "finding-meta" },
      el("strong", { class: "tag" }, icon(damage.severity), words.tag),
      names && el("span", { class: "muted" }, names)),
    el("h2", { id, class: "damage-title", tabindex: -1 }, asHeading(what)),
    why && el("p", {}, why),
    el("h3", { class: "damage-fix" }, words.fix),
    el("ol", { class: "steps" }, ...words.steps.map((step, index) => el("li", {}, step,
      index === 0 && way && el("details", { class: "details" },
        el("summary", {}, words.way),
        el("ol", { class: "steps" }, ...way.map(step => el("li", {}, step))))))),
    el("p", { class: "muted" }, words.look),
    chooseAgain && el("p", {}, el("button", { class: "button button-second", type: "button", onclick: chooseAgain }, icon("file"), words.button)),
    count > 0 && el("div", { class: "signs" }, lazyDetails(language.say(words.signs, { n: count }), signCards)),
  );
}
