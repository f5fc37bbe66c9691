/**
 * What is shown of an outcome, in the order in which a person acts. Loaded while nothing is asked for yet, so that the
 * first screen need not wait for it.
 */
import { changesSection } from "./changes.js";
import { columnsSection } from "./columns.js";
import { coverageSection } from "./coverage.js";
import { damageSection } from "./damage.js";
import { downloadsSection } from "./downloads.js";
import { aboutSection, filesSection } from "./files.js";
import { findingsSection } from "./findings.js";
import { questionsSection } from "./questions.js";
import { repairsSection } from "./repairs.js";
import { totalsSection } from "./totals.js";
import { errorSummary, verdictSection } from "./verdict.js";
import { wrongReportSection } from "./wrong.js";

export { nothingToAddTo } from "./judgement.js";
export { verdictSentence } from "./verdict.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").ViewActions} ViewActions */
/** @typedef {import("./state.js").ViewState} ViewState */
/** @typedef {import("./state.js").Outcome} Outcome */

/**
 * @param {Language} language
 * @param {ViewState} state
 * @param {Outcome} outcome
 * @param {ViewActions & { open: (how?: { instead?: boolean }) => void, follow: (id: string) => void }} actions
 * @returns {Node[]}
 */
export function outcomeSections(language, state, outcome, actions) {
  const reader = {
    act: state.act,
    readAs: (/** @type {number} */ source, /** @type {string | null} */ encoding) => actions.readAs(source, encoding),
    samples: (/** @type {number} */ source) => actions.samples(source),
  };
  const verdict = verdictSection(language, outcome, state);
  const batch = outcome.sources.length > 1 || state.chosen.length > 1;
  if (outcome.verdict === "wrong-report" && !batch) {
    verdict.append(wrongReportSection(language, outcome, () => actions.open({ instead: true })));
    return [verdict];
  }
  const sources = outcome.sources.map(({ name }, index) => nameOf(name ?? language.words.facts.unnamed, state.origins, index));
  const opener = {
    ...actions,
    sources,
    isLeftOut: (/** @type {number} */ source, /** @type {number} */ number) => {
      const origin = state.origins[source];
      return origin !== undefined && state.decisions.isLeftOut(origin, number);
    },
  };
  const payload = state.payload && !state.checkOnly ? () => void actions.download("payload") : null;
  const files = {
    remove: (/** @type {number} */ index) => actions.remove(index),
    addAnother: () => actions.open(),
    follow: (/** @type {string} */ id) => actions.follow(id),
  };
  return [
    verdict,
    errorSummary(language, outcome, files.follow),
    damageSection(language, outcome, opener, batch ? null : () => actions.open({ instead: true })),
    questionsSection(language, outcome, { sources, answer: actions.answer }),
    changesSection(language, state, sources, actions),
    batch ? filesSection(language, state, outcome, reader, files) : null,
    findingsSection(language, outcome, opener),
    repairsSection(language, outcome, opener),
    totalsSection(language, outcome.totals),
    coverageSection(language, outcome),
    columnsSection(language, outcome, { checkOnly: state.checkOnly, download: payload, sources, record: actions.record }),
    downloadsSection(language, outcome, { sources, checkOnly: state.checkOnly, download: actions.download }),
    batch ? null : aboutSection(language, outcome, reader),
  ].filter(section => section !== null);
}

/**
 * A source's name: where an archive holds several, with the name in it.
 *
 * @param {string} name
 * @param {ViewState["origins"]} origins
 * @param {number} index
 */
function nameOf(name, origins, index) {
  const own = origins[index];
  const several = origins.filter(({ file }) => file === own?.file).length > 1;
  return own?.member && several ? `${name}: ${own.member}` : name;
}
