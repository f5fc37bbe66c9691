// Runs the SQL that comes on standard input in DuckDB, and prints the rows of its last statement as JSON.
const { readFileSync } = require("node:fs");
const { DuckDBInstance } = require("@duckdb/node-api");

async function main() {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const statements = await connection.extractStatements(readFileSync(0, "utf8"));
  let rows;
  for (let at = 0; at < statements.count; at++) {
    const reader = await (await statements.prepare(at)).runAndReadAll();
    rows = reader.getRowObjectsJson();
  }
  console.log(JSON.stringify(rows));
}

main().catch((error) => {
  console.error(String(error));
  process.exitCode = 1;
});
