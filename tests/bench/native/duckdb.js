// Runs duckdb.sql as often as a line comes, and answers with the milliseconds: REPORT OUT TABLES THREADS.
// Set up as its docs advise: no sniffing, the order of rows not kept, the tables loaded before. And better than it
// does by itself: not knowing how many lines a file has, it would join with the report as the hashed side, which takes
// a fifth longer.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { createInterface } = require("node:readline");
const { DuckDBInstance, version } = require("@duckdb/node-api");

const [report, out, tables, threads] = process.argv.slice(2);

async function main() {
  const connection = await (await DuckDBInstance.create(":memory:", { threads })).connect();
  const header = readFileSync(report, "utf8").split("\n", 1)[0].split("\t");
  const columns = header.map((name) => `'${name}': 'VARCHAR'`).join(", ");
  await connection.run(`
    SET preserve_insertion_order = false;
    SET disabled_optimizers = 'join_order,build_side_probe_side';
    CREATE VIEW report AS FROM read_csv('${report}', columns = {${columns}}, auto_detect = false, header = true,
      delim = '\t', quote = '', escape = '', new_line = '\\n');
    CREATE TABLE states AS FROM read_csv('${join(tables, "states.csv")}', all_varchar = true);
    CREATE TABLE places AS FROM read_csv('${join(tables, "places.csv")}', all_varchar = true);
    CREATE TABLE countries AS FROM read_csv('${join(tables, "countries.csv")}', all_varchar = true, header = true);`);
  const job = readFileSync(join(__dirname, "duckdb.sql"), "utf8").replace("$OUT", out);
  console.log(JSON.stringify({ version: version() }));
  for await (const _ of createInterface({ input: process.stdin })) {
    const start = performance.now();
    await connection.run(job);
    console.log(JSON.stringify({ ms: performance.now() - start }));
  }
}

main().catch((error) => {
  console.error(String(error));
  process.exitCode = 1;
});
