/**
 * What a chosen file holds: itself, or the reports that it is wrapped round. The core sees reports only; the
 * containers are opened here.
 */

/** @typedef {import("../protocol.js").SourceOptions} SourceOptions */

/**
 * A report that can be read as often as needed.
 *
 * @typedef {object} ReportSource
 * @property {Pick<SourceOptions, "container" | "member">} wrapping
 * @property {(pass: Pass) => Promise<number>} read  Gives how many bytes of the disk were read.
 * @property {"along" | "apart"} raw  Does `read` show the file's own bytes as it comes by them, or has the file to
 *   be read once more for them?
 *
 * @typedef {object} Pass
 * @property {number} [start]  Where in the report.
 * @property {number} [chunkBytes]
 * @property {(chunk: Uint8Array<ArrayBuffer>) => boolean} use
 * @property {(chunk: Uint8Array<ArrayBuffer>) => void} [raw]
 * @property {(bytes: number) => void} [progress]  Bytes of the disk so far, for this report.
 *
 * @typedef {{ reports: ReportSource[] } | { trouble: string } | { family: string }} Opened
 */

const GZIP = [0x1f, 0x8b];
const ZIPS = [[0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6]];
/** In one archive. More than a year of months for every kind of report. */
const MOST_REPORTS = 100;

/** How much a batch may hold when it is unpacked. */
class Allowance {
  /** The wasm that opens workbooks holds one whole. */
  static WORKBOOK_BYTES = 256 << 20;

  /** @param {number} left */
  constructor(left) {
    this.left = left;
  }

  /** @param {number} bytes */
  take(bytes) {
    this.left -= bytes;
    if (this.left < 0) throw new Trouble("container-too-large");
  }
}

/**
 * @param {File} file
 * @param {Allowance} allowance
 * @param {() => Promise<void>} getWorkbooks  Has the second wasm loaded.
 * @returns {Promise<Opened>}
 */
async function openFile(file, allowance, getWorkbooks) {
  const first = await firstBytes(file);
  if (startsWith(first, GZIP)) return { reports: [gzipped(file, allowance)] };
  if (!isContainer(first)) return { reports: [plain(file)] };
  try {
    return await openZip(file, allowance, getWorkbooks);
  } catch (error) {
    if (error instanceof Trouble) return { trouble: error.slug };
    throw error;
  }
}

/** @param {Uint8Array} bytes @param {number[]} mark */
function startsWith(bytes, mark) {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** @param {Uint8Array} bytes */
function isContainer(bytes) {
  return [GZIP, ...ZIPS].some((mark) => startsWith(bytes, mark));
}

/** @param {File} file */
async function firstBytes(file) {
  let first = new Uint8Array();
  await read(file, { end: Math.min(file.size, 4), chunkBytes: 4 }, (chunk) => {
    first = new Uint8Array([...first, ...chunk]);
    return true;
  });
  return first;
}

/** @param {File} file @returns {ReportSource} */
function plain(file) {
  return {
    wrapping: {},
    raw: "along",
    read: ({ start = 0, chunkBytes = CHUNK_BYTES, use, raw, progress }) =>
      readAll(file, { start, end: start === 0 ? undefined : file.size, chunkBytes }, (chunk, at) => {
        raw?.(chunk);
        progress?.(at);
        return use(chunk);
      }),
  };
}

/** @param {File} file @param {Allowance} allowance @returns {ReportSource} */
function gzipped(file, allowance) {
  return {
    wrapping: { container: "gzip" },
    raw: "along",
    async read({ start = 0, use, raw, progress }) {
      let came = 0;
      const feed = (/** @type {(chunk: Uint8Array<ArrayBuffer>) => Promise<boolean>} */ give) =>
        readAll(file, {}, (chunk, at) => {
          raw?.(chunk);
          progress?.(at);
          came = at;
          return give(chunk);
        });
      await inflate(feed, unpacked(allowance, start, use));
      return came;
    },
  };
}

/**
 * @param {File} file
 * @param {Allowance} allowance
 * @param {() => Promise<void>} getWorkbooks
 * @returns {Promise<Opened>}
 */
async function openZip(file, allowance, getWorkbooks) {
  const entries = await zipEntries(file);
  const found = wasm_bindgen.zip_kind(entries.map(({ name }) => name));
  if (found.kind === "other") return { family: found.family };
  if (found.kind === "workbook") {
    await getWorkbooks();
    return { reports: await sheets(file, allowance) };
  }
  const members = found.indexes.flatMap((index) => entries[index] ?? []);
  if (members.length === 0) throw new Trouble("container-nothing-inside");
  if (members.length > MOST_REPORTS) throw new Trouble("container-too-large");
  return { reports: members.map((entry) => zipped(file, entry, allowance)) };
}

/** @param {File} file @param {import("../protocol.js").ZipEntry} entry @param {Allowance} allowance @returns {ReportSource} */
function zipped(file, entry, allowance) {
  return {
    wrapping: { container: "zip", member: entry.name },
    raw: "apart",
    async read({ start = 0, use, progress = () => {} }) {
      if (entry.encrypted) throw new Trouble("container-encrypted");
      if (!entry.readable) throw new Trouble("container-unsupported");
      const data = await dataStart(file, entry);
      await inflate((give) => feedMember(file, entry, data, give, progress), unpacked(allowance, start, use));
      return entry.packed;
    },
  };
}

/** @param {File} file @param {Allowance} allowance @returns {Promise<ReportSource[]>} */
async function sheets(file, allowance) {
  const ready = await workbookOf(file, allowance);
  const names = [ready.sheet()];
  while (toNextSheet(ready)) names.push(ready.sheet());
  // One sheet is what there is as a rule, and then it is not opened twice.
  /** @type {Workbook | null} */
  let first = names.length === 1 ? ready : null;
  if (!first) ready.free();
  return names.map((name, index) => ({
    wrapping: { container: "xlsx", member: name },
    raw: "apart",
    async read({ start = 0, use, progress }) {
      const workbook = first ?? await workbookOf(file, allowance, progress);
      first = null;
      const give = unpacked(allowance, start, use);
      try {
        for (let sheet = 0; sheet < index; sheet += 1) toNextSheet(workbook);
        for (let piece = workbook.take(); piece && give(piece); piece = workbook.take());
        return file.size;
      } finally {
        workbook.free();
      }
    },
  }));
}

/**
 * @param {File} file
 * @param {Allowance} allowance
 * @param {(at: number) => void} [progress]
 */
async function workbookOf(file, allowance, progress) {
  const limit = Math.min(allowance.left, Allowance.WORKBOOK_BYTES);
  if (file.size > limit) throw new Trouble("container-too-large");
  const bytes = await bytesOf(file, 0, file.size, progress);
  return troubled(() => new wasm_bindgen_xlsx.Workbook(bytes, limit));
}

/** @param {Workbook} workbook */
function toNextSheet(workbook) {
  return troubled(() => workbook.next_sheet());
}

/**
 * The workbooks' wasm says what is in the way by its slug.
 *
 * @template T
 * @param {() => T} work
 */
function troubled(work) {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error && error.message.startsWith("container-") ? new Trouble(error.message) : error;
  }
}

/**
 * `use` for what is unpacked: it counts against the allowance, and what stands before `start` is passed over.
 *
 * @param {Allowance} allowance
 * @param {number} start
 * @param {(chunk: Uint8Array<ArrayBuffer>) => boolean} use
 */
function unpacked(allowance, start, use) {
  let at = 0;
  return (/** @type {Uint8Array<ArrayBuffer>} */ chunk) => {
    // An archive in an archive.
    if (at === 0 && isContainer(chunk)) throw new Trouble("container-unsupported");
    const before = Math.min(Math.max(start - at, 0), chunk.length);
    at += chunk.length;
    allowance.take(chunk.length);
    return before === chunk.length || use(chunk.subarray(before));
  };
}
