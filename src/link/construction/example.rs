//! The sentences of a construction, which run as tests.

/// A sentence, and what a family must find in it.
pub(crate) struct Example(pub &'static str, pub Fires);

/// The stated figure, and its operands as "part figure"; none where nothing may be found.
pub(crate) struct Fires(pub &'static str, pub &'static [&'static str]);
