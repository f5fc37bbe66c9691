/**
 * Every word of the interface in English.
 *
 * A message is a sentence with `{places}`, or an object by plural category of `{n}` (CLDR: `one`, `other`, …).
 * What the checks find has its words in `catalogue.en.js`, which is made from the Rust core.
 */

/**
 * @typedef {object} FaultWords
 * @property {string} what
 * @property {string} why
 * @property {string[]} fix
 * @property {"again" | "choose" | "reload"} retry  What the button on the fault screen does.
 *
 * @typedef {object} CodeWords
 * @property {string} what
 * @property {string} why
 * @property {string} fix
 *
 * @typedef {object} ReportWords
 * @property {string} title
 * @property {string | null} why
 * @property {string[] | null} way
 */

/** @type {Record<string, FaultWords>} */
const faults = {
  "wasm-blocked": {
    what: "This browser does not let the checker start",
    why: "The checker is a small program (WebAssembly) that runs inside this page, and a security setting here stops such programs. Lockdown Mode on iPhone, iPad and Mac does so, and so do the enhanced security of Microsoft Edge, the Safer level of Tor Browser and some company policies.",
    fix: [
      "Open this page in another browser, or allow this site in that setting, and then load the page again.",
      "If you look after this website: its security policy has to allow 'wasm-unsafe-eval' for scripts.",
    ],
    retry: "reload",
  },
  "wasm-missing": {
    what: "A part of the checker did not arrive",
    why: "The browser could not download the program that reads the report. The connection may have dropped, or the website is being updated.",
    fix: ["Check your internet connection and try again.", "If it happens again, tell support which message you saw here."],
    retry: "again",
  },
  "workbooks-missing": {
    what: "The part that opens Excel workbooks did not arrive",
    why: "It is downloaded only when a workbook is chosen, and this time it did not come. The connection may have dropped, or the website is being updated. Nothing was sent.",
    fix: ["Check your internet connection and try again.", "Or choose the .txt or .csv file that Amazon made: it needs no such part."],
    retry: "again",
  },
  "worker-blocked": {
    what: "This page is not allowed to start the checker",
    why: "The checker runs apart from the page, in a worker, so that it can be cut off from the network. A security policy of this website or of this browser does not allow workers.",
    fix: [
      "Try another browser, and turn off extensions that block scripts on this page.",
      "If you look after this website: its security policy has to allow the worker under worker-src.",
    ],
    retry: "reload",
  },
  "worker-missing": {
    what: "A part of the checker was not found",
    why: "The website answered that the script that reads reports is not there. It may have been moved while the website was updated.",
    fix: ["Load the page again, so that the newest version is used.", "If it happens again, tell support which message you saw here."],
    retry: "reload",
  },
  "worker-crashed": {
    what: "The checker stopped in the middle of its work",
    why: "This is a fault in the checker, or the device ran out of memory. It says nothing about your report, and nothing was sent.",
    fix: ["Try again. The checker starts afresh.", "Close other tabs and programs if this device is short of memory.", "If it stops again with the same file, tell support."],
    retry: "again",
  },
  "worker-silent": {
    what: "The checker did not answer",
    why: "It was started, and nothing came back within ten seconds. The device may be very busy, or an extension may have held the checker up.",
    fix: ["Try again.", "If it happens again, try a private window, where extensions are off."],
    retry: "again",
  },
  "file-unreadable": {
    what: "The browser could not read the file",
    why: "The file was moved, renamed or deleted after you chose it, it lies on a drive that is no longer connected, or another program keeps it locked.",
    fix: ["Close the file in other programs, such as Excel.", "If it lies on a network drive or in a cloud folder, copy it to this computer.", "Then choose it again."],
    retry: "choose",
  },
  "file-changed": {
    what: "The file changed while it was being read",
    why: "Its length is no longer what it was when you chose it, so a check would mix two versions. The download may still have been running, or another program saved the file.",
    fix: ["Wait until the download has finished, and close the file in other programs.", "Then choose it again."],
    retry: "choose",
  },
  "is-directory": {
    what: "That is a folder, and the checker reads files",
    why: "A browser hands over a folder without what is in it.",
    fix: ["Open the folder and choose the report inside it."],
    retry: "choose",
  },
  "session-finished": {
    what: "The checker lost track of its work",
    why: "A check was continued after it had ended. This is a fault in the checker or in this page. Your report is untouched, and nothing was sent.",
    fix: ["Try again. The checker starts afresh.", "If it happens again, tell support which message you saw here."],
    retry: "again",
  },
  "not-read-again": {
    what: "The checker stopped before it was done",
    why: "A file has to be read a second time where its values are written in more than one way, and that did not happen. This is a fault in the checker or in this page. Your report is untouched, and nothing was sent.",
    fix: ["Try again. The checker starts afresh.", "If it happens again, tell support which message you saw here."],
    retry: "again",
  },
  "does-not-add-up": {
    what: "The checker counted wrong and stopped",
    why: "Every record that is read must be accounted for. Here the count did not add up, so the result was thrown away and nothing was sent. This is a fault in the checker, not in your report.",
    fix: ["Try again.", "If it happens again with the same file, tell support: this is a fault that has to be mended on our side."],
    retry: "again",
  },
  "no-such-form": {
    what: "This page asks for a file that does not exist",
    why: "It wants a template in a format in which that template does not come. This is a fault in the page, not in your report. Your report is untouched, and nothing was sent.",
    fix: ["Tell support which message you saw here: the page has to be set up in another way."],
    retry: "again",
  },
  "view-missing": {
    what: "The part that shows the result did not arrive",
    why: "Your report was checked, but the browser could not download what is needed to show you the result. The connection may have dropped, or the website is being updated.",
    fix: ["Check your internet connection and try again.", "If that does not help, load the page again and choose your report once more."],
    retry: "again",
  },
  unknown: {
    what: "The check could not be finished",
    why: "Something failed in the checker or in this browser that has no name yet. It says nothing about your report, and nothing was sent.",
    fix: ["Try again, and if that does not help, load the page again.", "If it happens again, tell support what stands under “For support” below."],
    retry: "again",
  },
};

export default {
  lang: "en",
  dir: "ltr",

  chooser: {
    label: "Amazon report",
    labelMultiple: "Amazon reports",
    hint: "The .txt or .csv file from Seller Central, not opened in Excel. A .zip or .gz of it will do.",
    hintMultiple: "The .txt or .csv files from Seller Central, not opened in Excel. Choose all months together; .zip and .gz will do.",
    button: "Choose file",
    buttonMultiple: "Choose files",
    drop: "or drop it here",
    dropMultiple: "or drop them here",
    another: "Choose another file",
    add: "Add another file",
    several: { one: "{n} file", other: "{n} files" },
    reset: "Start over",
    entered: "Entered drop zone",
    left: "Left drop zone",
    promise: "Nothing leaves your computer until you press Upload.",
    promiseCheckOnly: "Your file is checked on this computer and goes nowhere. This page cannot send it.",
    error: "Error:",
  },

  /** @type {Record<string, string>} */
  problems: {
    "several-files": "Choose one file at a time. Several were chosen, and none of them has been read.",
    "is-directory": "That is a folder. Open it and choose the report inside it.",
    "no-file": "What was dropped holds no file. Save it to this computer first, then choose it.",
    other: "The choice could not be used. Choose one report file from this computer.",
  },

  /** The page for iframes. */
  embed: {
    host: "What can be sent is handed to the page around this one, {host}. Nothing else of your file is.",
  },

  /** Said by the browser when a form is sent too early. */
  form: {
    missing: "Choose your Amazon report first.",
    checking: "The report is still being checked. Wait for the result, or cancel the check.",
    notReady: "This report is not ready to be sent. Look at what needs fixing, or choose another file.",
  },

  seal: {
    waiting: "Getting the checker ready …",
    sealed: "Sealed: the part that reads your file has no network. We measured this before reading.",
    open: "Not sealed: the part that reads your file could reach the network.",
    /** @type {Record<string, string>} */
    reasons: {
      "data-allowed": "We measured it: the browser did not refuse a test request. The check works all the same, and the checker itself sends nothing.",
      "request-allowed": "We measured it: a test request to this website went through. The check works all the same, and the checker itself sends nothing.",
      "other-hosts-allowed": "We measured it: test requests were refused, but the security policy of this page lets requests to other websites through. The checker itself sends nothing.",
      "scripts-allowed": "We measured it: test requests were refused, but the security policy of this page would let more scripts be loaded. The checker itself sends nothing.",
      other: "This could not be measured here. The check works all the same, and the checker itself sends nothing.",
    },
  },

  progress: {
    title: "Checking {file}",
    bar: "How much of the file has been read",
    bytes: "{done} of {total}",
    records: { one: "{n} record", other: "{n} records" },
    left: "about {time} left",
    soon: "a few seconds left",
    starting: "Starting …",
    cancel: "Cancel",
    announceStart: "Checking {file}.",
    announce: "{percent} read, no result yet.",
    cancelled: "The check was cancelled. Nothing was sent.",
    cleared: "The result was cleared.",
  },

  verdict: {
    /** The heading, said. */
    announce: "{heading}.",
    /** Said before the heading to those who see neither color nor icon. @type {Record<string, string>} */
    tones: { good: "Ready:", warning: "Ready, with something to look at:", error: "Not ready:", question: "Not ready yet:", note: "Nothing to send:" },
    ready: {
      zero: "This report is ready",
      one: "This report is ready: {n} sale line",
      other: "This report is ready: {n} sale lines",
    },
    warnings: {
      one: "This report can be used, and there is {n} thing to look at first",
      other: "This report can be used, and there are {n} things to look at first",
    },
    leftOut: {
      one: "This report is ready without {n} record that you left out",
      other: "This report is ready without {n} records that you left out",
    },
    rejected: {
      one: "{n} of {read} records needs fixing before this report can be used",
      other: "{n} of {read} records need fixing before this report can be used",
    },
    blocked: {
      one: "{n} problem with the file needs fixing before this report can be used",
      other: "{n} problems with the file need fixing before this report can be used",
    },
    answers: {
      one: "{n} question needs your answer before this report can be used",
      other: "{n} questions need your answer before this report can be used",
    },
    /** The same of several files. */
    batch: {
      ready: {
        zero: "Your {files} reports are ready",
        one: "Your {files} reports are ready: {n} sale line",
        other: "Your {files} reports are ready: {n} sale lines",
      },
      warnings: {
        one: "Your {files} reports can be used, and there is {n} thing to look at first",
        other: "Your {files} reports can be used, and there are {n} things to look at first",
      },
      leftOut: {
        one: "Your {files} reports are ready without {n} record that you left out",
        other: "Your {files} reports are ready without {n} records that you left out",
      },
      rejected: {
        one: "{n} of {read} records needs fixing before these reports can be used",
        other: "{n} of {read} records need fixing before these reports can be used",
      },
      blocked: {
        one: "{n} problem with the files needs fixing before the reports can be used",
        other: "{n} problems with the files need fixing before the reports can be used",
      },
      answers: {
        one: "{n} question needs your answer before these reports can be used",
        other: "{n} questions need your answer before these reports can be used",
      },
      wrong: {
        one: "{n} of {files} files cannot be used",
        other: "{n} of {files} files cannot be used",
      },
      empty: "There are no sales in these reports",
    },
    wrong: "Wrong report: {title}",
    wrongMaybe: "This looks like the wrong report: {title}",
    empty: "There are no sales in this file",
    leads: {
      ready: "Every record was read and accounted for.",
      corrected: {
        one: "{n} record was corrected without guessing. The change is shown below.",
        other: "{n} records were corrected without guessing. Every change is shown below.",
      },
      without: { one: "{n} record is not in it, because you left it out.", other: "{n} records are not in it, because you left them out." },
      next: "Nothing has been sent yet.",
      checkOnly: "Nothing was sent: this page only checks.",
      wrongBatch: "Below is why, and what to fetch instead. What cannot be used has to leave the list before the rest can be sent. Nothing was sent.",
      fix: "Nothing was sent. Below is what is wrong, where, and how to fix it.",
      leftOut: "The manifest that goes with the upload says that you left them out.",
      warnings: "Look at the list below. If all is as it should be, go on.",
      answers: "Only you can decide this. Nothing was sent.",
      emptySetAside: "Everything in the file was set aside because it is not a sale, for the reasons below. Check the dates that you asked Seller Central for, and whether you sold anything in that time.",
    },
  },

  facts: {
    report: "Report",
    unnamed: "No name",
    dates: "Sales from",
    range: "{first} to {last}",
    gaps: { one: "{n} gap without a sale", other: "{n} gaps without a sale" },
    partial: "the last day may lack some",
  },

  files: {
    title: "Your files",
    add: "Add another file",
    remove: "Remove",
    removeNamed: "Remove {file}",
    reports: { one: "{n} report inside", other: "{n} reports inside" },
    /** @type {Record<string, string>} */
    status: { good: "Ready", warning: "Worth a look", error: "Needs fixing", question: "Has a question for you", note: "No sales in it", wrong: "Cannot be used" },
    report: "Report",
    records: "Records",
    read: { one: "{n} read: {list}", other: "{n} read: {list}" },
    ledger: {
      accepted: { one: "{n} fine as it is", other: "{n} fine as they are" },
      repaired: { one: "{n} corrected", other: "{n} corrected" },
      rejected: { one: "{n} needs fixing", other: "{n} need fixing" },
      leftOut: { one: "{n} left out", other: "{n} left out" },
      setAside: { one: "{n} set aside", other: "{n} set aside" },
    },
    before: "In another file too",
    countedBefore: {
      one: "{n} sale line was counted in a file above and is not counted again",
      other: "{n} sale lines were counted in a file above and are not counted again",
    },
    about: "About this file",
  },

  about: {
    title: "About this file",
    recognised: "Recognized",
    /** @type {Record<string, string>} */
    sure: { high: "For certain", medium: "Most likely", none: "Not for certain" },
    by: {
      columns: {
        one: "{sure}: {n} of the {wanted} column names that tell this report from others was found.",
        other: "{sure}: {n} of the {wanted} column names that tell this report from others were found.",
      },
      allColumns: {
        one: "{sure}: the {n} column name that tells this report from others was found.",
        other: "{sure}: all {n} column names that tell this report from others were found.",
      },
      values: "{sure}, by the shape of its values: its column names cannot be read.",
      bytes: "{sure}, by its first bytes.",
      nothing: "No: nothing in it matches a report that we know.",
    },
    language: "The column names are in {language}.",
    missing: { one: "Not found: {list}.", other: "Not found: {list}." },
    container: "Came in",
    /** @type {Record<string, string>} */
    containers: { gzip: "a compressed file (.gz), opened here", zip: "a ZIP archive, as {member}", xlsx: "an Excel workbook, on the sheet {member}" },
    written: "Written",
    /** @type {Record<string, string>} */
    delimiters: { tab: "Cells separated by tabs.", comma: "Cells separated by commas.", semicolon: "Cells separated by semicolons.", pipe: "Cells separated by upright strokes." },
    comma: "A comma stands before the cents.",
    preamble: { one: "{n} line stands above the column names.", other: "{n} lines stand above the column names." },
    readAs: "Read as {encoding}.",
    readAsBySeller: "Read as {encoding}, because you chose it.",
    /** @type {Record<string, string>} */
    encodingBy: {
      mark: "The file says so in its first bytes.",
      strict: "Every letter of it fits.",
      "zero-bytes": "Every other byte is a zero, as that encoding has it.",
      header: "Only so are the column names ones that we know.",
      text: "Only so do the letters make words.",
      default: "Nothing else fits.",
    },
    /** @type {Record<string, string>} */
    encodings: {
      "utf-8": "UTF-8", "windows-1252": "Western European (Windows-1252)", "utf-16le": "UTF-16, little-endian",
      "utf-16be": "UTF-16, big-endian", shift_jis: "Japanese (Shift_JIS)", gbk: "Chinese (GBK)",
    },
    wrongLetters: "Letters look wrong?",
    legend: "Under which of these do the words look right?",
    now: "(now)",
    loading: "Reading a few cells …",
    privacy: "A few cells of your file, read again just now for your eyes. They were not sent.",
    noSamples: "This file has only letters that look the same under most of these.",
    gone: "The file could not be read again. It may have been moved or changed since it was checked.",
    undo: "Let the checker decide again",
  },

  coverage: {
    title: "Days covered",
    days: {
      one: "There are sales on {covered} of {n} day: {range}.",
      other: "There are sales on {covered} of {n} days: {range}.",
    },
    missing: { one: "{n} day lies between your files", other: "{n} days lie between your files" },
    missingWhy: "If you sold something then, a report is missing. Download it for those days and add it here.",
    more: { one: "and {n} more stretch", other: "and {n} more stretches" },
    whole: "No days lie between your files.",
    quiet: { one: "{n} day inside a file is without a sale.", other: "{n} days inside the files are without a sale." },
    partial: "The last report was downloaded within a day of its last sale, so {day} may lack some.",
  },

  questions: {
    title: "Questions for you",
    open: "Needs your answer",
    answered: "You decided",
    legend: "Which is it?",
    hint: "Your answer is put to use at once, and you can change it at any time.",
    /** @type {Record<string, { title: string, example: string }>} */
    answers: {
      "month-first": { title: "Month first", example: "5/3 is May 3, as is usual in the United States" },
      "day-first": { title: "Day first", example: "5/3 is March 5, as is usual in Europe" },
    },
    records: { one: "{n} record", other: "{n} records" },
    nothing: "No record would have a date that can be read.",
    more: { one: "and {n} more month", other: "and {n} more months" },
    undo: "Take the answer back",
  },

  damage: {
    tag: "Opened and saved in a spreadsheet",
    fix: "How to get a good file",
    steps: [
      "Download the report again from Seller Central.",
      "Do not open it, in Excel or any other spreadsheet. Opening and saving is what changes the numbers and dates.",
      "Choose the new file here, straight from your Downloads folder.",
    ],
    way: "The way there in Seller Central",
    look: "To look inside, open a copy. What is in the copy does not matter.",
    button: "Choose the new file",
    signs: { one: "Show what it was seen by ({n} sign)", other: "Show what it was seen by ({n} signs)" },
  },

  ledger: {
    read: { one: "record read", other: "records read" },
    accepted: { one: "fine as it is", other: "fine as they are" },
    repaired: { one: "corrected", other: "corrected" },
    rejected: { one: "needs fixing", other: "need fixing" },
    leftOut: { one: "left out", other: "left out" },
    setAside: { one: "not a sale", other: "not sales" },
    setAsideLeftOut: { one: "not a sale, or left out by you", other: "not sales, or left out by you" },
  },

  summary: {
    title: "There is a problem",
    titleSeveral: "There are problems",
    item: { one: "{what} ({n} place)", other: "{what} ({n} places)" },
    itemFile: "{what}",
  },

  findings: {
    title: "What was found",
    groups: {
      error: { title: "Needs fixing", lead: "These keep records out of what can be sent. You can open a record and mend it here." },
      warning: { title: "Worth a look", lead: "These do not stop you. Check that they are as they should be." },
      note: { title: "Good to know", lead: "These need nothing from you." },
    },
    leftOut: { title: "Left out", lead: "You left these records out. They will not be sent." },
    /** @type {Record<string, string>} */
    tags: { error: "Needs fixing", warning: "Worth a look", note: "Good to know" },
    /** By what follows from it, where that says more. @type {Record<string, string>} */
    effectTags: { "sets-aside": "Set aside", withholds: "Kept back" },
    leftOutTag: "Left out",
    count: { one: "{n} place", other: "{n} places" },
    wholeFile: "The whole file",
    allFiles: "All files together",
    header: "The column names",
    fix: "What to do",
    columns: { one: "Column: {list}", other: "Columns: {list}" },
    places: "Where",
    caption: "Where it was found: {what}",
    showPlaces: { one: "Show the place", other: "Show the {n} places" },
    showFirst: "Show the first {shown} of {n} places",
    capped: "The first {shown} of {n} places are listed.",
    numbering: "Records are numbered as a spreadsheet shows them: the column names are number 1.",
    record: "Record",
    column: "Column",
    file: "File",
    wholeRecord: "The whole record",
    action: "Look inside",
    open: "Open",
    close: "Close",
    openRecord: "Open record {record}",
    closeRecord: "Close record {record}",
    more: { one: "Show {n} more", other: "Show {n} more" },
  },

  leaveOut: {
    title: "Go on without these records",
    lead: "Fixing the report and checking it again is better, because the tax on what is left out will be missing. If you cannot, you can leave them out.",
    button: { one: "Leave this {n} record out", other: "Leave these {n} records out" },
    question: { one: "Leave {n} record out?", other: "Leave {n} records out?" },
    consequence: "They will not be sent, and no tax will be worked out for them. The manifest that goes with the upload will record that you left them out, and how many they are.",
    confirm: { one: "Yes, leave {n} record out", other: "Yes, leave {n} records out" },
    keep: "No, go back",
  },

  record: {
    title: "Record {record}",
    caption: "The cells of record {record}",
    header: "Column",
    text: "What it says",
    empty: "empty",
    marked: "Look here",
    stays: "stays here",
    change: "Change",
    changeNamed: "Change {column}",
    before: "The report says: {text}",
    repaired: "Corrected to {text}",
    cellFits: "This fits now",
    candidates: "Did you mean",
    save: "Save and check again",
    takeBack: "Take back what you typed",
    leaveOut: "Leave this record out",
    leaveOutHint: "What is left out is not sent, and no tax is worked out for it. The manifest says how many records you left out, and you can take it in again.",
    takeIn: "Take this record in again",
    isLeftOut: "You left this record out. It will not be sent.",
    nothing: "Nothing is changed yet. Type what is right into the cell that is marked.",
    wrong: "What needs fixing: {what}.",
    stillWrong: "This does not fit yet: {what}.",
    fits: "This record fits now. Save it to have it counted.",
    fitsAsEdited: "This record fits as you changed it.",
    byItself: "By itself this record can be used.",
    setAside: "This record is set aside: {what}.",
    privacy: "Read again from your file just now, for your eyes. It was not sent.",
    loading: "Reading the record …",
    gone: "Record {record} could not be read again. The file may have been moved or changed since it was checked: choose it again to see its records.",
  },

  changes: {
    title: "What you changed",
    edited: {
      what: "Record {record}: you changed {columns}",
      whatIn: "Record {record} of {file}: you changed {columns}",
      back: "Take back",
      label: "Take back what you changed in record {record}",
    },
    leftOut: {
      what: "Record {record}: you left it out",
      whatIn: "Record {record} of {file}: you left it out",
      back: "Take in again",
      label: "Take in again: record {record}",
    },
    rejected: {
      what: "The records that needed fixing: you left them out",
      back: "Take in again",
      label: "Take in again: the records that need fixing",
    },
    declined: {
      what: "Left as it was: {what}",
      back: "Mend it after all",
      label: "Mend it after all: {what}",
    },
    more: { one: "and {n} more", other: "and {n} more" },
    last: "Last: {what}.",
    /** @type {Record<string, string>} */
    kinds: {
      answer: "your answer to a question",
      encoding: "the encoding that you chose",
      decline: "which corrections you want",
      edit: "what you typed into a record",
      "left-out": "a record that you left out or took in again",
      "rejected-left-out": "the records that need fixing, left out or taken in again",
    },
    undo: "Undo last change",
  },

  repairs: {
    title: "Corrected for you",
    lead: "Only what has one possible reading was changed. The shapes below show the change without the text: 9 stands for a digit, A and a for letters, and a point for a blank.",
    count: { one: "{n} cell", other: "{n} cells" },
    declined: "Left as it was",
    declinedLead: "You decided to leave these cells as the report has them. A cell that cannot be read so keeps its record out.",
    decline: "Leave as it was",
    declineNamed: "Leave as it was: {what}",
    accept: "Mend it after all",
    acceptNamed: "Mend it after all: {what}",
    caption: "Corrected: {what}",
    before: "Before",
    after: "After",
    nothing: "nothing",
  },

  columns: {
    title: "What will be sent and what stays here",
    titleCheckOnly: "What an upload would send and what would stay here",
    titleNotReady: "What would be sent and what stays here",
    leaving: { one: "{n} column is sent", other: "{n} columns are sent" },
    leavingLater: { one: "{n} column would be sent", other: "{n} columns would be sent" },
    leavingLead: "Only what sales tax needs, cleaned and typed.",
    staying: { one: "{n} column stays on this computer", other: "{n} columns stay on this computer" },
    stayingLead: "Not needed for tax, so it is never part of the upload.",
    stayingNone: "The report has no other columns.",
    payload: { one: "The upload is {n} sale line in a file of {bytes}.", other: "The upload is {n} sale lines in a file of {bytes}." },
    manifest: "With it goes a manifest: counts, totals, the names of the columns left behind and the checksum. It holds no text from your records.",
    checksum: "Checksum (SHA-256 of its parts)",
    download: "Download what will be sent",
  },

  skipped: {
    title: { one: "{n} check was left out, because the report lacks columns", other: "{n} checks were left out, because the report lacks columns" },
    lead: "Nothing is wrong with that. A report that has these columns would be checked for this too:",
    columns: { one: "(needs the column {list})", other: "(needs the columns {list})" },
  },

  downloads: {
    title: "Files for you",
    lead: "These are made on this computer and saved to your Downloads folder. They are sent to no one.",
    cleaned: {
      title: "The cleaned sales",
      what: "What would be sent, to look at in a spreadsheet. Texts that a spreadsheet would run as a formula are marked as text.",
      button: "Save the cleaned sales",
    },
    annotated: {
      title: "Your report, with what is wrong beside each record",
      what: "All your columns, and one more in front that says what was found. Texts that a spreadsheet would run as a formula are marked as text. It holds your customers' data, as the report does: keep it as carefully.",
      button: "Save the report with notes",
      buttonOf: "Save {file} with notes",
    },
    findings: {
      title: "The list of what was found",
      what: "Each finding with its place and what to do, without any text from your records. You can send it to support.",
      /** @type {Record<string, string>} */
      buttons: { "findings-csv": "Save as CSV", "findings-json": "Save as JSON", "findings-sarif": "Save as SARIF" },
    },
    making: "Making the file …",
    made: "The file is made. Look in your Downloads folder.",
    /** In place of a sentence, for the places of a code that are not in the list. */
    more: "{rest} more of these are not listed. There are {all} in all.",
    unnamed: "file {number}",
    failed: "The file could not be made. Your report may have been moved or changed since it was checked: choose it again.",
  },

  totals: {
    title: "Totals",
    lead: "Compare these with Seller Central before you send. Amounts are added up exactly, to the cent, over the sale lines that can be sent.",
    currency: "Totals in {currency}",
    noCurrency: "Lines without a currency",
    by: {
      states: {
        show: { one: "By state of delivery: {n} state or country", other: "By state of delivery: {n} states and countries" },
        caption: "Totals in {currency} by state of delivery",
        first: "State",
        compare: "Seller Central has no such list. Its Sales Tax report names the state of each sale, by which you can compare one state.",
      },
      months: {
        show: { one: "By month: {n} month", other: "By month: {n} months" },
        caption: "Totals in {currency} by month",
        first: "Month",
        compare: "Ask for the summary of one month. A sale counts in the month of the date as the report writes it; Seller Central goes by Pacific time, so that a sale near midnight on the last day may stand in the month beside it.",
      },
      collectors: {
        show: { one: "By who collected the tax", other: "By who collected the tax" },
        caption: "Totals in {currency} by who collected the tax",
        first: "Collected by",
        compare: "What the marketplace collected, Amazon pays to the state. What you collected is yours to file.",
      },
      shipFrom: {
        show: { one: "By where it was shipped from: {n} state", other: "By where it was shipped from: {n} states" },
        caption: "Totals in {currency} by the state it was shipped from",
        first: "Shipped from",
        compare: "The state of the fulfillment center. Compare the list of states with your Inventory Event Detail report: where your stock lies you may have to file.",
      },
    },
    /** @type {Record<string, string>} */
    collectors: { marketplace: "The marketplace", seller: "You", unknown: "The report does not say" },
    notSaid: "The report does not say",
    noPlace: "No country given",
    elsewhere: "{country}, no state",
    kind: "Kind",
    amount: "Amount",
    sales: "Sales",
    refunds: "Refunds",
    together: "Together",
    orders: "Orders",
    salesInAll: "Sales in all, less discounts",
    discounts: "Discounts in all",
    taxes: "Tax in all",
    compare: "How to compare these with Seller Central",
    /** In the words of its summary of payments. @type {{ name: string, how: string, refunds?: boolean }[]} */
    comparisons: [
      { name: "Where to look", how: "In Seller Central, under Payments, the Reports Repository has a Summary. Ask for it with the dates of this report." },
      { name: "Item sales", how: "There: “Product sales”. For the whole quantity, before discounts and without tax." },
      { name: "Shipping, gift wrap", how: "There: “Shipping credits” and “Gift wrap credits”. What the buyer paid for them, without tax." },
      { name: "Discounts", how: "There: “Promotional rebates”, with a minus. Here they are above zero, and not taken off the item sales." },
      { name: "Tax", how: "There: “Product sales tax”, “Shipping credits tax” and “Gift wrap credits tax”. What buyers were charged, whoever collected it." },
      { name: "Refunds", how: "There: “Product sale refunds”, “Shipping credit refunds” and so on. Below zero here as there.", refunds: true },
      { name: "Orders", how: "Each order number counts once, however many lines, files and months it is in." },
      { name: "Sale lines", how: "One for each item of a shipment, so there are more of them than orders. Seller Central does not count them." },
      { name: "Units", how: "There: “Quantity”. A refund takes none off, because money can be given back for goods that the buyer keeps." },
      { name: "If they differ a little", how: "Seller Central counts days in Pacific time and has the orders of all channels. Sales near midnight at either end of your dates may be missing or added, and a report of what Amazon shipped lacks what you shipped yourself." },
    ],
    lines: "Sale lines",
    units: "Units",
    item_amount: "Item sales",
    item_tax: "Tax on items",
    shipping_amount: "Shipping",
    shipping_tax: "Tax on shipping",
    gift_wrap_amount: "Gift wrap",
    gift_wrap_tax: "Tax on gift wrap",
    item_discount: "Discounts on items",
    shipping_discount: "Discounts on shipping",
  },

  map: {
    currency: "Currency",
    title: "Where it was sent to",
    choose: "Show by state",
    sales: "Sales",
    tax: "Tax",
    none: "no sale",
    most: "Most went to",
    others: "Not on the map",
    note: "The longer the bar and the stronger the shade, the more. Figures in the tiles are rounded; the table below has them all, to the cent.",
    empty: { one: "To {n} state nothing was sent: its tile is empty.", other: "To {n} states nothing was sent: their tiles are empty." },
    /** By the letters that the post has for them. @type {Record<string, string>} */
    forces: { AA: "armed forces, Americas", AE: "armed forces, Europe and elsewhere", AP: "armed forces, Pacific" },
  },

  months: {
    title: "Month by month",
    choose: "Show by month",
    none: "no sale",
  },

  calendar: {
    /** @type {Record<string, string>} */
    legend: { sold: "with a sale", none: "without a sale", missing: "in none of your files" },
    /** Said of a day to those who do not see its mark. @type {Record<string, string>} */
    days: { none: "no sale", missing: "in no file" },
    count: { one: "{sold} of {n} day with a sale", other: "{sold} of {n} days with a sale" },
    more: { one: "{n} more month of {year}", other: "{n} more months of {year}" },
    quiet: { one: "{n} day in between is without a sale:", other: "{n} days in between are without a sale:" },
    quietWhy: "If you sold something then, the report was not downloaded whole: download it again for all of its days.",
  },

  samples: {
    show: { one: "See {n} record as it is in your file, and what is sent of it", other: "See {n} records as they are in your file, and what is sent of them" },
    showLater: { one: "See {n} record as it is in your file, and what would be sent of it", other: "See {n} records as they are in your file, and what would be sent of them" },
    lead: "Read again from your file just now, for your eyes. What is struck through stays on this computer.",
    loading: "Reading the records …",
    gone: "The records could not be read again. The file may have been moved or changed since it was checked: choose it again to see them.",
    title: "Record {record}",
    titleIn: "Record {record} of {file}",
    usual: "Sent as it is",
    refund: "A refund",
    column: "Column",
    before: "In your file",
    after: "What is sent",
    afterLater: "What would be sent",
    stays: "stays here",
    mended: "corrected",
    edited: "you wrote this",
    nothing: "nothing",
    notItself: "used for the check, and not sent itself",
    keptBack: "kept back: it looks like something about a person",
    added: "worked out from the record",
    emptyStay: { one: "Stays here too, and is empty: {list}.", other: "{n} more columns stay here, and are empty: {list}." },
  },

  wrong: {
    why: "Why it will not do",
    instead: "Download this one instead: {title}",
    way: "How to get there in Seller Central",
    button: "Choose another file",
  },

  fault: {
    label: "A fault on our side or in this browser",
    why: "Why",
    fix: "What to do",
    file: "It was about this file: {file}",
    goOn: "Go on without this file",
    safe: "Your report is untouched, and nothing was sent.",
    again: "Try again",
    choose: "Choose the file again",
    reload: "Load the page again",
    support: "For support",
    code: "Message",
    detail: "Detail",
  },

  faults,
  // Other languages have theirs here. English stands in for them, and comes with the result: `../catalogue.js`.
  codes: /** @type {Record<string, CodeWords>} */ ({}),
  reports: /** @type {Record<string, ReportWords>} */ ({}),
};
