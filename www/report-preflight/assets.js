/**
 * Fetches what a check needs: the compiled wasm and the worker's script. Each way to fail has its own fault,
 * because each has another remedy.
 */
import { PreflightFault } from "./fault.js";

const FETCH_MS = 60_000;
/** Of modules, which cannot be given up: who waits for longer goes on without. */
const PATIENCE_MS = 15_000;

/** Compiled once for all elements of the page. @type {Map<string, Promise<WebAssembly.Module>>} */
const modules = new Map();

/** The worker's script as text. @type {Map<string, Promise<string>>} */
const scripts = new Map();

/**
 * @param {string} url
 * @returns {Promise<WebAssembly.Module>}
 */
export function loadModule(url) {
  return once(modules, url, compile);
}

/**
 * @param {string} url
 * @returns {Promise<string>}
 */
export function loadScript(url) {
  return once(scripts, url, async () => {
    const response = await get(url, "worker-missing");
    return arrived(response.text(), "worker-missing");
  });
}

/**
 * @template T
 * @param {Promise<T>} coming
 * @returns {Promise<T>}
 */
export function inTime(coming) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException("It takes too long.", "TimeoutError")), PATIENCE_MS);
    coming.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Has it been loaded, so that starting a worker needs no network? @param {string} url */
export function hasScript(url) {
  return scripts.has(url);
}

/**
 * A failed attempt is forgotten, so that the next one asks the network again.
 *
 * @template T
 * @param {Map<string, Promise<T>>} cache
 * @param {string} url
 * @param {(url: string) => Promise<T>} load
 */
function once(cache, url, load) {
  const known = cache.get(url);
  if (known) return known;
  const loading = load(url);
  cache.set(url, loading);
  loading.catch(() => cache.delete(url));
  return loading;
}

/** The smallest module there is. */
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** @param {string} url */
async function compile(url) {
  try {
    // Lockdown Mode takes the whole of it away. And under a policy that forbids wasm, WebKit compiles what it
    // will not run.
    await WebAssembly.instantiate(EMPTY_MODULE);
  } catch (error) {
    throw new PreflightFault("wasm-blocked", error);
  }
  const response = await get(url, "wasm-missing");
  const copy = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    // A server that calls it something else than application/wasm is no reason to give up.
    return compileBytes(await arrived(copy.arrayBuffer(), "wasm-missing"));
  }
}

/** @param {ArrayBuffer} bytes */
async function compileBytes(bytes) {
  const magic = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  if (String.fromCharCode(...magic) !== "\0asm") {
    throw new PreflightFault("wasm-missing", "the answer is not WebAssembly");
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw new PreflightFault("wasm-blocked", error);
  }
}

/**
 * @param {string} url
 * @param {string} code  The fault when it does not arrive.
 */
async function get(url, code) {
  const response = await arrived(fetch(url, { signal: AbortSignal.timeout(FETCH_MS) }), code);
  if (!response.ok) throw new PreflightFault(code, `${response.status} for ${url}`);
  return response;
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {string} code
 */
async function arrived(promise, code) {
  try {
    return await promise;
  } catch (error) {
    throw new PreflightFault(code, error);
  }
}
