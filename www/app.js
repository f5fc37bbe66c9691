/**
 * A tax service's page around `<report-preflight>`, as a customer would write it: when the element has a payload
 * the form may be sent; here it is sent by script, so that a lost connection costs little, and for the sake of a
 * receipt in place.
 */
import { asJson, asPage, facts, kilobytes } from "./receipt.js";
import { UploadError, read, upload } from "./resumable.js";

/**
 * @typedef {import("./report-preflight/element.js").ReportPreflightElement} ReportPreflightElement
 * @typedef {import("./report-preflight/types.js").Manifest} Manifest
 * @typedef {import("./receipt.js").Receipt} Receipt
 * @typedef {{ code: string, message: string }} Problem
 * @typedef {{ title: string, paragraphs: string[], problems?: Problem[] }} Refusal
 */

/** Where the upload on its way is kept, should the page be reloaded: its address and the payload's checksum. */
const UNFINISHED = "unfinished-upload";
const TITLE = document.title;
const numbers = new Intl.NumberFormat(document.documentElement.lang);
const plurals = new Intl.PluralRules(document.documentElement.lang);

const form = /** @type {HTMLFormElement} */ (byId("form"));
const report = /** @type {ReportPreflightElement} */ (byId("report"));
const uploadButton = /** @type {HTMLButtonElement} */ (byId("upload"));
const sentBar = /** @type {HTMLProgressElement} */ (byId("sent"));
/** Of the upload on its way. @type {AbortController | null} */
let sending = null;

report.addEventListener("report-preflight-accept", () => show({ stage: "check" }));
report.addEventListener("report-preflight-reset", () => show({ stage: "check" }));
report.addEventListener("report-preflight-cancel", () => show({ stage: "check" }));
report.addEventListener("report-preflight-fault", () => show({ stage: "check", trouble: true }));
report.addEventListener("report-preflight-checked", () => {
  const { manifest } = report;
  show({ stage: "check", ready: manifest !== null, trouble: manifest === null });
  if (!manifest) return;
  const { lines, bytes } = manifest.payload;
  byId("send-what").textContent = `${saleLines(lines)} in ${kilobytes(bytes)}. Your buyers' names and streets stay here.`;
  uploadButton.textContent = `Upload ${saleLines(lines)}`;
});

form.addEventListener("submit", event => {
  event.preventDefault();
  const { payload, manifest } = report;
  if (!sending && payload && manifest) send(payload, manifest);
});
byId("cancel-upload").addEventListener("click", () => sending?.abort());
addEventListener("beforeunload", event => {
  if (sending) event.preventDefault();
});
byId("unfinished").hidden = unfinished() === null;

/**
 * The manifest first; the payload names its address; and where the payload then is, there is the receipt.
 *
 * @param {File} payload
 * @param {Manifest} manifest
 */
async function send(payload, manifest) {
  const digest = manifest.payload.sha256_tree;
  sending = new AbortController();
  const { signal } = sending;
  const options = { endpoint: `${form.action}/resumable`, signal, onwaiting: wait };
  show({ stage: "upload", sending: true });
  byId("sending").focus();
  progress(0, 0);
  try {
    const begun = unfinished();
    let address = begun?.digest === digest ? begun.address : null;
    if (address === null) {
      const text = new Blob([JSON.stringify(manifest)], { type: "application/json" });
      const manifestAddress = await upload(text, { ...options, metadata: { filename: "manifest.json", filetype: text.type } });
      const metadata = { filename: payload.name, filetype: payload.type, manifest: manifestAddress };
      address = await upload(payload, { ...options, metadata, onprogress: progress, onaddress: address => remember({ digest, address }) });
    } else {
      address = await upload(payload, { ...options, address, onprogress: progress });
    }
    sending = null;
    const response = await read(address, { onwaiting: wait });
    remember(null);
    answered(response.status, await response.text(), manifest);
  } catch (error) {
    sending = null;
    if (signal.aborted) return cancelled();
    if (error instanceof UploadError && error.status > 0) {
      remember(null);
      return answered(error.status, error.answer, manifest);
    }
    refuse({
      title: "The upload did not get through",
      paragraphs: [
        "The connection was lost, and several tries to get it back failed. Check your internet connection, then try again.",
        "What had arrived is kept for a day: the upload goes on where it stopped. The checked report is still here.",
      ],
    });
  }
}

function cancelled() {
  remember(null);
  show({ stage: "check", ready: true });
  uploadButton.focus();
  say("The upload was cancelled. What had arrived of it is thrown away.");
}

/**
 * @param {number} loaded
 * @param {number} total
 */
function progress(loaded, total) {
  sentBar.value = total > 0 ? loaded / total : 0;
  byId("sent-what").textContent =
    total === 0 ? "Starting …" : loaded < total ? `${kilobytes(loaded)} of ${kilobytes(total)}` : "All sent. Waiting for the receipt …";
}

/** @param {boolean} waiting */
function wait(waiting) {
  if (byId("waiting").hidden !== waiting) return;
  byId("waiting").hidden = !waiting;
  say(waiting ? byId("waiting").textContent : "The connection is back. The upload goes on.");
}

/** @returns {{ digest: string, address: string } | null} */
function unfinished() {
  try {
    return JSON.parse(sessionStorage.getItem(UNFINISHED) ?? "null");
  } catch {
    return null;
  }
}

/** @param {{ digest: string, address: string } | null} begun */
function remember(begun) {
  byId("unfinished").hidden = true;
  try {
    if (begun) sessionStorage.setItem(UNFINISHED, JSON.stringify(begun));
    else sessionStorage.removeItem(UNFINISHED);
  } catch {
    // Where nothing may be kept, a reload begins anew.
  }
}

/**
 * @param {number} status
 * @param {string} text
 * @param {Manifest} manifest
 */
function answered(status, text, manifest) {
  /** @type {{ receipt?: Receipt, problems?: Problem[] } | null} */
  const answer = parsed(text);
  if (answer?.receipt) return receive(answer.receipt, manifest);
  if (answer?.problems?.length) {
    return refuse({
      title: status >= 500 ? "The upload could not be stored" : "The upload was not accepted",
      paragraphs: ["Nothing of it was kept. This is what the receiving side says:"],
      problems: answer.problems,
    });
  }
  refuse({
    title: "The receiving side could not take the upload",
    paragraphs: [`It answered with something this page does not understand (status ${status}). The checked report is still here: try again in a few minutes.`],
  });
}

/**
 * @param {Receipt} receipt
 * @param {Manifest} manifest
 */
function receive(receipt, manifest) {
  if (receipt.sha256_tree !== manifest.payload.sha256_tree) {
    return refuse({
      title: "What arrived is not what was checked",
      paragraphs: ["The checksum on the receipt differs from the one worked out in this browser. Do not rely on this upload: try again, and tell support if it happens twice."],
    });
  }
  const title = `${saleLines(receipt.lines)} received`;
  byId("receipt").replaceChildren(
    element("h1", title),
    element("p", "The checksum is the one that was worked out in your browser before the upload: what arrived is what you saw. Keep this receipt with your tax papers."),
    element("dl", ...facts(receipt).map(([term, description]) => element("div", element("dt", term), element("dd", description)))),
    element("div",
      button("Print this receipt", "button", () => window.print()),
      download("Save as a page", `receipt-${receipt.id}.html`, asPage(title, receipt)),
      download("Save as JSON", `receipt-${receipt.id}.json`, asJson(receipt)),
      button("Upload another report", "button button-second", () => {
        report.reset();
        report.focus();
      })),
  );
  show({ stage: "receipt" });
  byId("receipt").focus();
  window.scrollTo({ top: 0 });
}

/** @param {Refusal} refusal */
function refuse({ title, paragraphs, problems = [] }) {
  byId("refusal-title").textContent = title;
  byId("refusal-text").replaceChildren(
    ...paragraphs.map(text => element("p", text)),
    element("ul", ...problems.map(({ message }) => element("li", message))),
  );
  show({ stage: "upload", refused: true });
  byId("refusal").focus();
}

/** @param {{ stage: "check" | "upload" | "receipt", ready?: boolean, sending?: boolean, refused?: boolean, trouble?: boolean }} what */
function show({ stage, ready = false, sending = false, refused = false, trouble = false }) {
  for (const name of ["check", "upload", "receipt"]) {
    if (name === stage) byId(`stage-${name}`).setAttribute("aria-current", "step");
    else byId(`stage-${name}`).removeAttribute("aria-current");
  }
  form.hidden = stage === "receipt";
  byId("send").hidden = !ready && !sending;
  byId("sending").hidden = !sending;
  uploadButton.hidden = sending;
  byId("refusal").hidden = !refused;
  byId("receipt").hidden = stage !== "receipt";
  byId("waiting").hidden = true;
  if (stage !== "receipt") {
    for (const link of byId("receipt").querySelectorAll("a")) URL.revokeObjectURL(link.href);
    byId("receipt").replaceChildren();
  }
  report.inert = sending;
  const look = report.outcome?.verdict === "ready-with-warnings";
  byId("send-title").textContent = sending ? "Uploading" : look ? "Look at the list, then upload" : "Ready to upload";
  document.title = trouble || refused ? `Error: ${TITLE}` : stage === "receipt" ? `Receipt – ${TITLE}` : TITLE;
}

/** @param {string} text */
function say(text) {
  byId("status").textContent = text;
}

/** @param {number} n */
function saleLines(n) {
  return `${numbers.format(n)} sale ${plurals.select(n) === "one" ? "line" : "lines"}`;
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/**
 * @param {string} tag
 * @param {...(Node | string)} children
 */
function element(tag, ...children) {
  const node = document.createElement(tag);
  node.append(...children);
  return node;
}

/**
 * @param {string} text
 * @param {string} look
 * @param {() => void} press
 */
function button(text, look, press) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = look;
  node.textContent = text;
  node.addEventListener("click", press);
  return node;
}

/**
 * @param {string} text
 * @param {string} name
 * @param {Blob} file
 */
function download(text, name, file) {
  const link = document.createElement("a");
  link.className = "button button-second";
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.textContent = text;
  return link;
}
