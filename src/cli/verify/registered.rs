//! What the register of the agency says of a submission.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::super::failure::Failure;
use super::super::register::moment;
use super::Terminal;
use crate::i18n::{cli as messages, register as words};
use crate::storage;
use crate::submission::fingerprint::RecordDigest;
use crate::submission::register::receipt::ReceivedApproval;
use crate::submission::register::{Register, RegisterRefusal, Registered, verify_registered};
use crate::submission::verify::{NotChecked, Trust, Verification};

/// Where a verified submission stands with the register.
pub(super) enum Standing {
    /// It was not received yet, and could be entered.
    NotReceived,
    /// It was entered now.
    Entered(Filed),
    /// It was received before.
    AlreadyReceived(Filed),
    /// It was received before, without a signature that it has now.
    SignaturesOpen(Filed),
    /// It was received before, and its further signatures were entered now.
    SignaturesEntered(Filed),
    /// The register does not take it.
    Refused(RegisterRefusal),
}

/// The entry of a submission.
pub(super) struct Filed {
    pub(super) number: u64,
    pub(super) at: DateTime<Utc>,
    pub(super) sha256: RecordDigest,
    pub(super) approval: ReceivedApproval,
    /// What was received since in its place.
    pub(super) newer: Option<Newer>,
}

/// A later revision of a submission that was received.
#[derive(Clone, Copy)]
pub(super) struct Newer {
    pub(super) revision: u32,
    pub(super) number: u64,
}

impl Filed {
    fn of(found: &Registered<'_>, register: &Register) -> Self {
        let newer = register.newer(&found.received.submission);
        Self {
            number: found.link.entry.number,
            at: found.link.entry.at,
            sha256: found.link.sha256,
            approval: ReceivedApproval::from(found.approval),
            newer: newer.map(|(link, submission)| Newer {
                revision: submission.revision,
                number: link.entry.number,
            }),
        }
    }
}

/// What was found, and where it stands if it is verified.
pub(super) type Found = (Verification, Option<Standing>);

/// Verifies a file with the register, entering nothing.
pub(super) fn check(
    file: &[u8],
    trust: &Trust<'_>,
    register: &Register,
    now: DateTime<Utc>,
) -> Found {
    let found = verify_registered(file, trust, register, now);
    let Verification::Verified(verified) = &found else {
        return (found, None);
    };
    let digest = verified.record().digest();
    let standing = match (register.received(&digest), register.check(verified)) {
        (Some(filed), Ok(())) => Standing::SignaturesOpen(Filed::of(&filed, register)),
        (Some(filed), Err(_)) => Standing::AlreadyReceived(Filed::of(&filed, register)),
        (None, Ok(())) => Standing::NotReceived,
        (None, Err(refusal)) => Standing::Refused(refusal),
    };
    (found, Some(standing))
}

/// Verifies a file and enters it, with nobody between the two.
pub(super) fn enter(
    file: &[u8],
    trust: &Trust<'_>,
    folder: &Path,
    now: DateTime<Utc>,
) -> Result<Found, Failure> {
    let mut found = None;
    let register = storage::enter_register(folder, |register| {
        let (verification, standing) = check(file, trust, register, now);
        if let (Verification::Verified(verified), Some(open)) = (&verification, &standing)
            && open.can_be_entered()
        {
            let event = register.receive(verified)?;
            register.enter(event, now)?;
        }
        found = Some((verification, standing));
        Ok::<_, Failure>(())
    })?;
    let Some((verification, standing)) = found else {
        return Err(RegisterRefusal::Unwritable.into());
    };
    let standing = standing.map(|standing| standing.entered(&verification, &register));
    Ok((verification, standing))
}

impl Standing {
    /// Whether there is something to enter.
    const fn can_be_entered(&self) -> bool {
        matches!(self, Self::NotReceived | Self::SignaturesOpen(_))
    }

    /// The standing once it was entered, where there was something to enter.
    fn entered(self, found: &Verification, register: &Register) -> Self {
        let Verification::Verified(verified) = found else {
            return self;
        };
        let filed = register.received(&verified.record().digest());
        match (self, filed.as_ref().map(|filed| Filed::of(filed, register))) {
            (Self::NotReceived, Some(filed)) => Self::Entered(filed),
            (Self::SignaturesOpen(_), Some(filed)) => Self::SignaturesEntered(filed),
            (standing, _) => standing,
        }
    }

    /// The standing by name, in reports.
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::NotReceived => "not-received",
            Self::Entered(_) => "entered",
            Self::AlreadyReceived(_) => "already-received",
            Self::SignaturesOpen(_) => "signatures-not-received",
            Self::SignaturesEntered(_) => "signatures-entered",
            Self::Refused(_) => "refused",
        }
    }

    pub(super) const fn filed(&self) -> Option<&Filed> {
        match self {
            Self::Entered(filed)
            | Self::AlreadyReceived(filed)
            | Self::SignaturesOpen(filed)
            | Self::SignaturesEntered(filed) => Some(filed),
            Self::NotReceived | Self::Refused(_) => None,
        }
    }

    /// What was received since in its place, so that it counts no longer.
    pub(super) fn newer(&self) -> Option<Newer> {
        self.filed().and_then(|filed| filed.newer)
    }

    /// Whether the register settled this point that verifying left open.
    pub(super) fn settles(&self, open: NotChecked) -> bool {
        let seen = |filed: &Filed| matches!(filed.approval, ReceivedApproval::OnPaper(_));
        match open {
            NotChecked::Register => true,
            NotChecked::HandwrittenApproval => self.filed().is_some_and(seen),
            _ => false,
        }
    }

    pub(super) fn tell(&self, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
        match self {
            Self::NotReceived => terminal.say(&words::register_takes())?,
            Self::Entered(filed) => {
                let at = moment(filed.at, terminal);
                terminal.say(&words::register_filed(filed.number.to_string(), at))?;
                terminal.say(&filed.approval.message())?;
            }
            Self::AlreadyReceived(filed) => {
                let at = moment(filed.at, terminal);
                terminal.say(&words::register_approval(filed.number.to_string(), at))?;
                terminal.say(&filed.approval.message())?;
            }
            Self::SignaturesOpen(filed) => {
                let at = moment(filed.at, terminal);
                terminal.say(&words::register_approval(filed.number.to_string(), at))?;
                terminal.say(&words::register_takes_signatures())?;
            }
            Self::SignaturesEntered(filed) => {
                let at = moment(filed.at, terminal);
                terminal.say(&words::register_approval(filed.number.to_string(), at))?;
                terminal.say(&words::register_signatures_filed())?;
                terminal.say(&filed.approval.message())?;
            }
            Self::Refused(refusal) => {
                let pair = refusal.message();
                terminal.say(&words::register_refuses())?;
                terminal.say(&messages::item(pair.problem))?;
                terminal.say(&messages::item_hint(pair.hint))?;
            }
        }
        if let Some(Newer { revision, number }) = self.newer() {
            let newer = words::register_newer(revision.to_string(), number.to_string());
            terminal.say(&newer)?;
        }
        Ok(())
    }
}

/// An approval by name, in reports.
pub(super) const fn approval_code(approval: &ReceivedApproval) -> &'static str {
    match approval {
        ReceivedApproval::Signature(_) => "signature",
        ReceivedApproval::OnPaper(_) => "on-paper",
        ReceivedApproval::Pending => "pending",
    }
}
