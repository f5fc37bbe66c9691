/**
 * The days that the files cover, in words and as a calendar. A day without a sale inside a file is one thing; days that
 * no file reaches are another: there a report may be missing.
 */
import { calendarPart } from "./calendar.js";
import { between, daysOf, isoDay, length, merged, size, without } from "./days.js";
import { el, icon } from "./dom.js";
import { lazyDetails } from "./findings.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */
/** @typedef {import("./days.js").Days} Days */

const SHOWN = 8;

/**
 * @param {Language} language
 * @param {Outcome} outcome
 */
export function coverageSection(language, outcome) {
  const dated = outcome.sources.flatMap(({ dates }) => dates ?? []);
  const words = language.words.coverage;
  const reached = merged(dated.map(daysOf));
  const sold = merged(dated.flatMap(dates => without(daysOf(dates), dates.gaps.map(daysOf))));
  const missing = between(reached);
  const [first, last] = [reached[0], reached.at(-1)];
  if (!first || !last) return null;
  const whole = { first: first.first, last: last.last };
  const quiet = reached.flatMap(days => without(days, sold.filter(({ first }) => first >= days.first && first <= days.last)));
  const several = dated.length > 1;
  // Only the very last day matters: a report that ends in the middle is followed by the next.
  const partial = dated.some(dates => dates.partial_last_day && daysOf(dates).last === whole.last);
  const calendar = language.words.calendar;
  return el(
    "section",
    { part: "coverage", class: "coverage", "aria-labelledby": "coverage-title" },
    el("h2", { id: "coverage-title", class: "section-title" }, words.title),
    el("p", {}, language.say(words.days, { n: size(whole), covered: language.number(length(sold)), range: told(language, whole) })),
    missing.length > 0 && el("div", { class: "coverage-missing tone-warning" },
      el("p", {}, el("strong", { class: "tag" }, icon("warning"), language.say(words.missing, { n: length(missing) }))),
      ...stretches(language, missing),
      el("p", {}, words.missingWhy)),
    several && missing.length === 0 && el("p", { class: "coverage-whole" }, icon("good"), words.whole),
    quiet.length > 0 && el("div", { class: "coverage-quiet" },
      el("p", {}, language.say(several ? words.quiet : calendar.quiet, { n: length(quiet) })),
      ...stretches(language, quiet),
      el("p", { class: "muted" }, calendar.quietWhy)),
    partial && el("p", { class: "muted" }, language.say(words.partial, { day: language.day(isoDay(whole.last)) })),
    calendarPart(language, { whole, sold, quiet, missing }),
  );
}

/**
 * The longest of them, and the others folded away; each in their order.
 *
 * @param {Language} language
 * @param {Days[]} list
 */
function stretches(language, list) {
  const some = (/** @type {Days[]} */ part) => el("ul", { class: "stretches" }, ...part.map(days => el("li", {}, told(language, days))));
  const longest = [...list].sort((a, b) => size(b) - size(a)).slice(0, SHOWN);
  const rest = list.filter(days => !longest.includes(days));
  return [some(list.filter(days => longest.includes(days))), rest.length > 0 && lazyDetails(language.say(language.words.coverage.more, { n: rest.length }), () => some(rest))];
}

/**
 * A range of days in words.
 *
 * @param {Language} language
 * @param {{ first: string, last: string }} dates
 */
export function range(language, { first, last }) {
  if (first === last) return language.day(first);
  return language.say(language.words.facts.range, { first: language.day(first), last: language.day(last) });
}

/** @param {Language} language @param {Days} days */
function told(language, { first, last }) {
  return range(language, { first: isoDay(first), last: isoDay(last) });
}
