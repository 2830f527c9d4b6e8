//! Speed of the pipeline, per stage and whole.

use criterion::{Criterion, criterion_group, criterion_main};

fn pipeline(_criterion: &mut Criterion) {}

criterion_group!(benches, pipeline);
criterion_main!(benches);
