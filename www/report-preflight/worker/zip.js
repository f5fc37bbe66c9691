/**
 * What is in a zip: its central directory, by APPNOTE.TXT 6.3.10, with the wider fields of ZIP64 that some programs
 * always write. Archives over several disks are not read.
 */

/** @typedef {import("../protocol.js").ZipEntry} ZipEntry */

const END_BYTES = 22;
const END_MARK = 0x06054b50;
const ENTRY_BYTES = 46;
const ENTRY_MARK = 0x02014b50;
const LOCAL_BYTES = 30;
const LOCAL_MARK = 0x04034b50;
const WIDE_END_BYTES = 56;
const WIDE_END_MARK = 0x06064b50;
const LOCATOR_BYTES = 20;
const LOCATOR_MARK = 0x07064b50;
/** The extra field with an entry's wider numbers. */
const WIDE_FIELD = 1;
const MAX_COMMENT = 0xffff;
const MAX_DIRECTORY = 16 << 20;
/** Stands where the number is in a wider field. */
const ELSEWHERE = { short: 0xffff, long: 0xffff_ffff };

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
  let end = {
    at: from + at,
    count: tail.getUint16(at + 10, true),
    bytes: tail.getUint32(at + 12, true),
    start: tail.getUint32(at + 16, true),
  };
  if (tail.getUint16(at + 4, true) !== 0 || tail.getUint16(at + 8, true) !== end.count) throw new Trouble("container-unsupported");
  if (end.count === ELSEWHERE.short || end.bytes === ELSEWHERE.long || end.start === ELSEWHERE.long) {
    end = await wideEnd(file, from + at);
  }
  const { count, bytes, start } = end;
  if (bytes > MAX_DIRECTORY) throw new Trouble("container-too-large");
  // What was put in front of an archive moves everything in it.
  const moved = end.at - bytes - start;
  if (moved < 0) throw new Trouble("container-damaged");
  return entriesIn(await bytesOf(file, moved + start, moved + start + bytes), count, moved);
}

/**
 * The end of the central directory in its wider form, right before the locator that stands before the short one.
 *
 * @param {File} file
 * @param {number} shortEnd
 */
async function wideEnd(file, shortEnd) {
  const at = shortEnd - LOCATOR_BYTES - WIDE_END_BYTES;
  if (at < 0) throw new Trouble("container-damaged");
  const view = new DataView((await bytesOf(file, at, shortEnd)).buffer);
  const found = view.getUint32(0, true) === WIDE_END_MARK && view.getUint32(WIDE_END_BYTES, true) === LOCATOR_MARK;
  // It may be longer than programs make it.
  if (!found) throw new Trouble("container-unsupported");
  return { at, count: wide(view, 32), bytes: wide(view, 40), start: wide(view, 48) };
}

/** @param {DataView} view @param {number} at */
function wide(view, at) {
  return Number(view.getBigUint64(at, true));
}

/**
 * The numbers of an entry, from the wider fields where those say so.
 *
 * @param {number[]} numbers  unpacked, packed, start
 * @param {DataView} extra
 */
function widened(numbers, extra) {
  for (let at = 0; at + 4 <= extra.byteLength;) {
    const [id, length] = [extra.getUint16(at, true), extra.getUint16(at + 2, true)];
    let next = at + 4;
    at = next + length;
    if (id !== WIDE_FIELD || at > extra.byteLength) continue;
    return numbers.map((number) => {
      if (number !== ELSEWHERE.long || next + 8 > at) return number;
      next += 8;
      return wide(extra, next - 8);
    });
  }
  return numbers;
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
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const extraStart = at + ENTRY_BYTES + name;
    if (extraStart + extra > bytes.length) throw new Trouble("container-damaged");
    const [unpacked = 0, packed = 0, start = 0] = widened(
      [24, 20, 42].map((offset) => view.getUint32(at + offset, true)),
      new DataView(bytes.buffer, extraStart, extra),
    );
    entries.push({
      // As the command line reads them, whatever the archive says.
      name: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name)),
      start: moved + start,
      packed,
      bytes: unpacked,
      crc: view.getUint32(at + 16, true),
      stored: method === STORED,
      readable: method === STORED || method === DEFLATED,
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
