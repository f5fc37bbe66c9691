/**
 * What is in the report, to be compared with Seller Central: per currency, whole, by state and by month.
 */
import { el } from "./dom.js";
import { lazyDetails } from "./findings.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */
/** @typedef {Outcome["totals"][number]} CurrencyTotals */
/** @typedef {{ lines: number, units: number } & Record<Amount, string>} Sums */
/** @typedef {typeof AMOUNTS[number]} Amount */

const AMOUNTS = /** @type {const} */ ([
  "item_amount", "item_tax", "shipping_amount", "shipping_tax", "gift_wrap_amount", "gift_wrap_tax", "item_discount", "shipping_discount",
]);

/**
 * @param {Language} language
 * @param {CurrencyTotals[]} totals
 */
export function totalsSection(language, totals) {
  if (totals.length === 0) return null;
  const words = language.words.totals;
  return el(
    "section",
    { part: "totals", class: "totals", "aria-labelledby": "totals-title" },
    el("h2", { id: "totals-title", class: "section-title" }, words.title),
    el("p", { class: "muted" }, words.lead),
    ...totals.map(total => currencyPart(language, total)),
  );
}

/**
 * @param {Language} language
 * @param {CurrencyTotals} total
 */
function currencyPart(language, total) {
  const words = language.words.totals;
  const currency = total.currency ?? "";
  const title = total.currency === null ? words.noCurrency : language.say(words.currency, { currency });
  const states = total.by_state.map(part => ({ name: placeName(language, part), sums: part }));
  const months = total.by_month.map(part => ({ name: language.month(part.month), sums: part }));
  return el("div", { class: "currency" },
    wholeTable(language, title, total),
    states.length > 0 && lazyDetails(language.say(words.showStates, { n: states.length }),
      () => partsTable(language, total.currency, { caption: language.say(words.captionState, { currency }), first: words.state, parts: states })),
    months.length > 0 && lazyDetails(language.say(words.showMonths, { n: months.length }),
      () => partsTable(language, total.currency, { caption: language.say(words.captionMonth, { currency }), first: words.month, parts: months })));
}

/**
 * @param {Language} language
 * @param {string} title
 * @param {CurrencyTotals} total
 */
function wholeTable(language, title, total) {
  const words = language.words.totals;
  /** @param {string} name @param {string} value */
  const row = (name, value) => el("tr", {}, el("th", { scope: "row" }, name), el("td", { class: "number" }, value));
  return el("table", { class: "whole" },
    el("caption", {}, title),
    el("thead", { class: "hidden-visually" }, el("tr", {}, el("th", { scope: "col" }, words.kind), el("th", { scope: "col" }, words.amount))),
    el("tbody", {},
      row(words.lines, language.number(total.lines)),
      row(words.units, language.number(total.units)),
      ...usedAmounts([total]).map(name => row(words[name], language.money(total[name], total.currency)))));
}

/**
 * @param {Language} language
 * @param {string | null} currency
 * @param {{ caption: string, first: string, parts: { name: string, sums: Sums }[] }} given
 */
function partsTable(language, currency, { caption, first, parts }) {
  const words = language.words.totals;
  const amounts = usedAmounts(parts.map(({ sums }) => sums));
  const titles = [words.lines, words.units, ...amounts.map(name => words[name])];
  return el("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": caption },
    el("table", { class: "parts" },
      el("caption", { class: "hidden-visually" }, caption),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, first), ...titles.map(title => el("th", { scope: "col", class: "number" }, title)))),
      el("tbody", {}, ...parts.map(({ name, sums }) => el("tr", {},
        el("th", { scope: "row" }, name),
        el("td", { class: "number" }, language.number(sums.lines)),
        el("td", { class: "number" }, language.number(sums.units)),
        ...amounts.map(amount => el("td", { class: "number" }, language.money(sums[amount], currency))))))));
}

/**
 * Kinds of amount that are nought throughout would only make the table wide.
 *
 * @param {Sums[]} sums
 */
function usedAmounts(sums) {
  return AMOUNTS.filter(name => name === "item_amount" || sums.some(sum => /[1-9]/.test(sum[name])));
}

/**
 * @param {Language} language
 * @param {{ country: string, state: string | null }} place
 */
function placeName(language, { country, state }) {
  return state ?? language.say(language.words.totals.elsewhere, { country: language.country(country) });
}
