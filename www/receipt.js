/**
 * The receipt in words: for the page, and as files to keep.
 */

/**
 * @typedef {object} Total
 * @property {string | null} currency
 * @property {number} orders
 * @property {number} lines
 * @property {string} item_amount
 * @property {string} item_tax
 * @property {string} shipping_amount
 * @property {string} shipping_tax
 * @property {string} gift_wrap_amount
 * @property {string} gift_wrap_tax
 * @property {string} item_discount
 * @property {string} shipping_discount
 *
 * @typedef {object} Receipt
 * @property {string} id
 * @property {string} received_at
 * @property {number} records
 * @property {number} left_out
 * @property {number} lines
 * @property {number} bytes
 * @property {string} sha256_tree
 * @property {string[]} sources
 * @property {[first: string, last: string] | null} dates
 * @property {Total[]} totals
 */

const { lang } = document.documentElement;
const numbers = new Intl.NumberFormat(lang);

/** @type {[keyof Total, string][]} */
const AMOUNTS = [
  ["item_amount", "Item sales"],
  ["item_tax", "Tax on items"],
  ["shipping_amount", "Shipping"],
  ["shipping_tax", "Tax on shipping"],
  ["gift_wrap_amount", "Gift wrap"],
  ["gift_wrap_tax", "Tax on gift wrap"],
  ["item_discount", "Discounts on items"],
  ["shipping_discount", "Discounts on shipping"],
];

/** @param {Receipt} receipt @returns {[term: string, description: Node | string][]} */
export function facts(receipt) {
  return [
    ["Receipt number", marked("code", receipt.id)],
    ["Received", moment(receipt.received_at)],
    ["Sale lines", numbers.format(receipt.lines)],
    ...(receipt.left_out > 0 ? [leftOut(receipt)] : []),
    ...(receipt.dates ? [days(receipt.dates)] : []),
    ...receipt.totals.flatMap(total => amounts(total, receipt.totals.length > 1)),
    ["Made from", receipt.sources.join(", ")],
    ["Size", kilobytes(receipt.bytes)],
    ["Checksum (SHA-256 of its parts)", marked("code", receipt.sha256_tree)],
  ];
}

/** @param {Receipt} receipt @returns {[string, string]} */
function leftOut({ left_out, records }) {
  return ["Left out by you", `${numbers.format(left_out)} of ${numbers.format(records)} records`];
}

/** For programs: as the receiving side gave it. @param {Receipt} receipt */
export function asJson(receipt) {
  return new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: "application/json" });
}

const STYLE = "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}"
  + "dt{color:#515966}dd{margin:0 0 .75rem;font-weight:600}";

/** A page that needs nothing but itself. @param {string} title @param {Receipt} receipt */
export function asPage(title, receipt) {
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = lang;
  const heading = page.createElement("h1");
  heading.textContent = title;
  const list = page.createElement("dl");
  list.append(...facts(receipt).flatMap(([term, description]) => {
    const [dt, dd] = [page.createElement("dt"), page.createElement("dd")];
    dt.append(term);
    dd.append(description);
    return [dt, dd];
  }));
  page.body.append(heading, list);
  // As text: as elements, this page's policy would judge them.
  const html = page.documentElement.outerHTML.replace("<head>", `<head><meta charset="utf-8"><style>${STYLE}</style>`);
  return new Blob([`<!doctype html>\n${html}\n`], { type: "text/html" });
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  const [amount, unit] = bytes < 1e3 ? [bytes, "byte"] : bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  return new Intl.NumberFormat(lang, {
    style: "unit", unit, unitDisplay: bytes < 1e3 ? "long" : "short", maximumFractionDigits: 1,
  }).format(amount);
}

/** @param {string} at */
function moment(at) {
  const time = marked("time", new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "long" }).format(new Date(at)));
  time.setAttribute("datetime", at);
  return time;
}

/** @param {[string, string]} dates @returns {[string, string]} */
function days([first, last]) {
  // Days of the report, whatever the time zone here.
  const format = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" });
  return ["Days with sales", format.formatRange(new Date(first), new Date(last))];
}

/** @param {Total} total @param {boolean} several @returns {[string, string][]} */
function amounts(total, several) {
  const { currency } = total;
  if (currency === null) return [];
  const format = new Intl.NumberFormat(lang, { style: "currency", currency });
  const suffix = several ? `, ${currency}` : "";
  return [
    [`Orders${suffix}`, numbers.format(total.orders)],
    ...AMOUNTS
      .filter(([name]) => Number(total[name]) !== 0)
      // As text, so that no cent is lost on the way through a floating-point number.
      .map(([name, term]) => /** @type {[string, string]} */ ([`${term}${suffix}`, format.format(/** @type {`${number}`} */ (total[name]))])),
  ];
}

/** @param {string} tag @param {string} text */
function marked(tag, text) {
  const node = document.createElement(tag);
  node.append(text);
  return node;
}
