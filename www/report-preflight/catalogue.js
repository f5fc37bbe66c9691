/**
 * What the checks can find, and the kinds of reports: the facts, and the words for them. Comes with the part that shows
 * results.
 */
import english from "./locales/catalogue.en.js";
import catalogue from "./locales/catalogue.js";

/** @typedef {import("./locales/en.js").CodeWords} CodeWords */
/** @typedef {import("./locales/en.js").ReportWords} ReportWords */
/** @typedef {{ codes: Record<string, Partial<CodeWords>>, reports: Record<string, Partial<ReportWords>> }} Known  What a language or a host says of them. */

/** @type {{ codes: Record<string, { severity: string, effect: string, sign?: boolean }>, reports: Record<string, { instead: string }> }} */
export const { codes: CODES, reports: REPORTS } = catalogue;

/** @type {{ codes: Record<string, CodeWords>, reports: Record<string, ReportWords> }} */
const { codes, reports } = english;

/**
 * What a code says; for one that nobody knows, the slug in plain letters, so that nothing is hidden.
 *
 * @param {Known} words
 * @param {string} code
 * @returns {CodeWords}
 */
export function wordsOfCode(words, code) {
  const plain = code.replaceAll("-", " ");
  return { what: plain.charAt(0).toUpperCase() + plain.slice(1), why: "", fix: "", ...codes[code], ...words.codes[code] };
}

/**
 * @param {Known} words
 * @param {string} family
 * @returns {ReportWords | undefined}
 */
export function wordsOfReport(words, family) {
  const known = reports[family];
  return known && { ...known, ...words.reports[family] };
}
