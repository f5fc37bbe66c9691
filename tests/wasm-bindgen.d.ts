/** What `wasm-bindgen --target no-modules` puts before the worker. */
declare const wasm_bindgen: {
  initSync(from: { module: WebAssembly.Module }): unknown;
  Session: typeof Session;
};

declare class Session {
  /** `hashedByHost`: the digests of all parts are added between `end` and `finish`. */
  constructor(options: Partial<import("../www/report-preflight/types.js").Options>, hashedByHost?: boolean);
  /** False: the answer is known, no more is needed. */
  push(chunk: Uint8Array): boolean;
  records(): number;
  take_payload(): Uint8Array<ArrayBuffer> | undefined;
  end(): void;
  add_source_digest(digest: Uint8Array): void;
  add_payload_digest(digest: Uint8Array): void;
  finish(): import("../www/report-preflight/types.js").Outcome;
  find_record(number: number): RecordSearch | undefined;
  free(): void;
}

declare class RecordSearch {
  start(): number;
  push(chunk: Uint8Array): import("../www/report-preflight/types.js").RecordText | undefined;
  finish(): import("../www/report-preflight/types.js").RecordText | undefined;
  free(): void;
}
