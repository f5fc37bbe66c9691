/** Types of `fixtures/generate.js`: reports for tests. */
export type Fault =
  | "amount-unreadable"
  | "date-unreadable"
  | "shipped-before-ordered"
  | "state-spelled-out"
  | "amount-with-currency-sign";

export type Wish = {
  records?: number;
  /** How many records have each; no record has two. */
  faults?: Partial<Record<Fault, number>>;
  /** `YYYY-MM` */
  month?: string;
  seed?: number;
};

/** An Amazon Fulfilled Shipments report, as Seller Central gives it. */
export function reportText(wish?: Wish): string;
export function reportFile(wish?: Wish & { name?: string }): File;
/** A report that sellers take for the right one: tax cannot be filed on it. */
export function wrongReportFile(given?: { name?: string }): File;
