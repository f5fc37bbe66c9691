/** The cells as a good engineer usually checks them: regular expressions, `Date.parse`, `Map` and `Set`. */
"use strict";

const TYPICAL = {
  orderId: (text) => /^[S\d]\d\d-\d{7}-\d{7}$/.test(text),
  shipmentId: (text) => /^[A-Za-z0-9]{5,20}$/.test(text),
  itemId: (text) => /^\d{14}$/.test(text),
  /** In UTC; empty when it is no date. Date.parse takes February 30 for March 2: the day must come back. */
  date(text) {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(text)) return "";
    const time = Date.parse(text);
    if (Number.isNaN(time) || new Date(text.slice(0, 10)).getUTCDate() !== Number(text.slice(8, 10))) return "";
    return new Date(time).toISOString().replace(".000", "");
  },
  quantity: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : 0),
  currency(text) {
    const code = text.toUpperCase();
    return CURRENCIES.has(code) ? code : "";
  },
  /** NaN when it is no amount. */
  cents(text) {
    if (text === "") return 0;
    if (/^-?\d{1,13}(?:\.\d{1,2})?$/.test(text)) return Math.round(parseFloat(text) * 100);
    if (/^-?\d{1,3}(?:,\d{3})+\.\d{2}$/.test(text)) return Math.round(parseFloat(text.replaceAll(",", "")) * 100);
    return NaN;
  },
  money: (text, cents) => (text === "" ? "" : (cents / 100).toFixed(2)),
  state(text) {
    const code = text.toUpperCase();
    return STATES.has(code) ? code : (STATE_NAMES.get(text.toLowerCase()) ?? "");
  },
  /** With its lost zeros; empty when it is no ZIP or lies in another state. */
  zip(text, state) {
    const padded = /^\d{3,4}$/.test(text) ? text.padStart(5, "0") : text;
    if (!/^\d{5}(?:-\d{4})?$/.test(padded)) return "";
    return PREFIXES.get(padded.slice(0, 3)).has(state) ? padded : "";
  },
  country: (text) => (COUNTRIES.has(text) ? text : ""),
  channel: (text) => /^(?:amazon\.|non-amazon)/i.test(text),
  quote: (text) => (/[",\n\r]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text),
};
