//! The outcome of a check in words, for a seller or for whoever helps one.

use report_preflight::findings::{Code, Finding, Place, Repair, Severity};
use report_preflight::options::Container;
use report_preflight::outcome::{
    Choice, Consequence, CurrencyTotals, Manifest, Outcome, Question, RowLedger, Source, Sums, Verdict,
};
use report_preflight::reports::{self, Usability};

/// How many places of one finding are listed here. `--json` has more.
const PLACES: usize = 10;

pub fn text(shown: &str, outcome: &Outcome) -> String {
    let several = outcome.sources.len() > 1;
    let verdict = if several { verdict_on_several(outcome) } else { verdict(outcome) };
    let mut lines = vec![format!("{shown}: {verdict}"), String::new()];
    for source in &outcome.sources {
        if several || source.format.as_ref().is_some_and(|format| format.member.is_some()) {
            lines.push(format!("File      {}", name(source)));
        }
        lines.extend(about(source));
        if !source.report.usable && (several || outcome.verdict == Verdict::WrongReport) {
            lines.extend(instead(source.report.family));
        }
        if several {
            lines.extend(ledger(&source.ledger));
            lines.push(String::new());
        }
    }
    if several {
        lines.push("Together".to_owned());
    }
    lines.extend(ledger(&outcome.ledger));
    lines.extend(outcome.totals.iter().flat_map(totals));
    for asked in &outcome.questions {
        lines.push(String::new());
        lines.extend(question(asked, outcome));
    }
    for found in &outcome.findings {
        lines.push(String::new());
        lines.extend(finding(found, outcome));
    }
    for made in &outcome.repairs {
        lines.push(String::new());
        lines.extend(repair(made, outcome));
    }
    if !outcome.repairs.is_empty() {
        lines.push("Cells are not shown here: 9 stands for a digit, A and a for letters.".to_owned());
    }
    if let Some(manifest) = &outcome.manifest {
        lines.push(String::new());
        lines.extend(leaving(outcome, manifest));
    }
    lines.join("\n") + "\n"
}

fn verdict(outcome: &Outcome) -> String {
    let rejected = outcome.ledger.rejected();
    match outcome.verdict {
        Verdict::Ready => "Everything in this report can be sent.".to_owned(),
        Verdict::ReadyWithWarnings if rejected > 0 => {
            let left_out = count(rejected, "record");
            format!("This report can be sent without the {left_out} that you asked to leave out.")
        }
        Verdict::ReadyWithWarnings => {
            "Everything in this report can be sent. Look at the warnings first.".to_owned()
        }
        Verdict::NeedsAnswers => {
            "Something in this report can be read in two ways. Only you can say which.".to_owned()
        }
        Verdict::NeedsFixing if rejected > 0 => {
            let unusable = count(rejected, "record");
            format!("{unusable} cannot be used as written. Nothing can be sent until that is mended.")
        }
        Verdict::NeedsFixing => "This file cannot be used as it is.".to_owned(),
        Verdict::WrongReport => "This is not a report that sales tax can be filed on.".to_owned(),
        Verdict::Empty => "There is no sale in this file.".to_owned(),
    }
}

fn verdict_on_several(outcome: &Outcome) -> String {
    let rejected = outcome.ledger.rejected();
    match outcome.verdict {
        Verdict::Ready => "Everything in these reports can be sent.".to_owned(),
        Verdict::ReadyWithWarnings if rejected > 0 => {
            let left_out = count(rejected, "record");
            format!("These reports can be sent without the {left_out} that you asked to leave out.")
        }
        Verdict::ReadyWithWarnings => {
            "Everything in these reports can be sent. Look at the warnings first.".to_owned()
        }
        Verdict::NeedsAnswers => {
            "Something in these reports can be read in two ways. Only you can say which.".to_owned()
        }
        Verdict::NeedsFixing if rejected > 0 => verdict(outcome),
        Verdict::NeedsFixing => "These files cannot be used together as they are.".to_owned(),
        Verdict::WrongReport => {
            "Among these files is one that is not a report that sales tax can be filed on.".to_owned()
        }
        Verdict::Empty => "There is no sale in these files.".to_owned(),
    }
}

/// The name that `--json` gives the verdict.
pub fn verdict_slug(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ready => "ready",
        Verdict::ReadyWithWarnings => "ready-with-warnings",
        Verdict::NeedsAnswers => "needs-answers",
        Verdict::NeedsFixing => "needs-fixing",
        Verdict::WrongReport => "wrong-report",
        Verdict::Empty => "empty",
    }
}

fn name(source: &Source) -> String {
    let name = source.name.as_deref().unwrap_or("without a name");
    match source.format.as_ref().and_then(|format| format.member.as_deref()) {
        Some(member) => format!("{name}: {member}"),
        None => name.to_owned(),
    }
}

fn unwrapped(container: Container) -> &'static str {
    match container {
        Container::Gzip => "from a compressed file (.gz)",
        Container::Zip => "from an archive (.zip)",
        Container::Xlsx => "from a workbook (.xlsx)",
    }
}

fn about(source: &Source) -> Vec<String> {
    let report = &source.report;
    let mut lines = vec![format!("Report    {}", report.title)];
    if let Some(format) = &source.format {
        lines.extend(format.container.map(|container| format!("Opened    {}", unwrapped(container))));
        lines.push(format!("Written   {}, {}-separated", format.encoding, format.delimiter));
    }
    if let Some(dates) = &source.dates {
        lines.push(format!("Covers    {} to {}", dates.first, dates.last));
    }
    if source.counted_before > 0 {
        let before = count(source.counted_before, "sale line");
        lines.push(format!("Overlap   {before} stood in a file before this one and count once"));
    }
    if source.edits + source.left_out > 0 {
        let (edits, left_out) = (count(source.edits, "cell"), count(source.left_out, "record"));
        lines.push(format!("By you    {edits} typed over, {left_out} left out"));
    }
    if !source.skipped.is_empty() {
        let skipped = count(source.skipped.len() as u64, "check");
        lines.push(format!("Skipped   {skipped} for which the report lacks columns (--json names them)"));
    }
    if let Some(bytes) = source.bytes {
        lines.push(format!("Size      {}", count(bytes, "byte")));
    }
    lines
}

/// Why the report will not do, which one will, and the way to it.
fn instead(family: &str) -> Vec<String> {
    let Some(Usability::NotUsable { why, instead }) =
        reports::by_family(family).map(|report| report.usability)
    else {
        return Vec::new();
    };
    let mut lines = vec![format!("Why not   {why}")];
    if let Some(instead) = reports::by_family(instead) {
        lines.push(format!("Instead   {}", instead.title));
        lines.extend((1..).zip(instead.way).map(|(number, step)| format!("          {number}. {step}")));
    }
    lines
}

fn ledger(ledger: &RowLedger) -> Option<String> {
    let [read, accepted, repaired, rejected, set_aside] =
        [ledger.read(), ledger.accepted(), ledger.repaired(), ledger.rejected(), ledger.set_aside()]
            .map(grouped);
    (ledger.read() > 0).then(|| {
        format!(
            "Records   {read} read = {accepted} good + {repaired} mended + {rejected} that cannot be used \
             + {set_aside} set aside"
        )
    })
}

fn totals(totals: &CurrencyTotals) -> Vec<String> {
    let currency = totals.currency.as_deref().unwrap_or("no currency");
    let counted = |sums: &Sums| format!("{}, {}", count(sums.lines, "sale line"), count(sums.units, "unit"));
    let orders = count(totals.orders, "order");
    let mut lines =
        vec![format!("Total     {currency}: {orders}, {}, {}", counted(&totals.sums), amounts(&totals.sums))];
    if totals.refunds.lines > 0 {
        for (what, sums) in [("sales", &totals.sales), ("refunds", &totals.refunds)] {
            let lines_of = count(sums.lines, "sale line");
            lines.push(format!("          of it {what}: {lines_of}, {}", amounts(sums)));
        }
    }
    let taxes = totals.by_collector.iter().map(|by| format!("{} {}", by.collected_by, by.sums.item_tax));
    lines.push(format!(
        "          tax on items by who collected it: {}",
        taxes.collect::<Vec<_>>().join(", ")
    ));
    lines
}

fn amounts(sums: &Sums) -> String {
    let mut text = format!("items {}, tax on items {}", sums.item_amount, sums.item_tax);
    // The rest only where there is some of it.
    let is_zero = |amount: &str| amount.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    for (what, amount) in [
        ("shipping", &sums.shipping_amount),
        ("tax on shipping", &sums.shipping_tax),
        ("gift wrap", &sums.gift_wrap_amount),
        ("tax on gift wrap", &sums.gift_wrap_tax),
        ("discounts on items", &sums.item_discount),
        ("discounts on shipping", &sums.shipping_discount),
    ] {
        if !is_zero(amount) {
            text += &format!(", {what} {amount}");
        }
    }
    text
}

/// Both answers, with what would follow from each.
fn question(question: &Question, outcome: &Outcome) -> Vec<String> {
    let mut lines = match words(question.code) {
        Some(code) => vec![
            format!("QUESTION  {}", code.what),
            format!("  Why it matters: {}", code.why),
            format!("  What to do: {}", code.fix),
        ],
        None => vec![format!("QUESTION  {}", question.code)],
    };
    let asked = Place { source: question.source, record: None, column: question.column };
    lines.extend(place(&asked, outcome).map(|place| format!("  Where: {place}")));
    for choice in &question.choices {
        let given = if question.answer.as_deref() == Some(choice.answer) { " (your answer)" } else { "" };
        lines.push(format!("  {}{given}: --answer {}={}", meaning(choice), question.id, choice.answer));
        lines.extend(choice.months.iter().map(|month| format!("    {}", consequence(month))));
    }
    lines
}

fn meaning(choice: &Choice) -> &str {
    match choice.answer {
        "month-first" => "If the month stands first",
        "day-first" => "If the day stands first",
        other => other,
    }
}

fn consequence(consequence: &Consequence) -> String {
    let amounts = consequence.amounts.iter();
    let amounts =
        amounts.map(|sum| format!(", {} {}", sum.currency.as_deref().unwrap_or("no currency"), sum.amount));
    format!("{}: {}{}", consequence.month, count(consequence.records, "record"), amounts.collect::<String>())
}

fn finding(finding: &Finding, outcome: &Outcome) -> Vec<String> {
    let heading = match finding.severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Note => "NOTE",
    };
    let times =
        if finding.count > 1 { format!(" ({} times)", grouped(finding.count)) } else { String::new() };
    let Some(code) = words(finding.code) else {
        return vec![format!("{heading}  {}{times}", finding.code)];
    };
    let mut lines = vec![
        format!("{heading}  {}{times}", code.what),
        format!("  Why it matters: {}", code.why),
        format!("  What to do: {}", code.fix),
    ];
    let places = finding.places.iter().filter_map(|found| place(found, outcome)).collect();
    lines.extend(listed(places, finding.count));
    lines.push(format!("  Code for support: {}", code.slug));
    lines
}

fn repair(repair: &Repair, outcome: &Outcome) -> Vec<String> {
    let what = words(repair.code).map_or(repair.code, |code| code.what);
    let cells = count(repair.count, "cell");
    if repair.declined {
        return vec![format!("AS IT WAS  {what} ({cells}). You did not want it mended.")];
    }
    let mut lines = vec![format!("MENDED  {what} ({cells})")];
    let places = repair
        .places
        .iter()
        .filter_map(|made| {
            Some(format!("{}: {} became {}", place(&made.place, outcome)?, made.before, made.after))
        })
        .collect();
    lines.extend(listed(places, repair.count));
    lines.push(format!("  To have it as it was: --decline {}", repair.code));
    lines
}

fn words(slug: &str) -> Option<&'static Code> {
    report_preflight::codes().find(|code| code.slug == slug)
}

/// Where there are several files, with the file's name.
fn place(place: &Place, outcome: &Outcome) -> Option<String> {
    let source = outcome.sources.get(place.source as usize).filter(|_| outcome.sources.len() > 1);
    let parts = [
        source.map(name),
        place.record.map(|record| format!("record {record}")),
        place.column.map(|column| format!("column {column}")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn listed(places: Vec<String>, total: u64) -> Vec<String> {
    let (shown, known) = (places.len().min(PLACES), !places.is_empty());
    let mut lines: Vec<String> =
        places.into_iter().take(PLACES).map(|place| format!("  Where: {place}")).collect();
    let more = total.saturating_sub(shown as u64);
    if known && more > 0 {
        lines.push(format!("  … and {} more", grouped(more)));
    }
    lines
}

fn leaving(outcome: &Outcome, manifest: &Manifest) -> Vec<String> {
    let columns = &outcome.columns;
    vec![
        format!(
            "To be sent      {}, {}",
            count(manifest.payload.lines, "sale line"),
            count(manifest.payload.bytes, "byte")
        ),
        format!("Made from       {}", columns.leaving.join(", ")),
        format!("Stays with you  {}", columns.staying.join(", ")),
    ]
}

pub fn count(number: u64, noun: &str) -> String {
    format!("{} {noun}{}", grouped(number), if number == 1 { "" } else { "s" })
}

/// `1234567` as `1,234,567`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
