/**
 * What an outcome amounts to, in the terms the view speaks of: derived from the counts, and never stored.
 */
import { CODES, REPORTS, wordsOfCode, wordsOfReport } from "../catalogue.js";

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
 * Errors that the seller has to act on. Those in records that were left out are settled, and questions and wrong
 * reports are told where they stand.
 *
 * @param {Outcome} outcome
 */
export function openErrors(outcome) {
  const verdict = verdictOf(outcome);
  if (verdict === "left-out" || verdict === "wrong-report" || verdict === "empty") return [];
  return toldAsFindings(outcome).filter(finding => finding.severity === "error");
}

/**
 * Did the seller say of this source that what is rejected be left out?
 *
 * @param {Pick<import("./state.js").ViewState, "decisions" | "origins">} state
 * @param {number} source
 */
export function leavesRejectedOut({ decisions, origins }, source) {
  const origin = origins[source];
  return decisions.chosen[origin?.file ?? -1]?.leaveOutRejected.includes(origin?.member ?? "") ?? false;
}

/**
 * Rejected records that are still to be mended or left out.
 *
 * @param {Outcome} outcome
 * @param {Pick<import("./state.js").ViewState, "decisions" | "origins">} state
 */
export function toBeMended({ sources }, state) {
  return sources.reduce((sum, { ledger }, source) => sum + (leavesRejectedOut(state, source) ? 0 : ledger.rejected), 0);
}

/** Said once for the file, so that its signs need not be said one by one. */
const DAMAGE = "opened-in-a-spreadsheet";

/** @param {Outcome} outcome */
export function damageOf(outcome) {
  return outcome.findings.find(({ code }) => code === DAMAGE);
}

/**
 * What is beneath the damage, because the damage was seen by it.
 *
 * @param {Outcome} outcome
 */
export function signsOf(outcome) {
  if (!damageOf(outcome)) return [];
  return outcome.findings.filter(({ code }) => code !== DAMAGE && isSign(code));
}

/**
 * The same of what was corrected.
 *
 * @param {Outcome} outcome
 */
export function correctedSigns(outcome) {
  return damageOf(outcome) ? outcome.repairs.filter(({ code }) => isSign(code)) : [];
}

/** @param {string} code */
function isSign(code) {
  return CODES[code]?.sign === true;
}

/**
 * The findings that are a card of their own: not what a question asks, not what the list of files tells.
 *
 * @param {Outcome} outcome
 */
export function toldAsFindings(outcome) {
  const elsewhere = new Set([
    ...outcome.questions.map(({ code }) => code),
    ...signsOf(outcome).map(({ code }) => code),
    ...outcome.sources.length > 1
      ? ["wrong-report", ...outcome.sources.flatMap((_, index) => troubleOf(outcome, index)?.code ?? [])]
      : [],
  ]);
  return outcome.findings.filter(({ code }) => !elsewhere.has(code));
}

/** The report to fetch where the one in hand does not say. */
const USUAL = "fulfilled-shipments";

/**
 * For a wrong report: why it will not do, and the one to fetch.
 *
 * @param {Language} language
 * @param {import("./state.js").Source} source
 */
export function insteadOf({ words }, { report: { family } }) {
  return {
    why: wordsOfReport(words, family)?.why ?? wordsOfReport(words, "unknown")?.why,
    instead: wordsOfReport(words, REPORTS[family]?.instead ?? USUAL),
  };
}

/**
 * @param {Language} language
 * @param {import("./state.js").Source} source
 */
export function titleOf({ words }, { report: { family, title } }) {
  return wordsOfReport(words, family)?.title ?? title;
}

/** @param {Outcome} outcome @param {number} source */
export function findingsOf(outcome, source) {
  return outcome.findings.filter(({ places }) => places.some(place => place.source === source));
}

/** @param {Outcome} outcome @param {number} source */
export function questionsOf(outcome, source) {
  return outcome.questions.filter(question => question.source === source);
}

/**
 * A file by itself of which nothing can be used: whatever is chosen next comes in its place.
 *
 * @param {Outcome | null} outcome
 */
export function nothingToAddTo(outcome) {
  if (!outcome || outcome.sources.length > 1) return false;
  return ["wrong-report", "empty"].includes(outcome.verdict) || blockers(outcome.findings).length > 0;
}

/** @param {Outcome} outcome */
export function openQuestions(outcome) {
  return outcome.questions.filter(({ answer }) => answer === null);
}

/**
 * What kept a container from being opened.
 *
 * @param {Outcome} outcome
 * @param {number} source
 */
export function troubleOf(outcome, source) {
  if (outcome.sources[source]?.report.usable) return undefined;
  return findingsOf(outcome, source).find(({ code }) => code.startsWith("container-") && CODES[code]?.effect === "blocks");
}

/**
 * @param {Outcome} outcome
 */
export function unusable(outcome) {
  return outcome.sources.filter(({ report }) => !report.usable);
}

/**
 * One file of several, in a word.
 *
 * @param {Outcome} outcome
 * @param {number} index
 * @param {boolean} leftOut  What is rejected in it.
 * @returns {Tone | "wrong"}
 */
export function statusOf(outcome, index, leftOut) {
  const source = outcome.sources[index];
  if (!source?.report.usable) return "wrong";
  const found = findingsOf(outcome, index);
  const { accepted, repaired, rejected } = source.ledger;
  if (questionsOf(outcome, index).some(({ answer }) => answer === null)) return "question";
  if (rejected > 0 && !leftOut || blockers(found).length > 0) return "error";
  if (rejected > 0) return "warning";
  if (accepted + repaired === 0) return "note";
  return found.some(({ severity }) => severity === "warning") ? "warning" : "good";
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
 * @param {Finding[]} findings
 */
export function blockers(findings) {
  return findings.filter(finding => finding.severity === "error" && CODES[finding.code]?.effect === "blocks");
}

/**
 * @param {Language} language
 * @param {string} code
 */
export function codeWords({ words }, code) {
  return wordsOfCode(words, code);
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

/**
 * By its place: its own id has a file's name in it, and may have blanks.
 *
 * @param {Outcome} outcome
 * @param {import("./state.js").Question} question
 */
export function questionId(outcome, question) {
  return `question-${outcome.questions.indexOf(question)}`;
}
