//! A token as its module shows it (PKCS #11 version 2.40).

use std::sync::Mutex;

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::mechanism::Mechanism;
use cryptoki::object::{
    Attribute, AttributeType, CertificateType, KeyType, ObjectClass, ObjectHandle,
};
use cryptoki::session::{Session, UserType};
use cryptoki::slot::Slot;
use cryptoki::types::AuthPin;
use sha2::{Digest as _, Sha256, Sha384};

use super::{TokenChoice, TokenError};
use crate::submission::key::{Algorithm, DeviceError, PublicKey, SigningKey};
use crate::submission::key_source::{CertificateFileError, OpenedKey, SignsAs};

/// The tag of an OCTET STRING in DER, in which tokens wrap a point.
const OCTET_STRING: u8 = 4;

/// A token that is present.
#[derive(Debug)]
pub struct Token {
    module: Pkcs11,
    slot: Slot,
    label: String,
    key_label: Option<String>,
}

impl Token {
    /// Finds the token that is meant.
    ///
    /// # Errors
    /// Where the module cannot be loaded, or there is no such token, or several.
    pub fn find(choice: &TokenChoice) -> Result<Self, TokenError> {
        let unusable = |_error| TokenError::Module {
            path: choice.module.clone(),
        };
        let module = Pkcs11::new(&choice.module).map_err(unusable)?;
        match module.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)) {
            Ok(()) | Err(Error::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => {}
            Err(error) => return Err(unusable(error)),
        }
        let mut found = None;
        for slot in module.get_slots_with_token().map_err(failed)? {
            let info = module.get_token_info(slot).map_err(failed)?;
            let label = info.label().trim_end();
            let wanted = choice.token_label.as_deref();
            if !info.token_initialized() || wanted.is_some_and(|wanted| wanted != label) {
                continue;
            }
            if found.replace((slot, label.to_owned())).is_some() {
                return Err(TokenError::SeveralTokens);
            }
        }
        let (slot, label) = found.ok_or(TokenError::NoToken)?;
        let key_label = choice.key_label.clone();
        Ok(Self {
            module,
            slot,
            label,
            key_label,
        })
    }

    /// Its label.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Opens the key that is meant, with its certificate if there is one. The
    /// key stays on the token. Without a certificate a name has to be given.
    ///
    /// # Errors
    /// Where the PIN is wrong, or there is no such key, or several, or it is no
    /// key on P-256 or P-384.
    pub fn open(self, pin: &str, signs_as: &SignsAs) -> Result<OpenedKey, TokenError> {
        let session = self.module.open_ro_session(self.slot).map_err(failed)?;
        let pin = AuthPin::from(pin);
        match session.login(UserType::User, Some(&pin)) {
            Ok(()) | Err(Error::Pkcs11(RvError::UserAlreadyLoggedIn, _)) => {}
            Err(error) => return Err(not_logged_in(error)),
        }
        let objects = Objects { session: &session };
        let handle = objects.signing_key(self.key_label.as_deref())?;
        let id = objects.id(handle)?;
        let certificates = objects.certificates()?;
        let public = match objects.public_key(&id)? {
            Some(public) => public,
            None => objects.certified_key(&id)?.ok_or(TokenError::NoKey)?,
        };
        let algorithm = public.algorithm();
        let session = Mutex::new(session);
        let sign = move |message: &[u8]| sign(&session, handle, algorithm, message);
        let key = SigningKey::in_device(public, Box::new(sign));
        Ok(OpenedKey::with_certificates(key, &certificates, signs_as)?)
    }
}

/// ECDSA over the digest: r and s of equal size, as a JWS has them.
fn sign(
    session: &Mutex<Session>,
    key: ObjectHandle,
    algorithm: Algorithm,
    message: &[u8],
) -> Result<Vec<u8>, DeviceError> {
    let digest = match algorithm {
        Algorithm::Es384 => Sha384::digest(message).to_vec(),
        Algorithm::Es256 | Algorithm::Ed25519 => Sha256::digest(message).to_vec(),
    };
    let session = session.lock().map_err(|_poisoned| TokenError::NoToken)?;
    Ok(session.sign(&Mechanism::Ecdsa, key, &digest)?)
}

fn failed(error: Error) -> TokenError {
    TokenError::Failed(Box::new(error))
}

fn not_logged_in(error: Error) -> TokenError {
    match error {
        Error::Pkcs11(RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange, _) => {
            TokenError::WrongPin
        }
        Error::Pkcs11(RvError::PinLocked, _) => TokenError::Locked,
        other => failed(other),
    }
}

/// What is on a token.
struct Objects<'session> {
    session: &'session Session,
}

impl Objects<'_> {
    /// The one key on a curve that signs and has this label.
    fn signing_key(&self, label: Option<&str>) -> Result<ObjectHandle, TokenError> {
        let mut template = vec![
            Attribute::Class(ObjectClass::PRIVATE_KEY),
            Attribute::Sign(true),
        ];
        template.extend(label.map(|label| Attribute::Label(label.as_bytes().to_vec())));
        let all = self.session.find_objects(&template).map_err(failed)?;
        template.push(Attribute::KeyType(KeyType::EC));
        let on_curves = self.session.find_objects(&template).map_err(failed)?;
        match (on_curves.as_slice(), all.is_empty()) {
            ([key], _) => Ok(*key),
            ([], true) => Err(TokenError::NoKey),
            ([], false) => Err(self.other_kind(template)?.into()),
            _ => Err(TokenError::SeveralKeys),
        }
    }

    /// In words, what kind of key is there instead.
    fn other_kind(&self, mut template: Vec<Attribute>) -> Result<CertificateFileError, TokenError> {
        template.pop();
        template.push(Attribute::KeyType(KeyType::RSA));
        let rsa = self.session.find_objects(&template).map_err(failed)?;
        Ok(if rsa.is_empty() {
            CertificateFileError::KeyUnsupported
        } else {
            CertificateFileError::Rsa
        })
    }

    fn id(&self, object: ObjectHandle) -> Result<Vec<u8>, TokenError> {
        let read = self.session.get_attributes(object, &[AttributeType::Id]);
        match read.map_err(failed)?.pop() {
            Some(Attribute::Id(id)) => Ok(id),
            _ => Err(TokenError::NoKey),
        }
    }

    /// The public half, which has the same id.
    fn public_key(&self, id: &[u8]) -> Result<Option<PublicKey>, TokenError> {
        let template = [
            Attribute::Class(ObjectClass::PUBLIC_KEY),
            Attribute::Id(id.to_vec()),
        ];
        let found = self.session.find_objects(&template).map_err(failed)?;
        let Some(object) = found.first() else {
            return Ok(None);
        };
        let read = self
            .session
            .get_attributes(*object, &[AttributeType::EcPoint]);
        let Some(Attribute::EcPoint(point)) = read.map_err(failed)?.pop() else {
            return Ok(None);
        };
        let key = PublicKey::from_point(unwrapped(&point));
        Ok(Some(
            key.map_err(|_other| CertificateFileError::KeyUnsupported)?,
        ))
    }

    /// The key of the certificate with this id, where no public half is shown.
    fn certified_key(&self, id: &[u8]) -> Result<Option<PublicKey>, TokenError> {
        let found = self.certificates_with(Some(Attribute::Id(id.to_vec())))?;
        Ok(found
            .first()
            .map(|der| PublicKey::from_certificate(der))
            .transpose()?)
    }

    /// Every certificate on the token.
    fn certificates(&self) -> Result<Vec<Vec<u8>>, TokenError> {
        self.certificates_with(None)
    }

    fn certificates_with(&self, more: Option<Attribute>) -> Result<Vec<Vec<u8>>, TokenError> {
        let mut template = vec![
            Attribute::Class(ObjectClass::CERTIFICATE),
            Attribute::CertificateType(CertificateType::X_509),
        ];
        template.extend(more);
        let mut certificates = Vec::new();
        for object in self.session.find_objects(&template).map_err(failed)? {
            let read = self.session.get_attributes(object, &[AttributeType::Value]);
            if let Some(Attribute::Value(der)) = read.map_err(failed)?.pop() {
                certificates.push(der);
            }
        }
        Ok(certificates)
    }
}

/// The standard has a point wrapped in an OCTET STRING; not every token does.
fn unwrapped(point: &[u8]) -> &[u8] {
    match point {
        [OCTET_STRING, length, inner @ ..] if usize::from(*length) == inner.len() => inner,
        _ => point,
    }
}
