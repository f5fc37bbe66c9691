/** The job over uDSV, the fastest parser there is in JavaScript, fed chunk by chunk as its README shows. */
"use strict";

importScripts("worker.js", "../npm/udsv/uDSV.iife.min.js", "../job/zip-tables.js", "../job/tables.js", "../job/typical.js", "../job/expert.js", "../job/job.js");

opponent(async (file, how, send) => {
  const job = new Job(how);
  let parser = null;
  const use = (/** @type {string[]} */ row) => job.row(row);
  await eachText(file, how, (text) => {
    if (text === "") return;
    if (!parser) {
      const schema = uDSV.inferSchema(text, how.quoted ? { col: ",", encl: '"' } : { col: "\t", encl: "" });
      parser = uDSV.initParser(schema);
      job.row(schema.cols.map(({ name }) => name));
    }
    parser.chunk(text, parser.stringArrs, use);
    send(job.take());
  });
  parser.end();
  send(job.take());
  return job.answer();
});
