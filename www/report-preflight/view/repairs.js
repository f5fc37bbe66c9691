/**
 * What was corrected without guessing, each kind with the shapes of before and after.
 */
import { el, icon } from "./dom.js";
import { lazyDetails } from "./findings.js";
import { asHeading, codeWords, correctedSigns } from "./judgement.js";
import { placesTable, showPlaces } from "./places.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Repair} Repair */
/** @typedef {import("./places.js").Opener} Opener */

const EXAMPLES = 3;

/**
 * @param {Language} language
 * @param {import("./state.js").Outcome} outcome
 * @param {Opener} opener
 */
export function repairsSection(language, outcome, opener) {
  const folded = correctedSigns(outcome);
  const repairs = outcome.repairs.filter(repair => !folded.includes(repair));
  if (repairs.length === 0) return null;
  const words = language.words.repairs;
  return el(
    "section",
    { part: "repairs", class: "repairs", "aria-labelledby": "repairs-title" },
    el("h2", { id: "repairs-title", class: "section-title" }, words.title),
    el("p", { class: "muted" }, words.lead),
    ...repairs.map(repair => repairCard(language, repair, opener)),
  );
}

/**
 * @param {Language} language
 * @param {Repair} repair
 * @param {Opener} opener
 */
export function repairCard(language, { code, declined, count, places }, opener) {
  const words = language.words.repairs;
  const { what, why, fix } = codeWords(language, code);
  const id = `repair-${code}`;
  const extra = [
    { title: words.before, cell: (/** @type {Repair["places"][number]} */ place) => shapeOf(place.before, words.nothing) },
    { title: words.after, cell: (/** @type {Repair["places"][number]} */ place) => shapeOf(place.after, words.nothing) },
  ];
  return el(
    "article",
    { class: `finding tone-${declined ? "note" : "good"}`, "aria-labelledby": id },
    el("p", { class: "finding-meta" },
      el("strong", { class: "tag" }, icon(declined ? "note" : "good"), declined ? words.declined : words.title),
      el("span", { class: "muted" }, language.say(words.count, { n: count }))),
    el("h3", { id, class: "finding-title" }, asHeading(what)),
    el("p", {}, declined ? words.declinedLead : language.sentences(why, fix)),
    el("ul", { class: "repair-examples" }, ...examples(places).map(({ before, after }) => el("li", { class: "repair-example" },
      el("span", { class: "muted" }, words.before), " ", shapeOf(before, words.nothing),
      el("span", { class: "repair-arrow", "aria-hidden": "true" }, " → "),
      el("span", { class: "muted" }, words.after), " ", shapeOf(after, words.nothing)))),
    el("p", {}, el("button", {
      class: "button button-second button-small", type: "button", "data-act": `repair-${code}`,
      "aria-label": language.say(declined ? words.acceptNamed : words.declineNamed, { what: asHeading(what) }),
      onclick: () => opener.decline(code, !declined),
    }, declined ? words.accept : words.decline)),
    places.length > 0 && lazyDetails(showPlaces(language, { count, places }),
      () => placesTable(language, { what: language.say(words.caption, { what: asHeading(what) }), count, places, opener, extra })),
  );
}

/**
 * Each way in which it was corrected once, as far as there are only a few.
 *
 * @param {Repair["places"]} places
 */
function examples(places) {
  return [...new Map(places.map(place => [JSON.stringify([place.before, place.after]), place])).values()].slice(0, EXAMPLES);
}

/**
 * @param {string} shape
 * @param {string} nothing
 */
function shapeOf(shape, nothing) {
  return shape === "" ? el("span", { class: "muted" }, nothing) : el("code", { class: "shape", dir: "ltr" }, shape);
}
