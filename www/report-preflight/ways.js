/**
 * The ways to a worker. The best is one that has no network; any is better than none.
 *
 * By its address, a worker has the policy of its own response headers. As a blob it has the policy of the window
 * that makes it, and works where the address does not: from another origin, or in a frame without an origin. A
 * blank frame of our own, with a policy that lets nothing through, seals it whatever the page and its server
 * allow [tried in Chromium, Firefox and WebKitGTK: no request was seen by a server, and the page was not
 * affected].
 */
import { hasScript, loadScript } from "./assets.js";
import { PreflightFault } from "./fault.js";

/**
 * @typedef {Window & typeof globalThis} Scope
 *
 * @typedef {object} Way
 * @property {(url: string) => Promise<Worker>} open
 * @property {boolean} sealedOnly  Not good enough if the worker turns out to have a network.
 */

const SEALED = "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:";
const FRAME_MS = 2000;
const SCRIPT_MS = 60_000;

/** @type {Way[]} */
const WAYS = [
  { open: byAddress, sealedOnly: true },
  { open: inSealedFrame, sealedOnly: true },
  { open: fromBlob, sealedOnly: false },
  { open: byAddress, sealedOnly: false },
];

/** What worked before. @type {Map<string, Way>} */
const proven = new Map();

/** @param {string} url */
export function waysToWorker(url) {
  const known = proven.get(url);
  // A script at hand was loaded beforehand to be independent of the network.
  const ways = hasScript(url) ? WAYS.filter(({ open }) => open !== byAddress) : WAYS;
  return known ? [known, ...ways] : ways;
}

/** @param {string} url @param {Way} way */
export function remember(url, way) {
  proven.set(url, way);
}

/** @param {string} url */
async function byAddress(url) {
  return worker(url, window);
}

/** @param {string} url */
async function fromBlob(url) {
  return workerFrom(await loadScript(url), window);
}

/** @param {string} url */
async function inSealedFrame(url) {
  return workerFrom(await loadScript(url), await sealedFrame());
}

/** One for the whole page; its workers end with it. @type {Promise<HTMLIFrameElement> | null} */
let framing = null;

async function sealedFrame() {
  let frame = await framing;
  if (!frame?.isConnected) frame = await (framing = makeSealedFrame());
  return /** @type {Scope} */ (frame.contentWindow);
}

async function makeSealedFrame() {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  // Some browsers put the blank document in place only by and by.
  await new Promise((resolve) => {
    frame.onload = resolve;
    setTimeout(resolve, FRAME_MS);
    // Beside the body, which belongs to the page.
    document.documentElement.append(frame);
  });
  const inside = frame.contentDocument;
  if (inside) {
    const policy = inside.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = SEALED;
    inside.head.append(policy);
    return frame;
  }
  // In a sandboxed frame the blank one has another origin.
  frame.remove();
  throw new PreflightFault("worker-blocked", "no blank frame here");
}

/** @param {string} script @param {Scope} scope */
function workerFrom(script, scope) {
  const url = scope.URL.createObjectURL(new scope.Blob([script], { type: "text/javascript" }));
  setTimeout(() => URL.revokeObjectURL(url), SCRIPT_MS);
  return worker(url, scope);
}

/** @param {string} url @param {Scope} scope */
function worker(url, scope) {
  try {
    return new scope.Worker(trusted(url, scope));
  } catch (error) {
    throw new PreflightFault("worker-blocked", error);
  }
}

/** @type {WeakMap<Scope, { createScriptURL(url: string): string }>} */
const policies = new WeakMap();

/**
 * Pages that require Trusted Types refuse a plain string here, and name our policy in their `trusted-types`.
 *
 * @param {string} url
 * @param {Scope} scope
 * @returns {string}
 */
function trusted(url, scope) {
  const { trustedTypes } = /** @type {any} */ (scope);
  try {
    if (trustedTypes && !policies.has(scope)) {
      const createScriptURL = (/** @type {string} */ own) => own;
      policies.set(scope, trustedTypes.createPolicy("report-preflight", { createScriptURL }));
    }
  } catch {
    // Policies are listed there and ours is not among them: the plain string may still do.
  }
  return policies.get(scope)?.createScriptURL(url) ?? url;
}
