// The bench's job in Polars: the same cells checked, the same lines written. What fails a check is left out.
// Runs as often as a line comes, and answers with the milliseconds: REPORT OUT TABLES. POLARS_MAX_THREADS says how
// many threads. Set up as its docs advise: scanned and sunk, so streamed; no schema inferred; no order kept.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { createInterface } = require("node:readline");
const pl = require("nodejs-polars");

const [report, out, tables] = process.argv.slice(2);
const CURRENCIES = "USD CAD MXN BRL GBP EUR SEK PLN TRY AED SAR EGP INR SGD AUD ZAR CNY HKD COP CHF".split(" ");

/** @param {string} name */
const table = (name) => pl.readCSV(join(tables, name), { inferSchemaLength: 0 });
const cell = pl.col;
const filled = (/** @type {string} */ name) => cell(name).str.lengths().gtEq(1).and(cell(name).str.lengths().ltEq(40));
const amount = (/** @type {string} */ name) => cell(name).str.replaceAll(",", "", true).cast(pl.Float64, false);

function job() {
  const states = table("states.csv").lazy();
  const places = table("places.csv").withColumn(pl.lit(true).alias("fits")).lazy();
  const countries = table("countries.csv").getColumn("code");
  const isDate = (/** @type {string} */ name) =>
    cell(name).str.contains("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)$")
      .and(cell(name).str.slice(0, 19).str.strptime(pl.Datetime("ms"), "%Y-%m-%dT%H:%M:%S").isNotNull());
  return pl.scanCSV(report, { sep: "\t", quoteChar: "\u0001", inferSchemaLength: 0, lowMemory: false })
    .filter(
      cell("amazon-order-id").str.contains("^[S0-9][0-9]{2}-[0-9]{7}-[0-9]{7}$")
        .and(filled("shipment-id"))
        .and(cell("amazon-order-item-id").str.contains("^[0-9]{14}$"))
        .and(isDate("purchase-date"))
        .and(isDate("shipment-date"))
        .and(filled("sku"))
        .and(cell("ship-country").isIn(countries))
        .and(cell("sales-channel").str.contains("^(?i)(non-)?amazon")),
    )
    .withColumns(
      cell("quantity-shipped").cast(pl.Int32, false).alias("quantity"),
      cell("currency").str.toUpperCase().alias("currency"),
      amount("item-price").alias("item_amount"),
      amount("item-tax").alias("item_tax"),
      amount("shipping-price").alias("shipping_amount"),
      amount("shipping-tax").alias("shipping_tax"),
      amount("item-promotion-discount").abs().alias("item_discount"),
      cell("ship-state").str.toLowerCase().alias("text"),
      cell("ship-postal-code").str.slice(0, 5).str.zFill(5).alias("zip5"),
      cell("ship-country").eq(pl.lit("US")).alias("domestic"),
    )
    .filter(
      cell("quantity").gt(0)
        .and(cell("currency").isIn(CURRENCIES))
        .and(cell("item_amount").gtEq(0)).and(cell("item_tax").gtEq(0))
        .and(cell("shipping_amount").gtEq(0)).and(cell("shipping_tax").gtEq(0))
        .and(cell("item_discount").isNotNull().or(cell("item-promotion-discount").isNull()))
        .and(cell("domestic").not().or(cell("ship-postal-code").str.contains("^[0-9]{3,5}(-[0-9]{4})?$"))),
    )
    .withColumn(cell("zip5").str.slice(0, 3).alias("zip3"))
    .join(states, { on: "text", how: "left" })
    .join(places, { on: ["zip3", "state"], how: "left" })
    // Other countries have states and postal codes of their own.
    .filter(cell("domestic").not().or(cell("fits").isNotNull()))
    .select(
      cell("amazon-order-id").alias("order_id"),
      cell("shipment-id").alias("shipment_id"),
      pl.lit("sale").alias("transaction_type"),
      cell("purchase-date").alias("ordered_at"),
      cell("shipment-date").alias("shipped_at"),
      cell("shipment-date").str.slice(0, 10).alias("tax_date"),
      cell("sales-channel").alias("sales_channel"),
      pl.lit("amazon").alias("fulfilled_by"),
      cell("sku"), cell("quantity"), cell("currency"), cell("item_amount"), cell("item_tax"), cell("shipping_amount"),
      cell("shipping_tax"), cell("item_discount"),
      cell("ship-city").alias("ship_to_city"),
      pl.when(cell("domestic")).then(cell("state")).otherwise(cell("ship-state")).alias("ship_to_state"),
      pl.when(cell("domestic")).then(cell("zip5")).otherwise(cell("ship-postal-code")).alias("ship_to_postal_code"),
      cell("ship-country").alias("ship_to_country"),
    )
    .sinkCSV(out, { floatPrecision: 2, maintainOrder: false });
}

async function main() {
  console.log(JSON.stringify({ version: pl.version }));
  for await (const _ of createInterface({ input: process.stdin })) {
    const start = performance.now();
    await job().collect({ streaming: true });
    console.log(JSON.stringify({ ms: performance.now() - start }));
  }
}

main().catch((error) => {
  console.error(String(error));
  process.exitCode = 1;
});
