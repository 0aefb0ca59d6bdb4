//! Which files of a release are for which system, and what is done with them.

use crate::i18n::{Message, update as messages};

/// Where the program runs that looks at a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct System {
    /// The system, as [`std::env::consts::OS`] names it.
    pub os: &'static str,
    /// The processor, as [`std::env::consts::ARCH`] names it.
    pub processor: &'static str,
    /// How the program came there.
    pub installed: Installed,
}

/// How a program came to where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Installed {
    /// Unpacked into a folder, with its settings beside it.
    Portable,
    /// For one person.
    ForPerson,
    /// For one person, by a package of Windows Installer (MSI). Only a package of
    /// the same kind can replace it.
    ForPersonByMsi,
    /// For everybody who uses the computer.
    ForComputer,
}

/// A kind of file that a release has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Package {
    WindowsSetup,
    WindowsZip,
    WindowsPersonMsi,
    WindowsComputerMsi,
    LinuxDeb,
    LinuxRpm,
    LinuxRun,
    LinuxArchive,
    MacArchive,
}

impl Package {
    /// The ending tells; anything else is not for running.
    fn of(name: &str) -> Option<Self> {
        const ENDINGS: [(&str, Package); 10] = [
            ("-setup.exe", Package::WindowsSetup),
            ("-portable.zip", Package::WindowsZip),
            ("-user.msi", Package::WindowsPersonMsi),
            ("-machine.msi", Package::WindowsComputerMsi),
            (".deb", Package::LinuxDeb),
            (".rpm", Package::LinuxRpm),
            (".run", Package::LinuxRun),
            (".tar.gz", Package::LinuxArchive),
            (".dmg", Package::MacArchive),
            (".zip", Package::MacArchive),
        ];
        let found = ENDINGS.iter().find(|(ending, _)| name.ends_with(ending));
        let (_, package) = found?;
        let is_other = match package {
            Package::LinuxArchive => !name.contains("-linux-"),
            Package::MacArchive => !name.contains("-macos-"),
            _ => false,
        };
        (!is_other).then_some(*package)
    }

    /// What is done with a file of this kind.
    fn how(self, name: &str) -> Message {
        match self {
            Package::WindowsSetup => messages::how_setup(name),
            Package::WindowsZip => messages::how_zip(name),
            Package::WindowsPersonMsi => messages::how_user_msi(name),
            Package::WindowsComputerMsi => messages::how_machine_msi(name),
            Package::LinuxDeb => messages::how_deb(name),
            Package::LinuxRpm => messages::how_rpm(name),
            Package::LinuxRun => messages::how_run(name),
            Package::LinuxArchive => messages::how_archive(name),
            Package::MacArchive => messages::how_mac(name),
        }
    }
}

impl System {
    /// The kinds of files for this system, the best first.
    fn packages(self) -> &'static [Package] {
        use Package::{
            LinuxArchive, LinuxDeb, LinuxRpm, LinuxRun, MacArchive, WindowsComputerMsi,
            WindowsPersonMsi, WindowsSetup, WindowsZip,
        };
        match (self.os, self.installed) {
            ("windows", Installed::Portable) => &[WindowsZip],
            ("windows", Installed::ForPerson) => &[WindowsSetup],
            ("windows", Installed::ForPersonByMsi) => &[WindowsPersonMsi],
            ("windows", Installed::ForComputer) => &[WindowsComputerMsi],
            ("linux", Installed::Portable) => &[LinuxArchive],
            ("linux", Installed::ForPerson) => &[LinuxRun, LinuxArchive],
            ("linux", Installed::ForComputer) => &[LinuxDeb, LinuxRpm],
            ("macos", _) => &[MacArchive],
            _ => &[],
        }
    }

    /// Whether a name speaks of this processor, or of none.
    fn has_processor_of(self, name: &str) -> bool {
        const NAMES: [(&str, &[&str]); 2] = [
            ("x86_64", &["x86_64", "amd64"]),
            ("aarch64", &["aarch64", "arm64"]),
        ];
        let named = |names: &[&str]| names.iter().any(|own| name.contains(own));
        let own = NAMES.iter().find(|(own, _)| *own == self.processor);
        own.is_some_and(|(_, names)| named(names)) || !NAMES.iter().any(|(_, names)| named(names))
    }

    /// Those of these names that are for this system, with what is done with
    /// each, the best first.
    pub(super) fn fitting<'a>(self, names: &[&'a str]) -> Vec<(&'a str, Message)> {
        let of_kind = |kind: &Package| {
            let fits =
                |name: &&&str| Package::of(name) == Some(*kind) && self.has_processor_of(name);
            let found = names
                .iter()
                .filter(fits)
                .map(|name| (*name, kind.how(name)));
            found.collect::<Vec<_>>()
        };
        self.packages().iter().flat_map(of_kind).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 12] = [
        "probitas-0.2.0-windows-x86_64-portable.zip",
        "probitas-0.2.0-windows-x86_64-setup.exe",
        "probitas-0.2.0-windows-x86_64-machine.msi",
        "probitas-0.2.0-windows-x86_64-user.msi",
        "probitas-0.2.0-linux-x86_64.tar.gz",
        "probitas_0.2.0_amd64.deb",
        "probitas-0.2.0-1.x86_64.rpm",
        "probitas-0.2.0-linux-x86_64.run",
        "probitas-0.2.0-macos-universal.zip",
        "probitas-0.2.0.cdx.json",
        "THIRD-PARTY-NOTICES.txt",
        "probitas-0.2.0-src-vendored.tar.xz",
    ];

    fn fitting(
        os: &'static str,
        processor: &'static str,
        installed: Installed,
    ) -> Vec<&'static str> {
        let system = System {
            os,
            processor,
            installed,
        };
        let found = system.fitting(&NAMES);
        found.into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn each_system_is_offered_what_it_was_installed_with() {
        use Installed::{ForComputer, ForPerson, ForPersonByMsi, Portable};
        for (os, installed, expected) in [
            ("windows", Portable, vec![NAMES[0]]),
            ("windows", ForPerson, vec![NAMES[1]]),
            ("windows", ForPersonByMsi, vec![NAMES[3]]),
            ("windows", ForComputer, vec![NAMES[2]]),
            ("linux", Portable, vec![NAMES[4]]),
            ("linux", ForPerson, vec![NAMES[7], NAMES[4]]),
            ("linux", ForComputer, vec![NAMES[5], NAMES[6]]),
            ("macos", ForPerson, vec![NAMES[8]]),
            ("freebsd", ForPerson, vec![]),
        ] {
            assert_eq!(fitting(os, "x86_64", installed), expected, "{os}");
        }
    }

    #[test]
    fn files_for_another_processor_are_not_offered() {
        assert_eq!(fitting("windows", "aarch64", Installed::ForPerson), [""; 0]);
        assert_eq!(
            fitting("macos", "aarch64", Installed::ForPerson),
            [NAMES[8]]
        );
    }
}
