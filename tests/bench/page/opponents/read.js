/** Reads the file and does nothing with it: what the browser allows at most. */
"use strict";

importScripts("worker.js");

opponent(async (file, { bufferBytes }) => {
  let bytes = 0;
  await eachChunk(file, (chunk) => (bytes += chunk.byteLength), bufferBytes);
  return { bytes };
});
