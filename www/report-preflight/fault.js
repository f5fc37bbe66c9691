/**
 * Something wrong with us or with the browser, never with the seller's data. `code` finds its words in
 * `locales/…`, under `faults`; `detail` is for support and never holds text from the report.
 */
export class PreflightFault extends Error {
  /**
   * @param {string} code
   * @param {unknown} [detail]
   * @param {number | null} [file]  Which of the files it was about.
   */
  constructor(code, detail = "", file = null) {
    const text = detail instanceof Error ? `${detail.name}: ${detail.message}` : String(detail);
    super(text ? `${code} (${text})` : code);
    this.name = "PreflightFault";
    this.code = code;
    this.detail = text;
    this.file = file;
  }
}
