/**
 * What only the seller can decide: each choice with what follows from it, in force as soon as it is made, and to be
 * changed at any time.
 */
import { el, icon } from "./dom.js";
import { asHeading, codeWords, questionId } from "./judgement.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Outcome} Outcome */
/** @typedef {import("./state.js").Question} Question */
/** @typedef {Question["choices"][number]} Choice */
/** @typedef {(id: string, answer: string | null) => void} Answer */

const MONTHS_SHOWN = 6;

/**
 * @param {Language} language
 * @param {Outcome} outcome
 * @param {{ sources: string[], answer: Answer }} given
 */
export function questionsSection(language, outcome, given) {
  if (outcome.questions.length === 0) return null;
  const words = language.words.questions;
  return el(
    "section",
    { part: "questions", class: "questions", "aria-labelledby": "questions-title" },
    el("h2", { id: "questions-title", class: "section-title" }, words.title),
    ...outcome.questions.map(question => questionCard(language, question, questionId(outcome, question), given)),
  );
}

/**
 * @param {Language} language
 * @param {Question} question
 * @param {string} id
 * @param {{ sources: string[], answer: Answer }} given
 */
function questionCard(language, question, id, { sources, answer }) {
  const words = language.words.questions;
  const { what, why, fix } = codeWords(language, question.code);
  const open = question.answer === null;
  const where = sources.length > 1 ? `${sources[question.source] ?? ""}: ` : "";
  return el(
    "article",
    { class: `finding question ${open ? "tone-question" : "tone-good"}`, "aria-labelledby": `${id}-title` },
    el("p", { class: "finding-meta" },
      el("strong", { class: "tag" }, icon(open ? "question" : "good"), open ? words.open : words.answered),
      el("span", { class: "muted" }, where, question.column && el("code", {}, question.column))),
    el("h3", { id: `${id}-title`, class: "finding-title", tabindex: -1 }, asHeading(what)),
    why && el("p", {}, why),
    fix && el("p", {}, fix),
    el("fieldset", { class: "choices", "aria-describedby": `${id}-hint` },
      el("legend", {}, words.legend),
      el("p", { id: `${id}-hint`, class: "muted" }, words.hint),
      ...question.choices.map((choice, index) => choiceRow(language, question, choice, { id: `${id}-${index}`, answer }))),
    !open && el("p", {}, el("button", { class: "button button-plain", type: "button", onclick: () => answer(question.id, null) }, words.undo)),
  );
}

/**
 * @param {Language} language
 * @param {Question} question
 * @param {Choice} choice
 * @param {{ id: string, answer: Answer }} given
 */
function choiceRow(language, question, choice, { id, answer }) {
  const words = language.words.questions;
  const { title, example } = words.answers[choice.answer] ?? { title: choice.answer.replaceAll("-", " "), example: "" };
  return el("div", { class: "choice" },
    el("input", {
      type: "radio", id, name: `question-${question.id}`, checked: question.answer === choice.answer, "aria-describedby": `${id}-follows`,
      onchange: () => answer(question.id, choice.answer),
    }),
    el("label", { for: id }, el("strong", {}, title), example && el("span", { class: "muted" }, ` ${example}`)),
    el("div", { id: `${id}-follows`, class: "choice-follows" }, consequences(language, choice)));
}

/**
 * @param {Language} language
 * @param {Choice} choice
 */
function consequences(language, { months }) {
  const words = language.words.questions;
  if (months.length === 0) return el("p", { class: "muted" }, words.nothing);
  const rest = months.length - MONTHS_SHOWN;
  return el("ul", { class: "months" },
    ...months.slice(0, MONTHS_SHOWN).map(({ month, records, amounts }) => el("li", {},
      el("span", { class: "month" }, language.month(month)), " ",
      language.say(words.records, { n: records }),
      ...amounts.map(({ amount, currency }) => el("span", { class: "amount" }, language.money(amount, currency))))),
    rest > 0 && el("li", { class: "muted" }, language.say(words.more, { n: rest })));
}
