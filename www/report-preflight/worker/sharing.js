/**
 * Two workers on one large file, each of which judges every other block (`src/session/sharing.rs`). They are told of
 * each other by the page, and from then on speak over a port of their own: how many records their blocks have, so that
 * the other one knows the numbers of its own; and the helper gives its work away.
 */

/** In whole parts, so that digests are made block by block. */
const SHARED_BYTES = 16 * PartDigests.PART_BYTES;

/**
 * @typedef {{ options: Partial<import("../types.js").Options>, about: SourceOptions, source: number, file: File,
 *   from: number, job: number }} Shared  The source, and from where on it is read in blocks. What is said about another
 *   job is not heard: it may have been given up.
 *
 * @typedef {{ type: "begin", shared: Shared }
 *   | { type: "records", at: number, records: number }
 *   | { type: "first", before: number }
 *   | { type: "judged", at: number, pieces: Uint8Array<ArrayBuffer>[] }
 *   | { type: "share", share: Uint8Array<ArrayBuffer>, digests: [number, ArrayBuffer[]][] }
 *   | { type: "alone" }
 *   | { type: "fault", code: string, detail: string }} Word
 */

/** One side of the work on one file. */
class Side {
  /** What is known of the number of the record before each block. @type {number[]} */
  #before = [];
  /** How many records a block has, where the number before it is not known yet. @type {Map<number, number>} */
  #records = new Map();
  /** @type {Map<number, (before: number) => void>} */
  #waiting = new Map();
  /** Of the file's parts, by block. @type {Map<number, Promise<ArrayBuffer[]>>} */
  digests = new Map();
  #stopped = false;
  #session;
  #shared;
  #subtle;

  /**
   * @param {Session} session
   * @param {Shared} shared
   * @param {SubtleCrypto} subtle
   */
  constructor(session, shared, subtle) {
    this.#session = session;
    this.#shared = shared;
    this.#subtle = subtle;
  }

  /** @param {number} before  The number of the record before the first block. */
  begin(before) {
    this.#know(0, before);
  }

  /** The session is wanted for something else. */
  stop() {
    this.#stopped = true;
  }

  /** @param {number} at @param {number} records */
  tell(at, records) {
    this.#records.set(at, records);
    const before = this.#before[at];
    if (before !== undefined) this.#know(at + 1, before + records);
  }

  /** @param {number} at @param {number} before */
  #know(at, before) {
    this.#before[at] = before;
    this.#waiting.get(at)?.(before);
    const records = this.#records.get(at);
    if (records !== undefined) this.#know(at + 1, before + records);
  }

  /** @param {number} at @returns {number | Promise<number>} */
  #numberBefore(at) {
    return this.#before[at] ?? new Promise((resolve) => this.#waiting.set(at, resolve));
  }

  /**
   * Judges every other block. False: there is a line that is no record, or it was stopped.
   *
   * @param {0 | 1} first
   * @param {(at: number, records: number) => void} counted
   * @param {(at: number, pieces: Uint8Array<ArrayBuffer>[]) => void} judged
   */
  async judge(first, counted, judged) {
    let next = this.#read(first);
    for (let at = first; ; at += 2) {
      const read = await next;
      if (!read) return true;
      // What comes next is read while this is judged.
      next = this.#read(at + 2);
      next.catch(() => {});
      const { bytes, length, start, isLast } = read;
      this.digests.set(at, this.#digestsOf(bytes.subarray(1, 1 + length)));
      const block = wasm_bindgen.Block.cut(bytes, start, length, isLast);
      if (!block) return false;
      const records = block.records();
      this.tell(at, records);
      counted(at, records);
      const before = await this.#numberBefore(at);
      if (this.#stopped) return false;
      this.#session.judge_block(block, before);
      const pieces = [];
      for (let piece = this.#session.take_block(); piece; piece = this.#session.take_block()) pieces.push(piece);
      judged(at, pieces);
    }
  }

  /** With what stands round it. @param {number} at */
  async #read(at) {
    const { file, from } = this.#shared;
    const start = from + at * SHARED_BYTES;
    if (start >= file.size) return null;
    const length = Math.min(SHARED_BYTES, file.size - start);
    const end = Math.min(start + length + wasm_bindgen.Block.margin(), file.size);
    return { bytes: await bytesOf(file, start - 1, end), length, start, isLast: start + length === file.size };
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes */
  #digestsOf(bytes) {
    const parts = [];
    for (let at = 0; at < bytes.length; at += PartDigests.PART_BYTES) {
      parts.push(this.#subtle.digest("SHA-256", bytes.subarray(at, at + PartDigests.PART_BYTES)));
    }
    const all = Promise.all(parts);
    all.catch(() => {});
    return all;
  }
}

/**
 * The helper's side, for one file after another. Whatever goes wrong is the leader's to tell.
 *
 * @param {MessagePort} port
 */
function help(port) {
  /** @type {Side | null} */
  let side = null;
  let job = 0;
  const work = async (/** @type {Shared} */ shared) => {
    const say = (/** @type {Word} */ word, /** @type {Transferable[]} */ transfer = []) =>
      port.postMessage({ ...word, job: shared.job }, transfer);
    const session = new wasm_bindgen.Session(shared.options, true);
    try {
      const head = await bytesOf(shared.file, 0, Math.min(shared.from, CHUNK_BYTES));
      if (job !== shared.job) return;
      const own = side = new Side(session, shared, self.crypto.subtle);
      early.splice(0).forEach(hear);
      if (!session.help(shared.about, shared.source, head)) return say({ type: "alone" });
      const all = await own.judge(0, (at, records) => say({ type: "records", at, records }), (at, pieces) => {
        say({ type: "judged", at, pieces }, pieces.map(({ buffer }) => buffer));
      });
      if (!all) return say({ type: "alone" });
      /** @type {[number, ArrayBuffer[]][]} */
      const digests = [];
      for (const [at, parts] of own.digests) digests.push([at, await parts]);
      const share = session.share();
      say({ type: "share", share: /** @type {Uint8Array<ArrayBuffer>} */ (share), digests }, [share.buffer]);
    } catch (error) {
      const { code, detail } = describe(error);
      say({ type: "fault", code, detail });
    } finally {
      session.free();
    }
  };
  /** What came before there was somebody to hear it. @type {Word[]} */
  const early = [];
  /** @param {Word} word */
  function hear(word) {
    if (word.type === "begin") {
      side?.stop();
      side = null;
      early.length = 0;
      job = word.shared.job;
      void work(word.shared);
    } else if (!side) early.push(word);
    else if (word.type === "first") side.begin(word.before);
    else if (word.type === "records") side.tell(word.at, word.records);
  }
  port.onmessage = ({ data }) => hear(data);
}

/** How many files were shared so far. */
let jobs = 0;

/**
 * The leader's side. Gives the digests of the file's parts from there on; null where the file has to be read again by
 * one.
 *
 * @param {MessagePort} port
 * @param {Session} session
 * @param {Omit<Shared, "job">} source
 * @param {number} before  The number of the last record before the first block.
 * @param {(bytes: number, records: number) => void} joined  So much more is done.
 * @returns {Promise<ArrayBuffer[] | null>}
 */
async function lead(port, session, source, before, joined) {
  const shared = { ...source, job: ++jobs };
  const side = new Side(session, shared, self.crypto.subtle);
  const say = (/** @type {Word} */ word) => port.postMessage(word);
  /** Blocks whose turn has not come. @type {Map<number, Uint8Array[]>} */
  const early = new Map();
  /** Records of the helper's blocks. @type {Map<number, number>} */
  const counts = new Map();
  let turn = 0;
  const join = (/** @type {number} */ at, /** @type {Uint8Array[]} */ pieces) => {
    early.set(at, pieces);
    for (let ready = early.get(turn); ready; ready = early.get(++turn)) {
      early.delete(turn);
      for (const piece of ready) session.add_block(piece);
      joined(Math.min(SHARED_BYTES, shared.file.size - shared.from - turn * SHARED_BYTES), counts.get(turn) ?? 0);
    }
  };
  /** @type {Promise<{ share: Uint8Array, digests: [number, ArrayBuffer[]][] } | null>} */
  const helped = new Promise((resolve, reject) => {
    port.onmessage = ({ data }) => {
      /** @type {Word & { job: number }} */
      const word = data;
      if (word.job !== shared.job) return;
      if (word.type === "records") {
        counts.set(word.at, word.records);
        side.tell(word.at, word.records);
      } else if (word.type === "judged") join(word.at, word.pieces);
      else if (word.type === "share") resolve(word);
      else if (word.type === "alone") resolve(null);
      else if (word.type === "fault") reject(new Fault(word.code, word.detail));
    };
  });
  say({ type: "begin", shared });
  side.begin(before);
  say({ type: "first", before });
  const own = side.judge(1, (at, records) => say({ type: "records", at, records }), join);
  /** Whichever gives up leaves the other one waiting. @template T @param {T | null | false} done */
  const orNever = (done) => done ? new Promise((/** @type {(_: null) => void} */ _) => {}) : null;
  const share = await Promise.race([
    Promise.all([helped, own]).then(([share, all]) => all ? share : null),
    helped.then(orNever),
    own.then(orNever),
  ]).finally(() => {
    side.stop();
    port.onmessage = null;
  });
  if (!share) return null;
  session.add_bytes(shared.file.size - shared.from);
  session.add_share(share.share);
  const digests = new Map(share.digests);
  for (const [at, parts] of side.digests) digests.set(at, await parts);
  return [...digests.keys()].sort((one, other) => one - other).flatMap((at) => digests.get(at) ?? []);
}
