//! The linear model: which tag a word has, from weights of hashed features and of tags that follow each other.

/// A tag of a word: outside, or beginning or inside one of four kinds of name.
pub type Tag = u8;

/// Number of tags: O, then B and I of person, organisation, place, other.
pub const TAGS: usize = 9;
/// The tag of a word that is in no name.
pub const OUTSIDE: Tag = 0;
/// Number of kinds of name: person, organisation, place, other.
pub const KINDS: usize = 4;

/// Rows of the weight table; a power of two.
pub const ROWS: usize = 1 << 18;

/// The tag that begins a name of the kind, 0 to 3.
pub const fn begin(kind: usize) -> Tag {
    (1 + 2 * kind) as Tag
}

/// The tag inside a name of the kind, 0 to 3.
pub const fn inside(kind: usize) -> Tag {
    (2 + 2 * kind) as Tag
}

/// The kind of the tag's name.
pub const fn kind_of(tag: Tag) -> Option<usize> {
    if tag == OUTSIDE { None } else { Some((tag as usize - 1) / 2) }
}

/// Whether the tag begins a name.
pub(crate) const fn is_begin(tag: Tag) -> bool {
    tag != OUTSIDE && tag % 2 == 1
}

/// Whether `next` may follow `tag`: the inside of a name only follows a name of its kind.
pub const fn may_follow(tag: Tag, next: Tag) -> bool {
    next == OUTSIDE || next % 2 == 1 || tag == next || tag + 1 == next
}

/// Where weights come from: the embedded model, or the one in training.
pub trait Weights {
    /// Adds the weights of a feature's row to the scores.
    fn add(&self, row: u32, scores: &mut [i32; TAGS]);
    /// The scores of a word with these features.
    fn sum(&self, rows: &[u32]) -> [i32; TAGS] {
        let mut scores = [0; TAGS];
        rows.iter().for_each(|&row| self.add(row, &mut scores));
        scores
    }
    /// Weight of `next` after `tag`.
    fn follow(&self, tag: Tag, next: Tag) -> i32;
}

/// The model in its bytes: TAGS × TAGS weights of following tags (i16, little-endian), then ROWS × TAGS weights of features (i8).
#[derive(Clone, Copy)]
pub struct TagModel<'b> {
    follow: [[i32; TAGS]; TAGS],
    weights: &'b [[u8; TAGS]; ROWS],
}

const HEAD: usize = TAGS * TAGS * 2;

impl<'b> TagModel<'b> {
    /// Reads the model; `None` where the bytes have another length.
    pub fn from_bytes(bytes: &'b [u8]) -> Option<Self> {
        let (head, rows) = bytes.split_at_checked(HEAD)?;
        let (rows, []) = rows.as_chunks() else { return None };
        let mut follow = [[0; TAGS]; TAGS];
        for (i, pair) in head.chunks_exact(2).enumerate() {
            follow[i / TAGS][i % TAGS] = i32::from(i16::from_le_bytes([pair[0], pair[1]]));
        }
        Some(TagModel { follow, weights: rows.try_into().ok()? })
    }

    /// The model that is part of the library.
    pub fn embedded() -> TagModel<'static> {
        TagModel::from_bytes(include_bytes!("model.bin")).expect("the embedded model has its length")
    }
}

impl Weights for TagModel<'_> {
    #[inline]
    fn add(&self, row: u32, scores: &mut [i32; TAGS]) {
        for (score, &weight) in scores.iter_mut().zip(&self.weights[row as usize & (ROWS - 1)]) {
            *score += i32::from(weight as i8);
        }
    }

    fn sum(&self, rows: &[u32]) -> [i32; TAGS] {
        // So many weights of eight bits add up within sixteen, eight of them in one register.
        const TOGETHER: usize = 128;
        let mut scores = [0; TAGS];
        for rows in rows.chunks(TOGETHER) {
            let (mut sums, mut last) = ([0i16; TAGS - 1], 0i16);
            for &row in rows {
                let weights = &self.weights[row as usize & (ROWS - 1)];
                for tag in 0..TAGS - 1 {
                    sums[tag] += i16::from(weights[tag] as i8);
                }
                last += i16::from(weights[TAGS - 1] as i8);
            }
            for (score, sum) in scores.iter_mut().zip(sums.into_iter().chain([last])) {
                *score += i32::from(sum);
            }
        }
        scores
    }

    fn follow(&self, tag: Tag, next: Tag) -> i32 {
        self.follow[tag as usize][next as usize]
    }
}

/// The bytes of a model; weights are scaled so that most fit eight bits, and the rest are cut off at the ends.
pub fn bytes_of(follow: &[[f32; TAGS]; TAGS], weights: &[[f32; TAGS]]) -> Vec<u8> {
    let mut sizes: Vec<f32> = weights.iter().flatten().map(|weight| weight.abs()).filter(|&size| size > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let largest = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 2000)).copied().unwrap_or(1.0);
    let scale = 127.0 / largest;
    let mut bytes = Vec::with_capacity(HEAD + ROWS * TAGS);
    for weight in follow.iter().flatten() {
        bytes.extend_from_slice(&((weight * scale).round().clamp(-32000.0, 32000.0) as i16).to_le_bytes());
    }
    for weight in weights.iter().flatten() {
        bytes.push((weight * scale).round().clamp(-127.0, 127.0) as i8 as u8);
    }
    bytes
}

/// The score of what cannot be.
const NEVER: i32 = i32::MIN / 4;

/// Room for the scores of all tags, in whole registers.
const LANES: usize = TAGS.next_multiple_of(4);

/// The weight of every tag after every tag, `NEVER` where it may not follow.
pub(crate) type Follow = [[i32; LANES]; TAGS];

/// The weights of tags that follow each other, as [`decode`] reads them.
pub fn follow_table(weights: &impl Weights) -> Follow {
    let weight = |tag: Tag, next: Tag| if (next as usize) < TAGS && may_follow(tag, next) { weights.follow(tag, next) } else { NEVER };
    std::array::from_fn(|tag| std::array::from_fn(|next| weight(tag as Tag, next as Tag)))
}

/// The best sequence of tags for words with these scores and weights of [`follow_table`]: Viterbi.
pub fn decode(scores: &[[i32; TAGS]], follow: &Follow, tags: &mut Vec<Tag>, back: &mut Vec<[Tag; TAGS]>) {
    tags.clear();
    back.clear();
    let mut best = [NEVER; LANES];
    best[OUTSIDE as usize] = 0;
    for (at, row) in scores.iter().enumerate() {
        let mut now = [NEVER; LANES];
        let mut from = [i32::from(OUTSIDE); LANES];
        // Before the first word there is no name.
        for tag in 0..if at == 0 { 1 } else { TAGS } {
            for next in 0..LANES {
                let score = best[tag].wrapping_add(follow[tag][next]);
                let better = score > now[next];
                now[next] = if better { score } else { now[next] };
                from[next] = if better { tag as i32 } else { from[next] };
            }
        }
        // What cannot be stays far below what can.
        for (score, add) in now.iter_mut().zip(row) {
            *score = score.wrapping_add(*add);
        }
        back.push(std::array::from_fn(|next| from[next] as Tag));
        best = now;
    }
    let mut tag = (0..TAGS).max_by_key(|&tag| (best[tag], std::cmp::Reverse(tag))).unwrap_or(0) as Tag;
    for from in back.iter().rev() {
        tags.push(tag);
        tag = from[tag as usize];
    }
    tags.reverse();
}
