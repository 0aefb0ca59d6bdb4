//! Keys that never leave their device.

use super::{KeyError, PublicKey};
use std::error::Error;
use std::sync::Arc;

/// Why a device did not sign.
pub type DeviceError = Box<dyn Error + Send + Sync>;

/// Signs a message in a device.
pub type DeviceSign = dyn Fn(&[u8]) -> Result<Vec<u8>, DeviceError> + Send + Sync;

/// A device, and the public half of the key in it.
#[derive(Clone)]
pub(super) struct Device {
    public: PublicKey,
    sign: Arc<DeviceSign>,
}

impl Device {
    pub(super) fn new(public: PublicKey, sign: Box<DeviceSign>) -> Self {
        let sign = Arc::from(sign);
        Self { public, sign }
    }

    pub(super) const fn public(&self) -> &PublicKey {
        &self.public
    }

    /// A device is no part of this program: what it gives is checked.
    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        let signature = (self.sign)(message).map_err(KeyError::Device)?;
        let checked = self.public.verify(message, &signature);
        checked.map_err(|_bad| KeyError::OtherKey)?;
        Ok(signature)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{KeyError, SigningKey, example};

    #[test]
    fn a_device_signs_with_the_key_it_is_said_to_hold_or_not_at_all() {
        let inside = example::signing_key(1);
        let device = |public| {
            let inside = inside.clone();
            SigningKey::in_device(public, Box::new(move |message| Ok(inside.sign(message)?)))
        };
        let good = device(inside.public_key());
        assert_eq!(good.sign(b"text").unwrap(), inside.sign(b"text").unwrap());
        assert_eq!(good.algorithm(), inside.algorithm());
        assert!(matches!(good.to_pkcs8(), Err(KeyError::Encoding)));
        let other = device(example::signing_key(2).public_key());
        assert!(matches!(other.sign(b"text"), Err(KeyError::OtherKey)));
        let public = inside.public_key();
        let gone = SigningKey::in_device(public, Box::new(|_| Err("no card".into())));
        assert!(matches!(gone.sign(b"text"), Err(KeyError::Device(_))));
    }
}
