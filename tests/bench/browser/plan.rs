//! What is measured: every job and every group of jobs that take turns, as data.

use crate::files::Kind;

/// One way to do the job with one file. Its name is its row in the table.
#[derive(Clone, Copy)]
pub struct Job {
    pub name: &'static str,
    /// A script in `page/opponents/`.
    pub engine: &'static str,
    /// What the engine is told, as JSON.
    pub how: &'static str,
    pub file: Kind,
}

impl Job {
    const fn named(self, name: &'static str) -> Job {
        Job { name, ..self }
    }
    const fn told(self, how: &'static str) -> Job {
        Job { how, ..self }
    }
    const fn on(self, file: Kind) -> Job {
        Job { file, ..self }
    }
    pub fn is_reading(&self) -> bool {
        self.engine == "read"
    }
    pub fn is_ours(&self) -> bool {
        matches!(self.engine, "ours" | "element")
    }
    /// Does it write what the other opponents in JavaScript write, to the byte?
    pub fn writes_the_common_payload(&self) -> bool {
        matches!(self.engine, "split" | "udsv" | "papa" | "sheetjs") && !self.packs()
    }
    pub fn packs(&self) -> bool {
        self.how.contains("gzip")
    }
}

/// Jobs that take turns in the same rounds. The first reads only, the second is ours: all are compared with these.
pub struct Group {
    pub flag: &'static str,
    pub title: &'static str,
    pub megabytes: usize,
    pub rounds: usize,
    pub jobs: &'static [Job],
    /// Further ratios within a round, between two jobs by their names.
    pub ratios: &'static [(&'static str, &'static str)],
}

const fn job(name: &'static str, engine: &'static str, how: &'static str) -> Job {
    Job { name, engine, how, file: Kind::Plain }
}

const READ: Job = job("read only, into 1 MB", "read", r#"{"bufferBytes":1048576}"#);
const READ_SMALL: Job = job("read only, into 256 KB", "read", r#"{"bufferBytes":262144}"#);
const READ_LARGE: Job = job("read only, into 4 MB", "read", r#"{"bufferBytes":4194304}"#);
const OURS: Job = job("ours, one worker", "ours", r#"{"worker":"worker-bench.js"}"#);
const OURS_ALL: Job =
    job("ours, as many workers as it likes", "ours", r#"{"worker":"worker-bench.js","cores":"all"}"#);
const OURS_BARE: Job = job("ours, no digests", "ours", r#"{"worker":"worker-bare.js"}"#);
const SPLIT_EXPERT: Job = job("JavaScript, tuned by hand: `split`", "split", r#"{"kit":"expert"}"#);
const SPLIT_TYPICAL: Job = job("JavaScript, as usually written: `split`", "split", r#"{"kit":"typical"}"#);
const UDSV_EXPERT: Job = job("uDSV, checks tuned by hand", "udsv", r#"{"kit":"expert"}"#);
const UDSV_TYPICAL: Job = job("uDSV, checks as usually written", "udsv", r#"{"kit":"typical"}"#);
const PAPA: Job = job("Papa Parse, checks as usually written", "papa", r#"{"kit":"typical"}"#);
const PAPA_SAME: Job = job("Papa Parse, our payload to the byte", "papa-same", "{}");
const DUCKDB: Job = job("DuckDB-wasm, as SQL", "duckdb", "{}");
const SHEETJS: Job = job("SheetJS, checks as usually written", "sheetjs", r#"{"kit":"typical"}"#);

/// Run when no group is named.
pub const DEFAULT: &str = "--plain";

pub const GROUPS: &[Group] = &[
    Group {
        flag: "--plain",
        title: "tab-separated",
        megabytes: 64,
        rounds: 5,
        jobs: &[
            READ,
            OURS,
            OURS_BARE,
            OURS_ALL,
            SPLIT_EXPERT,
            UDSV_EXPERT,
            SPLIT_TYPICAL,
            UDSV_TYPICAL,
            PAPA,
            PAPA_SAME,
            DUCKDB,
            SHEETJS,
            READ_SMALL,
            READ_LARGE,
        ],
        ratios: &[(OURS_BARE.name, PAPA_SAME.name), (OURS_ALL.name, OURS.name)],
    },
    Group {
        flag: "--short",
        title: "tab-separated",
        megabytes: 16,
        rounds: 3,
        jobs: &[READ, OURS, OURS_BARE, OURS_ALL, SPLIT_EXPERT, PAPA, PAPA_SAME],
        ratios: &[(OURS_BARE.name, PAPA_SAME.name)],
    },
    Group {
        flag: "--large",
        title: "tab-separated",
        megabytes: 512,
        rounds: 3,
        jobs: &[READ, OURS, OURS_BARE, OURS_ALL, SPLIT_EXPERT, UDSV_EXPERT, PAPA, PAPA_SAME, DUCKDB],
        ratios: &[(OURS_BARE.name, PAPA_SAME.name), (OURS_ALL.name, OURS.name)],
    },
    Group {
        flag: "--quoted",
        title: "quoted CSV",
        megabytes: 64,
        rounds: 5,
        jobs: &[
            READ.on(Kind::Quoted),
            OURS.on(Kind::Quoted),
            OURS_BARE.on(Kind::Quoted),
            UDSV_EXPERT.told(r#"{"kit":"expert","quoted":true}"#).on(Kind::Quoted),
            PAPA.told(r#"{"kit":"typical","quoted":true}"#).on(Kind::Quoted),
            DUCKDB.told(r#"{"quoted":true}"#).on(Kind::Quoted),
        ],
        ratios: &[],
    },
    Group {
        flag: "--windows-1252",
        title: "windows-1252",
        megabytes: 64,
        rounds: 5,
        jobs: &[
            READ.on(Kind::Windows1252),
            OURS.named("ours, windows-1252").on(Kind::Windows1252),
            OURS.named("ours, UTF-8"),
            SPLIT_EXPERT.told(r#"{"kit":"expert","encoding":"windows-1252"}"#).on(Kind::Windows1252),
            PAPA.told(r#"{"kit":"typical","encoding":"windows-1252"}"#).on(Kind::Windows1252),
        ],
        ratios: &[("ours, windows-1252", "ours, UTF-8")],
    },
    Group {
        flag: "--damaged",
        title: "1 % of the records with a finding",
        megabytes: 64,
        rounds: 5,
        jobs: &[
            READ.on(Kind::Damaged),
            OURS.named("ours, damaged").on(Kind::Damaged),
            OURS.named("ours, clean").on(Kind::Clean),
            PAPA_SAME.on(Kind::Damaged),
        ],
        ratios: &[("ours, damaged", "ours, clean")],
    },
    Group {
        flag: "--gzip",
        title: "payload packed on request",
        megabytes: 64,
        rounds: 5,
        jobs: &[
            READ,
            job("the element, payload packed", "element", r#"{"gzip":true}"#),
            job("the element, to the verdict", "element", "{}"),
            SPLIT_EXPERT.told(r#"{"kit":"expert","gzip":true}"#),
            UDSV_EXPERT.told(r#"{"kit":"expert","gzip":true}"#),
            PAPA.told(r#"{"kit":"typical","gzip":true}"#),
        ],
        ratios: &[("the element, to the verdict", "the element, payload packed")],
    },
];

/// A first file of 1 MB, from the choice to the verdict: each in a page of its own.
pub const COLD: &[Job] =
    &[job("the element, its worker warm", "element", "{}"), PAPA, PAPA_SAME, SPLIT_EXPERT, DUCKDB];
pub const COLD_ROUNDS: usize = 9;

/// Memory at its peak, each in a browser of its own, with files of so many megabytes.
pub const MEMORY: &[(Job, usize)] =
    &[(READ, 64), (OURS, 64), (OURS, 1024), (SPLIT_EXPERT, 64), (UDSV_EXPERT, 64), (PAPA, 64), (DUCKDB, 64)];

/// Long enough to be cancelled half-way at any speed.
pub const CANCEL_MEGABYTES: usize = 512;
pub const CANCEL_TIMES: usize = 5;
pub const CALM_MEGABYTES: usize = 64;
