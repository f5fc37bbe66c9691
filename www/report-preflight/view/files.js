/**
 * The files of a batch, one by one: what each is, what it covers, what is wrong with it; and the way to take one out.
 */
import { aboutSource, encodingId, recognition } from "./about.js";
import { range } from "./coverage.js";
import { el, icon, isolated } from "./dom.js";
import { asHeading, codeWords, findingId, findingsOf, insteadOf, leavesRejectedOut, questionId, questionsOf, statusOf, titleOf, troubleOf } from "./judgement.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */
/** @typedef {import("./state.js").Source} Source */
/** @typedef {import("./state.js").ViewState} ViewState */
/** @typedef {import("./about.js").Reader} Reader */

/**
 * @typedef {object} FileActions
 * @property {(index: number) => void} remove
 * @property {() => void} addAnother
 * @property {(id: string) => void} follow
 */

/** What stands for each status, of the icons there are. */
const ICONS = { good: "good", warning: "warning", error: "error", question: "question", note: "note", wrong: "mismatch" };
const TONES = { good: "good", warning: "warning", error: "error", question: "question", note: "note", wrong: "error" };

/**
 * @param {Language} language
 * @param {ViewState} state
 * @param {Outcome} outcome
 * @param {Reader} reader
 * @param {FileActions} actions
 */
export function filesSection(language, state, outcome, reader, actions) {
  const words = language.words.files;
  return el(
    "section",
    { part: "files", class: "files", "aria-labelledby": "files-title" },
    el("h2", { id: "files-title", class: "section-title", tabindex: -1 }, words.title),
    el("ul", { class: "file-list" }, ...state.chosen.map((_, index) => fileItem(language, state, outcome, index, reader, actions))),
    el("p", {}, el("button", { class: "button button-second", type: "button", onclick: actions.addAnother }, icon("file"), words.add)),
  );
}

/**
 * For one file that is all there is.
 *
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {Reader} reader
 */
export function aboutSection(language, outcome, reader) {
  const [source] = outcome.sources;
  if (!source) return null;
  return el(
    "section",
    { part: "about", class: "about-file", "aria-labelledby": "about-title" },
    el("h2", { id: "about-title", class: "section-title" }, language.words.about.title),
    aboutSource(language, source, 0, reader));
}

/**
 * @param {Language} language
 * @param {ViewState} state
 * @param {Outcome} outcome
 * @param {number} index
 * @param {Reader} reader
 * @param {FileActions} actions
 */
function fileItem(language, state, outcome, index, reader, actions) {
  const words = language.words.files;
  const file = state.chosen[index]?.file;
  const sources = outcome.sources.flatMap((source, at) => state.origins[at]?.file === index ? [at] : []);
  const name = file?.name ?? language.words.facts.unnamed;
  return el("li", { class: "file" },
    el("div", { class: "file-head" },
      el("div", {},
        el("h3", { id: `file-${index}`, class: "file-name" }, isolated(name)),
        el("p", { class: "muted file-size" }, language.bytes(file?.size ?? 0),
          sources.length > 1 && ` · ${language.say(words.reports, { n: sources.length })}`)),
      el("button", {
        class: "button button-second button-small", type: "button", "aria-label": language.say(words.removeNamed, { file: name }),
        onclick: () => actions.remove(index),
      }, words.remove)),
    ...sources.map(at => sourcePart(language, outcome, at, {
      member: sources.length > 1 ? state.origins[at]?.member ?? null : null,
      leftOut: leavesRejectedOut(state, at),
    }, reader, actions)));
}

/**
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {number} at
 * @param {{ member: string | null, leftOut: boolean }} given  Its name, where there are several in the file; and whether
 *   what is rejected in it is left out.
 * @param {Reader} reader
 * @param {FileActions} actions
 */
function sourcePart(language, outcome, at, { member, leftOut }, reader, actions) {
  const words = language.words.files;
  const source = /** @type {Source} */ (outcome.sources[at]);
  const status = statusOf(outcome, at, leftOut);
  return el("div", { class: `file-report tone-${TONES[status]}` },
    el("p", { class: "finding-meta" }, el("strong", { class: "tag" }, icon(ICONS[status]), words.status[status]),
      member && el("span", { class: "muted" }, isolated(member))),
    status === "wrong" ? wrongPart(language, outcome, at) : factsPart(language, source, leftOut),
    ...troublesPart(language, outcome, at, actions),
    source.format && el("details", { class: "details", open: reader.act === encodingId(at) },
      el("summary", {}, words.about), aboutSource(language, source, at, reader)));
}

/**
 * @param {Language} language
 * @param {Source} source
 * @param {boolean} leftOut
 */
function factsPart(language, source, leftOut) {
  const words = language.words.files;
  const { dates } = source;
  const gaps = dates?.gaps.length ?? 0;
  return el("dl", { class: "facts" },
    source.report.usable && fact(words.report, titleOf(language, source)),
    dates && fact(language.words.facts.dates, range(language, dates),
      gaps > 0 && el("span", { class: "muted" }, ` (${language.say(language.words.facts.gaps, { n: gaps })})`)),
    source.ledger.read > 0 && fact(words.records, ledgerWords(language, source, leftOut)),
    source.counted_before > 0 && fact(words.before, language.say(words.countedBefore, { n: source.counted_before })));
}

/**
 * The ledger in a few words: only what there is.
 *
 * @param {Language} language
 * @param {Source} source
 * @param {boolean} leftOut
 */
function ledgerWords(language, { ledger }, leftOut) {
  const words = language.words.files;
  const { accepted, repaired, setAside } = words.ledger;
  const rejected = leftOut ? words.ledger.leftOut : words.ledger.rejected;
  /** @type {[number, import("./language.js").Message][]} */
  const parts = [
    [ledger.accepted, accepted],
    [ledger.repaired, repaired],
    [ledger.rejected, rejected],
    [ledger.set_aside, setAside],
  ];
  const told = parts.filter(([n]) => n > 0).map(([n, message]) => language.say(message, { n }));
  return language.say(words.read, { n: ledger.read, list: language.list(told) });
}

/**
 * Why it will not do, and which one to fetch.
 *
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {number} at
 */
function wrongPart(language, outcome, at) {
  const source = /** @type {Source} */ (outcome.sources[at]);
  const trouble = troubleOf(outcome, at);
  if (trouble) {
    const { what, why, fix } = codeWords(language, trouble.code);
    return el("div", { class: "file-wrong" }, el("p", {}, el("strong", {}, what)), el("p", {}, why), el("p", {}, fix));
  }
  const words = language.words.wrong;
  const { why, instead } = insteadOf(language, source);
  return el("div", { class: "file-wrong" },
    el("p", {}, el("strong", {}, titleOf(language, source))),
    el("p", { class: "muted" }, recognition(language, source)),
    why && el("p", {}, why),
    instead && el("p", {}, el("strong", {}, language.say(words.instead, { title: instead.title }))),
    instead?.way && el("details", { class: "details" },
      el("summary", {}, words.way),
      el("ol", { class: "steps" }, ...instead.way.map(step => el("li", {}, step)))));
}

/**
 * What is wrong with this file, each with the way to where it is told.
 *
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {number} at
 * @param {FileActions} actions
 */
function troublesPart(language, outcome, at, { follow }) {
  const trouble = troubleOf(outcome, at);
  const found = findingsOf(outcome, at)
    .filter(finding => finding.severity === "error" && finding !== trouble && finding.code !== "wrong-report")
    .map(({ code }) => ({ id: findingId(code), what: codeWords(language, code).what }));
  const asked = questionsOf(outcome, at).filter(({ answer }) => answer === null)
    .map(question => ({ id: `${questionId(outcome, question)}-title`, what: codeWords(language, question.code).what }));
  if (found.length + asked.length === 0) return [];
  return [el("ul", { class: "summary-list file-troubles" }, ...[...asked, ...found].map(({ id, what }) =>
    el("li", {}, el("a", { href: `#${id}`, onclick: (/** @type {Event} */ event) => {
      event.preventDefault();
      follow(id);
    } }, asHeading(what)))))];
}

/**
 * @param {string} term
 * @param {...import("./dom.js").Child} description
 */
function fact(term, ...description) {
  return el("div", {}, el("dt", {}, term), el("dd", {}, ...description));
}
