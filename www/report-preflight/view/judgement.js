/**
 * What an outcome amounts to, in the terms the view speaks of: derived from the counts, and never stored.
 */

/** @typedef {import("./state.js").Outcome} Outcome */
/** @typedef {import("./state.js").Finding} Finding */
/** @typedef {import("./language.js").Language} Language */
/** @typedef {"good" | "warning" | "error" | "question" | "note"} Tone */

/** @type {Record<string, Tone>} */
const TONES = {
  "ready": "good",
  "left-out": "warning",
  "ready-with-warnings": "warning",
  "needs-answers": "question",
  "needs-fixing": "error",
  "wrong-report": "error",
  "empty": "note",
};

/**
 * The verdict, with one more word: `left-out`, ready because the seller gave up some records.
 *
 * @param {Outcome} outcome
 */
export function verdictOf(outcome) {
  return outcome.manifest?.rejected_left_out && outcome.ledger.rejected > 0 ? "left-out" : outcome.verdict;
}

/**
 * @param {Outcome} outcome
 * @returns {Tone}
 */
export function toneOf(outcome) {
  return TONES[verdictOf(outcome)] ?? "note";
}

/** The column names are record 1, as in a spreadsheet. */
const HEADER = 1;

/**
 * Is it in a record that can be opened, and not in the column names or the file as a whole?
 *
 * @param {import("./state.js").Place} place
 */
export function isInRecord({ record }) {
  return record !== null && record > HEADER;
}

/**
 * Errors that the seller has to act on. Those in records that were left out are settled.
 *
 * @param {Outcome} outcome
 */
export function openErrors(outcome) {
  const verdict = verdictOf(outcome);
  if (verdict === "left-out" || verdict === "wrong-report" || verdict === "empty") return [];
  return outcome.findings.filter(finding => finding.severity === "error");
}

/**
 * In a file without sales, the finding that says why: the verdict tells it, so the list does not.
 *
 * @param {Outcome} outcome
 */
export function reasonForEmpty(outcome) {
  if (outcome.verdict !== "empty") return undefined;
  return outcome.findings.find(({ places }) => places.every(({ record, column }) => record === null && column === null));
}

/** @param {Outcome} outcome */
export function warnings(outcome) {
  return outcome.findings.filter(finding => finding.severity === "warning");
}

/**
 * Errors about the file as a whole.
 *
 * @param {Language} language
 * @param {Finding[]} findings
 */
export function blockers(language, findings) {
  return findings.filter(finding => finding.severity === "error" && language.words.codes[finding.code]?.effect === "blocks");
}

/**
 * What a code says; for one that the words do not know, the slug in plain letters, so that nothing is hidden.
 *
 * @param {Language} language
 * @param {string} code
 */
export function codeWords(language, code) {
  const plain = code.replaceAll("-", " ");
  return language.words.codes[code] ?? {
    severity: "error", effect: "judged", what: plain.charAt(0).toUpperCase() + plain.slice(1), why: "", fix: "",
  };
}

/**
 * The catalogue's sentence as a heading: without its full stop.
 *
 * @param {string} sentence
 */
export function asHeading(sentence) {
  return sentence.replace(/[.。]$/u, "");
}

/** @param {string} code */
export function findingId(code) {
  return `finding-${code}`;
}
