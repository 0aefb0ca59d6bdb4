//! Ways to break a file.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Words that mean something to one of the readers.
const WORDS: [&[u8]; 36] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"null",
    b"true",
    b"1e0",
    b"1.0",
    b"-0",
    b"9007199254740993",
    b"1e400",
    b"NaN",
    b"/**/",
    b"\xEF\xBB\xBF",
    b"\xE2\x80\xAE",
    b"\xCC\x81",
    b"\xFF",
    b"\0",
    b"\r\n",
    b"\"record\":{},",
    b"\"id\":\"q1\"",
    b"==",
    b"-----END ENCRYPTED PRIVATE KEY-----",
    b"kid: ",
    b"<div>",
    b"</li>",
    b"<ul><li>",
    b"<script>",
    b"&#x110000;",
    b"Question 5",
];

/// One change. Places are shares of the file.
#[derive(Clone, Debug)]
pub(crate) enum Mutation {
    Flip(Index, u8),
    Set(Index, u8),
    Remove(Index, usize),
    Cut(Index),
    /// A piece is said again somewhere else.
    Copy(Index, usize, Index),
    Insert(Index, &'static [u8]),
    /// A piece of another file.
    Splice(Index, Index, usize, Index),
    /// The same many times.
    Repeat(Index, &'static [u8], usize),
    /// A digit becomes another.
    Count(Index, u8),
}

fn one() -> impl Strategy<Value = Mutation> {
    let at = any::<Index>;
    let length = 0_usize..400;
    prop_oneof![
        (at(), 0_u8..8).prop_map(|(at, bit)| Mutation::Flip(at, bit)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Mutation::Set(at, byte)),
        (at(), length.clone()).prop_map(|(at, length)| Mutation::Remove(at, length)),
        at().prop_map(Mutation::Cut),
        (at(), length.clone(), at())
            .prop_map(|(from, length, to)| Mutation::Copy(from, length, to)),
        (at(), select(&WORDS[..])).prop_map(|(at, word)| Mutation::Insert(at, word)),
        (at(), at(), length, at())
            .prop_map(|(file, from, length, to)| Mutation::Splice(file, from, length, to)),
        (at(), select(&WORDS[..]), 1_usize..3_000)
            .prop_map(|(at, word, count)| Mutation::Repeat(at, word, count)),
        (at(), 0_u8..10).prop_map(|(at, digit)| Mutation::Count(at, digit)),
    ]
}

/// A few changes: one does not get far, many leave nothing to read.
pub(crate) fn mutations() -> impl Strategy<Value = Vec<Mutation>> {
    vec(one(), 1..6)
}

impl Mutation {
    /// The file after all of them.
    pub(crate) fn all(mutations: &[Mutation], file: &[u8], corpus: &[Vec<u8>]) -> Vec<u8> {
        let mut broken = file.to_vec();
        for mutation in mutations {
            mutation.apply(&mut broken, corpus);
        }
        broken
    }

    fn apply(&self, file: &mut Vec<u8>, corpus: &[Vec<u8>]) {
        if file.is_empty() {
            return;
        }
        let place = |at: &Index| at.index(file.len());
        let piece = |file: &[u8], from: usize, length: usize| {
            file[from..(from + length).min(file.len())].to_vec()
        };
        match self {
            Mutation::Flip(at, bit) => {
                let at = place(at);
                file[at] ^= 1 << bit;
            }
            Mutation::Set(at, byte) => {
                let at = place(at);
                file[at] = *byte;
            }
            Mutation::Remove(at, length) => {
                let from = place(at);
                file.drain(from..(from + length).min(file.len()));
            }
            Mutation::Cut(at) => file.truncate(place(at)),
            Mutation::Copy(from, length, to) => {
                let copied = piece(file, place(from), *length);
                let to = place(to);
                file.splice(to..to, copied);
            }
            Mutation::Insert(at, word) => {
                let at = place(at);
                file.splice(at..at, word.iter().copied());
            }
            Mutation::Splice(other, from, length, to) => {
                let other = other.get(corpus);
                if other.is_empty() {
                    return;
                }
                let copied = piece(other, from.index(other.len()), *length);
                let to = place(to);
                file.splice(to..to, copied);
            }
            Mutation::Repeat(at, word, count) => {
                let at = place(at);
                file.splice(at..at, word.repeat(*count));
            }
            Mutation::Count(at, digit) => {
                let from = place(at);
                let digits = file[from..].iter().position(u8::is_ascii_digit);
                if let Some(at) = digits {
                    file[from + at] = b'0' + digit;
                }
            }
        }
    }
}
