/**
 * The days that several files cover together. A day without a sale inside a file is one thing; days that no file
 * reaches are another: there a report may be missing.
 */
import { el, icon } from "./dom.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */
/** @typedef {{ first: number, last: number }} Days  Days since 1970, both of them in it. */

const DAY_MS = 86_400_000;
const SHOWN = 8;

/**
 * @param {Language} language
 * @param {Outcome} outcome
 */
export function coverageSection(language, outcome) {
  const dated = outcome.sources.flatMap(({ dates }) => dates ?? []);
  if (dated.length < 2) return null;
  const words = language.words.coverage;
  const reached = merged(dated.map(daysOf));
  const sold = merged(dated.flatMap(dates => without(daysOf(dates), dates.gaps.map(daysOf))));
  const missing = between(reached);
  const [first, last] = [reached[0], reached.at(-1)];
  if (!first || !last) return null;
  const whole = { first: first.first, last: last.last };
  const quiet = length(reached) - length(sold);
  // Only the very last day matters: a report that ends in the middle is followed by the next.
  const partial = dated.some(dates => dates.partial_last_day && daysOf(dates).last === whole.last);
  return el(
    "section",
    { part: "coverage", class: "coverage", "aria-labelledby": "coverage-title" },
    el("h2", { id: "coverage-title", class: "section-title" }, words.title),
    el("p", {}, language.say(words.days, { n: size(whole), covered: language.number(length(sold)), range: told(language, whole) })),
    missing.length > 0 && el("div", { class: "coverage-missing tone-warning" },
      el("p", {}, el("strong", { class: "tag" }, icon("warning"), language.say(words.missing, { n: length(missing) }))),
      el("ul", {}, ...missing.slice(0, SHOWN).map(days => el("li", {}, told(language, days))),
        missing.length > SHOWN && el("li", { class: "muted" }, language.say(words.more, { n: missing.length - SHOWN }))),
      el("p", {}, words.missingWhy)),
    missing.length === 0 && el("p", { class: "coverage-whole" }, icon("good"), words.whole),
    quiet > 0 && el("p", { class: "muted" }, language.say(words.quiet, { n: quiet })),
    partial && el("p", { class: "muted" }, language.say(words.partial, { day: language.day(isoDay(whole.last)) })),
  );
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

/** @param {{ first: string, last: string }} dates @returns {Days} */
function daysOf({ first, last }) {
  return { first: Date.parse(first) / DAY_MS, last: Date.parse(last) / DAY_MS };
}

/** @param {number} day */
function isoDay(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** @param {Days} days */
function size({ first, last }) {
  return last - first + 1;
}

/** @param {Days[]} list */
function length(list) {
  return list.reduce((sum, days) => sum + size(days), 0);
}

/** In order, and what touches as one. @param {Days[]} list */
function merged(list) {
  /** @type {Days[]} */
  const whole = [];
  for (const days of [...list].sort((a, b) => a.first - b.first)) {
    const last = whole.at(-1);
    if (last && days.first <= last.last + 1) last.last = Math.max(last.last, days.last);
    else whole.push({ ...days });
  }
  return whole;
}

/** @param {Days} days @param {Days[]} gaps  In order. */
function without(days, gaps) {
  /** @type {Days[]} */
  const left = [];
  let first = days.first;
  for (const gap of gaps) {
    if (gap.first > first) left.push({ first, last: gap.first - 1 });
    first = gap.last + 1;
  }
  if (first <= days.last) left.push({ first, last: days.last });
  return left;
}

/** @param {Days[]} list  Merged. */
function between(list) {
  return list.slice(1).map((days, index) => ({ first: (list[index]?.last ?? 0) + 1, last: days.first - 1 }));
}
