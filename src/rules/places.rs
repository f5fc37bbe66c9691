//! Where the goods went.

use super::{Context, Rule};
use crate::fields::{Value, postal_code};
use crate::findings::Code;
use crate::reports::{Field, Row};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::warning("postal-code-in-another-state")
            .what("The ZIP code does not lie in the state.")
            .why("One of the two is wrong, and each would give another tax.")
            .fix("Find the order in Seller Central and see which one is right. We change neither."),
        needs: &[Field::State, Field::PostalCode],
        check: postal_code_in_another_state,
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

fn postal_code_in_another_state(row: &Row<'_>, _: &Context) -> Option<Field> {
    let Value::PostalCode(code) = row.get(Field::PostalCode) else { return None };
    let (prefix, state) = (code.prefix()?, row.state()?);
    (!postal_code::prefix_allows(prefix, state)).then_some(Field::PostalCode)
}

fn destination_outside_us(row: &Row<'_>, _: &Context) -> Option<Field> {
    row.is_abroad().then_some(Field::Country)
}
