//! How work grows with a request: counted, not timed.

use super::carriage::posted;
use super::encode;
use leaklight_core::Inspector;

/// A way in which a request can be large.
pub struct Growth {
    /// What grows.
    pub name: &'static str,
    /// A body of about that many bytes.
    pub body: fn(usize) -> Vec<u8>,
}

/// Bytes and work of one size.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    /// Bytes of the body.
    pub bytes: u64,
    /// Work that was counted.
    pub work: u64,
}

/// Every way.
pub const GROWTHS: [Growth; 12] = [
    Growth {
        name: "text",
        body: |size| {
            b"The main street was closed for 40 days, said Jane, and Springfield slept. "
                .repeat(size / 73 + 1)
        },
    },
    Growth {
        name: "spaceless text",
        body: |size| b"abcdefghijklmnopqrstuvwxyz0123456789_".repeat(size / 37 + 1),
    },
    Growth {
        name: "digits",
        body: |size| b"2125550142".repeat(size / 10 + 1),
    },
    Growth {
        name: "percent signs in four layers",
        body: |size| layers(size / 81 + 1, 4, encode::percent_all),
    },
    Growth {
        name: "base64 in four layers",
        body: |size| {
            layers(size * 10 / 32 + 1, 4, |bytes| {
                encode::base64(bytes, encode::STANDARD, true)
            })
        },
    },
    Growth {
        name: "JSON of growing depth",
        body: |size| [b"[".repeat(size / 2), b"]".repeat(size / 2)].concat(),
    },
    Growth {
        name: "JSON objects of growing depth",
        body: |size| {
            [
                b"{\"a\":".repeat(size / 6),
                b"1".to_vec(),
                b"}".repeat(size / 6),
            ]
            .concat()
        },
    },
    Growth {
        name: "JSON strings",
        body: |size| {
            [
                b"[".to_vec(),
                b"\"Springfield\",".repeat(size / 14),
                b"0]".to_vec(),
            ]
            .concat()
        },
    },
    Growth {
        name: "parameters",
        body: |size| b"city=Springfield&".repeat(size / 17 + 1),
    },
    Growth {
        name: "lines",
        body: |size| b"{\"a\":\"Main St\"}\n".repeat(size / 16 + 1),
    },
    Growth {
        name: "open brackets and escapes",
        body: |size| b"{[\"%7B&#123;\\u007b".repeat(size / 19 + 1),
    },
    Growth {
        name: "short base64",
        body: |size| b"eyJhIjoiYiJ9.SmFuZQ== ".repeat(size / 22 + 1),
    },
];

/// Words under several layers of one encoder.
fn layers(size: usize, count: usize, encoder: fn(&[u8]) -> String) -> Vec<u8> {
    (0..count).fold(b"Jane of Springfield ".repeat(size / 20 + 1), |bytes, _| {
        encoder(&bytes).into_bytes()
    })
}

impl Growth {
    /// Bytes and work from one size to another, each four times the last.
    pub fn measure(&self, inspector: &Inspector, from: usize, to: usize) -> Vec<Point> {
        let sizes =
            std::iter::successors(Some(from), |size| Some(size * 4)).take_while(|size| *size <= to);
        sizes
            .map(|size| {
                let body = (self.body)(size);
                let bytes = body.len() as u64;
                Point {
                    bytes,
                    work: inspector.look(&posted(body)).work(),
                }
            })
            .collect()
    }
}

/// How much more work a byte costs at most among the larger half of the sizes than among the smaller half: 1 where work
/// is linear, and more with every doubling where it is not.
pub fn growth(points: &[Point]) -> f64 {
    let most = |points: &[Point]| {
        let each = points
            .iter()
            .map(|point| point.work as f64 / point.bytes as f64);
        each.fold(0.0, f64::max)
    };
    let (smaller, larger) = points.split_at(points.len() / 2);
    most(larger) / most(smaller)
}
