//! All tests from outside, as one program: it is linked once. A file is a topic; `cargo test --release --test suite tables` runs one.

#[cfg(feature = "cli")]
mod common;

#[cfg(all(feature = "cli", feature = "documents", feature = "pdf"))]
mod bad_files;
#[cfg(feature = "cli")]
mod command_line;
mod dates;
mod faults;
mod figures;
#[cfg(all(feature = "cli", feature = "documents"))]
mod fixtures;
#[cfg(all(feature = "documents", feature = "pdf"))]
mod fuzz_smoke;
#[cfg(feature = "cli")]
mod language_server;
mod layout;
#[cfg(all(feature = "cli", feature = "documents"))]
mod places;
mod report_browser;
mod tables;
mod traps;
