/**
 * The types that the element and the view share.
 *
 * @typedef {import("../types.js").Outcome} Outcome
 * @typedef {import("../types.js").Finding} Finding
 * @typedef {import("../types.js").Place} Place
 * @typedef {import("../types.js").Repair} Repair
 * @typedef {import("../types.js").RecordText} RecordText
 * @typedef {import("../types.js").Source} Source
 * @typedef {import("../types.js").Question} Question
 * @typedef {import("../protocol.js").Chosen} Chosen
 *
 * @typedef {{ sealed: boolean, reason: string }} Seal
 * @typedef {{ bytes: number, total: number, records: number }} Progress
 * @typedef {{ code: string, detail?: unknown, file?: number | null }} ViewFault
 *
 * @typedef {object} ViewActions
 * @property {(files: File[]) => void} choose
 * @property {(files: File[]) => void} add  To those that are there.
 * @property {(index: number) => void} remove
 * @property {(id: string, answer: string | null) => void} answer
 * @property {(source: number, encoding: string | null) => void} readAs
 * @property {() => void} cancel
 * @property {() => void} reset
 * @property {(source: number, number: number) => Promise<RecordText>} record
 * @property {(source: number) => Promise<Uint8Array<ArrayBuffer>[]>} samples
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
 * @property {Chosen[]} chosen
 * @property {import("../protocol.js").Origin[]} origins  Where each source of the outcome comes from.
 * @property {string | null} act  What the seller changed, for which is checked again: where the focus comes back to.
 * @property {Progress | null} progress
 * @property {Outcome | null} outcome
 * @property {File | null} payload
 * @property {ViewFault | null} fault
 * @property {Seal | null} seal
 * @property {string | null} problem  Something about the choice itself: `several-files`, `is-directory`, …
 */
export {};
