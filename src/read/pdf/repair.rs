//! A file whose table of objects is broken: the objects are looked for, and a new table is written behind them.

use std::collections::BTreeMap;

/// The file with a table of the objects that stand in it; `None` where no catalog is among them.
pub(super) fn with_new_table(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut objects: BTreeMap<u32, (usize, u16)> = BTreeMap::new();
    let mut catalog = None;
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(4).position(|window| window == b" obj") {
        let end = at + found;
        at = end + 4;
        let Some((start, number, generation)) = head(bytes, end) else { continue };
        objects.insert(number, (start, generation));
        let body = &bytes[at..bytes.len().min(at + 400)];
        let body = body.windows(6).position(|window| window == b"endobj").map_or(body, |end| &body[..end]);
        if body.windows(8).any(|window| window == b"/Catalog") {
            catalog = Some((number, generation));
        }
    }
    let (root, generation) = catalog?;
    // Older tables that the file ends with would be read instead.
    let mut out = bytes.to_vec();
    let table = out.len();
    out.extend(b"\nxref\n");
    for (number, (start, generation)) in &objects {
        out.extend(format!("{number} 1\n{start:010} {generation:05} n \n").bytes());
    }
    let size = objects.keys().last().map_or(1, |last| last + 1);
    out.extend(format!("trailer\n<< /Size {size} /Root {root} {generation} R >>\nstartxref\n{}\n%%EOF\n", table + 1).bytes());
    Some(out)
}

/// Where "12 0" before `end` starts, and its numbers.
fn head(bytes: &[u8], end: usize) -> Option<(usize, u32, u16)> {
    let digits = |end: usize| {
        let start = bytes[..end].iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |before| before + 1);
        (start < end).then(|| Some((start, str::from_utf8(&bytes[start..end]).ok()?)))?
    };
    let (at, generation) = digits(end)?;
    let blank = bytes[..at].iter().rposition(|byte| !byte.is_ascii_whitespace())? + 1;
    let (start, number) = digits(blank).filter(|_| blank < at)?;
    Some((start, number.parse().ok()?, generation.parse().ok()?))
}
