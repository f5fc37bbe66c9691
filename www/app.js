/**
 * A tax service's page around `<report-preflight>`, as a customer would write it: when the element has a payload
 * the form may be sent; here it is sent by script, for the sake of a progress bar and a receipt in place.
 */

/**
 * @typedef {import("./report-preflight/element.js").ReportPreflightElement} ReportPreflightElement
 * @typedef {import("./report-preflight/types.js").Manifest} Manifest
 * @typedef {{ id: string, received_at: string, lines: number, bytes: number, sha256_tree: string }} Receipt
 * @typedef {{ code: string, message: string }} Problem
 * @typedef {{ title: string, paragraphs: string[], problems?: Problem[] }} Refusal
 */

const TITLE = document.title;
const numbers = new Intl.NumberFormat(document.documentElement.lang);
const plurals = new Intl.PluralRules(document.documentElement.lang);

const form = /** @type {HTMLFormElement} */ (byId("form"));
const report = /** @type {ReportPreflightElement} */ (byId("report"));
const uploadButton = /** @type {HTMLButtonElement} */ (byId("upload"));
const sentBar = /** @type {HTMLProgressElement} */ (byId("sent"));
/** @type {XMLHttpRequest | null} */
let request = null;

report.addEventListener("report-preflight-accept", () => show({ stage: "check" }));
report.addEventListener("report-preflight-reset", () => show({ stage: "check" }));
report.addEventListener("report-preflight-cancel", () => show({ stage: "check" }));
report.addEventListener("report-preflight-fault", () => show({ stage: "check", trouble: true }));
report.addEventListener("report-preflight-checked", () => {
  const { manifest } = report;
  show({ stage: "check", ready: manifest !== null, trouble: manifest === null });
  if (!manifest) return;
  const { lines, bytes } = manifest.payload;
  byId("send-what").textContent = `${saleLines(lines)} in ${kilobytes(bytes)}, and the manifest that describes them.`;
  uploadButton.textContent = `Upload ${saleLines(lines)}`;
});

form.addEventListener("submit", event => {
  event.preventDefault();
  if (!request && report.manifest) upload(new FormData(form), report.manifest);
});
byId("cancel-upload").addEventListener("click", () => request?.abort());

/**
 * @param {FormData} data
 * @param {Manifest} manifest
 */
function upload(data, manifest) {
  const sending = new XMLHttpRequest();
  request = sending;
  show({ stage: "upload", sending: true });
  byId("sending").focus();
  progress(0, 0);
  sending.upload.onprogress = ({ loaded, total }) => progress(loaded, total);
  sending.onload = () => answered(sending, manifest);
  sending.onerror = () => refuse({
    title: "The upload did not get through",
    paragraphs: [
      "The connection was lost before the receipt came back. Check your internet connection and try again.",
      "The checked report is still here. Sending it twice does no harm: both would have the same checksum.",
    ],
  });
  sending.onabort = () => {
    show({ stage: "check", ready: true });
    uploadButton.focus();
    say("The upload was cancelled. What had arrived of it is thrown away.");
  };
  sending.onloadend = () => (request = null);
  sending.open("POST", form.action);
  sending.setRequestHeader("Accept", "application/json");
  sending.send(data);
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

/**
 * @param {XMLHttpRequest} sent
 * @param {Manifest} manifest
 */
function answered(sent, manifest) {
  /** @type {{ receipt?: Receipt, problems?: Problem[] } | null} */
  const answer = parsed(sent.responseText);
  if (sent.status === 201 && answer?.receipt) return receive(answer.receipt, manifest);
  if (answer?.problems?.length) {
    return refuse({
      title: sent.status >= 500 ? "The upload could not be stored" : "The upload was not accepted",
      paragraphs: ["Nothing of it was kept. This is what the receiving side says:"],
      problems: answer.problems,
    });
  }
  refuse({
    title: "The receiving side could not take the upload",
    paragraphs: [`It answered with something this page does not understand (status ${sent.status}). The checked report is still here: try again in a few minutes.`],
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
  const received = new Date(receipt.received_at);
  const time = element("time", new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "long" }).format(received));
  time.setAttribute("datetime", receipt.received_at);
  /** @type {[string, Node | string][]} */
  const facts = [
    ["Receipt number", element("code", receipt.id)],
    ["Received", time],
    ["Sale lines", numbers.format(receipt.lines)],
    ["Size", kilobytes(receipt.bytes)],
    ["Checksum (SHA-256 of its parts)", element("code", receipt.sha256_tree)],
  ];
  byId("receipt").replaceChildren(
    element("h1", `${saleLines(receipt.lines)} received`),
    element("p", "The checksum is the one that was worked out in your browser before the upload: what arrived is what you saw."),
    element("dl", ...facts.map(([term, description]) => element("div", element("dt", term), element("dd", description)))),
    element("div",
      button("Print this receipt", "button", () => window.print()),
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
  if (stage !== "receipt") byId("receipt").replaceChildren();
  report.inert = sending;
  byId("send-title").textContent = sending ? "Uploading" : "Ready to upload";
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

/** @param {number} bytes */
function kilobytes(bytes) {
  const [amount, unit] = bytes < 1e3 ? [bytes, "byte"] : bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit", unit, unitDisplay: bytes < 1e3 ? "long" : "short", maximumFractionDigits: 1,
  }).format(amount);
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
