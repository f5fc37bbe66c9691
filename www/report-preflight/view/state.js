/**
 * The types that the element and the view share.
 *
 * @typedef {import("../types.js").Outcome} Outcome
 * @typedef {import("../types.js").Finding} Finding
 * @typedef {import("../types.js").Place} Place
 * @typedef {import("../types.js").Repair} Repair
 * @typedef {import("../types.js").RecordText} RecordText
 * @typedef {import("../types.js").Source} Source
 *
 * @typedef {{ sealed: boolean, reason: string }} Seal
 * @typedef {{ bytes: number, total: number, records: number }} Progress
 * @typedef {{ code: string, detail?: unknown }} ViewFault
 *
 * @typedef {object} ViewActions
 * @property {(files: File[]) => void} choose
 * @property {() => void} cancel
 * @property {() => void} reset
 * @property {(number: number) => Promise<RecordText>} record
 * @property {() => void} leaveOut  Check again, leaving the rejected records out.
 * @property {(() => void) | undefined} [download]  Absent: no download is offered.
 *
 * @typedef {object} ViewState
 * @property {"idle" | "checking" | "checked" | "faulted"} state
 * @property {string} lang
 * @property {boolean} disabled
 * @property {boolean} required
 * @property {boolean} multiple
 * @property {boolean} checkOnly
 * @property {File | null} file
 * @property {Progress | null} progress
 * @property {Outcome | null} outcome
 * @property {File | null} payload
 * @property {ViewFault | null} fault
 * @property {Seal | null} seal
 * @property {string | null} problem  Something about the choice itself: `several-files`, `is-directory`, …
 */
export {};
