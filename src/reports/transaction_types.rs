//! What kind of transaction a record is, and which part of the sale its amounts are: words of Amazon's, as data.

use super::{Field, Row};

/// What the words in a column of transaction types come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transaction {
    Sale,
    Refund,
    /// Tax of an earlier sale or refund, collected or given back later.
    TaxCorrection,
    /// Fees, transfers, adjustments, and whatever nobody has heard of.
    Other,
}

/// A line each. As they stand in Sales Tax reports (Seller Central help 200852210) and in transaction reports in the
/// languages of Seller Central (public code that reads them).
const SALES: &str = "Shipment\nOrder\nBestellung\nCommande\nOrdine\nPedido\nBestelling\n注文\n订单";
const REFUNDS: &str = "Refund\nChargeback Refund\nA-to-z Guarantee Claim\nErstattung\nRemboursement\nRimborso\n\
    Reembolso\nTerugbetaling\n返金\n退款";

/// Is the text one of the lines, whatever its case? Lines rather than a list, and never inlined: every list of words
/// would become comparisons of its own in the wasm.
#[inline(never)]
pub fn is_one_of(text: &[u8], lines: &str) -> bool {
    lines.as_bytes().split(|&byte| byte == b'\n').any(|line| text.eq_ignore_ascii_case(line))
}

impl Transaction {
    pub fn known(text: &[u8]) -> Transaction {
        if is_one_of(text, SALES) {
            Transaction::Sale
        } else if is_one_of(text, REFUNDS) {
            Transaction::Refund
        } else if is_one_of(text.last_chunk::<11>().map_or(text, |end| end), "retrocharge") {
            Transaction::TaxCorrection
        } else {
            Transaction::Other
        }
    }
}

/// Whose the amounts of a record are. No source says how Amazon writes it, so what it must mean is taken in any
/// spelling, and everything else is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Component {
    Item,
    Shipping,
    GiftWrap,
}

impl Component {
    pub fn known(text: &[u8]) -> Option<Component> {
        if text.is_empty() {
            return Some(Component::Item);
        }
        let plain = super::plain_name(text);
        if is_one_of(&plain, "item\nitemprice\nprincipal\nitemprincipal") {
            Some(Component::Item)
        } else if is_one_of(&plain, "shipping\nshippingprice") {
            Some(Component::Shipping)
        } else if is_one_of(&plain, "giftwrap\ngiftwrapprice") {
            Some(Component::GiftWrap)
        } else {
            None
        }
    }
}

impl Row<'_> {
    /// A sale, where the report does not say.
    pub fn transaction(&self) -> Transaction {
        match self.layout().has(Field::TransactionType) {
            true => Transaction::known(self.text(Field::TransactionType).unwrap_or_default()),
            false => Transaction::Sale,
        }
    }
    /// Whose its amounts are: the item's, where the report does not say. `None`: it says what nobody knows.
    pub fn component(&self) -> Option<Component> {
        Component::known(self.text(Field::Component).unwrap_or_default())
    }
    /// The field of the date that the record is filed by.
    pub fn tax_date_field(&self) -> Field {
        let reading = self.layout().reading();
        reading.refund_date.filter(|_| self.is_refund()).unwrap_or(reading.tax_date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_to_what_they_mean() {
        for (word, transaction) in [
            ("SHIPMENT", Transaction::Sale),
            ("Bestellung", Transaction::Sale),
            ("退款", Transaction::Refund),
            ("a-to-z guarantee claim", Transaction::Refund),
            ("RETROCHARGE", Transaction::TaxCorrection),
            ("Refund_Retrocharge", Transaction::TaxCorrection),
            ("Service Fee", Transaction::Other),
            ("Liquidations", Transaction::Other),
            ("", Transaction::Other),
        ] {
            assert_eq!(Transaction::known(word.as_bytes()), transaction, "{word}");
        }
        for (word, component) in [
            ("", Some(Component::Item)),
            ("Item Price", Some(Component::Item)),
            ("SHIPPING", Some(Component::Shipping)),
            ("Gift-Wrap", Some(Component::GiftWrap)),
            ("Liftgate", None),
        ] {
            assert_eq!(Component::known(word.as_bytes()), component, "{word}");
        }
    }
}
