/** Defines `<report-preflight>`, and nothing else. */
import { ReportPreflightElement } from "./element.js";

ReportPreflightElement.define();
