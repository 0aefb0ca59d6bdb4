//! Files of the repository that a test writes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    unreachable_pub,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeSet;
use std::path::Path;

/// A folder has these files with this content, and no other that `counts`.
/// With `PROBITAS_BLESS=1` they are written.
pub fn assert_written(
    folder: &Path,
    files: impl IntoIterator<Item = (String, Vec<u8>)>,
    counts: impl Fn(&str) -> bool,
) {
    let bless = std::env::var_os("PROBITAS_BLESS").is_some();
    let mut names = BTreeSet::new();
    for (name, content) in files {
        let path = folder.join(&name);
        if bless {
            std::fs::write(&path, &content).unwrap();
        }
        let kept = std::fs::read(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(kept == content, "{name} differs");
        assert!(names.insert(name.clone()), "{name} is written twice");
    }
    let strays: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| counts(name) && !names.contains(name))
        .collect();
    assert!(strays.is_empty(), "files that nothing writes: {strays:?}");
}
