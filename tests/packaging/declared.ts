// What is declared for hosts is what the element has: no more and no less.
import type { PreflightFault as RealFault, ReportPreflightElement as Real } from "../../www/report-preflight/element.js";
import type { DownloadKind as RealKind } from "../../www/report-preflight/downloads.js";
import type * as Declared from "../../www/report-preflight/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Members<T> = { [K in keyof T]: T[K] };
/** The names of what only one of them has, or has in another way. */
type Differing<A, B> = { [K in keyof A | keyof B]: K extends keyof A & keyof B ? Same<A[K], B[K]> extends true ? never : K : K }[keyof A | keyof B];

type Page = typeof import("../../www/report-preflight/embed-page.js");
type RealPage = typeof import("../../www/report-preflight/embed-host.js");

// The browser calls these, and no host does.
type Callback = `${string}Callback`;
// A host's TypeScript does not see the locales: it is told of words in general.
export const members: Record<Exclude<Differing<Real, Declared.ReportPreflightElement>, Callback | "words">, never> = {};
export const words: Declared.Words = {} as Real["words"];
export const fault: Same<Members<RealFault>, Members<Declared.PreflightFault>> = true;
export const kind: Same<RealKind, Declared.DownloadKind> = true;
export const page: Page = {} as RealPage;
export const realPage: RealPage = {} as Page;
type Fixtures = typeof import("../../www/report-preflight/fixtures.js");
type RealFixtures = typeof import("../../www/report-preflight/fixtures/generate.js");
export const fixtures: Fixtures = {} as RealFixtures;
export const realFixtures: RealFixtures = {} as Fixtures;
