/** Reads the file and does nothing with it: what the browser allows at most. */
"use strict";

const CHUNK_BYTES = 1 << 20;
/** Chromium may collect a reader that only a suspended function refers to. */
const readers = new Set();

self.onmessage = async ({ data }) => {
  if (data.type === "start") return postMessage({ id: data.id, type: "ready" });
  const reader = data.file.stream().getReader({ mode: "byob" });
  readers.add(reader);
  let buffer = new ArrayBuffer(CHUNK_BYTES);
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done) break;
    bytes += value.byteLength;
    buffer = value.buffer;
  }
  readers.delete(reader);
  postMessage({ id: data.id, type: "outcome", outcome: { bytes } });
};
