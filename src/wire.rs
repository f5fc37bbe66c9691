//! How one worker's share of a file crosses to another: as bytes, because nothing else may cross, little endian.
//!
//! One pass writes a value down or reads it back, so each type says once which fields it has and in what order. Both
//! sides are the same build, so there is no version. What does not fit ([`Wire::is_whole`]) is never used.

/// A pass over a value, in one of the two directions.
pub struct Wire {
    bytes: Vec<u8>,
    /// How much has been read; `None` while it is written.
    at: Option<usize>,
    broken: bool,
}

impl Wire {
    pub fn writing() -> Wire {
        Wire { bytes: Vec::new(), at: None, broken: false }
    }

    pub fn reading(bytes: Vec<u8>) -> Wire {
        Wire { bytes, at: Some(0), broken: false }
    }

    pub fn is_reading(&self) -> bool {
        self.at.is_some()
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// All of it was read, and nothing was missing.
    pub fn is_whole(&self) -> bool {
        !self.broken && self.at.is_none_or(|at| at == self.bytes.len())
    }

    /// What was read is nothing that could have been written.
    pub fn refuse(&mut self) {
        self.broken = true;
    }

    #[inline(never)]
    pub fn bytes(&mut self, value: &mut [u8]) {
        let Some(at) = &mut self.at else { return self.bytes.extend_from_slice(value) };
        match self.bytes.get(*at..*at + value.len()) {
            Some(bytes) => {
                value.copy_from_slice(bytes);
                *at += value.len();
            }
            None => self.broken = true,
        }
    }

    #[inline(never)]
    pub fn u64(&mut self, value: &mut u64) {
        let mut bytes = value.to_le_bytes();
        self.bytes(&mut bytes);
        *value = u64::from_le_bytes(bytes);
    }

    pub fn i128(&mut self, value: &mut i128) {
        let mut bytes = value.to_le_bytes();
        self.bytes(&mut bytes);
        *value = i128::from_le_bytes(bytes);
    }

    /// Anything that fits into 64 bits.
    pub fn small<T: Copy + TryFrom<u64>>(&mut self, value: &mut T, bits: impl Fn(T) -> u64) {
        let mut wide = bits(*value);
        self.u64(&mut wide);
        match T::try_from(wide) {
            Ok(narrow) => *value = narrow,
            Err(_) => self.refuse(),
        }
    }

    pub fn flag(&mut self, value: &mut bool) {
        let mut byte = [u8::from(*value)];
        self.bytes(&mut byte);
        *value = byte != [0];
    }

    /// How many of something there are, each of which takes a byte at least.
    pub fn count(&mut self, now: usize) -> usize {
        let mut count = now as u64;
        self.u64(&mut count);
        let left = self.bytes.len() - self.at.unwrap_or(0);
        if self.at.is_some() && count > left as u64 {
            self.refuse();
            return 0;
        }
        count as usize
    }

    pub fn list<T>(
        &mut self,
        list: &mut Vec<T>,
        empty: &dyn Fn() -> T,
        each: &mut dyn FnMut(&mut T, &mut Wire),
    ) {
        let count = self.count(list.len());
        if self.is_reading() {
            list.clear();
            list.resize_with(count, empty);
        }
        list.iter_mut().for_each(|item| each(item, self));
    }

    pub fn blob(&mut self, value: &mut Vec<u8>) {
        let count = self.count(value.len());
        value.resize(count, 0);
        self.bytes(value);
    }

    pub fn text(&mut self, value: &mut String) {
        let mut bytes = std::mem::take(value).into_bytes();
        self.blob(&mut bytes);
        match String::from_utf8(bytes) {
            Ok(text) => *value = text,
            Err(_) => self.refuse(),
        }
    }
}
