//! From files to articles: one file per input format.
