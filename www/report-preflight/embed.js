/**
 * Runs in `embed.html`, inside a frame of a page that we do not know.
 *
 * It only checks, and tells the page around it nothing but its height. A host that is named in the address, as
 * `?host=https://app.example`, is told the outcome as well; and when that host, and no other, offers a port, the
 * payload and the manifest are handed to it there. `embed-host.js` is the other side.
 *
 * Before a file can be chosen, the page takes its own network away for good. What a worker needs to be started
 * again was loaded before.
 */
import { loadModule, loadScript } from "./assets.js";
import { ReportPreflightElement } from "./element.js";
import words from "./locales/en.js";
import { loadWords, tagFor, wordsIn } from "./locales/index.js";

const VERSION = 1;
const parameters = new URLSearchParams(location.search);
const host = originOf(parameters.get("host"));
const tag = tagFor(parameters.get("lang") || navigator.language);

ReportPreflightElement.define();
const element = new ReportPreflightElement();
element.checkOnly = true;
element.multiple = true;
element.lang = parameters.get("lang") ?? "";

/** Where the host wants the payload. @type {MessagePort | null} */
let port = null;

new ResizeObserver(tellHeight).observe(document.documentElement);
addEventListener("message", hear);
element.addEventListener("report-preflight-checked", () => {
  tellHost("outcome", { outcome: element.outcome });
  handOver();
});
element.addEventListener("report-preflight-fault", () => tellHost("fault", { code: element.fault?.code }));

await sealPage();
document.querySelector("main")?.append(element);
tellAnyone("ready", {});

/** Whatever did not load is asked for again by the element, and is its fault to show. */
async function sealPage() {
  const [wasm, worker] = await Promise.allSettled([
    loadModule(element.wasmSrc),
    loadScript(element.workerSrc),
    // Elsewhere it is fetched when a workbook is chosen; here there is no network by then. All else does without it.
    loadModule(element.workbookSrc),
    import("./downloads.js"),
    import("./view/outcome.js"),
    loadWords(tag),
  ]);
  if (wasm.status === "rejected" || worker.status === "rejected") return;
  const style = new URL("style.css", import.meta.url).href;
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = [
    "default-src 'none'",
    "script-src 'wasm-unsafe-eval'",
    "worker-src blob:",
    `style-src ${style}`,
    "img-src data:",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
  document.head.append(policy);
}

/** @param {MessageEvent} event */
function hear({ data, source, origin, ports }) {
  if (source !== parent || data?.v !== VERSION) return;
  if (data.type === "report-preflight:hello" && element.isConnected) {
    tellAnyone("ready", {});
    tellHeight();
  } else if (data.type === "report-preflight:connect" && host !== null && origin === host && ports[0]) {
    connect(ports[0]);
  }
}

/** @param {MessagePort} offered */
function connect(offered) {
  port = offered;
  if (!element.checkOnly) return handOver();
  element.checkOnly = false;
  showHost();
  // What was checked so far was not kept.
  if (element.file) element.add([]).catch(() => {});
}

/** The seller sees who gets it. */
function showHost() {
  const line = document.createElement("p");
  line.className = "host";
  line.textContent = (wordsIn(tag) ?? words).embed.host.replace("{host}", host ?? "");
  element.before(line);
}

function handOver() {
  const { payload, manifest } = element;
  if (payload) port?.postMessage({ type: "report-preflight:payload", v: VERSION, payload, manifest });
}

function tellHeight() {
  const { height } = document.documentElement.getBoundingClientRect();
  tellAnyone("resize", { height: Math.ceil(height) });
}

/** Nothing of the file may be in it. @param {string} kind @param {object} message */
function tellAnyone(kind, message) {
  if (parent !== window) parent.postMessage({ type: `report-preflight:${kind}`, v: VERSION, ...message }, "*");
}

/** @param {string} kind @param {object} message */
function tellHost(kind, message) {
  if (host === null || parent === window) return;
  parent.postMessage({ type: `report-preflight:${kind}`, v: VERSION, ...message }, host);
}

/** @param {string | null} text */
function originOf(text) {
  const url = text === null ? null : URL.parse(text);
  return url && /^https?:$/.test(url.protocol) ? url.origin : null;
}
