//! The key file: a private key under a passphrase, in PEM.
//!
//! PKCS#8 `EncryptedPrivateKeyInfo` (RFC 5958) with PBES2 (RFC 8018):
//! PBKDF2-HMAC-SHA-256 and AES-256-CBC, which OpenSSL reads too. Lines before
//! `BEGIN` tell whose key it is; they are claims, for display. Only the
//! thumbprint is checked, once the key is open.

mod preamble;

pub use preamble::{KeyHolder, PreambleError};

use super::key::{KeyError, KeyId, SigningKey};
use pkcs5::pbes2::{EncryptionScheme, Kdf, Parameters, Pbkdf2Prf};
use pkcs8::der::asn1::OctetStringRef;
use pkcs8::der::pem::LineEnding;
use pkcs8::der::{Document, Encode as _};
use pkcs8::{EncryptedPrivateKeyInfo, EncryptedPrivateKeyInfoRef};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// Rounds of PBKDF2 for a new key file.
pub const ROUNDS: u32 = 600_000;

/// Fewer rounds than this are not read: the passphrase could be guessed.
pub const MIN_ROUNDS: u32 = 100_000;

/// More rounds than this are not read: opening would never end.
pub const MAX_ROUNDS: u32 = 10_000_000;

/// A key file is a few hundred bytes; more than 64 KiB is something else.
pub const MAX_KEY_FILE_BYTES: usize = 64 * 1024;

const LABEL: &str = "ENCRYPTED PRIVATE KEY";
const BEGIN: &str = "-----BEGIN ";
const BEGIN_ENCRYPTED: &str = "-----BEGIN ENCRYPTED PRIVATE KEY-----";

/// How a new key file is protected. Salt and vector must be random, and new
/// for every file.
#[derive(Clone, Debug)]
pub struct Protection {
    salt: [u8; 16],
    initialization_vector: [u8; 16],
    rounds: u32,
}

impl Protection {
    /// The protection of a new key file, with [`ROUNDS`] rounds.
    #[must_use]
    pub const fn new(salt: [u8; 16], initialization_vector: [u8; 16]) -> Self {
        Self {
            salt,
            initialization_vector,
            rounds: ROUNDS,
        }
    }

    /// The same with another number of rounds, moved into what is read:
    /// for tests, which need not resist anybody.
    #[must_use]
    pub fn with_rounds(self, rounds: u32) -> Self {
        let rounds = rounds.clamp(MIN_ROUNDS, MAX_ROUNDS);
        Self { rounds, ..self }
    }
}

/// Why a key file cannot be written, read or opened.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// It is larger than [`MAX_KEY_FILE_BYTES`] or no UTF-8.
    #[error("not a text of the size of a key file")]
    NotAText,
    /// It has no `BEGIN ENCRYPTED PRIVATE KEY`.
    #[error("no encrypted private key in it")]
    NoEncryptedKey,
    /// It holds a private key without a passphrase.
    #[error("private key is not protected by a passphrase")]
    NotProtected,
    /// The lines before `BEGIN` are missing or malformed.
    #[error("key file: {0}")]
    Preamble(#[from] PreambleError),
    /// The encoded part is damaged.
    #[error("damaged key file")]
    Damaged(#[source] pkcs8::der::Error),
    /// It is protected in another way than ours.
    #[error("key file is protected in a way that is not supported")]
    OtherProtection,
    /// It asks for fewer or more rounds than are read.
    #[error("key file with {0} rounds is refused")]
    Rounds(u32),
    /// The passphrase is empty.
    #[error("empty passphrase")]
    EmptyPassphrase,
    /// The passphrase is wrong, or the encrypted part is damaged.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The key inside is not the one that the file names.
    #[error("key file names another key than it holds")]
    OtherKey,
    /// The key cannot be used or written.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The key could not be encrypted.
    #[error("key could not be encrypted")]
    Encryption(#[source] pkcs5::Error),
}

/// A key file that was read but not opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyFile {
    holder: KeyHolder,
    kid: KeyId,
    encrypted: Vec<u8>,
}

impl KeyFile {
    /// The text of a new key file.
    ///
    /// The passphrase is taken in NFC, so that it works on every keyboard.
    ///
    /// # Errors
    /// Where the holder's name breaks the line or the passphrase is empty.
    pub fn protect(
        key: &SigningKey,
        holder: &KeyHolder,
        passphrase: &str,
        protection: &Protection,
    ) -> Result<String, KeyFileError> {
        let lines = preamble::write(&key.public_key().kid(), holder)?;
        let passphrase = normalized(passphrase)?;
        let parameters = Parameters::generate_pbkdf2_sha256_aes256cbc(
            protection.rounds,
            &protection.salt,
            protection.initialization_vector,
        )
        .map_err(KeyFileError::Encryption)?;
        let secret = key.to_pkcs8()?;
        let encrypted = parameters
            .encrypt(passphrase.as_bytes(), secret.as_bytes())
            .map_err(KeyFileError::Encryption)?;
        let pem = to_pem(parameters, &encrypted).map_err(KeyFileError::Damaged)?;
        Ok(format!("{lines}{pem}"))
    }

    /// The text of this key file under another passphrase. `key` is the one
    /// that [`Self::open`] gave. What is written was opened again first, so
    /// that no key is lost by it.
    ///
    /// # Errors
    /// Where the passphrase is empty, or `key` is another one.
    pub fn protect_anew(
        &self,
        key: &SigningKey,
        passphrase: &str,
        protection: &Protection,
    ) -> Result<String, KeyFileError> {
        let text = Self::protect(key, &self.holder, passphrase, protection)?;
        let again = Self::parse(text.as_bytes())?;
        if again.kid == self.kid && again.open(passphrase)?.public_key() == key.public_key() {
            Ok(text)
        } else {
            Err(KeyFileError::OtherKey)
        }
    }

    /// Reads a key file without opening it.
    ///
    /// # Errors
    /// Where it is no key file, damaged, or not protected as ours are.
    pub fn parse(file: &[u8]) -> Result<Self, KeyFileError> {
        let text = std::str::from_utf8(file)
            .ok()
            .filter(|text| text.len() <= MAX_KEY_FILE_BYTES);
        let text = text.ok_or(KeyFileError::NotAText)?;
        let Some((lines, _)) = text.split_once(BEGIN_ENCRYPTED) else {
            return Err(missing_key(text));
        };
        let pem = text.get(lines.len()..).unwrap_or_default().trim_end();
        let (_, document) = Document::from_pem(pem).map_err(KeyFileError::Damaged)?;
        let (kid, holder) = preamble::read(lines)?;
        let file = Self {
            holder,
            kid,
            encrypted: document.as_bytes().to_vec(),
        };
        check_protection(&file.info()?)?;
        Ok(file)
    }

    /// Opens it.
    ///
    /// # Errors
    /// Where the passphrase is wrong, or the key is not the one that the file
    /// names.
    pub fn open(&self, passphrase: &str) -> Result<SigningKey, KeyFileError> {
        let passphrase = normalized(passphrase)?;
        let secret = self
            .info()?
            .decrypt(passphrase.as_bytes())
            .map_err(|_padding_or_encoding| KeyFileError::WrongPassphrase)?;
        let key = SigningKey::from_pkcs8(secret.as_bytes())?;
        if key.public_key().kid() == self.kid {
            Ok(key)
        } else {
            Err(KeyFileError::OtherKey)
        }
    }

    /// Whose key it says it is. Claims, for display only.
    #[must_use]
    pub const fn holder(&self) -> &KeyHolder {
        &self.holder
    }

    /// The thumbprint it names; compared with the key when it is opened.
    #[must_use]
    pub const fn kid(&self) -> &KeyId {
        &self.kid
    }

    fn info(&self) -> Result<EncryptedPrivateKeyInfoRef<'_>, KeyFileError> {
        let der: &[u8] = &self.encrypted;
        EncryptedPrivateKeyInfoRef::try_from(der).map_err(|error| match error {
            pkcs8::Error::Asn1(error) => KeyFileError::Damaged(error),
            _ => KeyFileError::OtherProtection,
        })
    }
}

fn missing_key(text: &str) -> KeyFileError {
    if text.contains(BEGIN) && text.contains("PRIVATE KEY-----") {
        KeyFileError::NotProtected
    } else {
        KeyFileError::NoEncryptedKey
    }
}

fn to_pem(parameters: Parameters, encrypted: &[u8]) -> Result<String, pkcs8::der::Error> {
    let info = EncryptedPrivateKeyInfo {
        encryption_algorithm: parameters.into(),
        encrypted_data: OctetStringRef::new(encrypted)?,
    };
    let document = Document::try_from(info.to_der()?)?;
    document.to_pem(LABEL, LineEnding::LF)
}

fn check_protection(info: &EncryptedPrivateKeyInfoRef<'_>) -> Result<(), KeyFileError> {
    let parameters = info
        .encryption_algorithm
        .pbes2()
        .ok_or(KeyFileError::OtherProtection)?;
    let (Kdf::Pbkdf2(kdf), EncryptionScheme::Aes256Cbc { .. }) =
        (&parameters.kdf, &parameters.encryption)
    else {
        return Err(KeyFileError::OtherProtection);
    };
    if kdf.prf != Pbkdf2Prf::HmacWithSha256 {
        return Err(KeyFileError::OtherProtection);
    }
    if (MIN_ROUNDS..=MAX_ROUNDS).contains(&kdf.iteration_count) {
        Ok(())
    } else {
        Err(KeyFileError::Rounds(kdf.iteration_count))
    }
}

fn normalized(passphrase: &str) -> Result<Zeroizing<String>, KeyFileError> {
    if passphrase.is_empty() {
        return Err(KeyFileError::EmptyPassphrase);
    }
    // Enough room at once, so that no half of it is left in freed memory.
    let mut text = Zeroizing::new(String::with_capacity(passphrase.len() * 4));
    text.extend(passphrase.nfc());
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{KeyFile, KeyFileError, KeyHolder, MIN_ROUNDS, Protection};
    use crate::questionnaire::Role;
    use crate::submission::key::example::signing_key;

    fn holder() -> KeyHolder {
        KeyHolder {
            name: "Zoé Tremblay-ᓄᓇᕗᑦ".to_owned(),
            role: Role::Preparer,
            organization_id: Some("example-agency".to_owned()),
        }
    }

    fn protection() -> Protection {
        Protection::new([1; 16], [2; 16]).with_rounds(MIN_ROUNDS)
    }

    fn text() -> String {
        KeyFile::protect(&signing_key(1), &holder(), "café au lait", &protection()).unwrap()
    }

    fn parse(text: &str) -> Result<KeyFile, KeyFileError> {
        KeyFile::parse(text.as_bytes())
    }

    #[test]
    fn a_key_file_opens_with_its_passphrase_only() {
        let file = parse(&text()).unwrap();
        assert_eq!(file.holder(), &holder());
        assert_eq!(file.kid(), &signing_key(1).public_key().kid());
        let key = file.open("cafe\u{301} au lait").unwrap();
        assert_eq!(key.public_key(), signing_key(1).public_key());
        assert!(matches!(
            file.open("cafe au lait"),
            Err(KeyFileError::WrongPassphrase)
        ));
        assert!(matches!(file.open(""), Err(KeyFileError::EmptyPassphrase)));
    }

    #[test]
    fn a_new_passphrase_opens_the_same_key_and_the_old_one_does_not() {
        let file = parse(&text()).unwrap();
        let key = file.open("café au lait").unwrap();
        let new = Protection::new([3; 16], [4; 16]).with_rounds(MIN_ROUNDS);
        let anew = file.protect_anew(&key, "thé noir", &new).unwrap();
        let anew = parse(&anew).unwrap();
        assert_eq!(anew.holder(), file.holder());
        assert_eq!(
            anew.open("thé noir").unwrap().public_key(),
            key.public_key()
        );
        assert!(matches!(
            anew.open("café au lait"),
            Err(KeyFileError::WrongPassphrase)
        ));
        assert!(matches!(
            file.protect_anew(&signing_key(2), "thé noir", &new),
            Err(KeyFileError::OtherKey)
        ));
    }

    #[test]
    fn line_ends_and_a_byte_order_mark_do_not_matter() {
        let windows = format!("\u{feff}{}", text().replace('\n', "\r\n"));
        assert_eq!(parse(&windows).unwrap(), parse(&text()).unwrap());
    }

    #[test]
    fn a_file_that_names_another_key_does_not_open() {
        let own = signing_key(1).public_key().kid();
        let other = signing_key(2).public_key().kid();
        let file = parse(&text().replace(own.as_str(), other.as_str())).unwrap();
        assert!(matches!(
            file.open("café au lait"),
            Err(KeyFileError::OtherKey)
        ));
    }

    #[test]
    fn what_is_no_protected_key_is_named() {
        assert!(matches!(parse("hello"), Err(KeyFileError::NoEncryptedKey)));
        assert!(matches!(
            KeyFile::parse(b"\xff"),
            Err(KeyFileError::NotAText)
        ));
        assert!(matches!(
            parse(&" ".repeat(70_000)),
            Err(KeyFileError::NotAText)
        ));
        let plain = text().replace("ENCRYPTED ", "");
        assert!(matches!(parse(&plain), Err(KeyFileError::NotProtected)));
        let (head, tail) = text()
            .split_once("-----\n")
            .map(|(head, tail)| (head.to_owned(), tail.to_owned()))
            .unwrap();
        let damaged = format!("{head}-----\n{}", tail.replacen('M', "!", 1));
        assert!(matches!(parse(&damaged), Err(KeyFileError::Damaged(_))));
        let truncated = format!("{head}-----\n{}", &tail[..100]);
        assert!(matches!(parse(&truncated), Err(KeyFileError::Damaged(_))));
    }

    #[test]
    fn too_few_or_too_many_rounds_are_not_read() {
        for rounds in [MIN_ROUNDS - 1, 10_000_001] {
            let protection = Protection {
                rounds,
                ..protection()
            };
            let parameters = super::Parameters::generate_pbkdf2_sha256_aes256cbc(
                protection.rounds,
                &protection.salt,
                protection.initialization_vector,
            );
            let pem = super::to_pem(parameters.unwrap(), &[0; 144]).unwrap();
            let own = text();
            let (lines, _) = own.split_once("-----BEGIN").unwrap();
            let error = parse(&format!("{lines}{pem}")).unwrap_err();
            assert!(
                matches!(error, KeyFileError::Rounds(read) if read == rounds),
                "{error}"
            );
        }
    }

    #[test]
    fn names_that_break_the_line_are_refused() {
        for name in [
            "a\n-----BEGIN PRIVATE KEY-----",
            "",
            "a\rb",
            &"é".repeat(101),
        ] {
            let holder = KeyHolder {
                name: name.to_owned(),
                ..holder()
            };
            let error = KeyFile::protect(&signing_key(1), &holder, "passphrase", &protection());
            assert!(matches!(error, Err(KeyFileError::Preamble(_))), "{name:?}");
        }
    }
}
