//! Releases that never were, from `tests/fixtures/release`.

use std::path::Path;

use probitas::release::ReleaseKey;
use probitas::storage::write_new;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/release");

pub(crate) fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(FOLDER).join(name)).unwrap()
}

pub(crate) fn key(name: &str) -> Option<ReleaseKey> {
    let file = String::from_utf8(fixture(name)).unwrap();
    let key = ReleaseKey::from_base64(file.lines().nth(1).unwrap());
    assert!(key.is_some());
    key
}

/// A folder with this description and signature, and the packages.
pub(crate) fn folder(description: &str, signature: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put =
        |name: &str, bytes: &[u8]| write_new(&folder.path().join(name), bytes, false).unwrap();
    put("probitas-release.json", &fixture(description));
    put("probitas-release.json.minisig", &fixture(signature));
    for package in [
        "probitas-99.0.0-linux-x86_64.tar.gz",
        "probitas-99.0.0-linux-x86_64.run",
        "probitas-99.0.0-windows-x86_64-portable.zip",
    ] {
        put(package, &fixture(package));
    }
    folder
}
