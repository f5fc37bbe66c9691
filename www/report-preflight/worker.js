/**
 * The part that reads the file, and that should have no network. A classic script that imports nothing: it is
 * appended to what `wasm-bindgen --target no-modules` writes, so that the same bytes run from an address, from a
 * blob, from another origin and in a frame without an origin. `protocol.js` says what it hears and answers.
 */
(() => {
  "use strict";

  /** @typedef {import("./protocol.js").RequestMessage} RequestMessage */
  /** @typedef {import("./protocol.js").Reply} Reply */
  /** @typedef {import("./protocol.js").Seal} Seal */
  /** @typedef {Event & { disposition: string, originalPolicy: string }} Violation */

  const CHUNK_BYTES = 1 << 20;
  const RECORD_CHUNK_BYTES = 1 << 16;
  const PROGRESS_MS = 100;
  /** How long a read may give nothing before the file is opened again; doubled each time, up to the last. */
  const FIRST_PATIENCE_MS = 250;
  const LAST_PATIENCE_MS = 16_000;
  /** Longest wait for the browser to tell which policy refused a request. */
  const POLICY_MS = 100;

  /** Thrown by the core with the slug as its message. */
  const CORE_FAULTS = ["session-finished", "does-not-add-up"];

  class Fault extends Error {
    /** @param {string} code @param {string} [detail] */
    constructor(code, detail = "") {
      super(detail);
      this.code = code;
    }
  }

  /** @type {boolean | null} */
  let sealed = null;
  /** The check that was done last, for the records of its file. @type {{ session: Session, file: File } | null} */
  let checked = null;

  /** One request after another, in the order they came. */
  let line = Promise.resolve();
  self.onmessage = ({ data }) => {
    line = line.then(() => answer(data));
  };

  /** @param {RequestMessage} request */
  async function answer(request) {
    /** @param {Reply} reply @param {Transferable[]} [transfer] */
    const say = (reply, transfer = []) => self.postMessage({ id: request.id, ...reply }, transfer);
    try {
      switch (request.type) {
        case "start":
          return say({ type: "ready", seal: await start(request) });
        case "check":
          return say({ type: "outcome", outcome: await check(request, say) });
        case "record":
          return say({ type: "record", record: await record(request.number) });
      }
    } catch (error) {
      say({ type: "fault", fault: describe(error) });
    }
  }

  /** @param {import("./protocol.js").StartRequest} request */
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

  /**
   * @param {import("./protocol.js").CheckRequest} request
   * @param {(reply: Reply, transfer?: Transferable[]) => void} say
   */
  async function check({ file, options, handOver }, say) {
    checked?.session.free();
    checked = null;
    // Where the page has no secure context there is no SubtleCrypto, and the core hashes for itself.
    const subtle = self.crypto?.subtle;
    const session = new wasm_bindgen.Session({ ...options, sealed }, Boolean(subtle));
    const source = subtle && new PartDigests(subtle);
    const payload = subtle && new PartDigests(subtle);
    const handOverParts = () => {
      for (let part = session.take_payload(); part; part = session.take_payload()) {
        payload?.push(part);
        if (handOver) say({ type: "payload", part }, [part.buffer]);
      }
    };
    const progress = (/** @type {number} */ bytes, /** @type {number} */ records) =>
      say({ type: "progress", bytes, total: file.size, records });

    let more = true;
    let last = performance.now();
    const bytes = await read(file, 0, CHUNK_BYTES, (chunk, end) => {
      more = session.push(chunk);
      source?.push(chunk);
      handOverParts();
      const now = performance.now();
      if (now - last >= PROGRESS_MS) {
        last = now;
        progress(end, session.records());
      }
      return more;
    });
    if (more && bytes !== file.size) throw new Fault("file-changed", `${bytes} of ${file.size} bytes`);
    session.end();
    handOverParts();
    for (const digest of (await source?.all()) ?? []) session.add_source_digest(digest);
    for (const digest of (await payload?.all()) ?? []) session.add_payload_digest(digest);
    const outcome = session.finish();
    progress(bytes, outcome.ledger.read);
    checked = { session, file };
    return outcome;
  }

  /**
   * SHA-256 of each part of what is pushed, by the browser, beside what the worker does meanwhile. The core makes
   * one digest of them (`src/output/digest.rs`).
   */
  class PartDigests {
    static PART_BYTES = 1 << 20;

    /** @type {Promise<ArrayBuffer>[]} */
    #digests = [];
    #part = new Uint8Array(PartDigests.PART_BYTES);
    #filled = 0;
    #subtle;

    /** @param {SubtleCrypto} subtle */
    constructor(subtle) {
      this.#subtle = subtle;
    }

    /** @param {Uint8Array<ArrayBuffer>} bytes */
    push(bytes) {
      for (let at = 0; at < bytes.length;) {
        const room = PartDigests.PART_BYTES - this.#filled;
        const piece = bytes.subarray(at, at + room);
        at += piece.length;
        if (piece.length === PartDigests.PART_BYTES) {
          this.#add(piece);
          continue;
        }
        this.#part.set(piece, this.#filled);
        this.#filled += piece.length;
        if (piece.length === room) this.#end();
      }
    }

    /** @returns {Promise<Uint8Array[]>} */
    async all() {
      if (this.#filled > 0) this.#end();
      return (await Promise.all(this.#digests)).map((digest) => new Uint8Array(digest));
    }

    #end() {
      this.#add(this.#part.subarray(0, this.#filled));
      this.#filled = 0;
    }

    /** SubtleCrypto copies the part before it returns. @param {Uint8Array<ArrayBuffer>} part */
    #add(part) {
      this.#digests.push(this.#subtle.digest("SHA-256", part));
    }
  }

  /** @param {number} number */
  async function record(number) {
    if (!checked) throw new Fault("unknown", "no file was checked");
    const search = checked.session.find_record(number);
    if (!search) return null;
    try {
      /** @type {import("./types.js").RecordText | undefined} */
      let found;
      await read(checked.file, search.start(), RECORD_CHUNK_BYTES, (chunk) => {
        found = search.push(chunk);
        return !found;
      });
      return found ?? search.finish() ?? null;
    } finally {
      search.free();
    }
  }

  /**
   * Gives `use` each chunk from `start` on, until the end or until it says false. Returns how far it came.
   *
   * A read can stay unanswered for ever (Chromium has lost readers to its garbage collector, and drives fall
   * asleep), so a read that gives nothing for a while is given up and the file opened again where it stood.
   *
   * @param {File} file
   * @param {number} start
   * @param {number} chunkBytes
   * @param {(chunk: Uint8Array<ArrayBuffer>, end: number) => boolean} use
   */
  async function read(file, start, chunkBytes, use) {
    let end = start;
    let patience = FIRST_PATIENCE_MS;
    let source = open(file, end, chunkBytes);
    try {
      for (;;) {
        const result = await within(patience, source.next());
        if (result === "silent") {
          if (patience >= LAST_PATIENCE_MS) throw new Fault("file-unreadable", "no bytes came");
          patience *= 2;
          source.close();
          source = open(file, end, chunkBytes);
          continue;
        }
        if (result.value?.byteLength) {
          end += result.value.byteLength;
          if (!use(result.value, end)) return end;
        }
        if (result.done) return end;
      }
    } finally {
      source.close();
    }
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
   * @param {number} chunkBytes
   */
  function open(file, start, chunkBytes) {
    const reader = bytesReader(file, start, chunkBytes) ?? slicesReader(file, start, chunkBytes);
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
   * @param {File} file
   * @param {number} start
   * @param {number} chunkBytes
   */
  function bytesReader(file, start, chunkBytes) {
    /** @type {ReadableStreamBYOBReader} */
    let reader;
    try {
      reader = (start === 0 ? file : file.slice(start)).stream().getReader({ mode: "byob" });
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
   * @param {File} file
   * @param {number} start
   * @param {number} chunkBytes
   */
  function slicesReader(file, start, chunkBytes) {
    let at = start;
    return {
      async read() {
        const value = new Uint8Array(await file.slice(at, at + chunkBytes).arrayBuffer());
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

  /**
   * Has this worker a network? Requests are tried that must fail. The first one, `data:`, is refused by policies
   * only and goes nowhere; so where there is no policy at all, no request is made. Refusals alone would also come
   * from a policy that names other hosts, so the refusing policies themselves are read where the browser tells
   * them; WebKit does not tell a worker, and there the refusals have to do.
   *
   * @param {string} probe
   * @returns {Promise<Seal>}
   */
  async function measureSeal(probe) {
    /** @type {string[]} */
    const policies = [];
    self.addEventListener("securitypolicyviolation", (event) => {
      const { disposition, originalPolicy } = /** @type {Violation} */ (event);
      if (disposition === "enforce") policies.push(originalPolicy);
    });
    if (await goesThrough("data:,")) return { sealed: false, reason: "data-allowed" };
    if (await goesThrough(probe)) return { sealed: false, reason: "request-allowed" };
    const until = performance.now() + POLICY_MS;
    while (leak(policies) && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
    const reason = policies.length > 0 ? leak(policies) : null;
    return reason ? { sealed: false, reason } : { sealed: true, reason: "measured" };
  }

  /** @param {string} url */
  async function goesThrough(url) {
    try {
      await fetch(url, { method: "HEAD", mode: "no-cors", cache: "no-store", credentials: "omit" });
      return true;
    } catch {
      return false;
    }
  }

  /** The directives that a worker's requests fall under, each with those that stand in for it. */
  const WAYS_OUT = /** @type {const} */ ([
    ["other-hosts-allowed", ["connect-src", "default-src"]],
    ["scripts-allowed", ["script-src-elem", "script-src", "default-src"]],
    ["scripts-allowed", ["worker-src", "child-src", "script-src", "default-src"]],
  ]);

  /**
   * A way out that none of these policies closes; null when all are closed.
   *
   * @param {string[]} policies
   */
  function leak(policies) {
    const open = WAYS_OUT.find(([, names]) => !policies.some((policy) => closes(policy, names)));
    return open ? open[0] : null;
  }

  /**
   * @param {string} policy
   * @param {readonly string[]} names  The first one that the policy has is in force.
   */
  function closes(policy, names) {
    const directives = policy.split(";").map((directive) => directive.trim().toLowerCase().split(/\s+/));
    const inForce = names.map((name) => directives.find(([own]) => own === name)).find(Boolean);
    // Keywords such as 'wasm-unsafe-eval' lead nowhere, and neither does what the worker holds itself.
    const leadsNowhere = (/** @type {string} */ source) =>
      source === "blob:" || source === "data:" || (source.startsWith("'") && source !== "'self'");
    return inForce !== undefined && inForce.slice(1).every(leadsNowhere);
  }

  /** @param {unknown} error */
  function describe(error) {
    if (error instanceof Fault) return { code: error.code, detail: error.message };
    if (error instanceof Error && CORE_FAULTS.includes(error.message)) return { code: error.message, detail: "" };
    // Anything else that wasm throws is a trap.
    return { code: error instanceof WebAssembly.RuntimeError ? "worker-crashed" : "unknown", detail: text(error) };
  }

  /** @param {unknown} error */
  function text(error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
})();
