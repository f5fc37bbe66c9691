/**
 * What is in the report, to be compared with Seller Central: per currency whole, by state, by month, by who collected
 * the tax and by where the goods came from. `CurrencyTotals` in `src/outcome.rs` says what each sum is.
 */
import { el } from "./dom.js";
import { lazyDetails } from "./findings.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */
/** @typedef {Outcome["totals"][number]} CurrencyTotals */
/** @typedef {CurrencyTotals["sales"]} Sums */
/** @typedef {typeof AMOUNTS[number]} Amount */
/** @typedef {{ name: string, sums: Sums }} Part */

const AMOUNTS = /** @type {const} */ ([
  "item_amount", "item_tax", "shipping_amount", "shipping_tax", "gift_wrap_amount", "gift_wrap_tax", "item_discount", "shipping_discount",
]);
const TAXES = /** @type {const} */ (["item_tax", "shipping_tax", "gift_wrap_tax"]);
const DISCOUNTS = /** @type {const} */ (["item_discount", "shipping_discount"]);

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
  const { states, months, collectors, shipFrom } = words.by;
  /** @type {[typeof states, Part[]][]} */
  const tables = [
    [states, total.by_state.map(part => ({ name: placeName(language, part), sums: part }))],
    [months, total.by_month.map(part => ({ name: language.month(part.month), sums: part }))],
    [collectors, total.by_collector.map(part => ({ name: words.collectors[part.collected_by] ?? part.collected_by, sums: part }))],
    [shipFrom, total.by_ship_from.map(part => ({ name: part.state ?? words.notSaid, sums: part }))],
  ];
  return el("div", { class: "currency" },
    el("h3", { class: "currency-title" }, title),
    wholeTable(language, title, total),
    howToCompare(language, total),
    ...tables.map(([say, parts]) => parts.length > 0 && lazyDetails(language.say(say.show, { n: parts.length }), () => el("div", { class: "currency" },
      el("p", {}, say.compare),
      partsTable(language, total.currency, { caption: language.say(say.caption, { currency }), first: say.first, parts })))));
}

/**
 * Sales, and where there are any the refunds beside them.
 *
 * @param {Language} language
 * @param {string} caption
 * @param {CurrencyTotals} total
 */
function wholeTable(language, caption, total) {
  const words = language.words.totals;
  const { sales, refunds, currency } = total;
  const columns = refunds.lines > 0 ? [sales, refunds, total] : [total];
  const titles = refunds.lines > 0 ? [words.sales, words.refunds, words.together] : [words.amount];
  /** @param {string} name @param {string[]} values @param {string | null} [kind] */
  const row = (name, values, kind = null) => el("tr", { class: kind },
    el("th", { scope: "row" }, name), ...values.map(value => el("td", { class: "number" }, value)));
  /** @param {Amount} name */
  const amounts = name => row(words[name], columns.map(sums => language.money(sums[name], currency)));
  /** @param {string} name @param {readonly Amount[]} kinds @param {readonly Amount[]} used */
  const inAll = (name, kinds, used) => used.filter(kind => kinds.includes(kind)).length > 1
    && row(name, columns.map(sums => language.money(sumOf(kinds.map(kind => sums[kind])), currency)), "sum");
  const used = usedAmounts(columns);
  const [items, ...others] = used.filter(name => !TAXES.some(tax => tax === name) && !DISCOUNTS.some(discount => discount === name));
  const table = el("table", { class: "whole" },
    el("caption", { class: "hidden-visually" }, caption),
    el("thead", { class: columns.length > 1 ? null : "hidden-visually" }, el("tr", {}, el("th", { scope: "col" }, words.kind),
      ...titles.map(title => el("th", { scope: "col", class: "number" }, title)))),
    el("tbody", {},
      row(words.orders, [...columns.slice(1).map(() => ""), language.number(total.orders)]),
      row(words.lines, columns.map(({ lines }) => language.number(lines))),
      row(words.units, columns.map(({ units }) => language.number(units))),
      items && amounts(items),
      ...others.map(amounts),
      ...used.filter(name => DISCOUNTS.some(discount => discount === name)).map(amounts),
      inAll(words.discounts, DISCOUNTS, used),
      ...used.filter(name => TAXES.some(tax => tax === name)).map(amounts),
      inAll(words.taxes, TAXES, used)));
  return columns.length > 1 ? el("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": caption }, table) : table;
}

/**
 * @param {Language} language
 * @param {CurrencyTotals} total
 */
function howToCompare(language, { refunds }) {
  const words = language.words.totals;
  return el("details", { class: "details" },
    el("summary", {}, words.compare),
    el("dl", { class: "compare" }, ...words.comparisons
      .filter(({ refunds: only }) => !only || refunds.lines > 0)
      .map(({ name, how }) => el("div", {}, el("dt", {}, name), el("dd", {}, how)))));
}

/**
 * @param {Language} language
 * @param {string | null} currency
 * @param {{ caption: string, first: string, parts: Part[] }} given
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
 * Exact: whole numbers of the smallest unit, which all of one currency share.
 *
 * @param {string[]} amounts
 */
function sumOf(amounts) {
  const digits = Math.max(...amounts.map(amount => amount.split(".")[1]?.length ?? 0));
  const units = amounts.reduce((sum, amount) => {
    const [whole = "", cents = ""] = amount.split(".");
    return sum + BigInt(whole + cents.padEnd(digits, "0"));
  }, 0n);
  const text = String(units < 0n ? -units : units).padStart(digits + 1, "0");
  const at = text.length - digits;
  return `${units < 0n ? "-" : ""}${text.slice(0, at)}${digits > 0 ? "." : ""}${text.slice(at)}`;
}

/**
 * @param {Language} language
 * @param {{ country: string, state: string | null }} place
 */
function placeName(language, { country, state }) {
  const { elsewhere, noPlace } = language.words.totals;
  if (state !== null) return state;
  return country ? language.say(elsewhere, { country: language.country(country) }) : noPlace;
}
