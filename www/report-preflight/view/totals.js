/**
 * What is in the report, to be compared with Seller Central: per currency whole, by state, by month, by who collected
 * the tax and by where the goods came from. `CurrencyTotals` in `src/outcome.rs` says what each sum is.
 */
import { AMOUNTS, CHARGES, DISCOUNTS, TAXES, salesOf, sumOf, taxOf, usedAmounts } from "./amounts.js";
import { el } from "./dom.js";
import { lazyDetails } from "./findings.js";
import { mapPart, placeName } from "./map.js";
import { monthsPart } from "./months.js";
import { segments } from "./picture.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./amounts.js").CurrencyTotals} CurrencyTotals */
/** @typedef {import("./amounts.js").Sums} Sums */
/** @typedef {import("./amounts.js").Amount} Amount */
/** @typedef {{ name: string, orders?: number, sums: Sums }} Part */

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
    ...currencyParts(language, totals),
  );
}

/**
 * One currency at a time: amounts in two of them are nothing to be compared.
 *
 * @param {Language} language
 * @param {CurrencyTotals[]} totals
 */
function currencyParts(language, totals) {
  const parts = totals.map(total => el("div", { class: "currency" }));
  /** @param {number} index */
  const fill = index => {
    const [part, total] = [parts[index], totals[index]];
    if (part && total && !part.hasChildNodes()) part.append(...currencyPart(language, total));
  };
  /** @param {number} index */
  const show = index => {
    fill(index);
    parts.forEach((part, at) => part.toggleAttribute("hidden", at !== index));
  };
  // What is printed is all of it.
  parts.forEach((part, index) => part.addEventListener("unfold", () => fill(index)));
  const most = totals.reduce((best, { lines }, index) => (lines > (totals[best]?.lines ?? 0) ? index : best), 0);
  if (totals.length === 1) {
    fill(0);
    return parts;
  }
  const names = totals.map(({ currency }) => currency ?? language.words.totals.noCurrency);
  return [segments(language.words.map.currency, names, show, most), ...parts];
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
  /** @param {typeof states} say @param {Part[]} parts */
  const table = (say, parts) => parts.length > 0 && lazyDetails(language.say(say.show, { n: parts.length }), () => el("div", { class: "currency" },
    el("p", {}, say.compare),
    partsTable(language, total.currency, { caption: language.say(say.caption, { currency }), first: say.first, parts })));
  return [
    el("h3", { class: "currency-title" }, title),
    wholeTable(language, title, total),
    howToCompare(language, total),
    mapPart(language, total),
    table(states, total.by_state.map(part => ({ name: placeName(language, part), orders: part.orders, sums: part }))),
    monthsPart(language, total),
    table(months, total.by_month.map(part => ({ name: language.month(part.month), sums: part }))),
    table(collectors, total.by_collector.map(part => ({ name: words.collectors[part.collected_by] ?? part.collected_by, sums: part }))),
    table(shipFrom, total.by_ship_from.map(part => ({ name: part.state ?? words.notSaid, sums: part }))),
  ].filter(part => part instanceof Node);
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
  const charged = used.filter(name => CHARGES.some(charge => charge === name));
  const [items, ...others] = charged;
  const discounts = used.filter(name => DISCOUNTS.some(discount => discount === name));
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
      ...discounts.map(amounts),
      inAll(words.discounts, DISCOUNTS, used),
      charged.length + discounts.length > 1 && row(words.salesInAll, columns.map(sums => language.money(salesOf(sums), currency)), "sum"),
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
  const used = usedAmounts(parts.map(({ sums }) => sums));
  const isTax = (/** @type {Amount} */ name) => TAXES.some(tax => tax === name);
  // What the pictures show, and its parts where there are several.
  const kinds = AMOUNTS.filter(name => used.includes(name) && used.filter(other => isTax(other) === isTax(name)).length > 1);
  const counted = parts.some(({ orders }) => orders !== undefined);
  const titles = [...(counted ? [words.orders] : []), words.lines, words.units, words.salesInAll, words.taxes, ...kinds.map(name => words[name])];
  return el("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": caption },
    el("table", { class: "parts" },
      el("caption", { class: "hidden-visually" }, caption),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, first), ...titles.map(title => el("th", { scope: "col", class: "number" }, title)))),
      el("tbody", {}, ...parts.map(({ name, orders, sums }) => el("tr", {},
        el("th", { scope: "row" }, name),
        counted && el("td", { class: "number" }, language.number(orders ?? 0)),
        el("td", { class: "number" }, language.number(sums.lines)),
        el("td", { class: "number" }, language.number(sums.units)),
        ...[salesOf(sums), taxOf(sums), ...kinds.map(name => sums[name])].map(amount => el("td", { class: "number" }, language.money(amount, currency))))))));
}
