/**
 * What the page and the worker say to each other. Types only: the worker is a classic script and imports nothing.
 *
 * Every request has an `id`, and ends in exactly one `ready`, `outcome`, `record`, `samples`, `packed` or `fault` with
 * that `id`. They are answered one after the other, but `pack` beside them. Before an outcome there may come `progress`,
 * `payload`, `rewind` (of the payload's parts so far, only the first `keep` count) and `need`, which the page answers
 * with `supply`: the worker has no network. Before `packed` there come the pieces of the packed file. There is no
 * message to cancel: the page ends the worker.
 *
 * @typedef {import("./types.js").Options} Options
 * @typedef {import("./types.js").SourceOptions} SourceOptions
 * @typedef {import("./types.js").Edit} Edit
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
 * @typedef {object} Chosen  A file to check, with what the seller said of it: by the name in the archive; "" is the
 *   file itself.
 * @property {File} file
 * @property {Record<string, string>} encodings
 * @property {Record<string, Edit[]>} edits
 * @property {Record<string, number[]>} leftOut  Records.
 * @property {string[]} leaveOutRejected  Where what is rejected is left out.
 *
 * @typedef {{ file: number, member: string | null }} Origin
 *   From which of the files one of the outcome's sources is, and under which name in it.
 *
 * @typedef {object} CheckRequest
 * @property {"check"} type
 * @property {Chosen[]} files
 * @property {Partial<Options>} options
 * @property {boolean} handOver  False: the payload is thrown away in the worker.
 * @property {number} maxBytes  How much may come out of containers.
 *
 * @typedef {object} RecordRequest
 * @property {"record"} type
 * @property {number} source
 * @property {number} number
 * @property {Edit[]} edits  On top of the file.
 *
 * @typedef {{ type: "samples", source: number }} SamplesRequest
 *
 * @typedef {{ type: "pack", file: File }} PackRequest
 *
 * @typedef {StartRequest | CheckRequest | RecordRequest | SamplesRequest | PackRequest} Request
 * @typedef {({ id: number } & Request) | { type: "supply", module: WebAssembly.Module }} PageMessage
 * @typedef {{ id: number } & Request} RequestMessage
 *
 * @typedef {{ type: "ready", seal: Seal }
 *   | { type: "progress" } & Progress
 *   | { type: "payload", part: Uint8Array<ArrayBuffer> }
 *   | { type: "rewind", keep: number }
 *   | { type: "need", what: "workbook" }
 *   | { type: "outcome", outcome: Outcome, origins: Origin[] }
 *   | { type: "record", record: RecordText | null }
 *   | { type: "samples", samples: Uint8Array<ArrayBuffer>[] }
 *   | { type: "piece", piece: Uint8Array<ArrayBuffer> }
 *   | { type: "packed" }
 *   | { type: "fault", fault: { code: string, detail: string, file: number | null } }} Reply
 * @typedef {{ id: number } & Reply} ReplyMessage
 *
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} start  Of its own header.
 * @property {number} packed  Bytes as they lie in the archive.
 * @property {number} bytes
 * @property {number} crc
 * @property {boolean} stored  Not compressed.
 * @property {boolean} readable
 * @property {boolean} encrypted
 */
export {};
