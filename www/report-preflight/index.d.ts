/**
 * What a host's TypeScript sees of `<report-preflight>`. A test holds it against the element itself.
 */
import type { Manifest, Options, Outcome, RecordText } from "./types.js";

export type * from "./types.js";

export type State = "idle" | "checking" | "checked" | "faulted";

export type Progress = { bytes: number; total: number; records: number };

/** What the worker measured of its own network before it read anything. */
export type Seal = {
  sealed: boolean;
  reason: "measured" | "data-allowed" | "request-allowed" | "other-hosts-allowed" | "scripts-allowed";
};

/** Any part of what `locales/en.js` has: a sentence with `{places}`, or several by plural category. */
export interface Words {
  [key: string]: string | readonly (string | object)[] | null | undefined | Words;
}

export type DownloadKind = "payload" | "cleaned" | "annotated" | "findings-csv" | "findings-json" | "findings-sarif";

/** Something wrong with the checker or the browser, never with the seller's data. */
export class PreflightFault extends Error {
  constructor(code: string, detail?: unknown, file?: number | null);
  /** Readable and stable: `wasm-blocked`, … */
  code: string;
  /** For support; never text from the report. */
  detail: string;
  /** Which of the files it was about. */
  file: number | null;
}

export class ReportPreflightElement extends HTMLElement {
  static formAssociated: boolean;
  static observedAttributes: string[];
  /** Under this tag, unless something is defined under it already. */
  static define(tag?: string, registry?: CustomElementRegistry): typeof ReportPreflightElement;

  get type(): string;
  get name(): string;
  set name(name: string);
  get required(): boolean;
  set required(on: boolean);
  get disabled(): boolean;
  set disabled(on: boolean);
  get multiple(): boolean;
  set multiple(on: boolean);
  get checkOnly(): boolean;
  set checkOnly(on: boolean);
  get workerSrc(): string;
  set workerSrc(url: string);
  get wasmSrc(): string;
  set wasmSrc(url: string);
  get workbookSrc(): string;
  set workbookSrc(url: string);
  get maxBytes(): number;
  set maxBytes(bytes: number);
  get options(): Options;
  set options(options: Options);
  /** The host's own words, over those of the element's language. */
  get words(): Words;
  set words(words: Words);

  get state(): State;
  /** The first of `files`. */
  get file(): File | null;
  get files(): File[];
  get canUndo(): boolean;
  get progress(): Progress | null;
  get outcome(): Outcome | null;
  /** The sale lines; null unless they may be sent. */
  get payload(): File | null;
  get manifest(): Manifest | null;
  get fault(): PreflightFault | null;
  get seal(): Seal | null;
  /** Settles when the work under way is done, and never rejects. */
  get settled(): Promise<unknown>;

  get form(): HTMLFormElement | null;
  get validity(): ValidityState;
  get validationMessage(): string;
  get willValidate(): boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;

  /** Rejects with a `PreflightFault`, or with an `AbortError` when it was cancelled or the page refused the files. */
  check(chosen: File | Iterable<File>, options?: Options): Promise<Outcome>;
  add(chosen: File | Iterable<File>): Promise<Outcome>;
  /** Of a file, by its index among `files`; without one, of the element itself. */
  remove(index?: number): Promise<Outcome | null> | undefined;
  answer(id: string, answer: string | null): Promise<Outcome>;
  readAs(source: number, encoding: string | null): Promise<Outcome>;
  decline(code: string, on?: boolean): Promise<Outcome>;
  edit(source: number, number: number, cells: Record<string, string | null> | null): Promise<Outcome>;
  leaveOut(source: number, number: number, on?: boolean): Promise<Outcome>;
  leaveOutRejected(on?: boolean): Promise<Outcome>;
  undo(): Promise<Outcome>;
  cancel(): void;
  reset(): void;
  record(number: number): Promise<RecordText>;
  record(source: number, number: number, cells?: Record<string, string | null>): Promise<RecordText>;
  samples(source?: number): Promise<Uint8Array<ArrayBuffer>[]>;
  gzip(): Promise<Blob>;
  download(kind: DownloadKind, source?: number): Promise<File>;
}

export interface ReportPreflightEventMap {
  /** Before anything is read. `preventDefault()` refuses the files. */
  "report-preflight-accept": CustomEvent<{ files: File[] }>;
  "report-preflight-progress": CustomEvent<Progress>;
  "report-preflight-checked": CustomEvent<{ outcome: Outcome; payload: File | null; manifest: Manifest | null }>;
  "report-preflight-fault": CustomEvent<{ fault: PreflightFault }>;
  "report-preflight-cancel": CustomEvent<object>;
  "report-preflight-reset": CustomEvent<object>;
}

/** The attributes, as frameworks with templates write them. */
export interface ReportPreflightAttributes {
  name?: string;
  required?: boolean;
  disabled?: boolean;
  multiple?: boolean;
  "check-only"?: boolean;
  "max-bytes"?: number | string;
  lang?: string;
  "worker-src"?: string;
  "wasm-src"?: string;
  "workbook-src"?: string;
  options?: Options;
}

/** The same events as attributes, where the framework listens to `on` and the event's name: React 19, Preact. */
export type ReportPreflightListeners = {
  [Name in keyof ReportPreflightEventMap as `on${Name}`]?: (event: ReportPreflightEventMap[Name]) => void;
};

declare global {
  interface HTMLElementTagNameMap {
    "report-preflight": ReportPreflightElement;
  }
  interface GlobalEventHandlersEventMap extends ReportPreflightEventMap {}
}
