/**
 * What the opponents have in common: what they hear and answer, how they read the file, and how the payload leaves
 * them. `bench.js` is the other side. Classic scripts, because `papaparse` and `xlsx` are.
 */
"use strict";

const CHUNK_BYTES = 1 << 20;

/**
 * How a job is to be done, as `plan.rs` says it.
 *
 * @typedef {object} How
 * @property {"typical" | "expert"} [kit]  How the cells are checked.
 * @property {boolean} [quoted]  Quoted CSV instead of tabs.
 * @property {string} [encoding]
 * @property {boolean} [gzip]
 * @property {number} [bufferBytes]
 *
 * @typedef {(text: string) => void} Send  Hands over a part of the payload.
 */

/** @param {(file: File, how: How, send: Send) => Promise<object>} check  Gives the answer. */
function opponent(check) {
  self.onmessage = async ({ data: { file, how } }) => {
    try {
      const hand = (/** @type {Uint8Array<ArrayBuffer>} */ part) => postMessage({ part }, [part.buffer]);
      const [send, end] = how.gzip ? packing(hand) : plain(hand);
      const answer = await check(file, how, send);
      await end();
      postMessage({ answer });
    } catch (error) {
      postMessage({ fault: String(error?.stack ?? error) });
    }
  };
  postMessage({ ready: true });
}

function plain(hand) {
  const encoder = new TextEncoder();
  return [(text) => hand(encoder.encode(text)), async () => {}];
}

function packing(hand) {
  const encoder = new TextEncoder();
  const { readable, writable } = new CompressionStream("gzip");
  const writer = writable.getWriter();
  const packed = readable.pipeTo(new WritableStream({ write: hand }));
  return [
    (text) => void writer.write(encoder.encode(text)),
    async () => {
      await writer.close();
      await packed;
    },
  ];
}

/** Chromium may collect a reader that only a suspended function refers to; its `read()` then never settles. */
const readers = new Set();

/**
 * The fastest way to read a file that browsers have; the default reader where there is no other (WebKit).
 *
 * @param {File} file
 * @param {(chunk: Uint8Array) => void} use
 */
async function eachChunk(file, use, bufferBytes = CHUNK_BYTES) {
  const stream = file.stream();
  let reader;
  let buffer = null;
  try {
    reader = stream.getReader({ mode: "byob" });
    buffer = new ArrayBuffer(bufferBytes);
  } catch {
    reader = stream.getReader();
  }
  readers.add(reader);
  for (;;) {
    const { done, value } = await (buffer ? reader.read(new Uint8Array(buffer)) : reader.read());
    if (done) break;
    use(value);
    if (buffer) buffer = value.buffer;
  }
  readers.delete(reader);
}

/**
 * @param {File} file
 * @param {How} how
 * @param {(text: string) => void} use
 */
async function eachText(file, { encoding = "utf-8" }, use) {
  const decoder = new TextDecoder(encoding);
  await eachChunk(file, (chunk) => use(decoder.decode(chunk, { stream: true })));
  use(decoder.decode());
}
