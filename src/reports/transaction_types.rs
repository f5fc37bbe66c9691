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

/// As they stand in Sales Tax reports (Seller Central help 200852210) and in transaction reports in the languages of
/// Seller Central (public code that reads them). Words with letters beyond ASCII in both spellings.
const SALES: &[&str] = &[
    "Shipment",
    "Order",
    "Bestellung",
    "Commande",
    "Ordine",
    "Pedido",
    "Bestelling",
    "\u{6CE8}\u{6587}", // 注文
    "\u{8BA2}\u{5355}", // 订单
];
const REFUNDS: &[&str] = &[
    "Refund",
    "Chargeback Refund",
    "A-to-z Guarantee Claim",
    "Erstattung",
    "Remboursement",
    "Rimborso",
    "Reembolso",
    "Terugbetaling",
    "\u{8FD4}\u{91D1}", // 返金
    "\u{9000}\u{6B3E}", // 退款
];

impl Transaction {
    pub fn known(text: &[u8]) -> Transaction {
        const CORRECTION: &[u8] = b"retrocharge";
        let is_one_of = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word.as_bytes()));
        if is_one_of(SALES) {
            Transaction::Sale
        } else if is_one_of(REFUNDS) {
            Transaction::Refund
        } else if text.len() >= CORRECTION.len()
            && text.windows(CORRECTION.len()).any(|part| part.eq_ignore_ascii_case(CORRECTION))
        {
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
        const SPELLINGS: &[(&str, Component)] = &[
            ("", Component::Item),
            ("item", Component::Item),
            ("itemprice", Component::Item),
            ("principal", Component::Item),
            ("itemprincipal", Component::Item),
            ("shipping", Component::Shipping),
            ("shippingprice", Component::Shipping),
            ("giftwrap", Component::GiftWrap),
            ("giftwrapprice", Component::GiftWrap),
        ];
        SPELLINGS
            .iter()
            .find(|(spelling, _)| super::plain_bytes(text).eq(spelling.bytes()))
            .map(|&(_, component)| component)
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
