//! What is done with keys at the terminal: six words, another passphrase, the
//! public key again, the key page, proof of possession; and that no secret
//! stands in anything that the program says.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test stops at the first surprise"
)]

#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use probitas::cli::{Exit, Surroundings};
use probitas::i18n::Language;
use probitas::submission::key_file::KeyFile;
use probitas::submission::possession;
use tempfile::TempDir;
use terminal::{PASSPHRASE, Ran, run_in, run_today, surroundings};
use zeroize::Zeroizing;

/// The words on the paper.
fn words_in(prompt: &str) -> Option<String> {
    let (_, words) = prompt.lines().next()?.split_once(':')?;
    Some(words.trim().to_owned())
}

fn run_asking(
    ask: fn(&str) -> io::Result<String>,
    passphrase: Option<&str>,
    arguments: &[&str],
) -> Ran {
    let surroundings = Surroundings {
        passphrase: passphrase.map(|text| Zeroizing::new(text.to_owned())),
        ask,
        ..surroundings()
    };
    run_in(surroundings, arguments)
}

/// A folder with a key in it.
struct Desk(TempDir);

impl Desk {
    fn with_key(algorithm: &str) -> Self {
        let desk = Desk(tempfile::tempdir().unwrap());
        let key = desk.path("z.key");
        run_today(&[
            "keygen",
            "-o",
            &key,
            "--name",
            "Zoé Example",
            "--organization-id",
            "example-agency",
            "--algorithm",
            algorithm,
        ])
        .ended(Exit::Good);
        desk
    }

    fn path(&self, name: &str) -> String {
        let path: PathBuf = self.0.path().join(name);
        path.into_os_string().into_string().unwrap()
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }
}

#[test]
fn six_words_are_shown_where_they_are_typed_and_nowhere_else() {
    for (language, code) in [(Language::English, "en"), (Language::French, "fr")] {
        let desk = Desk(tempfile::tempdir().unwrap());
        let key = desk.path("w.key");
        let made = [
            "--lang",
            code,
            "keygen",
            "-o",
            &key,
            "--name",
            "Zoé Example",
            "--passphrase-words",
        ];
        let arguments: Vec<&str> = made[2..].iter().chain(&made[..2]).copied().collect();
        let ran = run_asking(
            |prompt| {
                let words = words_in(prompt).unwrap();
                assert_eq!(words.split(' ').count(), 6, "{prompt}");
                WORDS.with_borrow_mut(|kept| kept.clone_from(&words));
                Ok(words)
            },
            Some(PASSPHRASE),
            &arguments,
        );
        let ran = ran.ended(Exit::Good);
        let words = WORDS.with_borrow(Clone::clone);
        for word in words.split(' ').filter(|word| word.chars().count() > 4) {
            assert!(!ran.out.contains(word) && !ran.err.contains(word), "{word}");
        }
        let file = KeyFile::parse(&desk.read("w.key")).unwrap();
        assert!(file.open(&words).is_ok(), "{language:?}");
        assert!(file.open(PASSPHRASE).is_err());
    }
}

thread_local! {
    static WORDS: std::cell::RefCell<String> = const { std::cell::RefCell::new(String::new()) };
}

#[test]
fn words_that_are_typed_otherwise_make_no_key() {
    let desk = Desk(tempfile::tempdir().unwrap());
    let key = desk.path("w.key");
    let arguments = ["keygen", "-o", &key, "--name", "Zoé", "--passphrase-words"];
    let wrong = run_asking(|_| Ok("six other words".to_owned()), None, &arguments);
    assert!(wrong.ended(Exit::Files).err.contains("differ"));
    // Whoever only presses Enter gets other words, but not for ever.
    run_asking(|_| Ok(String::new()), None, &arguments).ended(Exit::Files);
    let nobody = run_asking(
        |_| Err(io::ErrorKind::NotConnected.into()),
        None,
        &arguments,
    );
    nobody.ended(Exit::Files);
    assert!(!Path::new(&key).exists());
    let both = [&arguments[..], &["--passphrase-file", &key]].concat();
    run_asking(|_| Ok(String::new()), None, &both).ended(Exit::Usage);
}

#[test]
fn another_passphrase_opens_the_same_key() {
    let desk = Desk::with_key("ES256");
    let (key, public) = (desk.path("z.key"), desk.path("again.jwk"));
    fs::write(desk.path("new.txt"), "another long passphrase\n").unwrap();
    let new = desk.path("new.txt");
    let before = desk.read("z.key");
    let changed = ["key", "passphrase", &key, "--new-passphrase-file", &new];
    let ran = run_today(&changed).ended(Exit::Good);
    assert!(!ran.out.contains("another long"), "{}", ran.out);
    assert_ne!(desk.read("z.key"), before);
    let refused = run_today(&["key", "public", &key, "-o", &public]);
    assert!(refused.ended(Exit::Files).err.contains("does not open"));
    let given = [
        "key",
        "public",
        &key,
        "-o",
        &public,
        "--passphrase-file",
        &new,
    ];
    run_today(&given).ended(Exit::Good);
    assert_eq!(desk.read("again.jwk"), desk.read("z.key.pub.jwk"));
    // Without the right passphrase the file stays as it is.
    let after = desk.read("z.key");
    run_today(&changed).ended(Exit::Files);
    assert_eq!(desk.read("z.key"), after);
}

#[cfg(unix)]
#[test]
fn a_key_file_is_its_owners_alone_also_under_another_passphrase() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::with_key("Ed25519");
    let key = desk.path("z.key");
    let mode = || fs::metadata(&key).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(), 0o600);
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    fs::write(desk.path("new.txt"), "another long passphrase").unwrap();
    let new = desk.path("new.txt");
    run_today(&["key", "passphrase", &key, "--new-passphrase-file", &new]).ended(Exit::Good);
    assert_eq!(mode(), 0o600);
}

#[test]
fn a_synchronized_folder_is_told_and_stands_in_nobodys_way() {
    let desk = Desk(tempfile::tempdir().unwrap());
    fs::create_dir(desk.path("OneDrive - Agence")).unwrap();
    let key = desk.path("OneDrive - Agence/z.key");
    for (code, said) in [
        ("en", "synchronized by OneDrive"),
        ("fr", "synchronisé par OneDrive"),
    ] {
        let arguments = ["keygen", "-o", &key, "--name", "Zoé", "--lang", code];
        let ran = run_today(&arguments).ended(Exit::Good);
        assert!(ran.err.contains(said), "{}", ran.err);
        fs::remove_file(&key).unwrap();
        fs::remove_file(format!("{key}.pub.jwk")).unwrap();
    }
}

#[test]
fn a_proof_of_every_kind_of_key_goes_to_the_agency_and_back() {
    for algorithm in ["ES256", "ES384", "Ed25519"] {
        let desk = Desk::with_key(algorithm);
        let (key, proof) = (desk.path("z.key"), desk.path("proof.json"));
        let prove = ["key", "prove", &key, "-o", &proof, "--nonce", "2024-117"];
        run_today(&prove).ended(Exit::Good);
        run_today(&prove).ended(Exit::Files);
        let public = desk.path("listed.jwk");
        let check = ["key", "check-proof", &proof, "--nonce", "2024-117"];
        let ran = run_today(&[&check[..], &["-o", &public]].concat()).ended(Exit::Good);
        for said in ["Zoé Example (preparer)", "example-agency", "2024-117"] {
            assert!(ran.out.contains(said), "{}", ran.out);
        }
        assert!(!ran.out.contains("--nonce"), "{}", ran.out);
        assert_eq!(desk.read("listed.jwk"), desk.read("z.key.pub.jwk"));
        let other = ["key", "check-proof", &proof, "--nonce", "2024-118"];
        run_today(&other).ended(Exit::Findings);
        let unasked = run_today(&["key", "check-proof", &proof, "--lang", "fr"]);
        let unasked = unasked.ended(Exit::Good);
        assert!(unasked.out.contains("--nonce"), "{}", unasked.out);
        let jwk = desk.path("z.key.pub.jwk");
        run_today(&["key", "check-proof", &jwk]).ended(Exit::Files);
        assert!(possession::check(&desk.read("proof.json"), None, chrono::Utc::now()).is_ok());
    }
}

#[test]
fn a_key_page_is_written_once() {
    let desk = Desk::with_key("ES384");
    let (key, page) = (desk.path("z.key"), desk.path("page.pdf"));
    let arguments = ["key", "page", &key, "-o", &page, "--pdf", "fr"];
    run_today(&arguments).ended(Exit::Good);
    assert!(desk.read("page.pdf").starts_with(b"%PDF-"));
    run_today(&arguments).ended(Exit::Files);
    run_today(&[&arguments[..], &["--force"]].concat()).ended(Exit::Good);
}

#[test]
fn command_lines_that_are_none_are_refused() {
    for arguments in [
        &["key"][..],
        &["key", "burn"],
        &["key", "public", "a.key"],
        &["key", "public", "-o", "b"],
        &["key", "public", "a.key", "-o", "b", "--nonce", "c"],
        &["key", "page", "a.key", "-o", "b", "--paper", "a3"],
        &["key", "passphrase"],
        &["key", "check-proof"],
    ] {
        run_today(arguments).ended(Exit::Usage);
    }
}

/// Everything that a run of the program itself leaves: streams and files.
/// `RUST_BACKTRACE` is what a crash would be reported with.
#[test]
fn no_run_of_the_program_tells_a_passphrase() {
    let desk = Desk::with_key("ES256");
    let key = desk.path("z.key");
    let (gone, damaged) = (desk.path("none/a.json"), desk.path("damaged.key"));
    let text = String::from_utf8(desk.read("z.key")).unwrap();
    fs::write(&damaged, &text[..text.len() / 2]).unwrap();
    let runs: [&[&str]; 7] = [
        &["key", "public", &key, "-o", &gone],
        &["key", "prove", &key, "-o", &gone, "--nonce", "a\nb"],
        &["key", "public", &damaged, "-o", &gone],
        &["keygen", "-o", &gone, "--name", "Zoé"],
        &[
            "keygen",
            "-o",
            &desk.path("b.key"),
            "--name",
            "Zoé\nExample",
        ],
        &["key", "passphrase", &key],
        &["sign", &key, "--key", &key, "-o", &gone],
    ];
    for passphrase in [PASSPHRASE.to_owned(), format!("{PASSPHRASE} wrong")] {
        for arguments in runs {
            let output = Command::new(env!("CARGO_BIN_EXE_probitas-cli"))
                .args(arguments)
                .env("PROBITAS_PASSPHRASE", &passphrase)
                .env("RUST_BACKTRACE", "full")
                .stdin(std::process::Stdio::null())
                .output()
                .unwrap();
            assert!(!output.status.success(), "{arguments:?}");
            for stream in [&output.stdout, &output.stderr] {
                let said = String::from_utf8_lossy(stream);
                assert!(!said.contains("zyzzyva"), "{arguments:?}: {said}");
            }
        }
    }
    for entry in fs::read_dir(desk.0.path()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("zyzzyva"));
    }
}
