/**
 * The days as a calendar, a small table for each month: with a sale, without one, in no file.
 */
import { el } from "./dom.js";
import { daysOf, has, isoDay } from "./days.js";
import { lazyDetails } from "./findings.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./days.js").Days} Days */
/** @typedef {{ whole: Days, sold: Days[], quiet: Days[], missing: Days[] }} Covered  Lists in their order. */

/** The others are folded away, a year together. */
const SHOWN = 3;

/**
 * @param {Language} language
 * @param {Covered} covered
 */
export function calendarPart(language, covered) {
  const words = language.words.calendar;
  const months = monthsOf(covered.whole);
  const week = new Week(language.tag);
  const grid = (/** @type {string[]} */ list) => el("div", { class: "calendar" }, ...list.map(month => monthTable(language, week, month, covered)));
  const kinds = { sold: covered.sold, none: covered.quiet, missing: covered.missing };
  const rest = Map.groupBy(months.length > SHOWN + 1 ? months.slice(SHOWN) : [], month => month.slice(0, 4));
  return el("div", { part: "calendar", class: "picture" },
    el("ul", { class: "legend", role: "list" },
      ...Object.entries(kinds).filter(([, days]) => days.length > 0).map(([kind]) => el("li", {},
        el("span", { class: `day day-${kind}`, "aria-hidden": "true" }), words.legend[kind]))),
    grid(rest.size > 0 ? months.slice(0, SHOWN) : months),
    ...[...rest].map(([year, list]) => lazyDetails(language.say(words.more, { n: list.length, year }), () => grid(list))));
}

/**
 * @param {Language} language
 * @param {Week} week
 * @param {string} month  `YYYY-MM`
 * @param {Covered} covered
 */
function monthTable(language, week, month, { whole, sold, missing }) {
  const words = language.words.calendar;
  const { first, last } = daysOfMonth(month);
  const days = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const inside = days.filter(day => has([whole], day));
  const cells = [...Array(week.column(first)).fill(null), ...days].map(day => {
    if (day === null) return el("td");
    const kind = !has([whole], day) ? "outside" : has(sold, day) ? "sold" : has(missing, day) ? "missing" : "none";
    const said = words.days[kind];
    return el("td", { "data-day": isoDay(day) },
      el("span", { class: `day day-${kind}` }, language.number(day - first + 1), said && el("span", { class: "hidden-visually" }, ` ${said}`)));
  });
  const rows = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) => cells.slice(at * 7, at * 7 + 7));
  return el("table", { class: "month-table" },
    el("caption", {}, language.month(month), " ",
      el("span", { class: "muted" }, language.say(words.count, { n: inside.length, sold: language.number(inside.filter(day => has(sold, day)).length) }))),
    el("thead", {}, el("tr", {}, ...week.names.map(({ short, long }) => el("th", { scope: "col", abbr: long },
      el("span", { "aria-hidden": "true" }, short), el("span", { class: "hidden-visually" }, long))))),
    el("tbody", {}, ...rows.map(row => el("tr", {}, ...row, ...Array.from({ length: 7 - row.length }, () => el("td"))))));
}

/** Which day a week begins with, where the language is spoken. */
class Week {
  #first;

  /** @param {string} tag */
  constructor(tag) {
    const locale = /** @type {any} */ (new Intl.Locale(tag));
    // 1 is Monday.
    this.#first = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 7;
    const name = (/** @type {number} */ at, /** @type {"narrow" | "long"} */ weekday) =>
      new Intl.DateTimeFormat(tag, { weekday, timeZone: "UTC" }).format(new Date(Date.UTC(2024, 0, this.#first + at)));
    this.names = Array.from({ length: 7 }, (_, at) => ({ short: name(at, "narrow"), long: name(at, "long") }));
  }

  /** From 0. @param {number} day */
  column(day) {
    // The first of January 1970 was a Thursday.
    return (day + 3 - (this.#first - 1) + 14) % 7;
  }
}

/** @param {Days} days */
function monthsOf({ first, last }) {
  const months = [];
  for (let day = daysOfMonth(isoDay(first).slice(0, 7)).first; day <= last; day = daysOfMonth(isoDay(day).slice(0, 7)).last + 1) {
    months.push(isoDay(day).slice(0, 7));
  }
  return months;
}

/** @param {string} month */
function daysOfMonth(month) {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  return daysOf({ first: `${month}-01`, last });
}
