//! What reports come wrapped in. That each gives what the command line gives is shown with all fixtures, in
//! `happy_path`; here is what the page does about them.

use crate::files::{Report, fixture};
use crate::host::{self, bare_page};
use crate::rig::{Rig, in_each_engine};
use crate::server::{copy_of_site, site};
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use serde_json::json;
use std::fs;
use std::io::Write;
use std::sync::Arc;

in_each_engine!(
    a_compressed_report_is_the_report,
    an_archive_of_reports_is_a_batch,
    what_cannot_be_opened_says_why,
    the_second_wasm_is_fetched_only_for_a_workbook,
    a_workbook_without_the_second_wasm_is_a_fault_of_its_own,
    the_host_sets_how_much_may_come_out,
);

async fn a_compressed_report_is_the_report(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let report = Report::good(3000).set(1500, "product-name", "Lamp in the middle");
    let plain = report.write(rig.dir.path(), "report.txt")?;
    let packed = rig.dir.join("report.txt.gz");
    let mut gzip = GzEncoder::new(fs::File::create(&packed)?, Compression::default());
    gzip.write_all(report.text().as_bytes())?;
    gzip.finish()?;
    page.open("/").await?;
    page.check(&plain).await?;
    let text = page.eval("el.payload.text()").await?;
    let outcome = page.check(&packed).await?;
    assert_eq!(outcome["sources"][0]["format"]["container"], "gzip");
    assert_eq!(outcome["sources"][0]["bytes"], fs::metadata(&packed)?.len());
    assert_eq!(page.eval("el.payload.text()").await?, text);
    assert_eq!(page.eval("el.progress.bytes === el.files[0].size").await?, true);
    let found =
        "el.record(1500).then(({ cells }) => cells.some(({ text }) => text === 'Lamp in the middle'))";
    assert_eq!(page.eval(found).await?, true);
    Ok(())
}

async fn an_archive_of_reports_is_a_batch(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    page.open("/").await?;
    let outcome = page.check(&fixture("containers/two-reports.zip")).await?;
    assert_eq!(outcome["sources"].as_array().map(Vec::len), Some(2));
    let words = page.words().await?;
    for source in outcome["sources"].as_array().context("sources")? {
        let member = source["format"]["member"].as_str().context("a name")?;
        assert!(words.contains(member), "not on the page: {member}\n{words}");
    }
    assert!(words.contains("2 reports inside"), "{words}");
    let number = "el.record(1, 2).then(({ record }) => record)";
    assert_eq!(page.eval(number).await?, 2);
    Ok(())
}

async fn what_cannot_be_opened_says_why(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let good = Report::good(20).write(rig.dir.path(), "good.txt")?;
    page.open("/").await?;
    for (file, code, says) in [
        ("encrypted.zip", "container-encrypted", "locked with a password"),
        ("cut-off.txt.gz", "container-damaged", "damaged or cut short"),
        ("empty.zip", "container-nothing-inside", "no report in the archive"),
        ("archive-in-archive.zip", "container-unsupported", "packed in a way"),
    ] {
        let path = fixture("containers").join(file);
        let outcome = page.check(&path).await?;
        assert!(outcome["findings"].to_string().contains(code), "{file}: {}", outcome["findings"]);
        let words = page.words().await?;
        assert!(words.contains(says), "{file} is not told: {words}");
        // The same among others.
        page.check_all(&[&good, &path]).await?;
        let words = page.words().await?;
        assert!(words.contains(says) && words.contains("1 of 2 files"), "{file} is not told: {words}");
    }
    Ok(())
}

async fn the_second_wasm_is_fetched_only_for_a_workbook(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let fetched = || -> Result<usize> {
        Ok(rig.server.requests()?.iter().filter(|request| request.contains("preflight-xlsx.wasm")).count())
    };
    page.open("/").await?;
    page.check(&fixture("containers/report.zip")).await?;
    assert_eq!(fetched()?, 0, "no workbook was chosen yet");
    let outcome = page.check(&fixture("containers/report.xlsx")).await?;
    assert_eq!(fetched()?, 1);
    assert_eq!(outcome["sources"][0]["format"]["container"], "xlsx");
    page.check(&fixture("containers/report.xlsx")).await?;
    assert_eq!(fetched()?, 1, "it is there already");
    assert_eq!(page.eval("el.record(2).then(({ record }) => record)").await?, 2);
    assert_eq!(page.eval("el.seal.sealed").await?, true);

    // Where the page has no network once a file can be chosen, it comes before.
    page.open("/embed.html").await?;
    assert_eq!(page.check(&fixture("containers/report.xlsx")).await?["verdict"], outcome["verdict"]);
    Ok(())
}

async fn a_workbook_without_the_second_wasm_is_a_fault_of_its_own(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let broken = copy_of_site(&rig.dir, "without")?;
    fs::remove_file(broken.join("report-preflight/preflight-xlsx.wasm"))?;
    let origin = host::serve(Some(broken), [("/bare.html", bare_page("", "", "multiple"), String::new())])?;
    page.open(&format!("{origin}/bare.html")).await?;
    page.choose(&[&fixture("containers/report.xlsx")]).await?;
    assert_eq!(page.settled().await?, "faulted");
    assert_eq!(page.eval("el.fault.code").await?, "workbooks-missing");
    let what = page.what_of_fault("workbooks-missing").await?;
    let words = page.words().await?;
    assert!(words.contains(&what), "not on the screen: {what}\n{words}");
    assert_eq!(page.check(&fixture("containers/report.zip")).await?["verdict"], "ready");
    Ok(())
}

async fn the_host_sets_how_much_may_come_out(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let bomb = rig.dir.join("bomb.txt.gz");
    let mut gzip = GzEncoder::new(fs::File::create(&bomb)?, Compression::best());
    gzip.write_all(Report::good(10).text().as_bytes())?;
    for _ in 0..16 {
        gzip.write_all(&vec![b'x'; 1 << 20])?;
    }
    gzip.finish()?;
    let pages = [("/bare.html", bare_page("", "", "max-bytes=\"10000000\""), String::new())];
    let origin = host::serve(Some(site()), pages)?;
    page.open(&format!("{origin}/bare.html")).await?;
    assert_eq!(page.eval("el.maxBytes").await?, 10_000_000);
    let outcome = page.check(&bomb).await?;
    assert_eq!(outcome["findings"][0]["code"], "container-too-large");
    assert_eq!(page.eval("el.payload").await?, json!(null));
    Ok(())
}
