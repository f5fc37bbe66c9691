/**
 * What was found: grouped by gravity and code, each with what happened, why it matters, what to do, and where.
 */
import { CODES } from "../catalogue.js";
import { el, icon } from "./dom.js";
import { asHeading, blockers, codeWords, damageOf, findingId, isInRecord, reasonForEmpty, toldAsFindings, verdictOf } from "./judgement.js";
import { placesTable, showPlaces } from "./places.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */
/** @typedef {import("./state.js").Finding} Finding */
/** @typedef {import("./places.js").Opener} Opener */

/** Errors with their places at once. Of more, the page would be long to look through, and slow to be laid out. */
const SHOWN_AT_ONCE = 5;
const SEVERITIES = /** @type {const} */ (["error", "warning", "note"]);

/**
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {Opener & { leaveOutRejected: (on: boolean) => void }} actions
 */
export function findingsSection(language, outcome, actions) {
  const told = reasonForEmpty(outcome);
  const damage = damageOf(outcome);
  const findings = toldAsFindings(outcome).filter(finding => finding !== told && finding !== damage);
  if (findings.length === 0) return null;
  const words = language.words.findings;
  const withRecords = findings.some(({ places }) => places.some(isInRecord));
  return el(
    "section",
    { part: "findings", class: "findings", "aria-labelledby": "findings-title" },
    el("h2", { id: "findings-title", class: "section-title" }, words.title),
    ...SEVERITIES.map(severity => group(language, outcome, findings.filter(finding => finding.severity === severity), actions)),
    withRecords && el("p", { class: "muted numbering" }, words.numbering),
  );
}

/**
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {Finding[]} findings  Of one severity.
 * @param {Opener & { leaveOutRejected: (on: boolean) => void }} actions
 */
function group(language, outcome, findings, actions) {
  const [first] = findings;
  if (!first) return null;
  const words = language.words.findings;
  const error = first.severity === "error";
  const leftOut = error && verdictOf(outcome) === "left-out";
  const { title, lead } = leftOut ? words.leftOut : words.groups[first.severity];
  return el("div", { class: "group" },
    el("h3", { class: "group-title" }, title),
    el("p", { class: "muted group-lead" }, lead),
    ...findings.map((finding, index) => findingCard(language, finding, leftOut ? words.leftOutTag : tagOf(language, finding), actions, error && index < SHOWN_AT_ONCE)),
    error && mayLeaveOut(language, outcome) && leaveOutPanel(language, outcome.ledger.rejected, () => actions.leaveOutRejected(true)));
}

/**
 * @param {Language} language
 * @param {Finding} finding
 */
export function tagOf(language, { code, severity }) {
  const words = language.words.findings;
  return words.effectTags[CODES[code]?.effect ?? ""] ?? words.tags[severity] ?? "";
}

/**
 * @param {Language} language
 * @param {Finding} finding
 * @param {string} tag
 * @param {Opener} opener
 * @param {boolean} [atOnce]  With its places.
 */
export function findingCard(language, finding, tag, opener, atOnce = false) {
  const words = language.words.findings;
  const { what, why, fix } = codeWords(language, finding.code);
  const id = findingId(finding.code);
  const records = finding.places.some(isInRecord);
  return el(
    "article",
    { class: `finding tone-${finding.severity}`, "aria-labelledby": id },
    el("p", { class: "finding-meta" },
      el("strong", { class: "tag" }, icon(finding.severity), tag),
      el("span", { class: "muted" }, records ? language.say(words.count, { n: finding.count }) : whereInFile(words, finding, opener.sources.length))),
    el("h4", { id, class: "finding-title", tabindex: -1 }, asHeading(what)),
    ...advice(language, finding.severity, why, fix),
    records ? placesPart(language, finding, what, opener, atOnce) : columnsPart(language, finding),
  );
}

/**
 * @param {Language["words"]["findings"]} words
 * @param {Finding} finding
 * @param {number} files
 */
function whereInFile(words, { places }, files) {
  if (places.length === 0 && files > 1) return words.allFiles;
  return places.some(({ record }) => record !== null) ? words.header : words.wholeFile;
}

/**
 * Why, and what to do: the latter stands out where there is something to be done.
 *
 * @param {Language} language
 * @param {string} severity
 * @param {string} why
 * @param {string} fix
 */
function advice(language, severity, why, fix) {
  if (severity === "note") return [el("p", {}, language.sentences(why, fix))];
  return [
    why && el("p", {}, why),
    fix && el("p", { class: "finding-fix" }, el("strong", {}, language.words.findings.fix), " ", fix),
  ];
}

/**
 * The first errors show their places at once; the rest on request, so that the errors stay in sight.
 *
 * @param {Language} language
 * @param {Finding} finding
 * @param {string} what
 * @param {Opener} opener
 * @param {boolean} atOnce
 */
function placesPart(language, finding, what, opener, atOnce) {
  const { count, places } = finding;
  const table = () => placesTable(language, { what: asHeading(what), count, places, opener });
  return atOnce ? table() : lazyDetails(showPlaces(language, finding), table);
}

/**
 * @param {Language} language
 * @param {Finding} finding
 */
function columnsPart(language, finding) {
  const columns = finding.places.flatMap(({ column }) => column ?? []);
  if (columns.length === 0) return null;
  const [before, after] = language.say(language.words.findings.columns, { n: columns.length, list: "\n" }).split("\n");
  return el("p", { class: "finding-columns" }, before, ...columns.flatMap((column, index) => [index > 0 && ", ", el("code", {}, column)]), after);
}

/**
 * A disclosure whose content is built when it is first opened: tables that nobody looks at cost nothing.
 *
 * @param {string} title
 * @param {() => Node} content
 */
export function lazyDetails(title, content) {
  const fill = () => {
    if (details.childElementCount === 1) details.append(content());
  };
  const details = el("details", { class: "details", ontoggle: () => details.open && fill(), onunfold: fill }, el("summary", {}, title));
  return details;
}

/** Which of two files is right is said of each record, or by removing a file. */
const NOT_AT_ONCE = "sale-differs-between-files";

/**
 * Leaving records out helps only where nothing is wrong with the file as a whole.
 *
 * @param {Language} language
 * @param {Outcome} outcome
 */
function mayLeaveOut(language, outcome) {
  return verdictOf(outcome) === "needs-fixing" && outcome.ledger.rejected > 0
    && outcome.ledger.accepted + outcome.ledger.repaired > 0
    && blockers(outcome.findings).length === 0
    && !outcome.findings.some(({ code }) => code === NOT_AT_ONCE);
}

/**
 * An explicit act in two steps, in place.
 *
 * @param {Language} language
 * @param {number} n
 * @param {() => void} leaveOut
 */
function leaveOutPanel(language, n, leaveOut) {
  const words = language.words.leaveOut;
  const ask = el("button", { class: "button button-second", type: "button" }, language.say(words.button, { n }));
  const confirm = el("div", { class: "confirm", role: "group", tabindex: -1, "aria-labelledby": "leave-out-question", hidden: true },
    el("p", { id: "leave-out-question", class: "confirm-question" }, language.say(words.question, { n })),
    el("p", {}, words.consequence),
    el("div", { class: "confirm-act" },
      el("button", { class: "button button-warn", type: "button", onclick: leaveOut }, language.say(words.confirm, { n })),
      el("button", { class: "button button-second", type: "button", onclick: () => toggle(false) }, words.keep)));
  /** @param {boolean} asking */
  const toggle = asking => {
    confirm.hidden = !asking;
    ask.hidden = asking;
    (asking ? confirm : ask).focus();
  };
  ask.addEventListener("click", () => toggle(true));
  return el("div", { class: "leave-out" },
    el("h4", { class: "leave-out-title" }, words.title),
    el("p", {}, words.lead), ask, confirm);
}
