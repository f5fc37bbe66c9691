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
  const starts = (/** @type {number[]} */ ...mark) => mark.every((byte, index) => first[index] === byte);
  if (starts(0x1f, 0x8b)) return { reports: [gzipped(file, allowance)] };
  if (!starts(0x50, 0x4b, 3, 4) && !starts(0x50, 0x4b, 5, 6)) return { reports: [plain(file)] };
  try {
    return await openZip(file, allowance, getWorkbooks);
  } catch (error) {
    if (error instanceof Trouble) return { trouble: error.slug };
    throw error;
  }
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
    return { reports: [await sheet(file, allowance)] };
  }
  const members = found.indexes.flatMap((index) => entries[index] ?? []);
  if (members.length === 0) throw new Trouble("container-nothing-inside");
  if (members.some(({ encrypted }) => encrypted)) throw new Trouble("container-encrypted");
  if (members.some(({ readable }) => !readable)) throw new Trouble("container-unsupported");
  return { reports: members.sort((a, b) => a.name < b.name ? -1 : 1).map((entry) => zipped(file, entry, allowance)) };
}

/** @param {File} file @param {import("../protocol.js").ZipEntry} entry @param {Allowance} allowance @returns {ReportSource} */
function zipped(file, entry, allowance) {
  return {
    wrapping: { container: "zip", member: entry.name },
    raw: "apart",
    async read({ start = 0, use, progress = () => {} }) {
      const data = await dataStart(file, entry);
      await inflate((give) => feedMember(file, entry, data, give, progress), unpacked(allowance, start, use));
      return entry.packed;
    },
  };
}

/** @param {File} file @param {Allowance} allowance @returns {Promise<ReportSource>} */
async function sheet(file, allowance) {
  const limit = () => Math.min(allowance.left, Allowance.WORKBOOK_BYTES);
  if (file.size > limit()) throw new Trouble("container-too-large");
  const open = async (progress = (/** @type {number} */ _) => {}) => {
    const bytes = await bytesOf(file, 0, file.size, progress);
    try {
      return new wasm_bindgen_xlsx.Workbook(bytes, limit());
    } catch (error) {
      if (error instanceof Error && error.message.startsWith("container-")) throw new Trouble(error.message);
      throw error;
    }
  };
  /** The first reading needs it twice: for its name, and for what is in it. */
  /** @type {Workbook | null} */
  let ready = await open();
  return {
    wrapping: { container: "xlsx", member: ready.sheet() },
    raw: "apart",
    async read({ start = 0, use, progress }) {
      const workbook = ready ?? await open(progress);
      ready = null;
      const give = unpacked(allowance, start, use);
      try {
        for (let piece = workbook.take(); piece && give(piece); piece = workbook.take());
        return file.size;
      } finally {
        workbook.free();
      }
    },
  };
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
    const before = Math.min(Math.max(start - at, 0), chunk.length);
    at += chunk.length;
    allowance.take(chunk.length);
    return before === chunk.length || use(chunk.subarray(before));
  };
}
