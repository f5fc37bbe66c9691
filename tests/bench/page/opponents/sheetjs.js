/** The job over SheetJS, which wants the whole text at once. `raw`, or it would make numbers of ZIP codes. */
"use strict";

importScripts("worker.js", "../npm/xlsx/xlsx.full.min.js", "../job/zip-tables.js", "../job/tables.js", "../job/typical.js", "../job/expert.js", "../job/job.js");

const ROWS_AT_ONCE = 2000;

opponent(async (file, how, send) => {
  const job = new Job(how);
  const text = new TextDecoder(how.encoding).decode(await file.arrayBuffer());
  const book = XLSX.read(text, { type: "string", raw: true, dense: true, FS: how.quoted ? "," : "\t" });
  const rows = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1, defval: "" });
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    for (const row of rows.slice(at, at + ROWS_AT_ONCE)) job.row(row);
    send(job.take());
  }
  return job.answer();
});
