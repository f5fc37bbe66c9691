/**
 * What the seller changed, each with the way back, and the last of it to be undone. Never the text of a cell: that
 * is in the opened record only.
 */
import { columnNames } from "./about.js";
import { el } from "./dom.js";
import { asHeading, codeWords } from "./judgement.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").ViewState} ViewState */
/** @typedef {import("./state.js").ViewActions} ViewActions */
/** @typedef {{ act: string, what: (Node | string)[], label: string, back: string, undo: () => void }} Change */

const SHOWN = 20;

/**
 * @param {Language} language
 * @param {Pick<ViewState, "decisions" | "origins">} state
 * @param {string[]} sources  Their names.
 * @param {ViewActions} actions
 */
export function changesSection(language, { decisions, origins }, sources, actions) {
  if (decisions.last === null) return null;
  const words = language.words.changes;
  const changes = [
    ...origins.flatMap((origin, source) => recordChanges(language, { decisions, origin, source, sources }, actions)),
    ...rejectedLeftOut(language, decisions, actions),
    ...decisions.declined.map(code => declined(language, code, actions)),
  ];
  const rest = changes.slice(SHOWN);
  return el(
    "section",
    { part: "changes", class: "changes", "aria-labelledby": "changes-title" },
    el("h2", { id: "changes-title", class: "section-title", tabindex: -1 }, words.title),
    changes.length > 0 && el("ul", { class: "change-list" }, ...changes.slice(0, SHOWN).map(changeItem)),
    rest.length > 0 && el("details", { class: "details" },
      el("summary", {}, language.say(words.more, { n: rest.length })),
      el("ul", { class: "change-list" }, ...rest.map(changeItem))),
    el("div", { class: "change-last" },
      el("p", { id: "change-last" }, language.say(words.last, { what: words.kinds[decisions.last] ?? "" })),
      el("button", { class: "button button-second", type: "button", "data-act": "undo", "aria-describedby": "change-last", onclick: actions.undo }, words.undo)),
  );
}

/** @param {Change} change */
function changeItem({ act, what, label, back, undo }) {
  return el("li", { class: "change" },
    el("p", {}, ...what),
    el("button", { class: "button button-second button-small", type: "button", "data-act": act, "aria-label": label, onclick: undo }, back));
}

/**
 * @param {Language} language
 * @param {{ decisions: ViewState["decisions"], origin: import("../protocol.js").Origin, source: number, sources: string[] }} given
 * @param {ViewActions} actions
 * @returns {Change[]}
 */
function recordChanges(language, { decisions, origin, source, sources }, actions) {
  const words = language.words.changes;
  const { edits = {}, leftOut = {} } = decisions.chosen[origin.file] ?? {};
  const member = origin.member ?? "";
  const file = sources.length > 1 ? sources[source] ?? "" : "";
  const edited = [...new Set((edits[member] ?? []).map(({ record }) => record))];
  const of = (/** @type {number} */ record, /** @type {{ what: string, label: string, back: string }} */ said) => ({
    act: `record-${source}-${record}`,
    label: language.say(said.label, { record }),
    back: said.back,
  });
  return [
    ...edited.map(record => ({
      ...of(record, words.edited),
      what: language.tell(file ? words.edited.whatIn : words.edited.what,
        { record, file, columns: columnNames(decisions.editsOf(origin, record).map(({ column }) => column)) }),
      undo: () => actions.edit(source, record, null),
    })),
    ...(leftOut[member] ?? []).map(record => ({
      ...of(record, words.leftOut),
      what: [language.say(file ? words.leftOut.whatIn : words.leftOut.what, { record, file })],
      undo: () => actions.leaveOut(source, record, false),
    })),
  ];
}

/**
 * @param {Language} language
 * @param {ViewState["decisions"]} decisions
 * @param {ViewActions} actions
 * @returns {Change[]}
 */
function rejectedLeftOut(language, { chosen }, actions) {
  if (!chosen.some(({ leaveOutRejected }) => leaveOutRejected.length > 0)) return [];
  const { what, label, back } = language.words.changes.rejected;
  return [{ act: "rejected-left-out", what: [what], label, back, undo: () => actions.leaveOutRejected(false) }];
}

/**
 * @param {Language} language
 * @param {string} code
 * @param {ViewActions} actions
 * @returns {Change}
 */
function declined(language, code, actions) {
  const words = language.words.changes.declined;
  const what = asHeading(codeWords(language, code).what);
  return {
    act: `declined-${code}`,
    what: [language.say(words.what, { what })],
    label: language.say(words.label, { what }),
    back: words.back,
    undo: () => actions.decline(code, false),
  };
}
