//! What the colours of the file mean: sRGB, as an ICC profile (ICC.1:2004-10,
//! version 4.2) that is put together here from the numbers of IEC 61966-2-1.

use lopdf::{Document, Object, ObjectId, Stream, dictionary};

/// The colour of a white sheet (D50), to which all profiles refer.
const WHITE: [f64; 3] = [0.964_202_88, 1.0, 0.824_905_4];
/// The primaries of sRGB, adapted to that white.
const RED: [f64; 3] = [0.436_035_16, 0.222_488_4, 0.013_916_02];
const GREEN: [f64; 3] = [0.385_116_58, 0.716_903_69, 0.097_061_16];
const BLUE: [f64; 3] = [0.143_051_15, 0.060_607_91, 0.713_928_22];
/// How they were adapted, after Bradford, from the white of a screen (D65).
const ADAPTATION: [f64; 9] = [
    1.047_882_08,
    0.022_918_7,
    -0.050_201_42,
    0.029_586_79,
    0.990_478_52,
    -0.017_074_58,
    -0.009_231_57,
    0.015_075_68,
    0.751_678_47,
];
/// `(a·x + b)^g` from `d` up, `c·x` below, as g, a, b, c, d.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

const NAME: &str = "sRGB IEC61966-2.1";
const COPYRIGHT: &str = "No copyright, use freely";
const HEADER_BYTES: usize = 128;

/// Adds the output intent (ISO 19005-3, 6.2.3).
pub(super) fn intent(document: &mut Document) -> ObjectId {
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, profile()));
    document.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal(NAME),
        "Info" => Object::string_literal(NAME),
        "DestOutputProfile" => profile,
    })
}

/// The profile.
fn profile() -> Vec<u8> {
    let tags = [
        (*b"desc", words(NAME)),
        (*b"cprt", words(COPYRIGHT)),
        (*b"wtpt", numbers(*b"XYZ ", &WHITE)),
        (*b"chad", numbers(*b"sf32", &ADAPTATION)),
        (*b"rXYZ", numbers(*b"XYZ ", &RED)),
        (*b"gXYZ", numbers(*b"XYZ ", &GREEN)),
        (*b"bXYZ", numbers(*b"XYZ ", &BLUE)),
        (*b"rTRC", curve()),
        (*b"gTRC", curve()),
        (*b"bTRC", curve()),
    ];
    let table_bytes = 4 + 12 * tags.len();
    let mut table = length(tags.len()).to_vec();
    let mut data: Vec<u8> = Vec::new();
    let mut seen: Vec<(Vec<u8>, usize)> = Vec::new();
    for (name, content) in tags {
        let known = seen.iter().find(|(other, _)| *other == content);
        let offset = known.map_or(HEADER_BYTES + table_bytes + data.len(), |(_, at)| *at);
        table.extend(name);
        table.extend(length(offset));
        table.extend(length(content.len()));
        if known.is_none() {
            data.extend(&content);
            data.resize(data.len().next_multiple_of(4), 0);
            seen.push((content, offset));
        }
    }
    let mut profile = header(HEADER_BYTES + table.len() + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

/// A display's profile of version 4.2, from RGB to XYZ.
fn header(size: usize) -> Vec<u8> {
    let mut header = length(size).to_vec();
    header.extend([0; 4]);
    header.extend([4, 0x20, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // Made on the first of January 2024; the same in every file.
    header.extend(
        [2024_u16, 1, 1, 0, 0, 0]
            .map(u16::to_be_bytes)
            .as_flattened(),
    );
    header.extend(b"acsp");
    header.resize(68, 0);
    header.extend(WHITE.map(fixed).as_flattened());
    header.resize(HEADER_BYTES, 0);
    header
}

/// A text in English, in UTF-16.
fn words(text: &str) -> Vec<u8> {
    let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut tag = b"mluc\0\0\0\0".to_vec();
    tag.extend(length(1));
    tag.extend(length(12));
    tag.extend(b"enUS");
    tag.extend(length(text.len()));
    tag.extend(length(28));
    tag.extend(text);
    tag
}

fn numbers(kind: [u8; 4], values: &[f64]) -> Vec<u8> {
    let mut tag = kind.to_vec();
    tag.extend([0; 4]);
    tag.extend(values.iter().flat_map(|value| fixed(*value)));
    tag
}

fn curve() -> Vec<u8> {
    let mut tag = b"para\0\0\0\0\0\x03\0\0".to_vec();
    tag.extend(CURVE.iter().flat_map(|value| fixed(*value)));
    tag
}

/// A number in 16 bits before the point and 16 after it.
#[expect(
    clippy::cast_possible_truncation,
    reason = "all numbers are below three"
)]
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65_536.0).round() as i32).to_be_bytes()
}

fn length(count: usize) -> [u8; 4] {
    u32::try_from(count).unwrap_or(u32::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profile_states_its_size_and_maps_white_to_white() {
        let profile = profile();
        assert_eq!(profile[..4], length(profile.len()));
        assert_eq!(&profile[36..40], b"acsp");
        assert_eq!(profile.len() % 4, 0);
        let sum = |index: usize| RED[index] + GREEN[index] + BLUE[index];
        for (index, white) in WHITE.iter().enumerate() {
            assert!((sum(index) - white).abs() < 0.000_1);
        }
    }
}
