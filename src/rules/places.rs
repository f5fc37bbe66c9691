//! Where the goods went.

use super::{Context, Rule, Subject};
use crate::fields::postal_code::Fit;
use crate::fields::{Country, PostalCode, Value, postal_code, state};
use crate::findings::Code;
use crate::reports::{Field, Row};

const RULES: &[Rule] = &[
    Rule {
        code: Code::error("postal-code-in-another-state")
            .what("The ZIP code does not lie in the state.")
            .why("One of the two is wrong, and each would give another tax.")
            .fix("Find the order in Seller Central and see which one is right. We change neither."),
        needs: &[Field::State, Field::PostalCode],
        check: postal_code_in_another_state,
    },
    Rule {
        code: Code::warning("postal-code-across-the-border")
            .what("Most ZIP codes that begin like this one lie in another state, and only some in the state of the record.")
            .why("It can be right near a border. If it is not, the tax is owed to the other state.")
            .fix("Compare the order with Seller Central. If state and ZIP code stand there as here, you can send it."),
        needs: &[Field::State, Field::PostalCode],
        check: postal_code_across_the_border,
    },
    Rule {
        code: Code::note("military-address")
            .what("The goods were sent to the armed forces: an APO, FPO or DPO address.")
            .why("Such an address lies in no state, so tax services treat these sales apart. They are sent along with AA, AE or AP in the place of the state.")
            .fix("Nothing to do."),
        needs: &[Field::State],
        check: military_address,
    },
    Rule {
        code: Code::error("address-in-us")
            .what("The country is Canada (CA), but state and ZIP code are of the United States.")
            .why("CA is California too. Sent as it is, the sale would count as one to another country, and its tax would be missing.")
            .fix("Find the order in Seller Central. If it went to the United States, change the country to US."),
        needs: &[Field::Country],
        check: address_in_us,
    },
    Rule {
        code: Code::note("destination-outside-us")
            .what("The goods were sent to another country.")
            .why("No state's sales tax is owed on them. They are sent along, so that the totals agree with Amazon's.")
            .fix("Nothing to do."),
        needs: &[Field::Country],
        check: destination_outside_us,
    },
];

pub(super) const SUBJECT: Subject = Subject { rules: RULES, is_usual };

fn is_usual(row: &Row<'_>, context: &Context) -> bool {
    matches!(row.get(Field::Country), Value::Country(Country::US))
        && fit(row) == Some(Fit::Within)
        && military_address(row, context).is_none()
}

fn postal_code_in_another_state(row: &Row<'_>, _: &Context) -> Option<Field> {
    (fit(row)? == Fit::Elsewhere).then_some(Field::PostalCode)
}

fn postal_code_across_the_border(row: &Row<'_>, _: &Context) -> Option<Field> {
    (fit(row)? == Fit::AcrossTheBorder).then_some(Field::PostalCode)
}

fn fit(row: &Row<'_>) -> Option<Fit> {
    let Value::PostalCode(code) = row.get(Field::PostalCode) else { return None };
    Some(postal_code::fit(code.five()?, row.state()?))
}

fn military_address(row: &Row<'_>, _: &Context) -> Option<Field> {
    matches!(&row.state()?.0, b"AA" | b"AE" | b"AP").then_some(Field::State)
}

/// Of Canada only: its postal codes have letters, where those of other countries have five digits too.
fn address_in_us(row: &Row<'_>, _: &Context) -> Option<Field> {
    if row.get(Field::Country) != Value::Country(Country(*b"CA")) {
        return None;
    }
    let (Value::Text(state), Value::PostalCode(PostalCode::Foreign(code))) =
        (row.get(Field::State), row.get(Field::PostalCode))
    else {
        return None;
    };
    let Value::State(state) = state::read(state).value else { return None };
    let Value::PostalCode(code) = postal_code::read(code, Some(state)).value else { return None };
    (postal_code::fit(code.five()?, state) == Fit::Within).then_some(Field::Country)
}

fn destination_outside_us(row: &Row<'_>, _: &Context) -> Option<Field> {
    row.is_abroad().then_some(Field::Country)
}
