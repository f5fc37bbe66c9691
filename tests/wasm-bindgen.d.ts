/** What `wasm-bindgen --target no-modules` puts before the worker. */
declare const wasm_bindgen: {
  initSync(from: { module: WebAssembly.Module }): unknown;
  Session: typeof Session;
};

declare class Session {
  constructor(options: Partial<import("../www/report-preflight/types.js").Options>);
  /** False: the answer is known, no more is needed. */
  push(chunk: Uint8Array): boolean;
  records(): number;
  take_payload(): Uint8Array<ArrayBuffer> | undefined;
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
