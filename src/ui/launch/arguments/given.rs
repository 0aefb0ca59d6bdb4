//! The file that the program is started with, as people and desktops name it.

use std::ffi::OsString;
use std::path::PathBuf;

/// The path of an argument: desktops may hand over a `file:` URI (RFC 8089) in
/// place of a path. What is no such URI of this computer is taken as it is.
pub(super) fn path(argument: OsString) -> PathBuf {
    let uri = argument.to_str().and_then(path_of_uri);
    uri.unwrap_or_else(|| PathBuf::from(argument))
}

fn path_of_uri(text: &str) -> Option<PathBuf> {
    let (scheme, rest) = text.split_at_checked(5)?;
    if !scheme.eq_ignore_ascii_case("file:") {
        return None;
    }
    let path = match rest.strip_prefix("//") {
        None => rest,
        Some(rest) => {
            let (host, _) = rest.split_at_checked(rest.find('/')?)?;
            let is_here = host.is_empty() || host.eq_ignore_ascii_case("localhost");
            rest.get(host.len()..).filter(|_| is_here)?
        }
    };
    if !path.starts_with('/') {
        return None;
    }
    system_path(decoded(path)?)
}

/// The bytes behind `%41` and the like; nothing where one is cut off.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let value = digit(rest.next())? * 16 + digit(rest.next())?;
            u8::try_from(value).ok()?
        } else {
            byte
        });
    }
    (!bytes.contains(&0)).then_some(bytes)
}

#[cfg(unix)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "elsewhere not all bytes are a path"
)]
fn system_path(bytes: Vec<u8>) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt as _;
    Some(PathBuf::from(OsString::from_vec(bytes)))
}

/// `/C:/folder` is `C:/folder` where drives have letters.
#[cfg(not(unix))]
fn system_path(bytes: Vec<u8>) -> Option<PathBuf> {
    let text = String::from_utf8(bytes).ok()?;
    let drive = text
        .strip_prefix('/')
        .filter(|rest| rest.get(1..2) == Some(":"));
    Some(PathBuf::from(drive.unwrap_or(&text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(argument: &str) -> PathBuf {
        path(OsString::from(argument))
    }

    #[test]
    fn a_path_stays_as_it_is_with_spaces_and_accents() {
        for text in [
            "draft.probitas",
            "/home/a/Été 2024/l’ébauche 100%.probitas",
            "C:\\Documents and Settings\\é.probitas",
            "\\\\server\\share\\a.probitas",
            "file.probitas",
            "file:relative",
            "file://server/share/a.probitas",
            "file:///%4",
            "file:///a%00b",
            "https://example.org/a.probitas",
        ] {
            assert_eq!(of(text), PathBuf::from(text));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_uri_of_this_computer_is_the_path_that_it_stands_for() {
        for (uri, path) in [
            ("file:///home/a/b.probitas", "/home/a/b.probitas"),
            ("file:/home/a%20b", "/home/a b"),
            ("FILE://localhost/%C3%89t%C3%A9/100%25", "/Été/100%"),
        ] {
            assert_eq!(of(uri), PathBuf::from(path));
        }
    }

    #[cfg(windows)]
    #[test]
    fn a_uri_of_this_computer_is_the_path_that_it_stands_for() {
        let path = PathBuf::from("C:/Été/a b.probitas");
        assert_eq!(of("file:///C:/%C3%89t%C3%A9/a%20b.probitas"), path);
    }
}
