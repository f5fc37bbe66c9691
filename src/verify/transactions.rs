//! Reads a payload in a service's template: how many transactions it has, what they come to, and the tax on it.

use super::lines::{Wrong, csv_lines, json_lines};
use super::sale::units;
use super::sums::decimal;
use crate::fields::Currency;
use crate::options::{PayloadFormat, TemplateName};
use crate::outcome::{CurrencyTotals, Manifest};
use crate::output::templates::Layout;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::io::{self, Read};

/// What was charged after discounts, and the tax on it, in the currency's smallest unit.
#[derive(Clone, Copy, Default)]
struct Charged {
    net: i128,
    tax: i128,
}

#[derive(Default)]
struct Content {
    transactions: u64,
    latest: String,
    /// By currency; TaxJar's template has none.
    charged: BTreeMap<String, Charged>,
}

pub fn read(
    layout: &Layout,
    manifest: &Manifest,
    payload: impl Read,
    differ: &mut dyn FnMut(&'static str, String),
) -> io::Result<Option<(u64, Wrong)>> {
    // Without a currency column, the amounts can be read if all are of one currency.
    let only = match &manifest.totals[..] {
        [totals] => totals.currency.clone().unwrap_or_default(),
        _ => String::new(),
    };
    let mut content = Content::default();
    let wrong = match layout.format {
        PayloadFormat::Csv => {
            let header: Vec<&str> = layout.columns.iter().map(|column| column.name).collect();
            csv_lines(payload, &header, &mut |cells| {
                content.add_row(&Row { header: &header, cells }, layout, &only)
            })?
        }
        PayloadFormat::Ndjson => json_lines(payload, &mut |line| content.add_object(line))?,
    };
    if wrong.is_none() {
        let claimed = manifest.payload.lines;
        if content.transactions != claimed {
            let message = format!(
                "The payload has {} transactions, the manifest says {claimed} sale lines.",
                content.transactions
            );
            differ("lines", message);
        }
        if layout.template != TemplateName::Taxjar || manifest.totals.len() == 1 {
            content.compare(manifest, differ);
        }
    }
    Ok(wrong)
}

struct Row<'a> {
    header: &'a [&'a str],
    cells: &'a [&'a [u8]],
}

impl Row<'_> {
    fn text(&self, name: &str) -> Result<&str, Wrong> {
        let at = self.header.iter().position(|column| *column == name);
        let cell = at.and_then(|at| self.cells.get(at)).copied().unwrap_or_default();
        std::str::from_utf8(cell).map_err(|_| format!("{name} is no UTF-8"))
    }

    fn amount(&self, name: &str, digits: u8) -> Result<i128, Wrong> {
        amount(name, self.text(name)?, digits)
    }
}

/// Zero where there is none.
fn amount(name: &str, text: &str, digits: u8) -> Result<i128, Wrong> {
    match text {
        "" => Ok(0),
        text => units(text, digits).ok_or_else(|| format!("{name} is no amount in its currency's digits")),
    }
}

fn digits_of(currency: &str) -> u8 {
    Currency::known(currency.as_bytes()).map_or(2, |currency| currency.digits())
}

impl Content {
    fn add_row(&mut self, row: &Row<'_>, layout: &Layout, only: &str) -> Result<(), Wrong> {
        let taxjar = layout.template == TemplateName::Taxjar;
        let id = if taxjar { "transaction_id" } else { "transaction_external_id" };
        self.begin(id, row.text(id)?)?;
        let currency = if taxjar { only } else { row.text("currency")? };
        let digits = digits_of(currency);
        let (net, tax) = if taxjar {
            let quantity = match row.text("item_quantity")? {
                "" => 0,
                text => text.parse::<i128>().map_err(|_| "item_quantity is no whole number".to_owned())?,
            };
            let price = row.amount("item_unit_price", digits)?;
            let off = row.amount("item_discount", digits)?;
            (
                price * quantity + row.amount("item_shipping", digits)? - off,
                row.amount("item_sales_tax", digits)?,
            )
        } else {
            (row.amount("amount", digits)?, row.amount("tax_amount", digits)?)
        };
        self.add(currency, net, tax);
        Ok(())
    }

    fn add_object(&mut self, line: &[u8]) -> Result<(), Wrong> {
        let transaction: Transaction<'_> =
            serde_json::from_slice(line).map_err(|_| "it is no transaction in JSON".to_owned())?;
        self.begin("external_id", transaction.external_id)?;
        let currency = transaction.currency.unwrap_or_default();
        let digits = digits_of(currency);
        let raw = |name, value: Option<&RawValue>| amount(name, value.map_or("", RawValue::get), digits);
        let (mut net, mut tax) = (0, 0);
        for item in &transaction.transaction_items {
            net += raw("amount", item.amount)?;
            tax += raw("tax_amount_imported", item.tax_amount_imported)?;
        }
        if raw("total_amount", transaction.total_amount)? != net + tax {
            return Err("total_amount is not the sum of its items".to_owned());
        }
        if raw("total_tax_amount_imported", transaction.total_tax_amount_imported)? != tax {
            return Err("total_tax_amount_imported is not the sum of its items".to_owned());
        }
        self.add(currency, net, tax);
        Ok(())
    }

    /// Rows of one transaction stand together.
    fn begin(&mut self, name: &str, id: &str) -> Result<(), Wrong> {
        if id.is_empty() {
            return Err(format!("{name} is empty"));
        }
        if id != self.latest {
            self.transactions += 1;
            id.clone_into(&mut self.latest);
        }
        Ok(())
    }

    fn add(&mut self, currency: &str, net: i128, tax: i128) {
        let charged = self.charged.entry(currency.to_owned()).or_default();
        charged.net += net;
        charged.tax += tax;
    }

    fn compare(&self, manifest: &Manifest, differ: &mut dyn FnMut(&'static str, String)) {
        for totals in &manifest.totals {
            let currency = totals.currency.clone().unwrap_or_default();
            let digits = digits_of(&currency);
            let ours = self.charged.get(&currency).copied().unwrap_or_default();
            if [ours.net, ours.tax].map(|sum| Some(decimal(sum, digits))) != claimed(totals, digits) {
                let message =
                    format!("What was charged in {currency} is not what the manifest's totals come to.");
                differ("totals", message);
            }
        }
        let is_claimed = |currency: &String| {
            manifest.totals.iter().any(|totals| totals.currency.as_deref().unwrap_or_default() == currency)
        };
        if !self.charged.keys().all(is_claimed) {
            differ("totals", "The payload's currencies are not those of the manifest's totals.".to_owned());
        }
    }
}

/// Amounts less discounts, and taxes.
fn claimed(totals: &CurrencyTotals, digits: u8) -> [Option<String>; 2] {
    let sums = &totals.sums;
    let sum = |added: &[&String], taken: &[&String]| {
        let mut sum = 0;
        for (texts, sign) in [(added, 1), (taken, -1)] {
            for text in texts {
                sum += sign * units(text, digits)?;
            }
        }
        Some(decimal(sum, digits))
    };
    [
        sum(
            &[&sums.item_amount, &sums.shipping_amount, &sums.gift_wrap_amount],
            &[&sums.item_discount, &sums.shipping_discount],
        ),
        sum(&[&sums.item_tax, &sums.shipping_tax, &sums.gift_wrap_tax], &[]),
    ]
}

/// Amounts as they are written: as numbers they would be read as floating point.
#[derive(Deserialize)]
struct Transaction<'a> {
    external_id: &'a str,
    #[serde(default)]
    currency: Option<&'a str>,
    #[serde(borrow, default)]
    total_amount: Option<&'a RawValue>,
    #[serde(borrow, default)]
    total_tax_amount_imported: Option<&'a RawValue>,
    #[serde(borrow)]
    transaction_items: Vec<Item<'a>>,
}

#[derive(Deserialize)]
struct Item<'a> {
    #[serde(borrow, default)]
    amount: Option<&'a RawValue>,
    #[serde(borrow, default)]
    tax_amount_imported: Option<&'a RawValue>,
}
