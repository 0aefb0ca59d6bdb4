//! A key on a token: `SoftHSM` 2 in a folder of its own. Where it is not
//! installed, the test says so; in CI that fails.
//!
//! `SoftHSM` reads the place of its tokens from the environment, so that what
//! is done with a token runs in processes of its own: the terminal program, and
//! this test program again.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::mechanism::Mechanism;
use cryptoki::object::{Attribute, AttributeType, CertificateType, ObjectClass};
use cryptoki::session::{Session, UserType};
use cryptoki::types::AuthPin;

use crate::command_line::exported;
use crate::softhsm::module;

const PIN: &str = "123456";
const LABEL: &str = "Probitas test";

/// `SubjectPublicKeyInfo` of a key on P-256, before its point (RFC 5480).
const P256_PREFIX: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a,
    0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];

/// The curve P-256 by its OID in DER.
const P256: [u8; 10] = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];

/// A folder with a token, and what is done in it.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("tokens")).unwrap();
        let tokens = folder.path().join("tokens").display().to_string();
        fs::write(
            folder.path().join("softhsm2.conf"),
            format!("directories.tokendir = {tokens}\n"),
        )
        .unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run<S: AsRef<OsStr>>(&self, program: impl AsRef<OsStr>, arguments: &[S]) -> Output {
        let mut command = Command::new(program);
        command.env("SOFTHSM2_CONF", self.path("softhsm2.conf"));
        command.env("PROBITAS_TEST_TOKEN", self.0.path());
        command
            .env("PROBITAS_PASSPHRASE", PIN)
            .env("LC_ALL", "en_CA.UTF-8");
        command
            .current_dir(self.0.path())
            .args(arguments)
            .output()
            .unwrap()
    }

    fn good<S: AsRef<OsStr>>(&self, program: impl AsRef<OsStr>, arguments: &[S]) -> String {
        let output = self.run(program, arguments);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{text}{errors}");
        text + &errors
    }

    /// One of the parts below, in a process of its own.
    fn part(&self, name: &str) {
        let program = std::env::current_exe().unwrap();
        let name = format!("token::{name}");
        self.good(
            program,
            &["--ignored", "--exact", &name, "--test-threads=1"],
        );
    }

    fn cli(&self, arguments: &[&Path]) -> Output {
        self.run(env!("CARGO_BIN_EXE_probitas-cli"), arguments)
    }

    fn openssl(&self, line: &str) {
        let arguments: Vec<&str> = line.split(' ').collect();
        self.good("openssl", &arguments);
    }

    /// A root, and a certificate by it for the key whose public half is there.
    fn certify(&self) {
        let config = "[ req ]\ndistinguished_name = dn\n[ dn ]\n[ root ]\n\
                      basicConstraints = critical,CA:TRUE\nkeyUsage = keyCertSign,cRLSign\n[ leaf ]\n\
                      basicConstraints = CA:FALSE\nkeyUsage = digitalSignature\n";
        fs::write(self.path("certify.cnf"), config).unwrap();
        for name in ["root", "unused"] {
            self.openssl(&format!(
                "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out {name}.key"
            ));
        }
        self.openssl(
            "req -new -x509 -config certify.cnf -extensions root -key root.key -subj /CN=Root \
             -days 30 -out root.pem",
        );
        self.openssl(
            "req -new -config certify.cnf -key unused.key -subj /CN=Camille -out leaf.csr",
        );
        self.openssl("pkey -pubin -inform DER -in public.der -out public.pem");
        self.openssl(
            "x509 -req -in leaf.csr -force_pubkey public.pem -CA root.pem -CAkey root.key \
             -set_serial 7 -extfile certify.cnf -extensions leaf -days 30 -outform DER -out leaf.der",
        );
    }
}

#[test]
fn a_key_on_a_token_signs_with_its_certificate_and_its_root_verifies() {
    let Some(module) = module() else { return };
    let place = Place::new();
    let init = [
        "--init-token",
        "--free",
        "--label",
        LABEL,
        "--so-pin",
        PIN,
        "--pin",
        PIN,
    ];
    place.good("softhsm2-util", &init);
    place.part("part_one_makes_a_key");
    place.certify();
    place.part("part_two_stores_the_certificate");

    let (prepared, signed) = (exported(&place.path("out")), place.path("signed.json"));
    let (sign, token, output) = (Path::new("sign"), Path::new("--token"), Path::new("-o"));
    let by_token = [sign, &prepared, token, module, output, &signed];
    let ran = place.cli(&by_token);
    let told = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(ran.status.success(), "{told}");
    assert!(
        told.contains(&format!("Signing with the token “{LABEL}”")),
        "{told}"
    );
    assert!(told.contains("Signing as Camille, deputy head."), "{told}");
    let fixed = crate::folder().join("root.pem");
    let (verify, roots) = (Path::new("verify"), Path::new("--roots"));
    let ran = place.cli(&[
        verify,
        &signed,
        roots,
        &place.path("root.pem"),
        roots,
        &fixed,
    ]);
    let told = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(ran.status.success(), "{told}");
    assert!(
        told.contains("Certificate of signature 2: CN=Camille"),
        "{told}"
    );

    let other = place.path("other.json");
    let failing = |more: &[&str]| {
        let arguments = [sign, &prepared, token, module, output, &other];
        let arguments = arguments.into_iter().chain(more.iter().map(Path::new));
        let ran = place.cli(&arguments.collect::<Vec<_>>());
        assert_eq!(ran.status.code(), Some(3));
        assert!(!other.exists());
        String::from_utf8_lossy(&ran.stderr).into_owned()
    };
    assert!(failing(&["--token-label", "none"]).contains("No such token"));
    assert!(failing(&["--key-label", "none"]).contains("no such key"));
    fs::write(place.path("pin"), "654321").unwrap();
    let told = failing(&["--passphrase-file", place.path("pin").to_str().unwrap()]);
    assert!(told.contains("does not accept this PIN"), "{told}");
    let ran = place.cli(&[
        sign,
        &prepared,
        token,
        &place.path("root.pem"),
        output,
        &other,
    ]);
    let told = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(told.contains("could not be loaded"), "{told}");
}

/// The token of the environment, logged in to; nothing where the test above did
/// not start this process.
fn session() -> Option<(PathBuf, Session)> {
    let folder = PathBuf::from(std::env::var_os("PROBITAS_TEST_TOKEN")?);
    let module = Pkcs11::new(module()?).unwrap();
    let arguments = CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK);
    module.initialize(arguments).unwrap();
    let slots = module.get_slots_with_token().unwrap();
    let ours = |slot: &&_| module.get_token_info(**slot).unwrap().label().trim() == LABEL;
    let session = module
        .open_rw_session(*slots.iter().find(ours).unwrap())
        .unwrap();
    session
        .login(UserType::User, Some(&AuthPin::from(PIN)))
        .unwrap();
    Some((folder, session))
}

#[test]
#[ignore = "a part of the test above, in a process of its own"]
fn part_one_makes_a_key() {
    let Some((folder, session)) = session() else {
        return;
    };
    let common = [
        Attribute::Token(true),
        Attribute::Id(vec![1]),
        Attribute::Label(b"signing".to_vec()),
    ];
    let public = [
        &common[..],
        &[Attribute::EcParams(P256.to_vec()), Attribute::Verify(true)],
    ]
    .concat();
    let private = [
        &common[..],
        &[Attribute::Sign(true), Attribute::Sensitive(true)],
    ]
    .concat();
    let made = session.generate_key_pair(&Mechanism::EccKeyPairGen, &public, &private);
    let (public, _) = made.unwrap();
    let read = session
        .get_attributes(public, &[AttributeType::EcPoint])
        .unwrap();
    let [Attribute::EcPoint(point)] = &read[..] else {
        panic!("{read:?}")
    };
    let info = [&P256_PREFIX[..], &point[2..]].concat();
    fs::write(folder.join("public.der"), info).unwrap();
}

#[test]
#[ignore = "a part of the test above, in a process of its own"]
fn part_two_stores_the_certificate() {
    let Some((folder, session)) = session() else {
        return;
    };
    let template = [
        Attribute::Class(ObjectClass::CERTIFICATE),
        Attribute::CertificateType(CertificateType::X_509),
        Attribute::Token(true),
        Attribute::Private(false),
        Attribute::Id(vec![1]),
        Attribute::Subject(b"\x30\x12\x31\x10\x30\x0e\x06\x03\x55\x04\x03\x0c\x07Camille".to_vec()),
        Attribute::Value(fs::read(folder.join("leaf.der")).unwrap()),
    ];
    session.create_object(&template).unwrap();
}
