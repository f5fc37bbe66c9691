/**
 * What is in a zip: its central directory, by APPNOTE.TXT 6.3.10. Archives over 4 GB (ZIP64) or over several
 * disks are not read.
 */

/** @typedef {import("../protocol.js").ZipEntry} ZipEntry */

const END_BYTES = 22;
const END_MARK = 0x06054b50;
const ENTRY_BYTES = 46;
const ENTRY_MARK = 0x02014b50;
const LOCAL_BYTES = 30;
const LOCAL_MARK = 0x04034b50;
const MAX_COMMENT = 0xffff;
const MAX_DIRECTORY = 16 << 20;
const SAYS_ZIP64 = { short: 0xffff, long: 0xffff_ffff };

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/**
 * @param {File} file
 * @returns {Promise<ZipEntry[]>}
 */
async function zipEntries(file) {
  const from = Math.max(0, file.size - END_BYTES - MAX_COMMENT);
  const tail = new DataView((await bytesOf(file, from, file.size)).buffer);
  let at = tail.byteLength - END_BYTES;
  while (at >= 0 && !(tail.getUint32(at, true) === END_MARK && at + END_BYTES + tail.getUint16(at + 20, true) <= tail.byteLength)) at -= 1;
  if (at < 0) throw new Trouble("container-damaged");
  const count = tail.getUint16(at + 10, true);
  const bytes = tail.getUint32(at + 12, true);
  const start = tail.getUint32(at + 16, true);
  const manyDisks = tail.getUint16(at + 4, true) !== 0 || tail.getUint16(at + 8, true) !== count;
  if (manyDisks || count === SAYS_ZIP64.short || start === SAYS_ZIP64.long) throw new Trouble("container-unsupported");
  if (bytes > MAX_DIRECTORY) throw new Trouble("container-too-large");
  // What was put in front of an archive moves everything in it.
  const moved = from + at - bytes - start;
  if (moved < 0) throw new Trouble("container-damaged");
  return entriesIn(await bytesOf(file, moved + start, moved + start + bytes), count, moved);
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} count
 * @param {number} moved
 */
function entriesIn(bytes, count, moved) {
  const view = new DataView(bytes.buffer);
  /** @type {ZipEntry[]} */
  const entries = [];
  for (let at = 0; entries.length < count;) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY_MARK) throw new Trouble("container-damaged");
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const [packed = 0, unpacked = 0, start = 0] = [20, 24, 42].map((offset) => view.getUint32(at + offset, true));
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const zip64 = [packed, unpacked, start].includes(SAYS_ZIP64.long);
    entries.push({
      // As the command line reads them, whatever the archive says.
      name: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name)),
      start: moved + start,
      packed,
      bytes: unpacked,
      crc: view.getUint32(at + 16, true),
      stored: method === STORED,
      readable: (method === STORED || method === DEFLATED) && !zip64,
      encrypted: (flags & ENCRYPTED) !== 0,
    });
    at += ENTRY_BYTES + name + extra + comment;
  }
  return entries;
}

/**
 * Where an entry's data begins: behind its own header, which has a name and extra fields of its own.
 *
 * @param {File} file
 * @param {ZipEntry} entry
 */
async function dataStart(file, { start, packed }) {
  if (start + LOCAL_BYTES > file.size) throw new Trouble("container-damaged");
  const head = new DataView((await bytesOf(file, start, start + LOCAL_BYTES)).buffer);
  if (head.getUint32(0, true) !== LOCAL_MARK) throw new Trouble("container-damaged");
  const data = start + LOCAL_BYTES + head.getUint16(26, true) + head.getUint16(28, true);
  if (data + packed > file.size) throw new Trouble("container-damaged");
  return data;
}
