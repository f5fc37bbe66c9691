/**
 * The list of what was found: CSV, JSON and SARIF 2.1.0. The same bytes as natively; `src/output/exports.rs` says what
 * each of the forms is, and a browser test compares them. No cell text is in an outcome, so none is in these.
 */

import { CODES, wordsOfCode } from "./catalogue.js";

/**
 * @typedef {import("./types.js").Outcome} Outcome
 * @typedef {import("./catalogue.js").CodeWords} CodeWords
 * @typedef {import("./locales/index.js").Words} Words
 * @typedef {{ source: number, record: number | null, column: string | null }} Place
 *
 * @typedef {object} Found  What was found of one code, finding or repair.
 * @property {string} code
 * @property {string} severity  Or `repair`, or `declined`.
 * @property {number} count
 * @property {Place[]} places
 * @property {CodeWords} words
 *
 * @typedef {{ code: string, severity: string, source: string | null, record: number | null, column: string | null,
 *   what: string, why: string, fix: string }} Row
 */

/** That of `Cargo.toml`. */
const VERSION = "0.1.0";
const NAMES = /** @type {const} */ (["code", "severity", "source", "record", "column", "what", "why", "fix"]);

/** @param {Outcome} outcome @param {Words} words */
export function findingsCsv(outcome, words) {
  const cells = rows(outcome, words).map((row) => NAMES.map((name) => String(row[name] ?? "")));
  return `\u{FEFF}${[NAMES, ...cells].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`;
}

/** @param {Outcome} outcome @param {Words} words */
export function findingsJson(outcome, words) {
  return pretty({ rows: rows(outcome, words) });
}

/**
 * @param {Outcome} outcome
 * @param {Words} words
 * @param {string} help  The address of the page with an anchor for each code.
 */
export function findingsSarif(outcome, words, help) {
  const all = found(outcome, words);
  const rules = all.map(({ code, words }) => ({
    id: code,
    shortDescription: { text: words.what },
    fullDescription: { text: words.why },
    help: { text: words.fix },
    helpUri: `${help}#${code}`,
    defaultConfiguration: { level: CODES[code]?.severity ?? "none" },
  }));
  const results = all.flatMap(({ code, severity, places, words: { what } }, ruleIndex) => each(places).map((place) => ({
    ruleId: code,
    ruleIndex,
    // SARIF knows levels of what failed only.
    ...(isProblem(severity) ? { kind: "fail", level: severity } : { kind: "informational", level: "none" }),
    message: { text: what },
    locations: place ? [locationOf(outcome, place, words)] : [],
  })));
  const notifications = all.filter((found) => notListed(found) > 0).map((found) =>
    ({ level: "note", message: { text: more(found, words) }, associatedRule: { id: found.code } }));
  const artifacts = outcome.sources.map(({ bytes }, at) =>
    ({ location: { uri: uriOf(nameOf(outcome, at, words)) }, ...(bytes === null ? {} : { length: bytes }) }));
  return pretty({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "report-preflight", version: VERSION, informationUri: help, rules } },
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
      artifacts,
      results,
    }],
  });
}

/** @param {Outcome} outcome @param {Words} words @returns {Found[]} */
function found({ findings, repairs }, words) {
  return [
    ...findings.map((finding) => ({ ...finding, words: wordsOfCode(words, finding.code) })),
    ...repairs.map((repair) => ({ ...repair, severity: repair.declined ? "declined" : "repair", words: wordsOfCode(words, repair.code) })),
  ];
}

/** @param {Outcome} outcome @param {Words} words @returns {Row[]} */
function rows(outcome, words) {
  return found(outcome, words).flatMap((found) => {
    /** @param {Place | null} place @param {string} what */
    const row = (place, what) => ({
      code: found.code,
      severity: found.severity,
      source: place && nameOf(outcome, place.source, words),
      record: place && place.record,
      column: place && place.column,
      what,
      why: found.words.why,
      fix: found.words.fix,
    });
    const listed = each(found.places).map((place) => row(place, found.words.what));
    return notListed(found) > 0 ? [...listed, row(null, more(found, words))] : listed;
  });
}

/** Each place that is listed; else none, once: what is about all files together has no place. @param {Place[]} places */
function each(places) {
  return places.length > 0 ? places : [null];
}

/** @param {Found} found */
function notListed({ count, places }) {
  return places.length > 0 ? count - places.length : 0;
}

/** In plain figures, as natively. @param {Found} found @param {Words} words */
function more(found, { downloads: { more } }) {
  return more.replace("{rest}", String(notListed(found))).replace("{all}", String(found.count));
}

/** @param {string} severity */
function isProblem(severity) {
  return severity !== "repair" && severity !== "declined";
}

/** @param {Outcome} outcome @param {Place} place @param {Words} words */
function locationOf(outcome, { source, record, column }, words) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(nameOf(outcome, source, words)), index: source },
      ...(record === null ? {} : { region: { startLine: record } }),
    },
    ...(column === null ? {} : { logicalLocations: [{ name: column, kind: "column" }] }),
  };
}

/** @param {Outcome} outcome @param {number} at @param {Words} words */
function nameOf({ sources }, at, { downloads: { unnamed } }) {
  return sources[at]?.name ?? unnamed.replace("{number}", String(at + 1));
}

/** A file's name as a relative reference (RFC 3986). @param {string} name */
function uriOf(name) {
  return encodeURIComponent(name).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** @param {object} value */
function pretty(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Of CSV; what a spreadsheet would run, as text: `is_formula` in `src/output/csv.rs`. @param {string} text */
function cell(text) {
  const formula = /^[=@\t\r]/.test(text) || (/^[+-]/.test(text) && !/^.(?=.*\d)[\d.,]+$/.test(text));
  const safe = formula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
