/**
 * What the page and the worker say to each other. Types only: the worker is a classic script and imports nothing.
 *
 * Every request has an `id`, and ends in exactly one `ready`, `outcome`, `record` or `fault` with that `id`;
 * `progress` and `payload` may come before an outcome. There is no message to cancel: the page ends the worker.
 *
 * @typedef {import("./types.js").Options} Options
 * @typedef {import("./types.js").Outcome} Outcome
 * @typedef {import("./types.js").RecordText} RecordText
 *
 * @typedef {{ sealed: boolean, reason: SealReason }} Seal
 *   `measured`: requests were tried and refused, by a policy that lets nothing through where the browser tells
 *   which. `data-allowed`: no policy at all. `request-allowed`: a request to the page's own origin went through.
 *   `other-hosts-allowed`: that was refused, but the policy names other hosts.
 *   `scripts-allowed`: requests are refused, but further scripts could be fetched.
 * @typedef {"measured" | "data-allowed" | "request-allowed" | "other-hosts-allowed" | "scripts-allowed"} SealReason
 *
 * @typedef {{ bytes: number, total: number, records: number }} Progress
 *
 * @typedef {object} StartRequest
 * @property {"start"} type
 * @property {WebAssembly.Module} module
 * @property {string} probe  Where the seal's test request goes: an address of the page's own origin.
 *
 * @typedef {object} CheckRequest
 * @property {"check"} type
 * @property {File} file
 * @property {Partial<Options>} options
 * @property {boolean} handOver  False: the payload is thrown away in the worker.
 *
 * @typedef {object} RecordRequest
 * @property {"record"} type
 * @property {number} number
 *
 * @typedef {StartRequest | CheckRequest | RecordRequest} Request
 * @typedef {{ id: number } & Request} RequestMessage
 *
 * @typedef {{ type: "ready", seal: Seal }
 *   | { type: "progress" } & Progress
 *   | { type: "payload", part: Uint8Array<ArrayBuffer> }
 *   | { type: "outcome", outcome: Outcome }
 *   | { type: "record", record: RecordText | null }
 *   | { type: "fault", fault: { code: string, detail: string } }} Reply
 * @typedef {{ id: number } & Reply} ReplyMessage
 */
export {};
