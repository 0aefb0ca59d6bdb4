//! Why a file is not verified, in words.

use super::shortened;
use super::trust::in_words;
use crate::i18n::{Message, MessagePair, certificates, submission as say, trust};
use crate::submission::file::{MAX_SIGNATURES, ShapeFault};
use crate::submission::jws::HeaderFault;
use crate::submission::verify::{Reason, Rule};

impl Reason {
    /// Which signature breaks which rule, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        MessagePair::new(self.problem(), self.hint())
    }

    /// The number of the signature as people count.
    fn number(&self) -> usize {
        self.signature.map_or(0, |index| index + 1)
    }

    fn problem(&self) -> Message {
        let number = self.number();
        match &self.rule {
            Rule::TooLarge { .. } => say::err_submission_too_large(),
            Rule::Json(error) => error.message(),
            Rule::Shape(fault) => shape(*fault),
            Rule::NotCanonical => say::err_submission_not_canonical(),
            Rule::Header(fault) => header(number, fault),
            Rule::UnknownKey { kid } => say::err_key_unknown(number, kid.as_str()),
            Rule::Algorithm { named, key } => {
                say::err_algorithm(number, shortened(named), key.name())
            }
            Rule::Previous => say::err_previous(number),
            Rule::InFuture { signed_at } => say::err_in_future(number, in_words(*signed_at)),
            Rule::SignatureBase64 => say::err_signature_encoding(number),
            Rule::BadSignature => say::err_signature_bad(number),
            Rule::Record(fault) => fault.message(),
            Rule::TrustList(fault) => fault.message().problem,
            Rule::Receipt(fault) => fault.message().problem,
            Rule::Copy(fault) => fault.message().problem,
            Rule::Certificate(fault) => fault.problem(number),
            rule => signer(number, rule),
        }
    }

    fn hint(&self) -> Message {
        match &self.rule {
            Rule::TooLarge { .. } => say::hint_submission_too_large(),
            Rule::Shape(ShapeFault::OtherFormat) => say::hint_submission_other_format(),
            Rule::Json(_) | Rule::Shape(_) | Rule::NotCanonical => say::hint_original_file(),
            Rule::UnknownKey { .. } => say::hint_key_unknown(),
            Rule::InFuture { .. } => say::hint_in_future(),
            Rule::BadSignature => say::hint_signature_bad(),
            Rule::TrustList(fault) => fault.message().hint,
            Rule::Receipt(fault) => fault.message().hint,
            Rule::Copy(fault) => fault.message().hint,
            Rule::KeyNotYetValid { .. } | Rule::KeyExpired { .. } => trust::hint_key_dates(),
            Rule::KeyRevoked { .. } | Rule::KeyCompromised => trust::hint_key_revoked(),
            Rule::RoleNotGranted { .. } => trust::hint_role_not_granted(),
            Rule::RoleMissing { .. } => trust::hint_role_missing(),
            Rule::Certificate(fault) => fault.hint(),
            Rule::Header(fault) if carries_certificate(fault) => {
                certificates::hint_certificates_absent()
            }
            Rule::KeyTwice { .. } | Rule::RoleOrder => trust::hint_sign_again(),
            Rule::Header(_)
            | Rule::Algorithm { .. }
            | Rule::Previous
            | Rule::SignatureBase64
            | Rule::SeveralOrganizations
            | Rule::OtherOrganization { .. }
            | Rule::Record(_) => say::hint_do_not_use_file(),
        }
    }
}

/// What a trust list or a policy has against the signers.
fn signer(number: usize, rule: &Rule) -> Message {
    match rule {
        Rule::KeyNotYetValid { signed_at, nbf } => {
            trust::err_key_not_yet_valid(number, in_words(*signed_at), in_words(*nbf))
        }
        Rule::KeyExpired { signed_at, exp } => {
            trust::err_key_expired(number, in_words(*signed_at), in_words(*exp))
        }
        Rule::KeyRevoked { at, reason } => {
            trust::err_key_revoked(number, in_words(*at), reason.message())
        }
        Rule::KeyCompromised => trust::err_key_compromised(number),
        Rule::RoleNotGranted { role: named } => {
            trust::err_role_not_granted(number, named.in_words())
        }
        Rule::KeyTwice { kid } => trust::err_key_twice(kid.as_str()),
        Rule::SeveralOrganizations => trust::err_signers_differ(),
        Rule::OtherOrganization { record, key } => {
            trust::err_organization_mismatch(record.as_str(), key.as_str())
        }
        Rule::RoleMissing { role: named } => trust::err_role_missing(named.in_words()),
        Rule::RoleOrder => trust::err_role_order(number),
        // The others have words of their own above.
        _ => say::err_internal(),
    }
}

/// Whether nothing else is known to be wrong than that this program was built
/// without reading certificates.
fn carries_certificate(fault: &HeaderFault) -> bool {
    *fault == HeaderFault::ForbiddenName("x5c".to_owned())
}

fn shape(fault: ShapeFault) -> Message {
    match fault {
        ShapeFault::OtherFormat => say::err_submission_other_format(),
        ShapeFault::Members => say::err_submission_members(),
        ShapeFault::SignatureEntry => say::err_submission_signature_entry(),
        ShapeFault::TooManySignatures => say::err_submission_too_many_signatures(MAX_SIGNATURES),
    }
}

fn header(number: usize, fault: &HeaderFault) -> Message {
    match fault {
        HeaderFault::Base64 | HeaderFault::Json(_) | HeaderFault::NotCanonical => {
            say::err_header_encoding(number)
        }
        fault if carries_certificate(fault) => certificates::err_certificate_unread(number),
        HeaderFault::ForbiddenName(name) => say::err_header_forbidden_name(number, shortened(name)),
        HeaderFault::Malformed(name) => say::err_header_malformed(number, *name),
    }
}

#[cfg(test)]
mod tests {
    use crate::i18n::Language;
    use crate::submission::jws::HeaderFault;
    use crate::submission::verify::{Reason, Rule};
    use chrono::DateTime;

    #[test]
    fn a_reason_names_the_signature_as_people_count() {
        let reason = Reason {
            signature: Some(1),
            rule: Rule::BadSignature,
        };
        let pair = reason.message();
        assert!(
            pair.problem
                .text(Language::English)
                .starts_with("Signature 2:")
        );
        assert!(
            pair.problem
                .text(Language::French)
                .starts_with("Signature 2\u{a0}:")
        );
    }

    #[test]
    fn a_reason_writes_its_date_as_each_language_does() {
        let reason = Reason {
            signature: Some(0),
            rule: Rule::InFuture {
                signed_at: DateTime::from_timestamp(1_793_534_580, 0).unwrap(),
            },
        };
        let problem = reason.message().problem;
        let text = problem.text(Language::English);
        assert!(text.contains("November 1, 2026, 12:03 UTC"), "{text}");
        let text = problem.text(Language::French);
        assert!(
            text.contains("1er novembre 2026, 12\u{a0}h\u{a0}03 UTC"),
            "{text}"
        );
    }

    #[test]
    fn a_hostile_name_is_shortened() {
        let fault = HeaderFault::ForbiddenName("x".repeat(1000));
        let reason = Reason {
            signature: Some(0),
            rule: Rule::Header(fault),
        };
        let text = reason.message().problem.text(Language::English);
        assert!(text.len() < 200, "{text}");
    }
}
