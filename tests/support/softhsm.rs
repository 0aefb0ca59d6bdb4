//! `SoftHSM` 2, where it is installed.
#![allow(missing_docs, unreachable_pub, reason = "a part of test programs")]

use std::path::Path;

const MODULES: [&str; 5] = [
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
];

/// Its module; nothing where it is not installed. In CI it has to be.
pub fn module() -> Option<&'static Path> {
    let found = MODULES.iter().map(Path::new).find(|path| path.exists());
    assert!(
        found.is_some() || std::env::var_os("CI").is_none(),
        "no SoftHSM in CI"
    );
    found
}
