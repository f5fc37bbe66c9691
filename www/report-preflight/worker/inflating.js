/** What is compressed, by the browser's own decompressor, which also checks the sum at the end. */

/**
 * Gives `use` what the compressed bytes of `feed` hold. Damage is a trouble; what fails in reading stays a fault.
 *
 * @param {(give: (chunk: Uint8Array<ArrayBuffer>) => Promise<boolean>) => Promise<unknown>} feed  gzip.
 * @param {(chunk: Uint8Array<ArrayBuffer>) => boolean} use
 */
async function inflate(feed, use) {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  const reader = /** @type {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>} */ (readable.getReader());
  readers.add(reader);
  let wanted = true;
  /** @type {Fault | null} */
  let fault = null;
  // A chunk is the reader's again as soon as it is given, so what the decompressor gets is a copy.
  const give = (/** @type {Uint8Array<ArrayBuffer>} */ chunk) => writer.write(chunk.slice()).then(() => wanted);
  const fed = feed(give).then(() => writer.close(), (error) => {
    if (error instanceof Fault) fault = error;
    return writer.abort(error);
  });
  fed.catch(() => {});
  const next = () => reader.read().catch(() => Promise.reject(fault ?? new Trouble("container-damaged")));
  try {
    for (;;) {
      const { done, value } = await next();
      if (done) return;
      wanted = use(value);
      if (!wanted) return;
    }
  } finally {
    wanted = false;
    readers.delete(reader);
    reader.cancel().catch(() => {});
    writer.abort().catch(() => {});
    // Nothing of this reading may come in the way of the next one.
    await fed.catch(() => {});
  }
}

const GZIP_HEADER = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** The most that one block of deflate can hold uncompressed. */
const BLOCK_BYTES = 0xffff;

/**
 * A member of a zip, dressed as gzip: so its checksum and its length are checked too.
 *
 * @param {File} file
 * @param {import("../protocol.js").ZipEntry} entry
 * @param {number} start  Where its data begins.
 * @param {(chunk: Uint8Array<ArrayBuffer>) => Promise<boolean>} give
 * @param {(at: number) => void} progress
 */
async function feedMember(file, entry, start, give, progress) {
  await give(GZIP_HEADER);
  await readAll(file, { start, end: start + entry.packed }, async (chunk, at) => {
    progress(at - start);
    return entry.stored ? giveStored(chunk, give) : give(chunk);
  });
  const end = new DataView(new ArrayBuffer(8));
  end.setUint32(0, entry.crc, true);
  end.setUint32(4, entry.bytes, true);
  if (entry.stored) await give(blockHead(0, true));
  await give(new Uint8Array(end.buffer));
}

/**
 * @param {Uint8Array<ArrayBuffer>} chunk
 * @param {(chunk: Uint8Array<ArrayBuffer>) => Promise<boolean>} give
 */
async function giveStored(chunk, give) {
  for (let at = 0; at < chunk.length; at += BLOCK_BYTES) {
    const block = chunk.subarray(at, at + BLOCK_BYTES);
    await give(blockHead(block.length, false));
    if (!await give(block)) return false;
  }
  return true;
}

/** @param {number} length @param {boolean} last */
function blockHead(length, last) {
  return new Uint8Array([last ? 1 : 0, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff]);
}
