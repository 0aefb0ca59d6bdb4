//! The modules use each other in one direction only.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The order in which data passes the modules, left to right. `export`, `import`
/// and `release` stand side by side, as do `ui` and `cli`.
const ORDER: &[(&str, usize)] = &[
    ("i18n", 0),
    ("text", 1),
    ("questionnaire", 2),
    ("response", 3),
    ("rules", 4),
    ("submission", 5),
    ("report", 6),
    ("export", 7),
    ("import", 7),
    ("release", 7),
    ("storage", 8),
    ("app", 9),
    ("ui", 10),
    ("cli", 10),
];

/// The modules that take time, randomness and files as arguments.
const LAST_CORE_RANK: usize = 7;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Every source file with the module at the top that it belongs to.
fn files() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root, &mut found);
    found
        .into_iter()
        .filter_map(|path| {
            let inside = path.strip_prefix(&root).unwrap();
            let first = inside.components().next().unwrap();
            let name = Path::new(first.as_os_str()).file_stem().unwrap();
            let module = name.to_str().unwrap().to_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            (module != "bin" && module != "lib").then_some((module, path, text))
        })
        .collect()
}

/// The code of a file without comments and without its tests.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn no_module_uses_one_to_its_right() {
    let rank: BTreeMap<&str, usize> = ORDER.iter().copied().collect();
    for (module, path, text) in files() {
        let own = *rank
            .get(module.as_str())
            .unwrap_or_else(|| panic!("{module} has no place in the order"));
        let code = code(&text);
        for after in code.split("crate::").skip(1) {
            let used: String = after
                .chars()
                .take_while(|character| character.is_alphanumeric() || *character == '_')
                .collect();
            if let Some(other) = rank.get(used.as_str()) {
                let fine = *other < own || used == module;
                assert!(fine, "{} uses {used}", path.display());
            }
        }
        assert!(
            !code.contains("use crate::{"),
            "name the module: {}",
            path.display()
        );
    }
}

#[test]
fn core_reads_no_file_clock_or_environment() {
    let rank: BTreeMap<&str, usize> = ORDER.iter().copied().collect();
    let reaches = [
        "std::fs",
        "std::env",
        "std::thread",
        "std::process",
        "std::net",
        "std::time",
        "egui",
        "rfd::",
        "Local::now",
        "Utc::now",
        "getrandom",
        "tempfile",
    ];
    for (module, path, text) in files() {
        if rank
            .get(module.as_str())
            .is_some_and(|rank| *rank <= LAST_CORE_RANK)
        {
            let code = code(&text);
            for reach in reaches {
                assert!(!code.contains(reach), "{} uses {reach}", path.display());
            }
        }
    }
}

#[test]
fn only_storage_opens_files_and_only_the_window_draws() {
    for (module, path, text) in files() {
        let code = code(&text);
        if module != "storage" {
            for opening in [
                "File::open",
                "File::create",
                "fs::read",
                "fs::write",
                "OpenOptions",
            ] {
                assert!(!code.contains(opening), "{} uses {opening}", path.display());
            }
        }
        if module != "ui" {
            for toolkit in ["egui::", "eframe::", "rfd::"] {
                assert!(!code.contains(toolkit), "{} uses {toolkit}", path.display());
            }
        }
    }
}
