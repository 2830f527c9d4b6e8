//! The stages of [`analyze`](crate::analyze) for this repository's benchmark, fuzz targets and trainers: no user can rely on them.

pub use crate::check::checks;
pub use crate::document::Document;
pub use crate::extract::{document, entities, figures, periods};
pub use crate::link::questions;
pub use crate::mention::{Figure, NamedEntity, TimeSpan};
pub use crate::relate::{facts, places};
pub use crate::text::{grids, sentences, tokens};

/// The countries, for the trainer of the names.
pub mod country {
    pub use crate::words::country::names;
}

/// What the trainer of the links needs.
pub mod link {
    pub use crate::link::candidates;
    pub use crate::link::pairs::Candidate;
    pub use crate::link::weights::{FEATURES, Vector};
    pub use crate::mention::{Unit, Value};
    pub use crate::relate::FigureFact;
}

/// What the trainer of the names needs.
pub mod entity {
    pub use crate::extract::entity::mentions;

    /// Features of words.
    pub mod feature {
        pub use crate::extract::entity::feature::{Looks, Rows};
    }
    /// Lists of names.
    pub mod known {
        pub use crate::extract::entity::known::{ORGANIZATIONS, OTHERS, PLACES, names};
    }
    /// The model and its tags.
    pub mod model {
        pub use crate::extract::entity::model::{
            KINDS, OUTSIDE, ROWS, TAGS, Tag, TagModel, Weights, begin, bytes_of, decode, follow_table, inside, kind_of, may_follow,
        };
    }
    /// The table of known names.
    pub mod table {
        pub use crate::extract::entity::hash_table::{bytes_of, list, phrase_step};
    }
    /// Runs of words that are tagged together.
    pub mod tagger {
        pub use crate::extract::entity::tagger::{History, TaggerReading, runs};
    }
    /// Words of a sentence.
    pub mod word {
        pub use crate::extract::entity::word::{NameWord, words};
    }
}

/// What the trainer of the words' classes needs.
pub mod phrase {
    pub use crate::relate::phrase::{ItemKind, ItemReader, Items, spans};

    /// The classes and their model.
    pub mod class {
        pub use crate::relate::class::{Class, ClassModel, FEATURES, ItemLook, MODELLED, ROWS, features, place};
    }
}
