/**
 * What the seller decided. What is about a file belongs to that file, so that it stays when others come and go; each
 * decision can be undone, one after the other, which neither adds nor removes files.
 *
 * Nothing here changes: each act gives new decisions. So those in force stay in force until a check has begun.
 */

/**
 * @typedef {import("./protocol.js").Chosen} Chosen
 * @typedef {import("./protocol.js").Origin} Origin
 * @typedef {import("./types.js").Edit} Edit
 *
 * @typedef {"answer" | "encoding" | "decline" | "edit" | "left-out" | "rejected-left-out"} Kind
 *
 * @typedef {object} Said
 * @property {Chosen[]} chosen
 * @property {Record<string, string>} answers  By the question's id.
 * @property {string[]} declined  Codes of repairs.
 *
 * @typedef {Said & { kind: Kind }} Step  What was said before an act of this kind.
 */

export class Decisions {
  #said;
  #past;

  /**
   * @param {Said} [said]
   * @param {Step[]} [past]
   */
  constructor(said = { chosen: [], answers: {}, declined: [] }, past = []) {
    this.#said = said;
    this.#past = past;
  }

  /** @param {File[]} files */
  static about(files) {
    return new Decisions().add(files);
  }

  get chosen() {
    return this.#said.chosen;
  }
  get answers() {
    return this.#said.answers;
  }
  get declined() {
    return this.#said.declined;
  }
  get files() {
    return this.chosen.map(({ file }) => file);
  }
  /** Of what kind the last act is that can be undone. */
  get last() {
    return this.#past.at(-1)?.kind ?? null;
  }

  /** What was written over cells of a record. @param {Origin} origin @param {number} record */
  editsOf({ file, member }, record) {
    return this.chosen[file]?.edits[member ?? ""]?.filter((edit) => edit.record === record) ?? [];
  }

  /** @param {Origin} origin @param {number} record */
  isLeftOut({ file, member }, record) {
    return this.chosen[file]?.leftOut[member ?? ""]?.includes(record) ?? false;
  }

  /** @param {File[]} files */
  add(files) {
    return this.#with([...this.chosen, ...files.map(untouched)]);
  }

  /** @param {number} index */
  without(index) {
    return this.#with(this.chosen.filter((_, at) => at !== index));
  }

  /** @param {string} id @param {string | null} answer */
  answer(id, answer) {
    const { [id]: _, ...others } = this.answers;
    return this.#act("answer", { ...asked(this.#said), answers: answer === null ? others : { ...others, [id]: answer } });
  }

  /** @param {string} code @param {boolean} on */
  decline(code, on) {
    const others = this.declined.filter((other) => other !== code);
    return this.#act("decline", { ...asked(this.#said), declined: on ? [...others, code] : others });
  }

  /** @param {Origin} origin @param {string | null} encoding */
  readAs(origin, encoding) {
    const said = asked(this.#said);
    return this.#act("encoding", changed(said, origin, (chosen, member) => {
      const { [member]: _, ...others } = chosen.encodings;
      return { encodings: encoding === null ? others : { ...others, [member]: encoding } };
    }));
  }

  /**
   * @param {Origin} origin
   * @param {number} record
   * @param {Record<string, string | null> | null} cells  By column; null takes back what was typed there, or all of it.
   */
  edit(origin, record, cells) {
    return this.#act("edit", changed(this.#said, origin, ({ edits }, member) => {
      const rest = (edits[member] ?? []).filter((edit) => edit.record !== record || (cells && !Object.hasOwn(cells, edit.column)));
      const typed = Object.entries(cells ?? {}).flatMap(([column, value]) => value === null ? [] : { record, column, value });
      return { edits: { ...edits, [member]: [...rest, ...typed] } };
    }));
  }

  /** @param {Origin} origin @param {number} record @param {boolean} on */
  leaveOut(origin, record, on) {
    return this.#act("left-out", changed(this.#said, origin, ({ leftOut }, member) => {
      const others = (leftOut[member] ?? []).filter((other) => other !== record);
      return { leftOut: { ...leftOut, [member]: on ? [...others, record] : others } };
    }));
  }

  /** @param {Origin[]} origins  Where there are rejected records. @param {boolean} on */
  leaveOutRejected(origins, on) {
    const said = asked(this.#said);
    const marked = on ? origins.reduce((said, origin) => changed(said, origin, ({ leaveOutRejected }, member) =>
      ({ leaveOutRejected: [...leaveOutRejected, member] })), said) : said;
    return this.#act("rejected-left-out", marked);
  }

  /** What was decided before the last act, about the files that are here now. */
  undo() {
    const step = this.#past.at(-1);
    if (!step) return this;
    const { answers, declined, chosen } = step;
    return new Decisions({ answers, declined, chosen: recalled(chosen, this.chosen) }, this.#past.slice(0, -1));
  }

  /** @param {Chosen[]} chosen */
  #with(chosen) {
    const said = { ...this.#said, chosen };
    // An act about nothing but files that are gone would be undone without anything to see.
    return new Decisions(said, this.#past.filter((step, at) => !same(step, this.#past[at + 1] ?? said, chosen)));
  }

  /** @param {Kind} kind @param {Said} said */
  #act(kind, said) {
    const nothingNew = same(this.#said, said, said.chosen);
    return new Decisions(said, nothingNew ? this.#past : [...this.#past, { ...this.#said, kind }]);
  }
}

/** @param {File} file @returns {Chosen} */
function untouched(file) {
  return { file, encodings: {}, edits: {}, leftOut: {}, leaveOutRejected: [] };
}

/**
 * The same without leaving out what is rejected: that was said of the records that were seen to be, and with other
 * answers it is to be said again.
 *
 * @param {Said} said
 * @returns {Said}
 */
function asked(said) {
  return { ...said, chosen: said.chosen.map((chosen) => ({ ...chosen, leaveOutRejected: [] })) };
}

/**
 * @param {Said} said
 * @param {Origin} origin
 * @param {(chosen: Chosen, member: string) => Partial<Chosen>} change
 * @returns {Said}
 */
function changed(said, { file, member }, change) {
  const chosen = said.chosen.map((chosen, index) => index === file ? { ...chosen, ...change(chosen, member ?? "") } : chosen);
  return { ...said, chosen };
}

/**
 * Of these files, what was said then. The same file can be among them twice.
 *
 * @param {Chosen[]} then
 * @param {Chosen[]} now
 */
function recalled(then, now) {
  const left = [...then];
  return now.map((chosen) => {
    const at = left.findIndex(({ file }) => file === chosen.file);
    return at < 0 ? untouched(chosen.file) : left.splice(at, 1)[0] ?? chosen;
  });
}

/**
 * @param {Said} one
 * @param {Said} other
 * @param {Chosen[]} chosen  The files that are here.
 */
function same(one, other, chosen) {
  const text = (/** @type {Said} */ { answers, declined, chosen: then }) =>
    JSON.stringify([answers, declined, recalled(then, chosen).map(({ file: _, ...said }) => said)]);
  return text(one) === text(other);
}
