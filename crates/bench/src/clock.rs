//! Measuring on a machine that does other things too: work and reference work by turns, and of their times the
//! medians.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// So long each case is measured, if it has had its rounds.
const LONGEST: Duration = Duration::from_millis(1500);
const LEAST_ROUNDS: usize = 15;
const MOST_ROUNDS: usize = 4000;

/// What one case took.
#[derive(Debug)]
pub struct Figure {
    /// The case's name.
    pub case: String,
    /// Bytes of one round.
    pub bytes: usize,
    /// What the reference is.
    pub reference: &'static str,
    /// Microseconds of each round.
    pub times: Vec<f64>,
    /// How many times its turn of reference work each round took.
    pub ratios: Vec<f64>,
}

impl Figure {
    /// The column's names of [`Figure::row`].
    pub const HEAD: &'static str = "place,case,bytes,median_us,p99_us,mb_per_s,ratio,reference";

    /// One line of comma-separated values.
    pub fn row(&self) -> String {
        let median = quantile(&self.times, 0.5);
        format!(
            "native,{},{},{:.1},{:.1},{:.1},{:.3},{}",
            self.case,
            self.bytes,
            median,
            quantile(&self.times, 0.99),
            self.bytes as f64 / median,
            quantile(&self.ratios, 0.5),
            self.reference
        )
    }
}

/// Measures `work` on some bytes, and `reference` by turns with it.
pub fn measure<A, B>(
    case: impl Into<String>,
    bytes: usize,
    reference_name: &'static str,
    mut work: impl FnMut() -> A,
    mut reference: impl FnMut() -> B,
) -> Figure {
    let mut figure = Figure {
        case: case.into(),
        bytes,
        reference: reference_name,
        times: Vec::new(),
        ratios: Vec::new(),
    };
    let start = Instant::now();
    // The first round warms up.
    for round in 0..=MOST_ROUNDS {
        let (time, turn) = (microseconds(&mut work), microseconds(&mut reference));
        if round > 0 {
            figure.times.push(time);
            figure.ratios.push(time / turn);
        }
        if round >= LEAST_ROUNDS && start.elapsed() > LONGEST {
            break;
        }
    }
    figure
}

fn microseconds<T>(work: &mut impl FnMut() -> T) -> f64 {
    let start = Instant::now();
    black_box(work());
    start.elapsed().as_secs_f64() * 1e6
}

fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1);
    sorted
        .get((last as f64 * part).round() as usize)
        .copied()
        .unwrap_or(f64::NAN)
}
