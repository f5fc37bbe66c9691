/**
 * Sends a file so that a lost connection costs no more than what was on its way: tus 1.0.0
 * (https://tus.io/protocols/resumable-upload), with creation and termination. Any tus server will do.
 *
 * @typedef {object} Options
 * @property {string} endpoint  Where uploads are made.
 * @property {Record<string, string>} [metadata]
 * @property {string | null} [address]  Of an upload of the same file that was begun before: it is gone on with, if it
 *   is still there.
 * @property {AbortSignal} [signal]  Ends the upload; what had arrived is thrown away.
 * @property {(address: string) => void} [onaddress]
 * @property {(sent: number, total: number) => void} [onprogress]
 * @property {(waiting: boolean) => void} [onwaiting]  The connection is lost, and later: it is back.
 */

const VERSION = "1.0.0";
/** Small enough that a proxy which takes requests whole passes them on now and then. */
const SLICE = 4 << 20;
/** So many times in a row without a byte more having arrived, and it is given up. */
const ATTEMPTS = 8;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 20_000;
/** Nothing moved for so long: the connection is gone, even if nobody says so. */
const STALLED_MS = 30_000;

/** The server said no, or could not be reached (`status` 0). */
export class UploadError extends Error {
  /** @param {string} message @param {number} status @param {string} [answer] */
  constructor(message, status, answer = "") {
    super(message);
    this.status = status;
    this.answer = answer;
  }
}

/**
 * @param {Blob} file
 * @param {Options} options
 * @returns {Promise<string>}  The upload's address, once all of the file has arrived there.
 */
export async function upload(file, options) {
  const { endpoint, metadata = {}, signal, onaddress, onprogress, onwaiting } = options;
  let address = options.address ?? null;
  /** Known to the server; `null` when it has to be asked. @type {number | null} */
  let offset = null;
  let attempts = 0;
  let best = -1;
  try {
    for (;;) {
      try {
        signal?.throwIfAborted();
        if (address === null) {
          address = await create(endpoint, file.size, metadata, signal);
          offset = 0;
          onaddress?.(address);
        }
        offset ??= await ask(address, file.size, signal);
        onwaiting?.(false);
        onprogress?.(offset, file.size);
        if (offset > best) [best, attempts] = [offset, 0];
        if (offset === file.size) return address;
        const start = offset;
        offset = null;
        offset = await append(address, file.slice(start, start + SLICE), start, { signal, onprogress: sent => onprogress?.(start + sent, file.size) });
      } catch (error) {
        signal?.throwIfAborted();
        const status = error instanceof UploadError ? error.status : 0;
        const isGone = address !== null && (status === 404 || status === 410);
        // Without a network it is no use trying, and nothing to give up for.
        if (status > 0 || navigator.onLine) attempts += 1;
        if (!(isGone || passing(status)) || attempts >= ATTEMPTS) throw error;
        offset = null;
        if (isGone) {
          address = null;
          continue;
        }
        onwaiting?.(true);
        await pause(attempts, signal);
      }
    }
  } catch (error) {
    if (signal?.aborted && address !== null) await discard(address).catch(() => {});
    throw error;
  }
}

/**
 * What the server has to say at an address, once it can be asked.
 *
 * @param {string} address
 * @param {Pick<Options, "signal" | "onwaiting">} options
 * @returns {Promise<Response>}
 */
export async function read(address, { signal, onwaiting }) {
  for (let attempts = 1; ; attempts += 1) {
    try {
      const response = await fetch(address, { cache: "no-store", headers: { Accept: "application/json" }, ...(signal && { signal }) });
      if (!passing(response.status) || response.status === 409 || attempts >= ATTEMPTS) return response;
    } catch (error) {
      signal?.throwIfAborted();
      if (attempts >= ATTEMPTS) throw new UploadError(String(error), 0);
    }
    onwaiting?.(true);
    await pause(attempts, signal);
  }
}

/** Is it worth another try? @param {number} status */
function passing(status) {
  return status === 0 || status === 409 || status === 423 || status === 429 || status >= 500;
}

/**
 * @param {string} endpoint
 * @param {number} size
 * @param {Record<string, string>} metadata
 * @param {AbortSignal} [signal]
 */
async function create(endpoint, size, metadata, signal) {
  const pairs = Object.entries(metadata).map(([name, value]) => `${name} ${base64(value)}`);
  /** @type {Record<string, string>} */
  const headers = { "Upload-Length": String(size) };
  if (pairs.length > 0) headers["Upload-Metadata"] = pairs.join(",");
  const response = await send(endpoint, "POST", headers, signal);
  const location = response.headers.get("Location");
  if (!location) throw new UploadError("The server does not say where the upload is.", response.status);
  return new URL(location, new URL(endpoint, document.baseURI)).href;
}

/**
 * How much has arrived?
 *
 * @param {string} address
 * @param {number} size
 * @param {AbortSignal} [signal]
 */
async function ask(address, size, signal) {
  const { headers } = await send(address, "HEAD", {}, signal);
  const length = Number(headers.get("Upload-Length") ?? size);
  // An upload of something else is none of ours.
  if (length !== size) throw new UploadError("The upload at this address is another one.", 404);
  return offsetIn(headers.get("Upload-Offset"));
}

/** @param {string | null} text */
function offsetIn(text) {
  if (text === null || !/^\d+$/.test(text)) throw new UploadError("The server does not say how much has arrived.", 0);
  return Number(text);
}

/** @param {string} address */
async function discard(address) {
  await send(address, "DELETE", {});
}

/**
 * @param {string} address
 * @param {string} method
 * @param {Record<string, string>} headers
 * @param {AbortSignal} [signal]
 */
async function send(address, method, headers, signal) {
  const limit = AbortSignal.timeout(STALLED_MS);
  /** @type {Response} */
  let response;
  try {
    response = await fetch(address, {
      method, cache: "no-store", headers: { "Tus-Resumable": VERSION, ...headers }, signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
  } catch (error) {
    throw new UploadError(String(error), 0);
  }
  if (response.ok) return response;
  throw new UploadError(`${method} was answered with ${response.status}.`, response.status, await response.text());
}

/**
 * `fetch` does not tell how much has been sent; `XMLHttpRequest` does.
 *
 * @param {string} address
 * @param {Blob} slice
 * @param {number} start
 * @param {{ signal?: AbortSignal | undefined, onprogress: (sent: number) => void }} options
 * @returns {Promise<number>}  How much has arrived then.
 */
function append(address, slice, start, { signal, onprogress }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    let stalled = 0;
    const watch = () => {
      clearTimeout(stalled);
      stalled = setTimeout(abort, STALLED_MS);
    };
    request.upload.onprogress = ({ loaded }) => {
      watch();
      onprogress(loaded);
    };
    request.onloadend = () => {
      clearTimeout(stalled);
      signal?.removeEventListener("abort", abort);
      const { status, responseText } = request;
      if (status !== 200 && status !== 204) return reject(new UploadError(`PATCH was answered with ${status}.`, status, responseText));
      try {
        resolve(offsetIn(request.getResponseHeader("Upload-Offset")));
      } catch (error) {
        reject(error);
      }
    };
    signal?.addEventListener("abort", abort);
    request.open("PATCH", address);
    request.setRequestHeader("Tus-Resumable", VERSION);
    request.setRequestHeader("Upload-Offset", String(start));
    request.setRequestHeader("Content-Type", "application/offset+octet-stream");
    watch();
    request.send(slice);
  });
}

/**
 * Longer each time, and not for all senders the same: they may all have lost one server. Without a network, until it
 * is back.
 *
 * @param {number} attempts
 * @param {AbortSignal} [signal]
 * @returns {Promise<void>}
 */
function pause(attempts, signal) {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** attempts, LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = navigator.onLine ? setTimeout(done, wait) : undefined;
    addEventListener("online", done);
    signal?.addEventListener("abort", done);
  });
}

/** Of the text's UTF-8. @param {string} text */
function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
