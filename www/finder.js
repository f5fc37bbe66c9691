/**
 * Which report to fetch, and which one a file is: by who ships, and by the beginning of the file. The checker itself
 * recognises the report, in this browser, and the words are the catalogue's.
 */
import "./report-preflight/define.js";
import catalogue from "./report-preflight/locales/catalogue.en.js";

/** @typedef {import("./report-preflight/index.js").ReportPreflightElement} ReportPreflightElement */
/** @typedef {{ title: string, why: string | null, way: string[] | null }} Words */

/** Packed files and workbooks are recognised only whole. */
const PACKED = /\.(zip|gz|xlsx?)$/i;
const BEGINNING = 64 << 10;

/** @type {Record<string, Words>} */
const reports = catalogue.reports;
const finder = /** @type {HTMLFormElement} */ (document.getElementById("finder"));
const names = /** @type {HTMLTextAreaElement} */ (finder.querySelector("textarea"));
const file = /** @type {HTMLInputElement} */ (finder.querySelector("input[type=file]"));
const fetchThis = /** @type {HTMLElement} */ (document.getElementById("finder-fetch"));
const found = /** @type {HTMLElement} */ (document.getElementById("finder-found"));
/** It recognises, and shows nothing. @type {ReportPreflightElement | null} */
let reader = null;
/** What is asked about. @type {File | null} */
let latest = null;
let reading = false;

finder.hidden = false;
finder.addEventListener("submit", event => event.preventDefault());
for (const radio of finder.querySelectorAll("input[type=radio]")) radio.addEventListener("change", recommend);
names.addEventListener("input", () => recognise(new File([header(names.value)], "names.txt"), names.value.trim() !== ""));
file.addEventListener("change", async () => {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  names.value = "";
  if (PACKED.test(chosen.name)) return say(found, "This file is packed. The check further down opens it and tells you what it is.");
  await recognise(new File([chosen.slice(0, BEGINNING)], chosen.name), true);
});

/** The report for who ships. */
function wanted() {
  const radio = /** @type {HTMLInputElement | null} */ (finder.querySelector("input[type=radio]:checked"));
  return radio && reports[radio.value];
}

function recommend() {
  const report = wanted();
  if (!report) return;
  const way = document.createElement("ol");
  way.append(...(report.way ?? []).map(step => element("li", step)));
  say(fetchThis, element("strong", report.title), " is the report to fetch:", way);
}

/** @param {string} text */
function header(text) {
  const line = text.trim();
  // From a screen or a spreadsheet the tabs may come as blanks; names have none where Amazon writes them with hyphens.
  return /[\t,;|]/.test(line) ? line : line.replace(/ +/g, "\t");
}

/**
 * While one is read, the last that came waits: to give up the one would end its worker, and start another from the network.
 *
 * @param {File} beginning
 * @param {boolean} isSome
 */
async function recognise(beginning, isSome) {
  latest = isSome ? beginning : null;
  if (!latest) found.replaceChildren();
  if (reading) return;
  reading = true;
  let file = latest;
  while (file) {
    const told = await read(file);
    if (file === latest) {
      told();
      break;
    }
    file = latest;
  }
  reading = false;
}

/** @param {File} beginning */
async function read(beginning) {
  try {
    const { sources: [source] } = await (reader ??= addReader()).check(beginning);
    return () => tell(source?.report);
  } catch {
    return () => say(found, "This could not be read here. Try the check further down with the whole file.");
  }
}

/** @param {{ family: string, title: string, usable: boolean } | undefined} report */
function tell(report) {
  if (!report || report.family === "unknown") {
    return say(found, "No report of Amazon that we know begins like this. Copy the first line of the file, with the names of all its columns, or choose the file itself.");
  }
  const why = reports[report.family]?.why;
  const instead = wanted()?.title;
  say(
    found,
    "This is ", element("strong", report.title), ". ",
    report.usable ? "Sales tax can be filed on it. Check the whole file further down." : `It will not do for sales tax. ${why ?? ""} `,
    report.usable ? "" : instead ? `Fetch ${instead} instead.` : "Say above who ships your orders, and you learn which one to fetch.",
  );
}

function addReader() {
  const element = document.createElement("report-preflight");
  element.checkOnly = true;
  element.hidden = true;
  document.body.append(element);
  return element;
}

/** @param {HTMLElement} place @param {...(Node | string)} words */
function say(place, ...words) {
  place.replaceChildren(...words);
}

/** @param {string} tag @param {string} text */
function element(tag, text) {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}
