/**
 * The part that reads the files, and that should have no network. These files are no modules: `preflight site`
 * puts them together, in the order of their names and behind what `wasm-bindgen --target no-modules` writes, as
 * one classic script that imports nothing. So the same bytes run from an address, from a blob, from another origin
 * and in a frame without an origin. `protocol.js` says what it hears and answers.
 */

/** @typedef {import("../protocol.js").RequestMessage} RequestMessage */
/** @typedef {import("../protocol.js").Reply} Reply */
/** @typedef {import("../protocol.js").Chosen} Chosen */
/** @typedef {(reply: Reply, transfer?: Transferable[]) => void} Say */

const RECORD_CHUNK_BYTES = 1 << 16;
const PROGRESS_MS = 100;

/** @type {boolean | null} */
let sealed = null;
/** The check that was done last, for the records of its files. @type {Batch | null} */
let checked = null;
/** Who waits for something from the page. @type {((module: WebAssembly.Module) => void) | null} */
let supplied = null;

/** One request after another, in the order they came; what was asked for on the way comes in between. */
let line = Promise.resolve();
self.onmessage = ({ data }) => {
  if (data.type === "supply") supplied?.(data.module);
  // Beside the others: a check does not wait for the payload of the one before.
  else if (data.type === "pack") answer(data);
  else line = line.then(() => answer(data));
};

/** @param {RequestMessage} request */
async function answer(request) {
  /** @type {Say} */
  const say = (reply, transfer = []) => self.postMessage({ id: request.id, ...reply }, transfer);
  try {
    switch (request.type) {
      case "start":
        return say({ type: "ready", seal: await start(request) });
      case "check":
        return say({ type: "outcome", ...await check(request, say) });
      case "record":
        return say({ type: "record", record: await record(request) });
      case "samples":
        return say({ type: "samples", samples: await samples(request.source) });
      case "pack":
        await pack(request.file, (piece) => say({ type: "piece", piece }, [piece.buffer]));
        return say({ type: "packed" });
    }
  } catch (error) {
    say({ type: "fault", fault: describe(error) });
  }
}

/** @param {import("../protocol.js").StartRequest} request */
async function start({ module, probe }) {
  try {
    wasm_bindgen.initSync({ module });
  } catch (error) {
    throw new Fault("wasm-blocked", text(error));
  }
  const seal = await measureSeal(probe);
  sealed = seal.sealed;
  return seal;
}

let workbooksLoaded = false;

/** The second wasm, for which the page is asked: here is no network. @param {Say} say */
async function loadWorkbooks(say) {
  if (workbooksLoaded) return;
  const module = await new Promise((/** @type {(module: WebAssembly.Module) => void} */ resolve) => {
    supplied = resolve;
    say({ type: "need", what: "workbook" });
  });
  supplied = null;
  try {
    wasm_bindgen_xlsx.initSync({ module });
  } catch (error) {
    throw new Fault("wasm-blocked", text(error));
  }
  workbooksLoaded = true;
}

/**
 * @param {import("../protocol.js").CheckRequest} request
 * @param {Say} say
 */
async function check({ files, options, handOver, maxBytes }, say) {
  checked?.session.free();
  checked = null;
  const batch = new Batch(files, options, { say, handOver, maxBytes });
  for (const [index, chosen] of files.entries()) {
    try {
      await batch.take(index, chosen);
    } catch (error) {
      if (error instanceof Fault) error.file = index;
      throw error;
    }
  }
  const outcome = await batch.finish();
  checked = batch;
  const origins = batch.sources.map(({ file, report }) => ({ file, member: report?.wrapping.member ?? null }));
  return { outcome, origins };
}

/** One check: some files, one session. */
class Batch {
  /** Where each of the outcome's sources comes from. @type {{ file: number, report: ReportSource | null }[]} */
  sources = [];
  // Where the page has no secure context there is no SubtleCrypto, and the core hashes for itself.
  #subtle = self.crypto?.subtle;
  #payload = this.#subtle && new PartDigests(this.#subtle);
  #say;
  #handOver;
  #allowance;
  /** Bytes of the disk: of the files done with, shown last, and in all. */
  #done = 0;
  #shown = 0;
  #total;
  #last = performance.now();

  /**
   * @param {Chosen[]} files
   * @param {Partial<import("../types.js").Options>} options
   * @param {{ say: Say, handOver: boolean, maxBytes: number }} given
   */
  constructor(files, options, { say, handOver, maxBytes }) {
    this.session = new wasm_bindgen.Session({ ...options, sealed }, Boolean(this.#subtle));
    this.#say = say;
    this.#handOver = handOver;
    this.#allowance = new Allowance(maxBytes);
    this.#total = files.reduce((sum, { file }) => sum + file.size, 0);
  }

  /**
   * @param {number} index
   * @param {Chosen} chosen
   */
  async take(index, { file, ...said }) {
    const { session } = this;
    const known = { name: file.name, modified: Math.floor(file.lastModified / 1000) };
    const opened = await openFile(file, this.#allowance, () => loadWorkbooks(this.#say));
    if (!("reports" in opened)) {
      this.sources.push({ file: index, report: null });
      session.begin(known);
      if ("trouble" in opened) session.refuse(opened.trouble);
      else session.refuse_as(opened.family);
      this.#done += file.size;
      return;
    }
    const digests = this.#subtle && new PartDigests(this.#subtle);
    const raw = new Raw(file, session, digests);
    let read = 0;
    for (const report of opened.reports) {
      this.sources.push({ file: index, report });
      session.begin({ ...known, ...report.wrapping, ...saidOf(said, report.wrapping.member ?? "") });
      read += await this.#readTroubled(report, raw, this.#done + read);
      for (const digest of await raw.digests()) session.add_source_digest(digest);
    }
    // What was known before its end was not read on; what stands round the members of an archive was.
    if (read < file.size && opened.reports[0]?.raw === "along") this.#total -= file.size - read;
    else read = file.size;
    this.#done += read;
    this.#progress(this.#done);
  }

  async finish() {
    const { session } = this;
    session.close();
    this.#handOverParts();
    for (const digest of (await this.#payload?.all()) ?? []) session.add_payload_digest(digest);
    const outcome = session.finish();
    this.#tell(outcome.ledger.read);
    return outcome;
  }

  /** To read one of its reports once more. @param {number} source */
  again(source) {
    const report = this.sources[source]?.report;
    if (!report) throw new Fault("unknown", "no such report was checked");
    this.#allowance.left = Infinity;
    return report;
  }

  /**
   * @param {ReportSource} report
   * @param {Raw} raw
   * @param {number} done
   */
  async #readTroubled(report, raw, done) {
    try {
      return await this.#read(report, raw, done);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      this.session.refuse(error.slug);
      return 0;
    }
  }

  /**
   * As often as the core wants it: how a file is written may be known only at its end.
   *
   * @param {ReportSource} report
   * @param {Raw} raw
   * @param {number} done
   */
  async #read(report, raw, done) {
    const { left } = this.#allowance;
    const { session } = this;
    for (let again = false;; again = true) {
      this.#allowance.left = left;
      let more = true;
      const read = await report.read({
        use: (chunk) => {
          more = session.push(chunk);
          this.#handOverParts();
          this.#progress(this.#shown);
          return more;
        },
        raw: (chunk) => raw.along(report, chunk, again),
        progress: (bytes) => this.#progress(done + bytes),
      });
      if (more && report.raw === "apart") await raw.apart();
      const keep = session.end();
      if (keep === undefined) {
        this.#handOverParts();
        return read;
      }
      this.#payload?.cut(keep);
      this.#say({ type: "rewind", keep });
    }
  }

  #handOverParts() {
    for (let part = this.session.take_payload(); part; part = this.session.take_payload()) {
      this.#payload?.push(part);
      if (this.#handOver) this.#say({ type: "payload", part }, [part.buffer]);
    }
  }

  /** Never goes back, though a file may be read again. @param {number} bytes */
  #progress(bytes) {
    this.#shown = Math.max(this.#shown, bytes);
    if (performance.now() - this.#last >= PROGRESS_MS) this.#tell(this.session.records());
  }

  /** @param {number} records */
  #tell(records) {
    this.#last = performance.now();
    this.#say({ type: "progress", bytes: this.#shown, total: this.#total, records });
  }
}

/** @param {Omit<Chosen, "file">} said @param {string} member */
function saidOf({ encodings, edits, leftOut, leaveOutRejected }, member) {
  return {
    encoding: encodings[member] ?? null,
    edits: edits[member] ?? [],
    left_out: leftOut[member] ?? [],
    leave_out_rejected: leaveOutRejected.includes(member),
  };
}

/** A file's bytes as they lie on the disk, for its size and its digest, whatever they are wrapped round. */
class Raw {
  #file;
  #session;
  #digests;
  #whole = false;

  /**
   * @param {File} file
   * @param {Session} session
   * @param {PartDigests | undefined} digests
   */
  constructor(file, session, digests) {
    this.#file = file;
    this.#session = session;
    this.#digests = digests;
  }

  /** @param {ReportSource} report @param {Uint8Array<ArrayBuffer>} chunk @param {boolean} again */
  along(report, chunk, again) {
    if (report.wrapping.container) this.#session.add_container_bytes(chunk);
    if (!again) this.#digests?.push(chunk);
  }

  /** For each reading of each report in it; the digest is the same for all of them. */
  async apart() {
    await readAll(this.#file, {}, (chunk) => {
      this.#session.add_container_bytes(chunk);
      if (!this.#whole) this.#digests?.push(chunk);
      return true;
    });
    this.#whole = true;
  }

  async digests() {
    return (await this.#digests?.all()) ?? [];
  }
}

/** @param {import("../protocol.js").RecordRequest} request */
async function record({ source, number, edits }) {
  if (!checked) throw new Fault("unknown", "nothing was checked");
  const search = checked.session.find_record(source, number, edits);
  if (!search) return null;
  try {
    /** @type {import("../types.js").RecordText | undefined} */
    let found;
    await checked.again(source).read({
      start: search.start(),
      chunkBytes: RECORD_CHUNK_BYTES,
      use: (chunk) => {
        found = search.push(chunk);
        return !found;
      },
    });
    return found ?? search.finish() ?? null;
  } finally {
    search.free();
  }
}

/** Cells whose letters depend on the encoding, as bytes. @param {number} source */
async function samples(source) {
  if (!checked) throw new Fault("unknown", "nothing was checked");
  const search = checked.session.samples(source);
  if (!search) return [];
  await checked.again(source).read({ chunkBytes: RECORD_CHUNK_BYTES, use: (chunk) => !search.push(chunk) });
  return search.samples();
}
