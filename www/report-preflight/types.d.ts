// Made from the Rust types by `UPDATE=1 cargo test types_for_typescript`.

export type Options = Partial<{ 
/**
 * Seconds since 1970, for "in the future". Without it that question is not asked.
 */
now: number | null, 
/**
 * What the worker measured: did it have no network? `null` outside a browser.
 */
sealed: boolean | null, 
/**
 * Write ZIP+4 where the report has it. Off, because ZIP+4 can point at one house.
 */
postal_code_plus4: boolean, 
/**
 * The seller said in so many words that rejected records be left out.
 */
leave_out_rejected: boolean, 
/**
 * How many places of each code are listed. Counts are exact whatever this is.
 */
max_places: number, 
/**
 * The host's own severities, by code.
 */
severities: Record<string, Severity>, 
/**
 * The seller's answers to questions of an earlier check, by the question's id.
 */
answers: Record<string, string>, 
/**
 * The days that the host asks for. A sale outside of them is a finding.
 */
period: DateRange | null, 
/**
 * Codes of the repairs that the seller does not want.
 */
declined: Array<string>, format: PayloadFormat, template: TemplateName, 
/**
 * The payload is for people: what a spreadsheet would take for a formula is marked as text.
 */
for_people: boolean, 
/**
 * Write, instead of sale lines, the records of this source, with a column that says what is wrong with each.
 */
annotate: number | null, 
/**
 * The sentence of each code, for [`Options::annotate`]: in the wasm there are none.
 */
words: Record<string, string>, }>;

export type SourceOptions = Partial<{ 
/**
 * The file's name, for the outcome and the manifest.
 */
name: string | null, 
/**
 * When the file was last changed, in seconds since 1970: a report that was downloaded before its last day
 * had ended is not complete.
 */
modified: number | null, 
/**
 * What the report was wrapped in.
 */
container: Container | null, 
/**
 * Its name in the archive, or the sheet's.
 */
member: string | null, 
/**
 * The seller's word on the encoding: a label of the WHATWG Encoding Standard.
 */
encoding: string | null, 
/**
 * What the seller wrote over cells.
 */
edits: Array<Edit>, 
/**
 * The records that the seller leaves out.
 */
left_out: number[], 
/**
 * The seller said in so many words that what is rejected in this source be left out.
 */
leave_out_rejected: boolean, }>;

export type Edit = { 
/**
 * Counted from the header = 1.
 */
record: number, 
/**
 * The report's own name of the column, as findings give it.
 */
column: string, value: string, };

export type PayloadFormat = "csv" | "ndjson";

export type TemplateName = "canonical" | "taxjar" | "kintsugi";

export type Severity = "error" | "warning" | "note";

export type Effect = "judged" | "repairs" | "sets-aside" | "withholds" | "blocks";

export type Verdict = "ready" | "ready-with-warnings" | "needs-answers" | "needs-fixing" | "wrong-report" | "empty";

export type RowLedger = { read: number, accepted: number, repaired: number, rejected: number, set_aside: number, };

export type ReportName = { 
/**
 * `fulfilled-shipments`, …; `unknown` when it is none that we know.
 */
family: string, title: string, 
/**
 * Which of the family's header generations.
 */
generation: string | null, confidence: Confidence, 
/**
 * Can tax be filed on it?
 */
usable: boolean, evidence: Evidence, };

export type Confidence = "high" | "medium" | "none";

export type Evidence = { by: RecognisedBy, 
/**
 * The language of the column names, where it is not English: `zh`, `de`, …
 */
language: string | null, 
/**
 * How many of the columns that tell this report from others were found …
 */
matched: number, 
/**
 * … and how many there are.
 */
wanted: number, 
/**
 * Which of them were not found.
 */
missing: Array<string>, };

export type RecognisedBy = "first-bytes" | "column-names" | "values" | "nothing";

export type Format = { 
/**
 * A label of the WHATWG Encoding Standard.
 */
encoding: string, encoding_by: EncodingBy, 
/**
 * `tab`, `comma`, `semicolon` or `pipe`.
 */
delimiter: string, quoted: boolean, 
/**
 * What stands before the cents: `point` or `comma`.
 */
decimals: string, 
/**
 * `lf`, `crlf`, `cr`, or `null` where the file has no line end at all.
 */
line_end: string | null, preamble_lines: number, 
/**
 * `null`: the file is the report itself.
 */
container: Container | null, 
/**
 * Its name in the archive, or the sheet's.
 */
member: string | null, };

export type EncodingBy = "mark" | "strict" | "zero-bytes" | "header" | "text" | "default" | "seller";

export type Container = "gzip" | "zip" | "xlsx";

export type Source = { name: string | null, 
/**
 * `null` when the answer was known before the end, so that the rest was not read.
 */
bytes: number | null, 
/**
 * Over the digests of parts: see `output/digest.rs`.
 */
sha256_tree: string | null, report: ReportName, format: Format | null, ledger: RowLedger, 
/**
 * The days that its sales cover, those that stand in another file too among them.
 */
dates: Dates | null, 
/**
 * Of its sale lines, how many were counted in a file before it, and so not again.
 */
counted_before: number, 
/**
 * Cells that the seller changed.
 */
edits: number, 
/**
 * Records that the seller left out one by one.
 */
left_out: number, 
/**
 * What could not be checked, because the report lacks columns.
 */
skipped: Array<SkippedCheck>, };

export type Place = { 
/**
 * Which of the outcome's sources, from 0.
 */
source: number, 
/**
 * `null` when it is about the whole file.
 */
record: number | null, 
/**
 * The report's own name of the column, as Amazon spells it; `null` when it is about the whole record.
 */
column: string | null, };

export type Finding = { code: string, severity: Severity, count: number, places: Array<Place>, };

export type Question = { 
/**
 * Under which the answer goes into [`crate::Options::answers`]. The same when more files are added.
 */
id: string, code: string, source: number, column: string | null, 
/**
 * The answer in force; `null` while it is open.
 */
answer: string | null, choices: Array<Choice>, };

export type Choice = { 
/**
 * `month-first`, `day-first`.
 */
answer: string, 
/**
 * The months that the records in question would fall into.
 */
months: Array<Consequence>, };

export type Consequence = { month: string, records: number, 
/**
 * What was sold for, by currency.
 */
amounts: Array<CurrencyAmount>, };

export type CurrencyAmount = { currency: string | null, amount: string, };

export type Repair = { code: string, 
/**
 * The seller did not want it: the cells are as they were.
 */
declined: boolean, count: number, places: Array<RepairPlace>, };

export type RepairPlace = { before: string, after: string, 
/**
 * Which of the outcome's sources, from 0.
 */
source: number, 
/**
 * `null` when it is about the whole file.
 */
record: number | null, 
/**
 * The report's own name of the column, as Amazon spells it; `null` when it is about the whole record.
 */
column: string | null, };

export type Sums = { lines: number, units: number, item_amount: string, item_tax: string, shipping_amount: string, shipping_tax: string, gift_wrap_amount: string, gift_wrap_tax: string, item_discount: string, shipping_discount: string, };

export type CurrencyTotals = { 
/**
 * `null` for lines that had no amount and no currency.
 */
currency: string | null, 
/**
 * Different order numbers among the lines, each counted once however many lines, files and months it stands in.
 */
orders: number, sales: Sums, 
/**
 * What was given back: its amounts and discounts are below zero.
 */
refunds: Sums, by_state: Array<StateTotals>, by_month: Array<MonthTotals>, by_collector: Array<CollectorTotals>, by_ship_from: Array<ShipFromTotals>, lines: number, units: number, item_amount: string, item_tax: string, shipping_amount: string, shipping_tax: string, gift_wrap_amount: string, gift_wrap_tax: string, item_discount: string, shipping_discount: string, };

export type StateTotals = { country: string, state: string | null, 
/**
 * Each counted once, in the state that its first line was sent to.
 */
orders: number, lines: number, units: number, item_amount: string, item_tax: string, shipping_amount: string, shipping_tax: string, gift_wrap_amount: string, gift_wrap_tax: string, item_discount: string, shipping_discount: string, };

export type MonthTotals = { month: string, lines: number, units: number, item_amount: string, item_tax: string, shipping_amount: string, shipping_tax: string, gift_wrap_amount: string, gift_wrap_tax: string, item_discount: string, shipping_discount: string, };

export type CollectorTotals = { 
/**
 * `marketplace`, `seller` or `unknown`.
 */
collected_by: string, lines: number, units: number, item_amount: string, item_tax: string, shipping_amount: string, shipping_tax: string, gift_wrap_amount: string, gift_wrap_tax: string, item_discount: string, shipping_discount: string, };

export type ShipFromTotals = { state: string | null, lines: number, units: number, item_amount: string, item_tax: string, shipping_amount: string, shipping_tax: string, gift_wrap_amount: string, gift_wrap_tax: string, item_discount: string, shipping_discount: string, };

export type Columns = { leaving: Array<string>, staying: Array<string>, };

export type Dates = { first: string, last: string, 
/**
 * Days in between without a sale line.
 */
gaps: Array<DateRange>, 
/**
 * The report was downloaded before the last day had ended and been written down in full.
 */
partial_last_day: boolean, };

export type DateRange = { first: string, last: string, };

export type Manifest = { tool: Tool, schema: Schema, sources: Array<ManifestSource>, ledger: RowLedger, 
/**
 * Count per code.
 */
findings: Record<string, number>, repairs: Record<string, number>, 
/**
 * Count per code of what could have been mended, and the seller did not want to have mended.
 */
declined: Record<string, number>, 
/**
 * Cells that the seller changed.
 */
edits: number, 
/**
 * Records that the seller left out one by one.
 */
left_out: number, 
/**
 * The seller said that the rejected records be left out.
 */
rejected_left_out: boolean, columns_left_behind: Array<string>, totals: Array<CurrencyTotals>, dates: Dates | null, 
/**
 * The days that the host asked for.
 */
period: DateRange | null, payload: PayloadDigest, 
/**
 * Measured by the worker that read the file; `null` outside a browser.
 */
sealed: boolean | null, };

export type Tool = { name: string, version: string, };

export type Schema = { name: string, version: number, };

export type ManifestSource = { name: string | null, bytes: number, sha256_tree: string, family: string, generation: string | null, encoding: string, encoding_by: EncodingBy, delimiter: string, decimals: string, preamble_lines: number, container: Container | null, member: string | null, ledger: RowLedger, dates: Dates | null, counted_before: number, edits: number, left_out: number, };

export type PayloadDigest = { format: PayloadFormat, template: TemplateName, 
/**
 * The payload comes in parts of this size; the last may be shorter.
 */
part_bytes: number, 
/**
 * Sale lines, without the header.
 */
lines: number, bytes: number, 
/**
 * Over the digests of the uncompressed bytes' parts: see `output/digest.rs`.
 */
sha256_tree: string, };

export type Outcome = { verdict: Verdict, sources: Array<Source>, 
/**
 * The sum over the sources.
 */
ledger: RowLedger, findings: Array<Finding>, questions: Array<Question>, repairs: Array<Repair>, totals: Array<CurrencyTotals>, columns: Columns, 
/**
 * Present when, and only when, the payload may be handed over.
 */
manifest: Manifest | null, };

export type SkippedCheck = { code: string, 
/**
 * The columns that it needs and that are not there, as this report or another one calls them.
 */
columns: Array<string>, };

export type Fate = "accepted" | "repaired" | "rejected" | "set_aside";

export type RecordText = { record: number, fate: Fate, cells: Array<CellText>, 
/**
 * What is sent of it, as the payload's columns have it in their order; `null` if it is rejected or set aside.
 */
line: Array<LineCell> | null, findings: Array<CellFinding>, repairs: Array<CellRepair>, };

export type CellText = { 
/**
 * As the file's header has it.
 */
header: string, 
/**
 * The report's own name of the column, as findings give it; `null` for a column nobody has heard of.
 */
column: string | null, text: string, leaves: boolean, 
/**
 * The payload's column that its value goes into.
 */
sent_as: string | null, 
/**
 * The seller wrote this text.
 */
edited: boolean, 
/**
 * What it may have been meant to be, where it cannot be read. Never taken without the seller.
 */
candidates: Array<string>, };

export type LineCell = { column: string, text: string, };

export type CellFinding = { code: string, severity: Severity, column: string | null, };

export type CellRepair = { code: string, column: string | null, after: string, };
