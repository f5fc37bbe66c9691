/**
 * The job as SQL in DuckDB-wasm, set up as its documentation says: the bundle for browsers with wasm exceptions, in
 * its own worker, the file by its handle, read directly; the columns named, so that nothing is guessed. It copies
 * the clean records and lists no issues. Loaded only when it is asked for: it is 34 MB.
 */

const npm = new URL("../npm/", import.meta.url);
const zipTables = new URL("../job/zip-tables.js", import.meta.url);
const tables = new URL("../job/tables.js", import.meta.url);

/** @param {{ quoted?: boolean, encoding?: string }} how */
export async function duckdb({ quoted = false, encoding = "utf-8" }) {
  const duckdb = await import(new URL("duckdb/duckdb-browser.mjs", npm).href);
  const worker = new Worker(new URL("duckdb/duckdb-browser-eh.worker.js", npm));
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate(new URL("duckdb/duckdb-eh.wasm", npm).href);
  await database.open({ query: { castBigIntToDouble: true } });
  const connection = await database.connect();
  for (const statement of await setUp()) await connection.query(statement);
  const one = async (/** @type {string} */ query) => (await connection.query(query)).toArray()[0].toJSON();

  let source = "";
  return {
    async check(/** @type {File} */ file, /** @type {(part: BlobPart) => void} */ hand) {
      await database.dropFiles(["report", "payload.csv"]);
      await database.registerFileHandle("report", file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
      source = report(await columnsOf(file, quoted ? "," : "\t"), quoted, encoding);
      await connection.query(copy(source));
      hand(await database.copyFileToBuffer("payload.csv"));
    },
    async answer() {
      const { rows } = await one(`SELECT count(*) AS rows FROM ${source}`);
      const dollars = await one(DOLLARS);
      return { rows, ...dollars };
    },
    end: () => worker.terminate(),
  };
}

const DOLLARS = `
  SELECT count(*) AS lines, CAST(sum(CAST(item_amount AS DECIMAL(18, 2))) AS VARCHAR) AS item_amount
  FROM read_csv('payload.csv', all_varchar = true, header = true, delim = ',') WHERE currency = 'USD'`;

/** The header, read before: naming the columns spares DuckDB its guesses. @param {File} file @param {string} comma */
async function columnsOf(file, comma) {
  const [header] = (await file.slice(0, 1 << 14).text()).split(/\r?\n/);
  return header.split(comma).map((name) => name.replaceAll('"', ""));
}

/** Cells that are not there are NULL, empty ones are empty. */
function report(columns, quoted, encoding) {
  const types = columns.map((name) => `'${name}': 'VARCHAR'`).join(", ");
  const written = quoted ? `delim = ',', quote = '"', escape = '"', new_line = '\\r\\n'` : `delim = '\\t', quote = '', escape = '', new_line = '\\n'`;
  const latin = encoding === "utf-8" ? "" : ", encoding = 'latin-1'";
  return `read_csv('report', auto_detect = false, header = true, columns = {${types}}, ${written}, null_padding = true, nullstr = '\\N'${latin})`;
}

/** The tables that the other opponents look things up in. */
async function setUp() {
  const scripts = await Promise.all([zipTables, tables].map(async (url) => (await fetch(url)).text()));
  const { CURRENCIES, COUNTRIES, STATES, PREFIXES } = new Function(
    `${scripts.join("\n")}\nreturn { CURRENCIES, COUNTRIES, STATES, PREFIXES };`,
  )();
  const values = (/** @type {string[][]} */ rows) => rows.map((row) => `(${row.map((value) => `'${value}'`).join(", ")})`).join(", ");
  const table = (name, columns, rows) => `CREATE TABLE ${name} AS SELECT * FROM (VALUES ${values(rows)}) AS t(${columns})`;
  const states = [...STATES].flatMap(([code, name]) => [[code.toLowerCase(), code], [name, code]]);
  const places = [...PREFIXES].flatMap(([prefix, states]) => [...states].map((state) => [prefix, state]));
  return [
    table("currencies", "code", [...CURRENCIES.keys()].map((code) => [code])),
    table("countries", "code", [...COUNTRIES].map((code) => [code])),
    table("states", "spelled, code", states),
    table("places", "prefix, state", places),
  ];
}

/** @param {string} report */
function copy(report) {
  const money = (/** @type {string} */ column) => `CASE WHEN "${column}" = '' THEN 0 ELSE TRY_CAST(replace("${column}", ',', '') AS DECIMAL(18, 2)) END`;
  return `
COPY (
  WITH read AS (
    SELECT
      "amazon-order-id" AS order_id, "shipment-id" AS shipment_id, "shipment-item-id" AS shipment_item_id,
      "amazon-order-item-id" AS item_id, TRY_CAST("purchase-date" AS TIMESTAMP) AS ordered,
      TRY_CAST("shipment-date" AS TIMESTAMP) AS shipped, sku, TRY_CAST("quantity-shipped" AS INTEGER) AS quantity,
      upper(currency) AS currency, ${money("item-price")} AS item_amount, ${money("item-tax")} AS item_tax,
      ${money("shipping-price")} AS shipping_amount, ${money("shipping-tax")} AS shipping_tax,
      ${money("item-promotion-discount")} AS item_discount, "ship-city" AS city,
      lower("ship-state") AS spelled, "ship-state" AS state_text,
      CASE WHEN length("ship-postal-code") IN (3, 4) THEN lpad("ship-postal-code", 5, '0') ELSE "ship-postal-code" END AS zip,
      "ship-country" AS country, "fulfillment-center-id" AS center, "sales-channel" AS channel
    FROM ${report}
  )
  SELECT
    order_id, shipment_id, shipment_item_id, item_id, strftime(ordered, '%Y-%m-%dT%H:%M:%SZ') AS ordered_utc,
    strftime(shipped, '%Y-%m-%dT%H:%M:%SZ') AS shipped_utc, sku, quantity, currency, item_amount, item_tax,
    shipping_amount, shipping_tax, item_discount, city, CASE WHEN country = 'US' THEN states.code ELSE state_text END AS state,
    zip, country, center, channel
  FROM read
  LEFT JOIN states ON read.spelled = states.spelled
  LEFT JOIN places ON places.prefix = zip[1:3] AND places.state = states.code
  WHERE regexp_full_match(order_id, '[S0-9][0-9]{2}-[0-9]{7}-[0-9]{7}')
    AND regexp_full_match(shipment_id, '[A-Za-z0-9]{5,20}')
    AND regexp_full_match(item_id, '[0-9]{14}')
    AND ordered IS NOT NULL AND shipped IS NOT NULL
    AND length(sku) BETWEEN 1 AND 40 AND quantity > 0
    AND currency IN (FROM currencies) AND country IN (FROM countries)
    AND item_amount >= 0 AND item_tax >= 0 AND shipping_amount >= 0 AND shipping_tax >= 0 AND item_discount IS NOT NULL
    AND (country <> 'US' OR (places.state IS NOT NULL AND regexp_full_match(zip, '[0-9]{5}(-[0-9]{4})?')))
    AND regexp_matches(lower(channel), '^(amazon\\.|non-amazon)')
) TO 'payload.csv' (FORMAT csv, HEADER, DELIMITER ',')`;
}
