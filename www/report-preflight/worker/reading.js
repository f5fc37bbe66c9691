/** Reading files from the disk. */

const CHUNK_BYTES = 1 << 20;
/** How long a read may give nothing before the file is opened again; doubled each time, up to the last. */
const FIRST_PATIENCE_MS = 250;
const LAST_PATIENCE_MS = 16_000;

/**
 * What is done with a chunk. It is gone when that is over: its buffer may be used again. False: no more is wanted.
 *
 * @typedef {(chunk: Uint8Array<ArrayBuffer>, end: number) => boolean | Promise<boolean>} Use
 *
 * Where to read: by default from the beginning to the end, whatever length the file has by then.
 * @typedef {{ start?: number, end?: number, chunkBytes?: number }} Range
 */

/**
 * Gives `use` each chunk, until the end or until it says false. Returns how far it came.
 *
 * A read can stay unanswered for ever (Chromium has lost readers to its garbage collector, and drives fall
 * asleep), so a read that gives nothing for a while is given up and the file opened again where it stood.
 *
 * @param {File} file
 * @param {Range} range
 * @param {Use} use
 */
async function read(file, { start = 0, end, chunkBytes = CHUNK_BYTES }, use) {
  let at = start;
  let patience = FIRST_PATIENCE_MS;
  let source = open(file, at, end, chunkBytes);
  try {
    for (;;) {
      const result = await within(patience, source.next());
      if (result === "silent") {
        if (patience >= LAST_PATIENCE_MS) throw new Fault("file-unreadable", "no bytes came");
        patience *= 2;
        source.close();
        source = open(file, at, end, chunkBytes);
        continue;
      }
      if (result.value?.byteLength) {
        at += result.value.byteLength;
        const wanted = use(result.value, at);
        if (!(wanted === true || await wanted)) return at;
      }
      if (result.done) return at;
    }
  } finally {
    source.close();
  }
}

/**
 * The same where every byte is needed.
 *
 * @param {File} file
 * @param {Range} range
 * @param {Use} use
 */
async function readAll(file, range, use) {
  let wanted = true;
  const { end = file.size } = range;
  const came = await read(file, range, (chunk, at) => {
    const more = use(chunk, at);
    if (typeof more === "boolean") return (wanted = more);
    return more.then((more) => (wanted = more));
  });
  if (wanted && came !== end) throw new Fault("file-changed", `${came} of ${end} bytes`);
  return came;
}

/**
 * @param {File} file
 * @param {number} start
 * @param {number} end
 * @param {(at: number) => void} [progress]
 */
async function bytesOf(file, start, end, progress = () => {}) {
  const bytes = new Uint8Array(end - start);
  await readAll(file, { start, end }, (chunk, at) => {
    bytes.set(chunk, at - chunk.length - start);
    progress(at);
    return true;
  });
  return bytes;
}

/**
 * The readers in use. Chromium may collect a reader that only a suspended function refers to, and its `read()`
 * then never settles; from here they can be reached.
 *
 * @type {Set<{ cancel(): Promise<void> }>}
 */
const readers = new Set();

/**
 * @param {File} file
 * @param {number} start
 * @param {number | undefined} end
 * @param {number} chunkBytes
 */
function open(file, start, end, chunkBytes) {
  // A slice keeps to the length that was known; the file itself is read to where it ends now.
  const part = start === 0 && end === undefined ? file : file.slice(start, end);
  const reader = bytesReader(part, chunkBytes) ?? slicesReader(part, chunkBytes);
  readers.add(reader);
  return {
    next: () => reader.read().catch((error) => Promise.reject(unreadable(file, error))),
    close() {
      readers.delete(reader);
      reader.cancel().catch(() => {});
    },
  };
}

/**
 * A reader into one buffer that goes to and fro, which is the fastest there is; null where the browser has no
 * such readers for files.
 *
 * @param {Blob} part
 * @param {number} chunkBytes
 */
function bytesReader(part, chunkBytes) {
  /** @type {ReadableStreamBYOBReader} */
  let reader;
  try {
    reader = part.stream().getReader({ mode: "byob" });
  } catch {
    return null;
  }
  let buffer = new ArrayBuffer(chunkBytes);
  return {
    async read() {
      const result = await reader.read(new Uint8Array(buffer));
      if (result.value) buffer = result.value.buffer;
      return result;
    },
    cancel: () => reader.cancel(),
  };
}

/**
 * Piece by piece: for WebKit, where it is faster than a stream, and where a stream reads far ahead.
 *
 * @param {Blob} part
 * @param {number} chunkBytes
 */
function slicesReader(part, chunkBytes) {
  let at = 0;
  return {
    async read() {
      const value = new Uint8Array(await part.slice(at, at + chunkBytes).arrayBuffer());
      at += value.byteLength;
      return { done: value.byteLength === 0, value };
    },
    async cancel() {},
  };
}

/** @param {File} file @param {unknown} error */
function unreadable(file, error) {
  // What a folder looks like when it is handed over as a file: no type, no ending, a size that the disk chose.
  const folder = file.type === "" && !file.name.includes(".") && file.size % 32 === 0;
  return new Fault(folder ? "is-directory" : "file-unreadable", text(error));
}

/**
 * "silent" where the promise is not settled in time.
 *
 * @template T
 * @param {number} ms
 * @param {Promise<T>} promise
 * @returns {Promise<T | "silent">}
 */
function within(ms, promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms, "silent");
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
