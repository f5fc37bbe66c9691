/**
 * The list of what was found, in three formats. The same bytes as `preflight check --findings` writes natively
 * (`src/output/exports.rs`): a test compares them. No cell text is in an outcome, so none is in here.
 */

/**
 * @typedef {import("./types.js").Outcome} Outcome
 * @typedef {import("./locales/en.js").CodeWords} CodeWords
 * @typedef {{ codes: Record<string, CodeWords> }} Words
 * @typedef {{ source: number, record: number | null, column: string | null, before?: string, after?: string }} Place
 * @typedef {{ kind: "error" | "warning" | "note" | "corrected" | "declined", code: string, count: number, places: Place[],
 *   what: string, why: string, fix: string }} Entry
 */

const CSV_COLUMNS = ["file", "record", "column", "kind", "code", "what", "why", "what to do", "before", "after"];

/**
 * A line for each place that is listed; as spreadsheets read it without asking.
 *
 * @param {Outcome} outcome
 * @param {Words} words
 */
export function findingsCsv(outcome, words) {
  const lines = entries(outcome, words).flatMap(({ kind, code, places, what, why, fix }) =>
    (places.length > 0 ? places : [null]).map((place) => [
      place ? fileName(outcome, place.source) : "", String(place?.record ?? ""), place?.column ?? "",
      kind, code, what, why, fix, place?.before ?? "", place?.after ?? "",
    ]));
  return `\u{FEFF}${[CSV_COLUMNS, ...lines].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`;
}

/**
 * @param {Outcome} outcome
 * @param {Words} words
 */
export function findingsJson(outcome, words) {
  const { verdict, ledger } = outcome;
  const sources = outcome.sources.map(({ report, ledger }, index) =>
    ({ file: fileName(outcome, index), family: report.family, title: report.title, ledger }));
  const findings = entries(outcome, words).map(({ kind, code, count, what, why, fix, places }) =>
    ({ kind, code, count, what, why, fix, places }));
  return `${JSON.stringify({ verdict, ledger, sources, findings }, null, 2)}\n`;
}

/**
 * SARIF 2.1.0, for tools that show the findings of other tools. Its lines are those of the file where no cell has a
 * line end in it; the record is told too.
 *
 * @param {Outcome} outcome
 * @param {Words} words
 */
export function findingsSarif(outcome, words) {
  const listed = entries(outcome, words);
  const rules = listed.map(({ kind, code, count, what, why, fix }) => ({
    id: code,
    shortDescription: { text: what },
    fullDescription: { text: why },
    help: { text: fix },
    defaultConfiguration: { level: levelOf(kind) },
    properties: { count },
  }));
  const results = listed.flatMap(({ kind, code, what, places }, ruleIndex) =>
    (places.length > 0 ? places : [null]).map((place) => ({
      ruleId: code,
      ruleIndex,
      kind: levelOf(kind) === "none" ? "informational" : "fail",
      level: levelOf(kind),
      message: { text: what },
      locations: place ? [locationOf(outcome, place)] : [],
    })));
  const artifacts = outcome.sources.map((_, index) => ({ location: { uri: uriOf(outcome, index) } }));
  return `${JSON.stringify({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "report-preflight", rules } }, artifacts, results }],
  }, null, 2)}\n`;
}

/**
 * Findings and then repairs, in the outcome's order.
 *
 * @param {Outcome} outcome
 * @param {Words} words
 * @returns {Entry[]}
 */
function entries({ findings, repairs }, { codes }) {
  const said = (/** @type {string} */ code) => {
    const { what = code, why = "", fix = "" } = codes[code] ?? {};
    return { what, why, fix };
  };
  return [
    ...findings.map(({ code, severity, count, places }) => ({ kind: severity, code, count, ...said(code), places: places.map(placeOf) })),
    ...repairs.map(({ code, declined, count, places }) => ({
      kind: declined ? /** @type {const} */ ("declined") : /** @type {const} */ ("corrected"),
      code, count, ...said(code),
      places: places.map((place) => ({ ...placeOf(place), before: place.before, after: place.after })),
    })),
  ];
}

/** In one order of its fields. @param {Place} place @returns {Place} */
function placeOf({ source, record, column }) {
  return { source, record, column };
}

/** @param {Entry["kind"]} kind */
function levelOf(kind) {
  return kind === "corrected" || kind === "declined" ? "none" : kind;
}

/** @param {Outcome} outcome @param {Place} place */
function locationOf(outcome, { source, record, column }) {
  const preamble = outcome.sources[source]?.format?.preamble_lines ?? 0;
  const region = record === null ? {} : { region: { startLine: preamble + record } };
  const logical = column === null ? {} : { logicalLocations: [{ name: column }] };
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(outcome, source), index: source }, ...region },
    ...logical,
    properties: { record },
  };
}

/** @param {Outcome} outcome @param {number} index */
function fileName({ sources }, index) {
  const source = sources[index];
  const member = source?.format?.member;
  return `${source?.name ?? ""}${member ? `: ${member}` : ""}`;
}

/** @param {Outcome} outcome @param {number} index */
function uriOf({ sources }, index) {
  const source = sources[index];
  const member = source?.format?.member;
  return `${encodeURIComponent(source?.name ?? "")}${member ? `#${encodeURIComponent(member)}` : ""}`;
}

/** Of CSV; what a spreadsheet would run, as text: `is_formula` in `src/output/csv.rs`. @param {string} text */
function cell(text) {
  const formula = /^[=@\t\r]/.test(text) || (/^[+-]/.test(text) && !/^.(?=.*\d)[\d.,]+$/.test(text));
  const safe = formula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
