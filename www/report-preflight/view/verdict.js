/**
 * The verdict: a sentence made from the counts, with colour, icon and words that say the same; then what was
 * read, and the ledger.
 */
import { el, icon } from "./dom.js";
import { range } from "./coverage.js";
import { asHeading, blockers, codeWords, findingId, isInRecord, openErrors, openQuestions, questionId, reasonForEmpty, titleOf, toBeMended, toneOf, troubleOf, unusable, verdictOf, warnings } from "./judgement.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */
/** @typedef {import("./state.js").ViewState} ViewState */

/**
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {ViewState} state
 */
export function verdictSection(language, outcome, state) {
  const { words } = language;
  const tone = toneOf(outcome);
  const usable = outcome.verdict !== "wrong-report" || outcome.sources.length > 1;
  return el(
    "section",
    { part: "verdict", class: `verdict tone-${tone}`, "aria-labelledby": "verdict-title" },
    el("div", { class: "verdict-head" },
      el("span", { class: "verdict-icon" }, icon(usable ? tone : "mismatch")),
      el("div", {},
        el("h2", { id: "verdict-title", class: "verdict-title", tabindex: -1 },
          el("span", { class: "hidden-visually" }, `${words.verdict.tones[tone]} `), verdictSentence(language, outcome, state)),
        usable && el("p", { class: "verdict-lead" }, language.sentences(...leadSentences(language, outcome, state.checkOnly)))),
    ),
    usable && outcome.ledger.read > 0 && ledgerTiles(language, outcome),
    usable && facts(language, outcome),
  );
}

/**
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {ViewState} state
 * @returns {string}
 */
export function verdictSentence(language, outcome, state) {
  const batch = outcome.sources.length > 1;
  const files = language.number(outcome.sources.length);
  const words = batch ? language.words.verdict.batch : language.words.verdict;
  const { ledger } = outcome;
  const verdict = verdictOf(outcome);
  const wrong = unusable(outcome).length;
  if (batch && wrong > 0) return language.say(language.words.verdict.batch.wrong, { n: wrong, files });
  // What is wrong with the file as a whole rejects every record: the file is what to speak of then.
  const ofFile = blockers(outcome.findings).length;
  const sentences = {
    "ready": () => readySentence(language, words.ready, ledger.accepted + ledger.repaired, files),
    "ready-with-warnings": () => language.say(words.warnings, { n: warnings(outcome).length, files }),
    "left-out": () => language.say(words.leftOut, { n: ledger.rejected, files }),
    "needs-answers": () => language.say(words.answers, { n: openQuestions(outcome).length }),
    "needs-fixing": () => ofFile === 0
      ? language.say(words.rejected, { n: toBeMended(outcome, state) || ledger.rejected, read: ledger.read })
      : language.say(words.blocked, { n: ofFile }),
    "wrong-report": () => wrongSentence(language, outcome),
    "empty": () => words.empty,
  };
  return (sentences[verdict] ?? sentences["needs-fixing"])();
}

/**
 * @param {Language} language
 * @param {{ zero: string, one: string, other: string }} ready
 * @param {number} n
 * @param {string} files
 */
function readySentence(language, ready, n, files) {
  return language.say(n === 0 ? ready.zero : ready, { n, files });
}

/**
 * @param {Language} language
 * @param {Outcome} outcome
 */
function wrongSentence(language, outcome) {
  const words = language.words.verdict;
  const trouble = troubleOf(outcome, 0);
  if (trouble) return asHeading(codeWords(language, trouble.code).what);
  const [source] = outcome.sources;
  const title = source ? titleOf(language, source) : "";
  return language.say(source?.report.confidence === "medium" ? words.wrongMaybe : words.wrong, { title });
}

/**
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {boolean} checkOnly
 * @returns {string[]}
 */
function leadSentences(language, outcome, checkOnly) {
  const leads = language.words.verdict.leads;
  const { ledger } = outcome;
  const corrected = ledger.repaired > 0 ? [language.say(leads.corrected, { n: ledger.repaired })] : [];
  const n = leftOut(outcome);
  if (n > 0) corrected.push(language.say(leads.without, { n }));
  const next = checkOnly ? leads.checkOnly : leads.next;
  if (outcome.sources.length > 1 && unusable(outcome).length > 0) return [leads.wrongBatch];
  switch (verdictOf(outcome)) {
    case "ready": return [leads.ready, ...corrected, next];
    case "ready-with-warnings": return [leads.warnings, ...corrected, next];
    case "left-out": return [leads.leftOut, ...corrected, next];
    case "needs-answers": return [leads.answers];
    case "empty": return emptyReason(language, outcome);
    default: return [leads.fix];
  }
}

/** One by one. @param {Outcome} outcome */
function leftOut({ sources }) {
  return sources.reduce((sum, { left_out: n }) => sum + n, 0);
}

/**
 * @param {Language} language
 * @param {Outcome} outcome
 */
function emptyReason(language, outcome) {
  const reason = reasonForEmpty(outcome);
  if (!reason) return [language.words.verdict.leads.emptySetAside];
  const { what, why, fix } = codeWords(language, reason.code);
  return [what, why, fix];
}

/**
 * `read = accepted + repaired + rejected + set aside`, in words and signs that also read well aloud.
 *
 * @param {Language} language
 * @param {Outcome} outcome
 */
function ledgerTiles(language, outcome) {
  const words = language.words.ledger;
  const { ledger } = outcome;
  /** @type {[string, number, import("./language.js").Message, string][]} */
  const tiles = [
    ["", ledger.read, words.read, "read"],
    ["=", ledger.accepted, words.accepted, "accepted"],
    ["+", ledger.repaired, words.repaired, "repaired"],
    ["+", ledger.rejected, verdictOf(outcome) === "left-out" ? words.leftOut : words.rejected, "rejected"],
    ["+", ledger.set_aside, leftOut(outcome) > 0 ? words.setAsideLeftOut : words.setAside, "set-aside"],
  ];
  return el("p", { class: "ledger" }, ...tiles.flatMap(([sign, n, label, kind]) => [
    el("span", { class: `ledger-tile ledger-${kind}${n === 0 ? " ledger-none" : ""}` },
      sign && el("span", { class: "ledger-sign" }, `${sign} `),
      el("span", { class: "ledger-count" }, language.number(n)), " ",
      el("span", { class: "ledger-label" }, language.say(label, { n }))),
    " ",
  ]));
}

/**
 * @param {Language} language
 * @param {Outcome} outcome
 */
function facts(language, outcome) {
  const words = language.words.facts;
  const [source] = outcome.sources;
  // Of several files, the list says what they are, and the coverage which days they hold.
  if (outcome.sources.length > 1) return null;
  const dates = outcome.manifest?.dates ?? source?.dates;
  const gaps = dates?.gaps.length ?? 0;
  if (!source?.report.usable && !dates) return null;
  return el("dl", { class: "facts" },
    source?.report.usable && fact(words.report, titleOf(language, source)),
    dates && fact(words.dates, range(language, dates),
      gaps > 0 && el("span", { class: "muted" }, ` (${language.say(words.gaps, { n: gaps })})`),
      dates.partial_last_day && el("span", { class: "muted" }, ` (${words.partial})`)));
}

/**
 * @param {string} term
 * @param {...import("./dom.js").Child} description
 */
function fact(term, ...description) {
  return el("div", {}, el("dt", {}, term), el("dd", {}, ...description));
}

/**
 * "There is a problem", with a link to each group of errors: shown even for one, and given the focus.
 *
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {(id: string) => void} follow
 */
export function errorSummary(language, outcome, follow) {
  const words = language.words.summary;
  const errors = openErrors(outcome);
  if (errors.length === 0) return null;
  return el(
    "div",
    { part: "summary", class: "summary", role: "group", tabindex: -1, "aria-labelledby": "verdict-title summary-title" },
    el("h2", { id: "summary-title", class: "summary-title" }, errors.length === 1 ? words.title : words.titleSeveral),
    el("ul", { class: "summary-list" },
      ...openQuestions(outcome).map(question =>
        summaryItem(`${questionId(outcome, question)}-title`, asHeading(codeWords(language, question.code).what), follow)),
      ...errors.map(({ code, count, places }) => {
        const what = asHeading(codeWords(language, code).what);
        const inRecords = places.some(isInRecord);
        return summaryItem(findingId(code), language.say(inRecords ? words.item : words.itemFile, { n: count, what }), follow);
      })),
  );
}

/**
 * @param {string} id
 * @param {string} text
 * @param {(id: string) => void} follow
 */
function summaryItem(id, text, follow) {
  return el("li", {}, el("a", { href: `#${id}`, onclick: (/** @type {Event} */ event) => {
    // A fragment does not reach into a shadow root.
    event.preventDefault();
    follow(id);
  } }, text));
}
