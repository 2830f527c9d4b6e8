//! From fact sheets to what people and programs read: one file per output format.
