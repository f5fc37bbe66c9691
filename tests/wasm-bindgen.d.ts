/** What `wasm-bindgen --target no-modules` puts before the worker: the checker … */
declare const wasm_bindgen: {
  initSync(from: { module: WebAssembly.Module }): unknown;
  Session: typeof Session;
  Gzip: typeof Gzip;
  zip_kind(
    names: string[],
  ): { kind: "reports"; indexes: number[] } | { kind: "workbook" } | { kind: "other"; family: string };
};

/** … and, by a module of its own, the reader of workbooks. */
declare const wasm_bindgen_xlsx: {
  initSync(from: { module: WebAssembly.Module }): unknown;
  Workbook: typeof Workbook;
};

declare class Session {
  /** `hashedByHost`: the digests of all parts are added. */
  constructor(options: Partial<import("../www/report-preflight/types.js").Options>, hashedByHost?: boolean);
  begin(options: import("../www/report-preflight/types.js").SourceOptions): void;
  /** False: the answer is known, no more is needed. */
  push(chunk: Uint8Array): boolean;
  /** Of the file that the report was wrapped in. */
  add_container_bytes(chunk: Uint8Array): void;
  /** A number: read this source again; of the payload's parts taken so far only the first so many count. */
  end(): number | undefined;
  /** Instead of the reading. */
  refuse(slug: string): void;
  refuse_as(family: string): void;
  records(): number;
  take_payload(): Uint8Array<ArrayBuffer> | undefined;
  add_source_digest(digest: Uint8Array): void;
  close(): void;
  add_payload_digest(digest: Uint8Array): void;
  finish(): import("../www/report-preflight/types.js").Outcome;
  find_record(source: number, number: number, edits?: import("../www/report-preflight/types.js").Edit[]): RecordSearch | undefined;
  samples(source: number): SampleSearch | undefined;
  free(): void;
}

declare class RecordSearch {
  start(): number;
  push(chunk: Uint8Array): import("../www/report-preflight/types.js").RecordText | undefined;
  finish(): import("../www/report-preflight/types.js").RecordText | undefined;
  free(): void;
}

declare class SampleSearch {
  /** True: enough. */
  push(chunk: Uint8Array): boolean;
  /** Its end: it is freed. */
  samples(): Uint8Array<ArrayBuffer>[];
}

/** The header, which is always the same, is not made here. */
declare class Gzip {
  constructor();
  /** Packed. */
  part(bytes: Uint8Array): Uint8Array<ArrayBuffer>;
  /** What stands behind all parts. It is freed. */
  end(): Uint8Array<ArrayBuffer>;
  free(): void;
}

declare class Workbook {
  /** Throws an error whose message is the slug of a trouble. */
  constructor(bytes: Uint8Array, limitBytes: number);
  sheet(): string;
  /** False: there is no further one with a report. */
  next_sheet(): boolean;
  take(): Uint8Array<ArrayBuffer> | undefined;
  free(): void;
}
