//! A record's cells, where each field stands among them, and the row of values read from them.

use super::{Field, Private, Reading, Transaction};
use crate::fields::conventions::DATE_FIELDS;
use crate::fields::{self, After, Amount, Conventions, Decimals, Kind, Remark, Survey, Value, plain, text};

/// The cells of one record.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a> {
    bytes: &'a [u8],
    /// Where each cell ends, after [`Cells::BEFORE_FIRST`].
    ends: &'a [u32],
    /// Where each begins, if that is not behind the delimiter after the one before.
    starts: &'a [u32],
    /// There may be quotes around them, which are no part of them.
    in_quotes: bool,
    /// There is nothing in them but blanks and signs of ASCII that can be seen. False where nobody looked.
    pub plain: bool,
}

impl<'a> Cells<'a> {
    /// One less than where the first cell begins, as the end of any cell is one less than where the next one does.
    pub const BEFORE_FIRST: u32 = u32::MAX;

    /// Cells with one delimiter between each two. `ends`: [`Cells::BEFORE_FIRST`], and where each cell ends.
    pub fn delimited(bytes: &'a [u8], ends: &'a [u32], plain: bool) -> Self {
        Cells { bytes, ends, starts: &[], in_quotes: false, plain }
    }
    /// The same, and what begins with a quote ends with one.
    pub fn quoted(bytes: &'a [u8], ends: &'a [u32], plain: bool) -> Self {
        Cells { bytes, ends, starts: &[], in_quotes: true, plain }
    }
    /// Cells between which anything may stand.
    pub fn apart(bytes: &'a [u8], starts: &'a [u32], ends: &'a [u32]) -> Self {
        Cells { bytes, ends, starts, in_quotes: false, plain: false }
    }
    /// A cell that is not there is empty.
    #[inline]
    pub fn get(&self, index: usize) -> &'a [u8] {
        let Some(&[before, end]) = self.ends.get(index..).and_then(|ends| ends.first_chunk()) else {
            return &[];
        };
        let start = self.starts.get(index).copied().unwrap_or(before.wrapping_add(1));
        match self.bytes.get(start as usize..end as usize).unwrap_or_default() {
            [b'"', inside @ .., b'"'] if self.in_quotes => inside,
            cell => cell,
        }
    }
    pub fn len(&self) -> usize {
        self.ends.len().saturating_sub(1)
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// All cells, and what stands between them.
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }
}

/// Cells that stand in no file.
#[derive(Clone, Debug)]
pub struct OwnedCells {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Default for OwnedCells {
    fn default() -> Self {
        OwnedCells { bytes: Vec::new(), ends: vec![Cells::BEFORE_FIRST] }
    }
}

impl OwnedCells {
    pub fn of<'a>(cells: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut owned = OwnedCells::default();
        cells.for_each(|cell| owned.push(cell));
        owned
    }
    pub fn push(&mut self, cell: &[u8]) {
        self.bytes.extend_from_slice(cell);
        self.ends.push(self.bytes.len() as u32);
        self.bytes.push(b'\t');
    }
    pub fn cells(&self) -> Cells<'_> {
        Cells::delimited(&self.bytes, &self.ends, false)
    }
}

/// Where each field stands in this file's records. Made once from the header, so that no name is looked up again.
#[derive(Clone, Debug)]
pub struct Layout {
    reading: &'static Reading,
    places: [Option<Place>; Field::COUNT],
    /// The fields that this file has, in the order of reading, but for [`STATUSES`].
    present: Vec<(Field, Place)>,
    /// What is needed to see whether there is a sale.
    first: Vec<(Field, Place)>,
    /// The cells that say who the buyer is, a list for each kind.
    private: [Vec<usize>; Private::COUNT],
    /// A bit for each field that leaves: without a column of its own it was worked out from others, or stood above the
    /// header.
    leaving: u64,
    quoted: bool,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    cell: usize,
    column: &'static str,
    leaves: bool,
    kind: Kind,
    /// There is nothing to be said of an empty cell.
    may_be_empty: bool,
    /// For dates, the field's number among the dates.
    date: usize,
}

impl Layout {
    /// `columns[i]` is what the header calls cell `i`, as an index into the report's columns. `quoted`: quotes
    /// around cells were taken off when the record was cut.
    pub fn new(reading: &'static Reading, columns: &[Option<usize>], quoted: bool) -> Self {
        let mut places = [None; Field::COUNT];
        for (cell, column) in columns.iter().enumerate() {
            let Some(column) = column.and_then(|column| reading.columns.get(column)) else { continue };
            let Some(field) = column.field else { continue };
            if let Some(place) = places.get_mut(field as usize) {
                *place = Some(Place {
                    cell,
                    column: column.name,
                    leaves: column.leaves,
                    kind: field.kind(),
                    may_be_empty: matches!(
                        field.kind(),
                        Kind::Text
                            | Kind::Id
                            | Kind::City
                            | Kind::Amount
                            | Kind::SignedAmount
                            | Kind::Discount
                    ),
                    date: field.date_index().unwrap_or(0),
                });
            }
        }
        let present = Field::ALL.iter().zip(places).filter(|(field, _)| !STATUSES.contains(field));
        let present = present.filter_map(|(&field, place)| Some((field, place?))).collect();
        let first = STATUSES.iter().chain(reading.opened_first);
        let first = first.filter_map(|&field| Some((field, (*places.get(field as usize)?)?))).collect();
        let kind = |column: &Option<usize>| reading.columns.get((*column)?)?.private();
        let mut private = [const { Vec::new() }; Private::COUNT];
        for (cell, kind) in
            columns.iter().enumerate().filter_map(|(cell, column)| Some((cell, kind(column)?)))
        {
            if let Some(cells) = private.get_mut(kind as usize) {
                cells.push(cell);
            }
        }
        let leaves =
            |field: &usize| places.get(*field).is_some_and(|place| place.is_none_or(|place| place.leaves));
        let leaving = (0..Field::COUNT).filter(leaves).fold(0, |bits, field| bits | 1 << field);
        Layout { reading, places, present, first, private, leaving, quoted }
    }
    pub fn reading(&self) -> &'static Reading {
        self.reading
    }
    pub fn has(&self, field: Field) -> bool {
        self.place(field).is_some()
    }
    /// Which cells of a record say in this way who the buyer is.
    pub fn private(&self, kind: Private) -> &[usize] {
        self.private.get(kind as usize).map(Vec::as_slice).unwrap_or_default()
    }
    /// The report's own name for the field.
    pub fn column(&self, field: Field) -> Option<&'static str> {
        self.place(field).map(|place| place.column)
    }
    /// Were quotes around cells taken off when the record was cut?
    pub fn is_quoted(&self) -> bool {
        self.quoted
    }
    /// Which cell of a record holds the field.
    pub fn cell(&self, field: Field) -> Option<usize> {
        self.place(field).map(|place| place.cell)
    }
    fn place(&self, field: Field) -> Option<&Place> {
        self.places.get(field as usize)?.as_ref()
    }
}

impl Field {
    /// Its number among the fields that hold dates.
    pub const fn date_index(self) -> Option<usize> {
        let (mut index, mut earlier) = (0, 0);
        while index < Field::COUNT {
            let field = Field::ALL[index];
            if field as usize == self as usize {
                return if matches!(field.kind(), Kind::Date) { Some(earlier) } else { None };
            }
            earlier += matches!(field.kind(), Kind::Date) as usize;
            index += 1;
        }
        None
    }

    /// The inverse of [`Field::date_index`].
    pub fn by_date_index(index: usize) -> Option<Field> {
        Field::ALL.iter().copied().find(|field| field.date_index() == Some(index))
    }
}

const _: () = {
    let (mut index, mut dates) = (0, 0);
    while index < Field::COUNT {
        dates += matches!(Field::ALL[index].kind(), Kind::Date) as usize;
        index += 1;
    }
    assert!(dates <= DATE_FIELDS, "more dates than conventions hold");
};

/// A record with typed cells.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    layout: &'a Layout,
    conventions: &'a Conventions,
    values: [Value<'a>; Field::COUNT],
    /// One bit for each field that is not sent, although its column leaves.
    withheld: u64,
}

const _: () = assert!(Field::COUNT <= u64::BITS as usize);

/// Something to be said about a cell, and the text that was there.
#[derive(Clone, Copy, Debug)]
pub struct Remarked<'a> {
    pub field: Field,
    pub remark: Remark<'a>,
    pub before: &'a [u8],
}

/// What says whether there is a sale at all, and so is read before the rest.
const STATUSES: [Field; 2] = [Field::OrderStatus, Field::ItemStatus];

impl<'a> Row<'a> {
    /// Reads nothing yet but the cells that say whether there is a sale at all: a pending order has no
    /// address, and its empty cells are no errors.
    pub fn open(layout: &'a Layout, cells: Cells<'a>, conventions: &'a Conventions) -> Self {
        let mut row = Row { layout, conventions, values: [Value::Absent; Field::COUNT], withheld: 0 };
        for &(field, ref place) in &layout.first {
            row.set(field, text::read(text::trim(cells.get(place.cell))).value);
        }
        row
    }

    /// Reads the other cells, and says what is to be said about each.
    pub fn read(&mut self, cells: Cells<'a>, remarks: &mut Vec<Remarked<'a>>, survey: &mut Survey) {
        if !self.layout.has(Field::Currency) {
            self.tell_currency(cells);
        }
        let layout = self.layout;
        let mut is_usual = self.is_usual();
        let mut points = 0;
        for &(field, ref place) in &layout.present {
            let whole = cells.get(place.cell);
            // The values are absent as yet.
            if whole.is_empty() && place.may_be_empty {
                continue;
            }
            if cells.plain && self.read_plain(field, place.kind, whole, is_usual, &mut points) {
                continue;
            }
            self.read_with_care(field, place, whole, remarks, survey);
            is_usual = self.is_usual();
        }
        survey.note_points(points);
        if layout.has(Field::UnitPrice) {
            self.multiply(remarks);
        }
        self.tell_address(cells, remarks);
    }

    /// Not sent abroad, as far as is known by now, and with amounts in hundredths with a point before them.
    fn is_usual(&self) -> bool {
        !self.is_abroad()
            && self.conventions.decimals == Decimals::Point
            && self.currency().is_none_or(|currency| currency.digits() == 2)
    }

    /// Reads what nearly every cell is. False: there may be more to it, and nothing was done. `points`: how many amounts
    /// have a point before their decimals.
    #[inline(always)]
    fn read_plain(
        &mut self,
        field: Field,
        kind: Kind,
        text: &'a [u8],
        is_usual: bool,
        points: &mut u64,
    ) -> bool {
        let Some(slot) = self.values.get_mut(field as usize) else { return false };
        // Each kind sets the slot by itself, so that no value is made in one place and copied to another.
        match kind {
            Kind::Text if plain::is_tight(text) => *slot = Value::Text(text),
            Kind::Id if plain::is_id(text) => *slot = Value::Text(text),
            Kind::City if plain::is_city(text) => *slot = Value::Text(text),
            Kind::Amount | Kind::SignedAmount | Kind::Discount if is_usual => {
                let Some(amount) = plain::hundredths(text) else { return false };
                *points += 1;
                *slot = Value::Amount(amount);
            }
            Kind::Date => match plain::date(text) {
                Some(date) => *slot = Value::Date(date),
                None => return false,
            },
            Kind::OrderId => match plain::order_id(text) {
                Some(order) => *slot = Value::OrderId(order),
                None => return false,
            },
            Kind::Quantity => match plain::quantity(text) {
                Some(quantity) => *slot = Value::Quantity(quantity),
                None => return false,
            },
            Kind::Currency if text == b"USD" => *slot = Value::Currency(fields::Currency::USD),
            Kind::Country if text == b"US" => *slot = Value::Country(fields::Country::US),
            Kind::State if is_usual => match *text {
                [a, b] if let Some(state) = fields::State::known([a, b]) => *slot = Value::State(state),
                _ => return false,
            },
            Kind::PostalCode if is_usual => match plain::zip(text) {
                Some(code) => *slot = Value::PostalCode(code),
                None => return false,
            },
            Kind::FulfillmentCenter if is_usual => match fields::fulfillment_center::known(text) {
                Some(state) => *slot = Value::FulfillmentCenter(text, Some(state)),
                None => return false,
            },
            _ => return false,
        }
        true
    }

    #[inline(never)]
    fn read_with_care(
        &mut self,
        field: Field,
        place: &Place,
        whole: &'a [u8],
        remarks: &mut Vec<Remarked<'a>>,
        survey: &mut Survey,
    ) {
        let inside = match plain::is_tight(whole) || whole.is_empty() {
            true => whole,
            false => self.inside(field, place, whole, remarks),
        };
        let reading = self.read_cell(field, place, inside, survey);
        if let Some(mut remark) = reading.remark {
            if matches!(reading.value, Value::Unread) && text::is_too_narrow(inside) {
                remark.code = &text::CELL_TOO_NARROW;
            }
            remarks.push(Remarked { field, remark, before: whole });
        }
        self.set(field, reading.value);
    }

    /// The cell's text without blanks around it, and without quotes where Amazon writes none.
    #[inline(never)]
    fn inside(
        &self,
        field: Field,
        place: &Place,
        whole: &'a [u8],
        remarks: &mut Vec<Remarked<'a>>,
    ) -> &'a [u8] {
        let trimmed = text::trim(whole);
        let mut found = |code, after| {
            let remark = Remark { code, after };
            remarks.push(Remarked { field, remark, before: whole });
        };
        if !place.leaves {
            return trimmed;
        }
        if trimmed.len() != whole.len() {
            found(&text::SURROUNDING_BLANKS, fields::After::Text(trimmed));
        }
        match text::unquote(trimmed).filter(|_| !self.layout.quoted) {
            Some(unquoted) => {
                let unquoted = text::trim(unquoted);
                found(&text::QUOTES_AROUND_CELL, fields::After::Text(unquoted));
                unquoted
            }
            None => {
                // Doubled quotes inside: the record is read again without them.
                if !self.layout.quoted && text::undouble_quotes(trimmed).is_some() {
                    found(&text::QUOTES_AROUND_CELL, fields::After::Nothing);
                }
                trimmed
            }
        }
    }

    /// What the text above the header says, else the currency of the store.
    #[inline(never)]
    fn tell_currency(&mut self, cells: Cells<'a>) {
        let of_store = || {
            let place = self.layout.place(Field::SalesChannel)?;
            fields::currency::of_store(text::trim(cells.get(place.cell)))
        };
        if let Some(currency) = self.conventions.currency.or_else(of_store) {
            self.set(Field::Currency, Value::Currency(currency));
        }
    }

    /// The price for the whole quantity, where the report has it for one unit.
    #[inline(never)]
    fn multiply(&mut self, remarks: &mut Vec<Remarked<'a>>) {
        // A rule compares the two where the report has both.
        if self.get(Field::ItemAmount) != Value::Absent {
            return;
        }
        let amount = match (self.get(Field::UnitPrice), self.get(Field::Quantity)) {
            (Value::Amount(price), Value::Quantity(quantity)) => {
                match price.0.checked_mul(i64::from(quantity)) {
                    Some(units) => Value::Amount(Amount(units)),
                    None => {
                        let code = &fields::amount::AMOUNT_UNREADABLE;
                        let remark = Remark { code, after: fields::After::Nothing };
                        remarks.push(Remarked { field: Field::UnitPrice, remark, before: &[] });
                        Value::Unread
                    }
                }
            }
            (Value::Absent, _) => Value::Absent,
            _ => Value::Unread,
        };
        self.set(Field::ItemAmount, amount);
    }

    fn read_cell(
        &self,
        field: Field,
        place: &Place,
        text: &'a [u8],
        survey: &mut Survey,
    ) -> fields::Reading<'a> {
        let decimals = self.conventions.decimals;
        match place.kind {
            Kind::Text => text::read(text),
            Kind::City => self.read_city(text),
            Kind::FulfillmentCenter => {
                let mut reading = fields::fulfillment_center::read(text);
                // The table holds centers in the United States only.
                if self.is_abroad() && matches!(reading.value, Value::FulfillmentCenter(..)) {
                    reading.remark = None;
                }
                reading
            }
            Kind::Boolean => fields::boolean::read(text),
            Kind::OrderId => fields::id::read_order_id(text),
            Kind::Id => fields::id::read_id(text),
            // Only the date that the record is filed by must be there, where there is one for each kind.
            Kind::Date if text.is_empty() && self.has_another_date(field) => {
                fields::Reading::good(Value::Absent)
            }
            Kind::Date => fields::date::read(text, place.date, self.conventions, survey),
            // Money can be given back for no goods in particular.
            Kind::Quantity if matches!(text, b"" | b"0") && self.is_refund() => {
                fields::Reading::good(Value::Absent)
            }
            Kind::Quantity => fields::quantity::read(text),
            Kind::Currency => fields::currency::read(text),
            Kind::Country => fields::country::read(text),
            Kind::Amount => fields::amount::read(text, self.currency(), false, decimals, survey),
            Kind::SignedAmount => {
                fields::amount::read(text, self.currency(), self.is_refund(), decimals, survey)
            }
            Kind::Discount => fields::amount::read(text, self.currency(), true, decimals, survey),
            Kind::State if self.is_abroad() => text::read(text),
            Kind::State => fields::state::read(text),
            Kind::PostalCode if self.is_abroad() => fields::postal_code::read_foreign(text),
            Kind::PostalCode => fields::postal_code::read(text, self.state()),
        }
    }

    /// The seller does not want what was mended in this cell. Text is sent as it was; true: it cannot be sent so.
    pub fn decline(&mut self, field: Field, before: &'a [u8]) -> bool {
        let (value, is_text) = match self.get(field) {
            Value::Text(_) => (Value::Text(before), true),
            Value::Absent if matches!(field.kind(), Kind::City) => (Value::Text(before), true),
            Value::FulfillmentCenter(_, state) => (Value::FulfillmentCenter(before, state), true),
            _ => (Value::Unread, false),
        };
        self.set(field, value);
        !is_text
    }

    /// The city, and the postal code if it stands there too.
    fn read_city(&self, text: &'a [u8]) -> fields::Reading<'a> {
        let mut reading = text::read_city(text);
        if reading.remark.is_none() && text.iter().any(u8::is_ascii_digit) {
            reading.remark = fields::postal_code::in_city(text, self.get(Field::PostalCode));
            if let Some(Remark { after: After::Text(shorter), .. }) = reading.remark {
                reading.value = if shorter.is_empty() { Value::Absent } else { Value::Text(shorter) };
            }
        }
        reading
    }

    fn has_another_date(&self, field: Field) -> bool {
        self.layout.reading.refund_date.is_some() && self.tax_date_field() != field
    }

    pub(super) fn set(&mut self, field: Field, value: Value<'a>) {
        if let Some(slot) = self.values.get_mut(field as usize) {
            *slot = value;
        }
    }

    pub fn layout(&self) -> &'a Layout {
        self.layout
    }

    pub fn get(&self, field: Field) -> Value<'a> {
        self.values.get(field as usize).copied().unwrap_or_default()
    }

    /// The cell holds what must not leave. Other records are still told from this one by it.
    pub fn withhold(&mut self, field: Field) {
        self.withheld |= 1 << field as u32;
    }

    /// The value if its column leaves and it is not withheld, else nothing: what the payload is made from.
    #[inline]
    pub fn leaving(&self, field: Field) -> &Value<'a> {
        match (self.layout.leaving & !self.withheld) >> field as u32 & 1 {
            1 => self.values.get(field as usize).unwrap_or(&Value::Absent),
            _ => &Value::Absent,
        }
    }

    pub fn text(&self, field: Field) -> Option<&'a [u8]> {
        match self.get(field) {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
    pub fn date(&self, field: Field) -> Option<fields::Date<'a>> {
        match self.get(field) {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }
    /// Both readings of a date whose order is open: month first, and day first.
    pub fn open_date(&self, field: Field) -> Option<[fields::Date<'a>; 2]> {
        match self.get(field) {
            Value::OpenDate(date) => Some([date, date.day_first()]),
            _ => None,
        }
    }
    pub fn amount(&self, field: Field) -> Option<fields::Amount> {
        match self.get(field) {
            Value::Amount(amount) => Some(amount),
            _ => None,
        }
    }
    pub fn currency(&self) -> Option<fields::Currency> {
        match self.get(Field::Currency) {
            Value::Currency(currency) => Some(currency),
            _ => None,
        }
    }
    pub fn state(&self) -> Option<fields::State> {
        match self.get(Field::State) {
            Value::State(state) => Some(state),
            _ => None,
        }
    }
    pub fn order_id(&self) -> Option<fields::OrderId<'a>> {
        match self.get(Field::OrderId) {
            Value::OrderId(id) => Some(id),
            _ => None,
        }
    }
    /// Money given back, in which amounts are negative.
    pub fn is_refund(&self) -> bool {
        self.layout.has(Field::TransactionType) && self.transaction() == Transaction::Refund
    }
    /// Sent to a country that is known, and is not the United States.
    pub fn is_abroad(&self) -> bool {
        matches!(self.get(Field::Country), Value::Country(country) if country != fields::Country::US)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Column;
    use super::*;
    use crate::fields::Currency;

    /// A report that names neither country nor currency, and has the price of one unit.
    static SPARSE: Reading = Reading {
        columns: &[
            Column::required("order", Field::OrderId).leaves(),
            Column::required("date", Field::ShippedAt).leaves(),
            Column::required("store", Field::SalesChannel).leaves(),
            Column::required("city", Field::City).leaves(),
            Column::required("state", Field::State).leaves(),
            Column::required("zip", Field::PostalCode).leaves(),
            Column::required("quantity", Field::Quantity).leaves(),
            Column::required("unit", Field::UnitPrice).leaves(),
            Column::optional("status", Field::OrderStatus),
        ],
        ..Reading::EMPTY
    };
    const GOOD: [&str; 9] = [
        "111-1234567-1234567",
        "2026-01-31T23:10:00-08:00",
        "Amazon.com",
        "Seattle",
        "WA",
        "98110",
        "3",
        "13.33",
        "",
    ];

    struct Read {
        remarks: Vec<(Field, &'static str)>,
        survey: Survey,
        country: bool,
        currency: Option<Currency>,
        item_amount: Value<'static>,
        city: Vec<u8>,
    }

    fn read(changes: &[(usize, &str)], quoted: bool, currency: Option<&str>) -> Read {
        let columns: Vec<_> = (0..GOOD.len()).map(Some).collect();
        let layout = Layout::new(&SPARSE, &columns, quoted);
        let currency = currency.and_then(|currency| Currency::known(currency.as_bytes()));
        let conventions = Conventions::expected(fields::Decimals::Point, currency);
        let cells = GOOD.iter().enumerate().map(|(at, good)| {
            let change = changes.iter().find(|(changed, _)| *changed == at);
            change.map_or(*good, |(_, text)| text).as_bytes()
        });
        let cells = OwnedCells::of(cells);
        let cells = cells.cells();
        let (mut remarks, mut survey) = (Vec::new(), Survey::default());
        let mut row = Row::open(&layout, cells, &conventions);
        row.read(cells, &mut remarks, &mut survey);
        Read {
            remarks: remarks.iter().map(|remarked| (remarked.field, remarked.remark.code.slug)).collect(),
            survey,
            country: matches!(row.leaving(Field::Country), Value::Country(fields::Country::US)),
            currency: row.currency(),
            item_amount: match *row.leaving(Field::ItemAmount) {
                Value::Amount(amount) => Value::Amount(amount),
                Value::Unread => Value::Unread,
                _ => Value::Absent,
            },
            city: row.text(Field::City).unwrap_or_default().to_vec(),
        }
    }

    #[test]
    fn a_normal_record_takes_no_notes() {
        let read = read(&[], false, None);
        assert_eq!(read.remarks, vec![]);
        let conventions = Conventions::default();
        assert_eq!(read.survey.conclude(&conventions), conventions);
        assert_eq!(read.item_amount, Value::Amount(Amount(3999)));
        assert!(read.country);
    }

    #[test]
    fn the_currency_is_the_preambles_or_the_stores() {
        let of = |store, currency| {
            let read = read(&[(2, store)], false, currency);
            read.currency.map(|currency| currency.as_str().to_owned())
        };
        assert_eq!(of("amazon.co.uk ", None).as_deref(), Some("GBP"));
        assert_eq!(of("Amazon.com", Some("CAD")).as_deref(), Some("CAD"));
        assert_eq!(of("Non-Amazon US", None), None);
        // Yen have no decimals: the currency is known before the first amount is read.
        assert_eq!(read(&[(7, "1333")], false, Some("JPY")).item_amount, Value::Amount(Amount(3999)));
    }

    #[test]
    fn the_country_is_told_by_state_and_zip_together() {
        let cannot = (Field::Country, "country-cannot-be-told");
        let remarks = |state, zip| read(&[(4, state), (5, zip)], false, None).remarks;
        assert_eq!(remarks("ON", "K1A 0B1"), [cannot]);
        assert_eq!(remarks("WA", "90012"), [cannot]);
        assert_eq!(remarks("", "98110"), [(Field::State, "state-missing"), cannot]);
        assert_eq!(remarks("WA", ""), [(Field::PostalCode, "postal-code-missing"), cannot]);
        let repaired = read(&[(4, "Connecticut"), (5, "6513")], false, None);
        assert!(repaired.country);
        assert_eq!(repaired.remarks.len(), 2);
    }

    #[test]
    fn unit_prices_are_multiplied_exactly() {
        let product = |unit, quantity| read(&[(7, unit), (6, quantity)], false, None).item_amount;
        assert_eq!(product("0.07", "3"), Value::Amount(Amount(21)));
        assert_eq!(product("", "3"), Value::Absent);
        assert_eq!(product("abc", "3"), Value::Unread);
        assert_eq!(product("0.07", "x"), Value::Unread);
        let over = read(&[(7, "999999999999999"), (6, "999999999")], false, None);
        assert_eq!(over.item_amount, Value::Unread);
        assert_eq!(over.remarks, [(Field::UnitPrice, "amount-unreadable")]);
    }

    #[test]
    fn what_spreadsheets_put_around_a_cell_or_into_it() {
        let city = |text, quoted| {
            let read = read(&[(3, text)], quoted, None);
            let slugs: Vec<_> = read.remarks.iter().map(|(_, slug)| *slug).collect();
            (String::from_utf8_lossy(&read.city).into_owned(), slugs)
        };
        let quotes = "quotes-around-cell";
        assert_eq!(city("\"Washington, DC\"", false), ("Washington, DC".to_owned(), vec![quotes]));
        assert_eq!(city("\"Washington, DC\"", true), ("\"Washington, DC\"".to_owned(), vec![]));
        assert_eq!(city(" \"Salem\"", false), ("Salem".to_owned(), vec!["surrounding-blanks", quotes]));
        assert_eq!(city("\"brass\" town", false), ("\"brass\" town".to_owned(), vec![]));
        assert_eq!(city("Pi?a", false).1, ["text-lost"]);
        // A column that does not leave is read as it is.
        assert_eq!(read(&[(8, "\"Shipped\"")], false, None).remarks, []);
        for field in [0, 1, 6, 7] {
            let read = read(&[(field, "########")], false, None);
            assert!(read.remarks.iter().all(|(_, slug)| *slug == "cell-too-narrow"), "{:?}", read.remarks);
            assert_eq!(read.remarks.len(), 1);
        }
        assert_eq!(read(&[(1, "\"5/13/2022\"")], false, None).remarks.len(), 2);
    }
}
