// Runs the SQL that comes on standard input in DuckDB, and prints the rows of its last statement as JSON.
const { readFileSync } = require("node:fs");
const { DuckDBInstance } = require("@duckdb/node-api");

async function main() {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const reader = await connection.runAndReadAll(readFileSync(0, "utf8"));
  console.log(JSON.stringify(reader.getRowObjectsJson()));
}

main().catch((error) => {
  console.error(String(error));
  process.exitCode = 1;
});
