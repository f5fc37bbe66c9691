/**
 * The job that all opponents in JavaScript do: 20 columns found by their header names, 17 of them validated, every
 * issue of a record collected, the clean records written as CSV. Ours does far more in its time: it finds out what
 * the file is, looks at every column it knows, repairs, finds repeated lines, adds up by state and month, makes the
 * manifest and the digests.
 *
 * How a cell is checked is the kit's: `typical.js` as a good engineer writes it, `expert.js` tuned by hand.
 */
"use strict";

const KITS = { typical: TYPICAL, expert: EXPERT };

const INPUT = [
  "amazon-order-id", "shipment-id", "shipment-item-id", "amazon-order-item-id", "purchase-date", "shipment-date", "sku",
  "quantity-shipped", "currency", "item-price", "item-tax", "shipping-price", "shipping-tax",
  "item-promotion-discount", "ship-city", "ship-state", "ship-postal-code", "ship-country", "fulfillment-center-id",
  "sales-channel",
];
const OUTPUT =
  "order_id,shipment_id,shipment_item_id,item_id,ordered_utc,shipped_utc,sku,quantity,currency,item_amount,item_tax," +
  "shipping_amount,shipping_tax,item_discount,city,state,zip,country,center,channel\n";

class Job {
  /** @param {{ kit?: "typical" | "expert" }} how */
  constructor({ kit = "typical" }) {
    this.kit = KITS[kit];
    /** Where each of the columns stands. @type {number[] | null} */
    this.at = null;
    this.width = 0;
    this.rows = 0;
    this.lines = 0;
    this.cents = 0;
    /** Row and column of each issue. @type {number[]} */
    this.issueRows = [];
    /** @type {string[]} */
    this.issueFields = [];
    this.csv = OUTPUT;
  }

  /** The payload since the last time. */
  take() {
    const { csv } = this;
    this.csv = "";
    return csv;
  }

  /** @param {string} field */
  issue(field) {
    this.issueRows.push(this.rows);
    this.issueFields.push(field);
  }

  /** @param {string[]} cells */
  row(cells) {
    const { at, kit } = this;
    if (!at) return this.header(cells);
    // What some parsers give for the line end at the end of the file.
    if (cells.length === 1 && cells[0] === "") return;
    this.rows++;
    if (cells.length !== this.width) return this.issue("record");
    const before = this.issueRows.length;

    const order = cells[at[0]];
    if (!kit.orderId(order)) this.issue("amazon-order-id");
    const shipment = cells[at[1]];
    if (!kit.shipmentId(shipment)) this.issue("shipment-id");
    const shipmentItem = cells[at[2]];
    const item = cells[at[3]];
    if (!kit.itemId(item)) this.issue("amazon-order-item-id");
    const ordered = kit.date(cells[at[4]]);
    if (ordered === "") this.issue("purchase-date");
    const shipped = kit.date(cells[at[5]]);
    if (shipped === "") this.issue("shipment-date");
    const sku = cells[at[6]];
    if (sku.length === 0 || sku.length > 40) this.issue("sku");
    const quantity = kit.quantity(cells[at[7]]);
    if (quantity === 0) this.issue("quantity-shipped");
    const currency = kit.currency(cells[at[8]]);
    if (currency === "") this.issue("currency");
    const price = kit.cents(cells[at[9]]);
    if (!(price >= 0)) this.issue("item-price");
    const tax = kit.cents(cells[at[10]]);
    if (!(tax >= 0)) this.issue("item-tax");
    const shipping = kit.cents(cells[at[11]]);
    if (!(shipping >= 0)) this.issue("shipping-price");
    const shippingTax = kit.cents(cells[at[12]]);
    if (!(shippingTax >= 0)) this.issue("shipping-tax");
    const discount = kit.cents(cells[at[13]]);
    if (discount !== discount) this.issue("item-promotion-discount");
    const country = kit.country(cells[at[17]]);
    if (country === "") this.issue("ship-country");
    let state = cells[at[15]];
    let zip = cells[at[16]];
    if (country === "US") {
      state = kit.state(state);
      if (state === "") this.issue("ship-state");
      else {
        zip = kit.zip(zip, state);
        if (zip === "") this.issue("ship-postal-code");
      }
    }
    const channel = cells[at[19]];
    if (!kit.channel(channel)) this.issue("sales-channel");
    if (this.issueRows.length > before) return;

    this.csv += order + "," + shipment + "," + shipmentItem + "," + item + "," + ordered + "," + shipped + "," +
      kit.quote(sku) + "," + quantity + "," + currency + "," + kit.money(cells[at[9]], price) + "," +
      kit.money(cells[at[10]], tax) + "," + kit.money(cells[at[11]], shipping) + "," +
      kit.money(cells[at[12]], shippingTax) + "," + kit.money(cells[at[13]], discount) + "," +
      kit.quote(cells[at[14]]) + "," + kit.quote(state) + "," + kit.quote(zip) + "," + country + "," +
      kit.quote(cells[at[18]]) + "," + kit.quote(channel) + "\n";
    if (currency === "USD") {
      this.lines++;
      this.cents += price;
    }
  }

  /** @param {string[]} cells */
  header(cells) {
    const names = cells.map((name) => name.trim().toLowerCase());
    this.width = names.length;
    this.at = INPUT.map((name) => names.indexOf(name));
    if (this.at.includes(-1)) throw new Error(`no column ${INPUT[this.at.indexOf(-1)]}`);
  }

  answer() {
    return { rows: this.rows, lines: this.lines, item_amount: (this.cents / 100).toFixed(2), issues: this.issueRows.length };
  }
}
