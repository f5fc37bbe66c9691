//! What country, state and postal code say together, and none of them alone.

use super::{Cells, Field, Remarked, Row};
use crate::fields::postal_code::{self, Fit};
use crate::fields::{After, Country, PostalCode, Remark, State, Value, country, state, text};
use crate::findings::Code;

impl<'a> Row<'a> {
    pub(super) fn tell_address(&mut self, cells: Cells<'a>, remarks: &mut Vec<Remarked<'a>>) {
        if !self.layout().has(Field::Country) {
            self.tell_country(remarks);
        } else if !self.has_plain_address() {
            self.tell_unusual_address(cells, remarks);
        }
    }

    /// A state and a ZIP code of the United States: what nearly every record has.
    fn has_plain_address(&self) -> bool {
        matches!(self.get(Field::Country), Value::Country(Country::US))
            && matches!(self.get(Field::State), Value::State(_))
            && matches!(self.get(Field::PostalCode), Value::PostalCode(_))
    }

    /// The United States, where state and ZIP code say so together. Else one finding says that they do not, and
    /// none that either could not be read: a foreign address has no fault.
    #[inline(never)]
    fn tell_country(&mut self, remarks: &mut Vec<Remarked<'a>>) {
        if let (Some(state), Value::PostalCode(code)) = (self.state(), self.get(Field::PostalCode))
            && code.five().is_some_and(|five| postal_code::fit(five, state) != Fit::Elsewhere)
        {
            return self.set(Field::Country, Value::Country(Country::US));
        }
        one_for_all(&country::COUNTRY_CANNOT_BE_TOLD, &[], remarks);
    }

    #[inline(never)]
    fn tell_unusual_address(&mut self, cells: Cells<'a>, remarks: &mut Vec<Remarked<'a>>) {
        let layout = self.layout();
        let whole = |field| layout.cell(field).map_or(&[][..], |cell| cells.get(cell));
        let Value::Country(country) = self.get(Field::Country) else { return };
        match (country.as_state(), self.get(Field::State), self.get(Field::PostalCode)) {
            (Some(territory), ..) => self.tell_territory(territory, whole, remarks),
            (None, Value::Absent, Value::PostalCode(code)) => {
                let Some(told) = code.five().and_then(postal_code::told_state) else { return };
                remarks.retain(|it| !std::ptr::eq(it.remark.code, &state::STATE_MISSING));
                let remark = Remark { code: &state::STATE_TOLD_BY_ZIP, after: After::short(&told.0) };
                remarks.push(Remarked { field: Field::State, remark, before: whole(Field::State) });
                self.set(Field::State, Value::State(told));
            }
            (None, Value::Unread, Value::Unread) => {
                let inside = |field| {
                    let text = text::trim(whole(field));
                    text::unquote(text).filter(|_| !layout.is_quoted()).unwrap_or(text)
                };
                if country::is_canadian(inside(Field::State), inside(Field::PostalCode)) {
                    one_for_all(&country::ADDRESS_IN_CANADA, whole(Field::Country), remarks);
                }
            }
            _ => {}
        }
    }

    /// A territory stands in the place of the country: it is a state of the United States, if the cell of the state
    /// says nothing else.
    fn tell_territory(
        &mut self,
        territory: State,
        whole: impl Fn(Field) -> &'a [u8],
        remarks: &mut Vec<Remarked<'a>>,
    ) {
        let code = &country::TERRITORY_AS_COUNTRY;
        let of_state = match self.get(Field::State) {
            Value::Absent => Some(Remark { code, after: After::short(&territory.0) }),
            Value::Text(text) => {
                let reading = state::read(text);
                if reading.value != Value::State(territory) {
                    return;
                }
                reading.remark
            }
            _ => return,
        };
        let of_country = Some(Remark { code, after: After::short(&Country::US.0) });
        let zip = match self.get(Field::PostalCode) {
            Value::PostalCode(PostalCode::Foreign(text)) => text,
            _ => &[],
        };
        let zip = postal_code::read(zip, Some(territory));
        let said = [(Field::Country, of_country), (Field::State, of_state), (Field::PostalCode, zip.remark)];
        for (field, remark) in said {
            remarks.extend(remark.map(|remark| Remarked { field, remark, before: whole(field) }));
        }
        self.set(Field::Country, Value::Country(Country::US));
        self.set(Field::State, Value::State(territory));
        self.set(Field::PostalCode, zip.value);
    }
}

/// One finding about the country, in place of those that state and postal code could not be read.
fn one_for_all<'a>(code: &'static Code, before: &'a [u8], remarks: &mut Vec<Remarked<'a>>) {
    let unread = [&state::STATE_UNKNOWN, &state::STATE_MISSPELLED, &postal_code::POSTAL_CODE_UNREADABLE];
    remarks.retain(|it| !unread.iter().any(|code| std::ptr::eq(it.remark.code, *code)));
    let remark = Remark { code, after: After::Nothing };
    remarks.push(Remarked { field: Field::Country, remark, before });
}
