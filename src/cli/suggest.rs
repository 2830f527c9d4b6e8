//! What was meant by a name that there is not.

/// The name that is nearest to what was written, if it is near: a letter more, less, other or changed with its neighbour, up to a third.
pub(super) fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let written = written.to_lowercase();
    let (distance, name) = names.into_iter().map(|name| (distance(&written, name), name)).min_by_key(|&(distance, _)| distance)?;
    (distance * 3 <= written.chars().count().max(name.chars().count())).then_some(name)
}

/// Edits between two words, neighbours that changed places counted as one (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(40).collect(), b.chars().take(40).collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let mut best = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]));
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let names = ["growth", "share", "sum", "multiple"];
        assert_eq!(nearest("grwoth", names), Some("growth"));
        assert_eq!(nearest("Shares", names), Some("share"));
        assert_eq!(nearest("conversion", names), None);
        assert_eq!(nearest("", names), None);
    }
}
