/**
 * Months as bars, each with its exact figure. Those in between that have no sale are there too.
 */
import { el } from "./dom.js";
import { countMeasure, moneyMeasures, segments, setShare } from "./picture.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./amounts.js").CurrencyTotals} CurrencyTotals */
/** @typedef {import("./picture.js").Measure} Measure */

/** Beyond these, those without a sale are left out. */
const MOST = 36;

/**
 * Null where there is nothing to compare.
 *
 * @param {Language} language
 * @param {CurrencyTotals} total
 */
export function monthsPart(language, total) {
  if (total.by_month.length < 2) return null;
  const words = language.words.months;
  const measures = [...moneyMeasures(language, total.currency), countMeasure(language, language.words.totals.units, ({ units }) => units)];
  const known = new Map(total.by_month.map(sums => [sums.month, sums]));
  const all = between(total.by_month[0]?.month ?? "", total.by_month.at(-1)?.month ?? "");
  const shown = all.length <= MOST ? all : [...known.keys()];
  const bars = el("ul", { class: "bars", role: "list", "aria-label": words.title });
  const show = (/** @type {number} */ index) => {
    const measure = /** @type {Measure} */ (measures[index]);
    const figures = total.by_month.map(measure.of);
    bars.replaceChildren(...shown.map(month => {
      const sums = known.get(month);
      const bar = el("li", { class: "bar-row", "data-month": month },
        el("span", { class: "bar-name" }, language.month(month)), " ",
        el("span", { class: sums ? "bar-figure number" : "bar-figure muted" }, sums ? measure.tell(measure.of(sums)) : words.none),
        el("span", { class: "bar-line", "aria-hidden": "true" }));
      return setShare(bar, sums ? measure.of(sums) : "0", figures);
    }));
  };
  return el("div", { part: "months", class: "picture" },
    el("h4", { class: "picture-title" }, words.title),
    segments(words.choose, measures.map(({ name }) => name), show),
    bars);
}

/** @param {string} first @param {string} last  `YYYY-MM` */
function between(first, last) {
  const number = (/** @type {string} */ month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const count = Math.max(number(last) - number(first) + 1, 0);
  return Array.from({ length: Math.min(count, MOST + 1) }, (_, at) => {
    const month = number(first) + at;
    return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String(month % 12 + 1).padStart(2, "0")}`;
  });
}
