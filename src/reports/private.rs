//! Cells that say who the buyer is. They stay, and no cell that leaves may repeat them.

use super::Column;

/// What a private cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Private {
    Name,
    Street,
    Phone,
}

impl Private {
    pub const COUNT: usize = 3;
}

impl Column {
    /// By its name, which is Amazon's: of the columns that stay, those that hold a person's or a firm's name, a line
    /// of an address, or a phone number. E-mail addresses are known by their form.
    pub fn private(&self) -> Option<Private> {
        if self.leaves {
            return None;
        }
        match self.name {
            "buyer-name" | "recipient-name" | "buyer-company-name" | "ship-name" | "bill-name" => {
                Some(Private::Name)
            }
            "ship-address-1" | "ship-address-2" | "ship-address-3" => Some(Private::Street),
            "bill-address-1" | "bill-address-2" | "bill-address-3" => Some(Private::Street),
            "buyer-phone-number" | "ship-phone-number" | "bill-phone-number" => Some(Private::Phone),
            _ => None,
        }
    }
}
