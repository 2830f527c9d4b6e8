//! Grids of any size and shape over a text: whatever they are, nothing panics and cells come in the order of the text.

use proptest::prelude::*;

use crate::text::grid::Columns::{Bars, Count, Exact, Order, Places};
use crate::text::grid::GridCell;
use crate::text::{Grid, Span};
use crate::{Article, Options, analyze};

const WORDS: [&str; 24] = [
    "Sales",
    "2024",
    "2023",
    "1,204",
    "(62",
    ")",
    "%",
    "$",
    "-",
    "n/a",
    "Three Months Ended",
    "June 30,",
    "31",
    "(1)",
    "(in thousands)",
    "Change",
    "Q4/24--Q3/24",
    "Total",
    "5.1%",
    "December",
    "1,5",
    "Net income (loss) per share",
    "99999999999999999999999999",
    "----",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn grids_of_any_shape(
        cells in prop::collection::vec((0usize..24, 0u32..6, prop_oneof![Just(1u32), 1u32..9, Just(u32::MAX)], prop_oneof![Just(1u32), Just(u32::MAX)]), 1..120),
        width in 1usize..9,
        columns in 0usize..5,
    ) {
        let (mut text, mut rows) = (String::from("Harbour Tools said sales rose 5% to $1.2 million.\n\n"), Vec::new());
        let start = text.len();
        for row in cells.chunks(width) {
            let mut own = Vec::new();
            let mut col = 0u32;
            for &(word, skip, colspan, rowspan) in row {
                let at = text.len();
                text.push_str(WORDS[word]);
                let place = if columns == 4 { col.saturating_mul(9) } else { col };
                own.push(GridCell { span: Span::new(at, text.len()), col: place.saturating_add(skip), colspan, rowspan });
                text.push_str(" | ");
                col = col.saturating_add(skip).saturating_add(colspan);
            }
            text.push('\n');
            rows.push(own);
        }
        let grid = Grid { span: Span::new(start, text.len()), rows, columns: [Exact, Bars, Count, Order, Places][columns] };
        let sheet = analyze(&Article { tables: vec![grid], ..Article::from_text(text) }, &Options::default());
        prop_assert!(sheet.facts.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start));
    }
}
