//! The element and the page in other people's pages.
