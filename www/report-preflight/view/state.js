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
 * @typedef {import("../decisions.js").Decisions} Decisions
 * @typedef {import("../downloads.js").DownloadKind} DownloadKind
 * @typedef {Record<string, string | null>} Cells  Texts by column; null is what the report says.
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
 * @property {(code: string, on: boolean) => void} decline  Repairs of this kind.
 * @property {(source: number, number: number, cells: Cells | null) => void} edit
 * @property {(source: number, number: number, on: boolean) => void} leaveOut  One record.
 * @property {(on: boolean) => void} leaveOutRejected
 * @property {() => void} undo  What was decided last.
 * @property {(source: number, number: number, cells?: Cells) => Promise<RecordText>} record  With these written over it.
 * @property {(source: number) => Promise<Uint8Array<ArrayBuffer>[]>} samples
 * @property {(kind: DownloadKind, source?: number) => Promise<unknown>} download
 *
 * @typedef {object} ViewState
 * @property {"idle" | "checking" | "checked" | "faulted"} state
 * @property {string} lang  Of the page.
 * @property {import("../locales/index.js").Words | null} words  Null while they are on their way.
 * @property {boolean} disabled
 * @property {boolean} required
 * @property {boolean} multiple
 * @property {boolean} checkOnly
 * @property {Chosen[]} chosen
 * @property {Decisions} decisions  With what the seller said of them.
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
