//! `preflight package`: the element's folder of the site as an npm package. The version and the licence are this
//! crate's; all else of `package.json` stands beside the element.

use crate::{Answer, PackageArguments, print, site};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const ELEMENT: &str = "report-preflight";

pub fn package(arguments: &PackageArguments) -> Result<Answer> {
    let site = match &arguments.site {
        Some(ready) => ready.clone(),
        None => {
            let own = site::own_folder("package-site");
            site::build(&own)?;
            own
        }
    };
    let folder = arguments.out.join(ELEMENT);
    if folder.is_dir() {
        // What the element no longer has must not be in its package.
        fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be replaced", folder.display()))?;
    }
    site::copy(&site.join(ELEMENT), &folder)?;
    let description = folder.join("package.json");
    let text = fs::read_to_string(&description)
        .with_context(|| format!("{} is not a site: it has no {ELEMENT}/package.json", site.display()))?;
    fs::write(&description, with_version(&text))?;
    let packed = pack(&folder, &arguments.out)?;
    print(&format!("{}\n", arguments.out.join(packed).display()))?;
    Ok(Answer::Ready)
}

/// As text, because the order of what stands under `exports` means something.
fn with_version(package: &str) -> String {
    let [version, license] = [env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_LICENSE")];
    package.replacen('{', &format!("{{\n  \"version\": \"{version}\",\n  \"license\": \"{license}\","), 1)
}

/// Gives the name of the file that npm wrote.
fn pack(folder: &Path, out: &Path) -> Result<String> {
    let packed = Command::new("npm")
        .args(["pack", "--silent", "--pack-destination"])
        .arg(std::path::absolute(out)?)
        .current_dir(folder)
        .stderr(Stdio::inherit())
        .output()
        .context("npm cannot be started: the folder is written, but it is not packed")?;
    if !packed.status.success() {
        bail!("npm could not pack {}. What it says about it stands above.", folder.display());
    }
    Ok(String::from_utf8_lossy(&packed.stdout).trim().to_owned())
}
