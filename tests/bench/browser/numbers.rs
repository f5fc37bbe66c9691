//! Medians and how far they can be trusted.

/// What some rounds gave, in order of size.
pub struct Spread(Vec<f64>);

impl FromIterator<f64> for Spread {
    fn from_iter<T: IntoIterator<Item = f64>>(values: T) -> Spread {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        Spread(values)
    }
}

impl Spread {
    pub fn median(&self) -> Option<f64> {
        let (lower, upper) = (self.0.len().checked_sub(1)? / 2, self.0.len() / 2);
        Some((self.0[lower] + self.0[upper]) / 2.0)
    }

    /// The median, and the least and the most in brackets; a dash where there is nothing.
    pub fn text(&self, decimals: usize) -> String {
        match (self.0.as_slice(), self.median()) {
            ([least, .., most], Some(median)) => {
                format!("{median:.decimals$} [{least:.decimals$}, {most:.decimals$}]")
            }
            ([only], _) => format!("{only:.decimals$}"),
            _ => "–".to_owned(),
        }
    }

    /// From the least to the most, as a share of the median.
    pub fn swing(&self) -> f64 {
        match (self.0.as_slice(), self.median()) {
            ([least, .., most], Some(median)) => (most - least) / median,
            _ => 0.0,
        }
    }
}
