/**
 * What can go wrong in the worker. A fault is ours or the browser's and ends the check; a trouble is something
 * about a container, which the core tells the seller.
 */

/** Thrown by the core with the slug as its message. */
const CORE_FAULTS = ["session-finished", "not-read-again", "does-not-add-up", "no-such-form"];

class Fault extends Error {
  /** @param {string} code @param {string} [detail] */
  constructor(code, detail = "") {
    super(detail);
    this.code = code;
    /** Which of the files it is about. @type {number | null} */
    this.file = null;
  }
}

class Trouble extends Error {
  /** @param {string} slug  As the core names it: `container-damaged`, … */
  constructor(slug) {
    super(slug);
    this.slug = slug;
  }
}

/** @param {unknown} error */
function describe(error) {
  if (error instanceof Fault) return { code: error.code, detail: error.message, file: error.file };
  if (error instanceof Error && CORE_FAULTS.includes(error.message)) return { code: error.message, detail: "", file: null };
  // Anything else that wasm throws is a trap.
  const trap = error instanceof WebAssembly.RuntimeError;
  return { code: trap ? "worker-crashed" : "unknown", detail: text(error), file: null };
}

/** @param {unknown} error */
function text(error) {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
