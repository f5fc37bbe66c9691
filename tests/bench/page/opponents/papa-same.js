/**
 * The same checks written by hand over Papa Parse, as a good engineer usually writes them: regular expressions,
 * Map and Set, Date.parse, strings joined with +. It gives the same counts, the same sum and, but for the line's
 * identity, the same payload. It makes no digests, no totals by state and month and no list of places, which ours
 * does in its time.
 */
"use strict";

importScripts("worker.js", "../job/zip-tables.js", "../job/tables.js", "../npm/papaparse/papaparse.min.js");

const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/;
const REWRITTEN_DATE = /^\d{1,2}\/\d{1,2}\/\d{2,4}/;
const ORDER_ID = /^[S\d]\d\d-\d{7}-\d{7}$/;
const SCIENTIFIC = /^\d(?:[.,]\d*)?[eE]\+\d+$/;
const AMOUNT = /^-?\d{1,13}(?:\.\d{1,2}0*)?$/;
const AMOUNT_WITH_COMMAS = /^-?\d{1,3}(?:,\d{3})+\.\d{2}$/;
const DAMAGED = /[\x00-\x1f\x7f\ufffd]/;
const SPREADSHEET_SIGNS = new Set([
  "id-in-scientific-notation", "order-id-destroyed", "date-rewritten-by-spreadsheet", "amount-with-thousands-commas", "postal-code-lost-zero",
]);
const NEEDS_QUOTES = /[",\n\r]/;
const FIRST_DAY = Date.parse("1995-07-16T00:00:00Z");

const HEADER =
  "line_id,order_id,shipment_id,transaction_type,ordered_at,shipped_at,tax_date,sales_channel,marketplace," +
  "fulfilled_by,tax_collected_by,sku,quantity,currency,item_amount,item_tax,shipping_amount,shipping_tax," +
  "gift_wrap_amount,gift_wrap_tax,item_discount,shipping_discount,ship_to_city,ship_to_state,ship_to_postal_code," +
  "ship_to_country,ship_from_code,ship_from_state,source_record\n";
const AMOUNTS = [
  "item-price", "item-tax", "shipping-price", "shipping-tax", "gift-wrap-price", "gift-wrap-tax",
  "item-promotion-discount", "ship-promotion-discount",
];

const COLUMNS = [
  "amazon-order-id", "shipment-id", "shipment-item-id", "amazon-order-item-id", "purchase-date", "shipment-date", "sku",
  "quantity-shipped", "currency", ...AMOUNTS, "ship-city", "ship-state", "ship-postal-code", "ship-country",
  "fulfillment-center-id", "sales-channel",
];

opponent(async (file, _how, send) => {
  const check = new Check(send);
  await new Promise((resolve, reject) => {
    Papa.parse(file, {
      delimiter: "\t",
      fastMode: true,
      chunk: (results) => check.chunk(results.data),
      complete: resolve,
      error: reject,
    });
  });
  return check.outcome();
});

/** Letters to add, leave out, change or swap with their neighbour. */
function distance(/** @type {string} */ a, /** @type {string} */ b) {
  let [twoAbove, above] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
    }
    [twoAbove, above] = [above, row];
  }
  return above[b.length];
}

class Check {
  constructor(handOver) {
    this.handOver = handOver;
    /** Where each column stands. @type {Map<string, number> | null} */
    this.at = null;
    this.record = 1;
    this.ledger = { read: 0, accepted: 0, repaired: 0, rejected: 0, set_aside: 0 };
    this.findings = new Map();
    this.repairs = new Map();
    this.lines = 0;
    this.cents = 0;
    this.seen = new Map();
    this.csv = HEADER;
  }

  chunk(rows) {
    let first = 0;
    if (!this.at) {
      const plain = (name) => name.toLowerCase().replace(/[\s_-]/g, "");
      const header = rows[0].map(plain);
      this.width = header.length;
      this.at = new Map(COLUMNS.map((name) => [name, header.indexOf(plain(name))]));
      first = 1;
    }
    for (let i = first; i < rows.length; i++) this.row(rows[i]);
    this.handOver(this.csv);
    this.csv = "";
  }

  row(cells) {
    // What Papa gives for the line end at the end of the file.
    if (cells.length === 1 && cells[0] === "") return;
    this.record++;
    this.ledger.read++;
    if (cells.length < this.width) return this.reject("too-few-cells");
    if (cells.length > this.width) return this.reject("too-many-cells");
    this.rejected = false;
    this.repaired = false;
    const cell = (name) => this.trimmed(cells[this.at.get(name)] ?? "");

    const currency = this.currency(cell("currency"));
    const country = this.country(cell("ship-country"));
    const abroad = country !== "" && country !== "US";
    const state = abroad ? cell("ship-state") : this.state(cell("ship-state"));
    const zip = abroad ? cell("ship-postal-code") : this.zip(cell("ship-postal-code"), state);
    const city = this.text(cell("ship-city"));
    const order = cell("amazon-order-id");
    if (order === "") this.error("order-id-missing");
    else if (!ORDER_ID.test(order)) {
      this.error(SCIENTIFIC.test(order) || /^\d{15,}$/.test(order) ? "order-id-destroyed" : "order-id-malformed");
    }
    const shipment = this.id(cell("shipment-id"));
    const shipmentItem = this.id(cell("shipment-item-id"));
    this.id(cell("amazon-order-item-id"));
    const ordered = this.date(cell("purchase-date"));
    const shipped = this.date(cell("shipment-date"));
    const sku = this.text(cell("sku"));
    const quantity = this.quantity(cell("quantity-shipped"));
    const digits = CURRENCIES.get(currency) ?? 2;
    const amounts = AMOUNTS.map((name, index) => this.amount(cell(name), index >= 6));
    const center = this.text(cell("fulfillment-center-id"));
    const channel = this.text(cell("sales-channel"));
    const otherShop = order.startsWith("S") || channel.toLowerCase().startsWith("non-amazon");

    if (!/^(amazon\.|non-amazon)/i.test(channel) && channel !== "") this.error("sales-channel-unknown");
    if (shipment === "") this.note("shipment-id-missing");
    if (otherShop) this.note("multi-channel-order");
    const [orderedAt, shippedAt] = [Date.parse(ordered), Date.parse(shipped)];
    if (shippedAt < orderedAt) this.note("shipped-before-ordered");
    if (shippedAt < FIRST_DAY) this.error("date-before-amazon");
    if (currency === "" && amounts.some((amount) => amount !== "")) this.error("currency-missing");
    const [price, tax] = amounts;
    if (price === "" && !order.startsWith("S")) this.note("item-price-missing");
    if (price === 0 && tax > 0) this.note("tax-without-price");
    if (typeof price === "number" && Math.abs(amounts[6]) > price) this.note("discount-above-price");
    if (!abroad && zip && state && !PREFIXES.get(zip.slice(0, 3)).has(state)) this.error("postal-code-in-another-state");
    if (abroad) this.note("destination-outside-us");
    if (this.rejected) {
      this.ledger.rejected++;
      return;
    }

    const id = order + "|" + shipment + "|" + shipmentItem;
    const times = (this.seen.get(id) ?? 0) + 1;
    this.seen.set(id, times);
    if (times > 1) this.note("line-repeated");
    const marketplace = !otherShop && /^amazon\./i.test(channel || "amazon.");
    let line = (times > 1 ? id + "-" + times : id) + "," + order + "," + quote(shipment) + ",sale," + ordered + "," +
      shipped + "," + shipped.slice(0, 10) + "," + quote(channel) + "," + marketplace + ",amazon," +
      (marketplace ? "unknown" : "seller") + "," + quote(sku) + "," + quantity + "," + currency;
    for (let i = 0; i < amounts.length; i++) {
      const amount = i >= 6 && amounts[i] !== "" ? Math.abs(amounts[i]) : amounts[i];
      line += "," + (amount === "" ? "" : (amount / 100).toFixed(digits));
    }
    this.csv += line + "," + quote(city) + "," + quote(state) + "," + quote(zip.slice(0, abroad ? undefined : 5)) + "," +
      country + "," + quote(center) + "," + (CENTERS.get(center) ?? "") + "," + this.record + "\n";
    if (currency === "USD") {
      this.lines++;
      this.cents += price === "" ? 0 : price;
    }
    if (this.repaired) this.ledger.repaired++;
    else this.ledger.accepted++;
  }

  reject(code) {
    this.error(code);
    this.ledger.rejected++;
  }
  error(code) {
    this.note(code);
    this.rejected = true;
    return "";
  }
  note(code) {
    this.findings.set(code, (this.findings.get(code) ?? 0) + 1);
  }
  repair(code, value) {
    this.repairs.set(code, (this.repairs.get(code) ?? 0) + 1);
    this.repaired = true;
    return value;
  }

  trimmed(text) {
    const trimmed = text.trim();
    return trimmed === text ? text : this.repair("surrounding-blanks", trimmed);
  }
  text(text) {
    if (DAMAGED.test(text)) this.note("text-damaged");
    return text;
  }
  id(text) {
    return SCIENTIFIC.test(text) ? this.error("id-in-scientific-notation") : text;
  }
  date(text) {
    if (text === "") return this.error("date-missing");
    if (DATE.test(text) && !Number.isNaN(Date.parse(text))) return text;
    return this.error(REWRITTEN_DATE.test(text) ? "date-rewritten-by-spreadsheet" : "date-unreadable");
  }
  quantity(text) {
    if (text === "") return this.error("quantity-missing");
    if (!/^\d{1,9}$/.test(text)) return this.error("quantity-unreadable");
    return Number(text) === 0 ? this.error("quantity-zero") : Number(text);
  }
  currency(text) {
    if (text === "" || CURRENCIES.has(text)) return text;
    const capitals = text.toUpperCase();
    return CURRENCIES.has(capitals)
      ? this.repair("currency-in-small-letters", capitals)
      : this.error("currency-unknown");
  }
  country(text) {
    if (text === "") return this.error("country-missing");
    if (COUNTRIES.has(text)) return text;
    return /^(us|usa|u\.s\.(a\.)?|united states( of america)?)$/i.test(text)
      ? this.repair("country-spelled-out", "US")
      : this.error("country-unknown");
  }
  state(text) {
    if (text === "") return this.error("state-missing");
    if (STATES.has(text)) return text;
    const plain = text.toLowerCase().replace(/[.,]/g, "").replace(/[-\s]+/g, " ").trim();
    const code = STATES.has(plain.toUpperCase()) ? plain.toUpperCase() : STATE_NAMES.get(plain);
    if (code) return this.repair("state-spelled-out", code);
    const isNear = (name) => distance(plain, name) <= (name.length > 5 ? 2 : 1);
    return this.error([...STATE_NAMES.keys()].some(isNear) ? "state-misspelled" : "state-unknown");
  }
  zip(text, state) {
    if (text === "") return this.error("postal-code-missing");
    if (/^\d{5}(-\d{4})?$/.test(text)) return text;
    if (/^\d{9}$/.test(text)) return this.repair("postal-code-run-together", text.slice(0, 5) + "-" + text.slice(5));
    if (/^(\d{3,4}|\d{4}-\d{4})$/.test(text)) {
      const padded = text.split("-")[0].padStart(5, "0");
      if (PREFIXES.get(padded.slice(0, 3)).has(state)) return this.repair("postal-code-lost-zero", padded);
    }
    return this.error("postal-code-unreadable");
  }
  /** In cents, which all amounts of these reports can be counted in. */
  amount(text, mayBeNegative) {
    if (text === "") return "";
    let plain = text;
    if (!AMOUNT.test(text)) {
      if (!AMOUNT_WITH_COMMAS.test(text)) return this.error("amount-unreadable");
      plain = this.repair("amount-with-thousands-commas", text.replaceAll(",", ""));
    }
    const cents = Math.round(parseFloat(plain) * 100);
    return cents < 0 && !mayBeNegative ? this.error("amount-negative") : cents;
  }

  outcome() {
    const signs = [...this.findings.keys(), ...this.repairs.keys()].filter((code) => SPREADSHEET_SIGNS.has(code));
    if (signs.length > 1) this.findings.set("opened-in-a-spreadsheet", 1);
    const counts = (list) => Object.fromEntries([...list].sort());
    return {
      rows: this.ledger.read,
      lines: this.lines,
      item_amount: (this.cents / 100).toFixed(2),
      ledger: this.ledger,
      findings: counts(this.findings),
      repairs: counts(this.repairs),
    };
  }
}

function quote(text) {
  return NEEDS_QUOTES.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}
