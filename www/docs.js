/**
 * The page for engineers. What the element has is read from its manifest, what a fault means from its own words: here is
 * only how each is tried out on the live example.
 */
import { reportFile, wrongReportFile } from "./report-preflight/fixtures/generate.js";
import words from "./report-preflight/locales/en.js";

/**
 * @typedef {import("./report-preflight/index.js").ReportPreflightElement} ReportPreflightElement
 * @typedef {{ name: string, description: string, type?: { text: string }, default?: string }} Entry
 * @typedef {Entry & { kind: string, static?: boolean, return?: { type: { text: string } }, parameters?: (Entry & { optional?: boolean })[] }} Member
 * @typedef {{ attributes: Entry[], members: Member[], events: Entry[], cssParts: Entry[], cssProperties: Entry[] }} Described
 */

const live = /** @type {ReportPreflightElement} */ (byId("live"));
const REPORTS = {
  fine: () => reportFile({ name: "march.txt" }),
  faults: () => reportFile({ name: "march.txt", records: 30, faults: { "amount-unreadable": 1, "state-spelled-out": 2, "shipped-before-ordered": 1 } }),
  wrong: () => wrongReportFile(),
};
/** What the buttons for methods call, where nothing has to be known first. @type {Record<string, () => unknown>} */
const CALLS = {
  check: () => live.check(REPORTS.faults()),
  add: () => live.add(reportFile({ name: "april.txt", month: "2026-04", seed: 2 })),
  leaveOutRejected: () => live.leaveOutRejected(),
  decline: () => live.decline("state-spelled-out"),
  edit: () => live.edit(0, 2, { "item-price": "12.99" }),
  leaveOut: () => live.leaveOut(0, 2),
  undo: () => live.undo(),
  cancel: () => live.cancel(),
  reset: () => live.reset(),
  record: () => live.record(2),
  gzip: () => live.gzip(),
  download: () => live.download("findings-csv"),
  checkValidity: () => live.checkValidity(),
  reportValidity: () => live.reportValidity(),
  focus: () => live.focus(),
};

const described = await describe();
entries("attributes-list", described.attributes, ({ name, type }) =>
  type?.text === "boolean" ? toggle(name) : name === "lang" ? languages() : null);
entries("properties-list", described.members.filter(({ kind }) => kind === "field"), ({ name }) =>
  button("Show", `Show ${name}`, () => tell(`element.${name}`, Reflect.get(live, name))));
entries("methods-list", described.members.filter(({ kind }) => kind === "method"), ({ name }) => {
  const call = CALLS[name];
  return call ? button("Call", `Call ${name}`, () => attempt(`element.${name}(…)`, call)) : null;
});
entries("events-list", described.events, () => null);
entries("parts-list", described.cssParts, ({ name }) => button("Outline", `Outline ${name}`, () => outline(name)));
entries("look-list", described.cssProperties, adjust);
entries("faults-list", Object.entries(words.faults).map(([name, { what, why, fix }]) => ({ name, description: `${what}. ${why}`, steps: fix })), () => null);

for (const { name } of described.events) {
  live.addEventListener(name, (event) => tell(name, /** @type {CustomEvent} */ (event).detail));
}
for (const [name, make] of Object.entries(REPORTS)) {
  document.querySelector(`[data-report=${name}]`)?.addEventListener("click", () => attempt("element.check(file)", () => live.check(make())));
}

const themes = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-theme]"));
for (const theme of themes) {
  theme.addEventListener("click", () => {
    live.className = theme.dataset.theme ?? "";
    for (const other of themes) other.ariaPressed = String(other === theme);
  });
}
const scheme = document.querySelector("[data-scheme]");
scheme?.addEventListener("click", () => {
  const turned = scheme.ariaPressed !== "true";
  scheme.ariaPressed = String(turned);
  const dark = matchMedia("(prefers-color-scheme: dark)").matches !== turned;
  live.style.colorScheme = dark ? "dark" : "light";
});

ownForm();
byId("try-limit").addEventListener("click", async () => {
  const element = place("limit-element", { "max-bytes": "100000" });
  const long = new Blob([reportFile({ records: 10_000 })]).stream().pipeThrough(new CompressionStream("gzip"));
  const packed = new File([await new Response(long).blob()], "march.txt.gz");
  await element.check(packed).catch(() => {});
});
byId("try-words").addEventListener("click", () => {
  live.words = { chooser: { promise: "Nothing leaves your computer until you press “File my return”." } };
  live.reset();
  byId("said").scrollIntoView({ block: "nearest" });
});
byId("try-fault").addEventListener("click", () => place("fault-element", { "wasm-src": "nowhere.wasm" }));

/** @returns {Promise<Described>} */
async function describe() {
  const answer = await fetch(new URL("./report-preflight/custom-elements.json", import.meta.url));
  const { modules } = await answer.json();
  return modules[0].declarations[0];
}

/**
 * @template {Entry & { steps?: string[] }} E
 * @param {string} list
 * @param {E[]} all
 * @param {(entry: E) => Node | null} control
 */
function entries(list, all, control) {
  byId(list).append(...all.map((entry) => {
    const { name, description, steps = [] } = entry;
    const own = control(entry);
    const fixes = element("ul", ...steps.map((step) => element("li", ...marked(step))));
    const row = element("div",
      element("dt", element("code", name + signature(entry)), element("span", ` ${kindOf(entry)}`)),
      element("dd", ...marked(description), ...(steps.length > 0 ? [fixes] : [])));
    if (own) {
      const place = element("dd", own);
      place.className = "control";
      row.append(place);
    }
    return row;
  }));
}

/** @param {Entry & Partial<Member>} entry */
function signature({ parameters }) {
  return parameters ? `(${parameters.map(({ name, optional }) => name + (optional ? "?" : "")).join(", ")})` : "";
}

/** @param {Entry & Partial<Member>} entry */
function kindOf(entry) {
  const kind = entry.return?.type.text ?? entry.type?.text ?? "";
  return [entry.static && "static", kind, entry.default && `default ${entry.default}`].filter(Boolean).join(", ");
}

/** What stands between backticks is code. @param {string} text */
function marked(text) {
  return text.split("`").map((piece, index) => (index % 2 === 1 ? element("code", piece) : piece));
}

/** @param {string} name */
function toggle(name) {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => {
    live.toggleAttribute(name, box.checked);
    tell("the element is now", /** @type {Element} */ (live.cloneNode()).outerHTML);
  });
  return element("label", box, name);
}

function languages() {
  const select = document.createElement("select");
  select.ariaLabel = "Language of the live example";
  for (const tag of ["en", "en-GB", "es", "zh-Hans"]) select.append(new Option(tag));
  select.addEventListener("change", () => (live.lang = select.value));
  return select;
}

/** @param {Entry & { syntax?: string }} entry */
function adjust({ name, syntax, default: value = "" }) {
  const input = document.createElement("input");
  input.ariaLabel = name;
  if (syntax === "<color>") {
    const [light = "", dark = light] = value.match(/#[0-9a-f]{6}/g) ?? [];
    input.type = "color";
    input.value = matchMedia("(prefers-color-scheme: dark)").matches ? dark : light;
  } else {
    input.placeholder = syntax === "<length>" ? "such as 4px" : "such as Georgia";
  }
  input.addEventListener("input", () => live.style.setProperty(name, input.value));
  return input;
}

/** @param {string} name */
function outline(name) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`#live::part(${name}) { outline: 3px dashed; outline-offset: 2px; }`);
  document.adoptedStyleSheets = [sheet];
  const part = live.shadowRoot?.querySelector(`[part~="${name}"]`);
  part?.scrollIntoView({ block: "nearest" });
  tell(`::part(${name})`, part?.checkVisibility() ? "outlined" : "not there now");
}

function ownForm() {
  const form = /** @type {HTMLFormElement} */ (byId("own-form"));
  /** @type {ReportPreflightElement | null} */
  let own = null;
  const present = () => (own ??= place("own-form-element", { name: "sales", required: "" }));
  const said = byId("own-form-said");
  byId("own-form-fill").addEventListener("click", () => void present().check(REPORTS.fine()).catch(() => {}));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    // Made only now, it cannot take the focus before it is shown.
    await present().settled;
    if (!form.reportValidity()) {
      said.textContent = `Held up: ${own?.validationMessage}`;
      return;
    }
    const sent = [...new FormData(form)].map(([name, value]) => (value instanceof File ? `${name}: ${value.name}, ${value.size} bytes of ${value.type}` : name));
    said.textContent = sent.join("\n");
  });
  form.addEventListener("reset", () => (said.textContent = ""));
}

/**
 * An element of its own, made when it is asked for: each has a worker.
 *
 * @param {string} id
 * @param {Record<string, string>} attributes
 */
function place(id, attributes) {
  const own = document.createElement("report-preflight");
  for (const [name, value] of Object.entries(attributes)) own.setAttribute(name, value);
  byId(id).replaceChildren(own);
  return own;
}

/** @param {string} what @param {() => unknown} call */
async function attempt(what, call) {
  try {
    const given = await call();
    if (given !== undefined) tell(what, given);
  } catch (error) {
    tell(what, String(error));
  }
}

/** @param {string} what @param {unknown} value */
function tell(what, value) {
  const said = byId("said");
  said.textContent = `${what}: ${inWords(value)}\n${said.textContent}`.slice(0, 8000);
}

/** @param {unknown} value */
function inWords(value) {
  if (typeof value === "string") return value;
  const text = JSON.stringify(value, (_, inner) => {
    if (inner instanceof Blob) return inner instanceof File ? `File ${inner.name}, ${inner.size} bytes` : `Blob, ${inner.size} bytes`;
    if (inner instanceof Error) return String(inner);
    if (inner instanceof Node) return inner.nodeName.toLowerCase();
    return inner;
  }) ?? String(value);
  return text.length > 600 ? `${text.slice(0, 600)} …` : text;
}

/**
 * @param {string} text
 * @param {string} label
 * @param {() => void} press
 */
function button(text, label, press) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = "button button-second";
  node.textContent = text;
  node.ariaLabel = label;
  node.addEventListener("click", () => {
    press();
    // Where there is no room beside the text, the live example is far above it.
    byId("said").scrollIntoView({ block: "nearest" });
  });
  return node;
}

/** @param {string} id */
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
