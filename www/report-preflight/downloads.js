/**
 * Files for the seller. Loaded when the first one is asked for; what is in them goes to the disk and nowhere else.
 */
import { CODES, wordsOfCode } from "./catalogue.js";
import { findingsCsv, findingsJson, findingsSarif } from "./exports.js";

/**
 * @typedef {"payload" | "cleaned" | "annotated" | "findings-csv" | "findings-json" | "findings-sarif"} DownloadKind
 *
 * @typedef {import("./types.js").Options} Options
 *
 * @typedef {object} Given
 * @property {(options: Partial<Options>, handOver: boolean) => Promise<import("./client.js").Checked>} check
 *   The same files once more, with these options beside the others.
 * @property {import("./types.js").Outcome} outcome
 * @property {File | null} payload
 * @property {boolean} checkOnly
 * @property {number} source
 * @property {import("./locales/index.js").Words} words
 */

const KEPT_MS = 60_000;
/** How many places of each code a list has at most: some megabytes. */
const MOST_PLACES = 20_000;
const HERE = import.meta.url;
/** Where our own site explains the codes, each under its anchor. No bundler is to look for it: it is not in the package. */
const HELP = new URL("../help-center.html", HERE).href;

/**
 * @param {DownloadKind} kind
 * @param {Given} given
 * @returns {Promise<File>}
 */
export async function fileFor(kind, given) {
  const { outcome, payload, words } = given;
  switch (kind) {
    case "payload":
      if (!payload) throw unavailable();
      return payload;
    case "cleaned":
      if (!outcome.manifest || given.checkOnly) throw unavailable();
      return new File(await again(given, { for_people: true, format: "csv", template: "canonical" }), "cleaned-sales.csv", { type: "text/csv" });
    case "annotated":
      return annotated(given);
    case "findings-csv":
      return new File([findingsCsv(await listed(given), words)], "findings.csv", { type: "text/csv" });
    case "findings-json":
      return new File([findingsJson(await listed(given), words)], "findings.json", { type: "application/json" });
    case "findings-sarif":
      return new File([findingsSarif(await listed(given), words, HELP)], "findings.sarif", { type: "application/sarif+json" });
    default:
      throw new TypeError(`There is no download ${kind}.`);
  }
}

/** @param {File} file */
export function save(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

/** @param {Given} given */
async function annotated(given) {
  const { outcome, source, words } = given;
  const checked = outcome.sources[source];
  if (!checked?.report.usable) throw unavailable();
  const sentences = Object.fromEntries(Object.keys(CODES).map((code) => [code, wordsOfCode(words, code).what]));
  const parts = await again(given, { annotate: source, words: sentences });
  const name = (checked.format?.member ?? checked.name ?? "report").replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
  return new File(parts, `${name}-with-notes.csv`, { type: "text/csv" });
}

/** With more places than the page lists, where there are more. @param {Given} given */
async function listed(given) {
  const { findings, repairs } = given.outcome;
  const whole = [...findings, ...repairs].every(({ count, places }) => places.length >= count);
  return whole ? given.outcome : (await given.check({ max_places: MOST_PLACES }, false)).outcome;
}

/** What another check of the same files writes. @param {Given} given @param {Partial<Options>} options */
async function again(given, options) {
  return (await given.check(options, true)).parts;
}

function unavailable() {
  return new DOMException("There is nothing to make this file from.", "InvalidStateError");
}
