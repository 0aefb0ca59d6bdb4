//! Gives both programs their icon, version information and manifest where they are built
//! for Windows. Elsewhere it does nothing.

use std::io::{self, Write as _};
use std::path::Path;
use std::{env, fs};

/// What the resources are made from, below the folder of the package.
const SOURCES: [&str; 3] = [
    "assets/icon/probitas.ico",
    "packaging/windows/app.manifest",
    "packaging/windows/probitas.rc",
];

fn main() -> io::Result<()> {
    let mut cargo = io::stdout();
    writeln!(cargo, "cargo::rerun-if-changed=build.rs")?;
    if env::var_os("CARGO_CFG_TARGET_OS").is_none_or(|system| system != "windows") {
        return Ok(());
    }
    for source in SOURCES {
        writeln!(cargo, "cargo::rerun-if-changed={source}")?;
    }
    resources("probitas", "WINDOW")?;
    resources("probitas-cli", "TERMINAL")
}

/// Compiles the resources of one program, which is what `kind` names in `probitas.rc`.
#[expect(
    clippy::disallowed_methods,
    reason = "the file is Cargo's, for the compiler of resources"
)]
fn resources(program: &str, kind: &str) -> io::Result<()> {
    let variable = |name: &str| env::var(name).map_err(io::Error::other);
    let numbers = [
        variable("CARGO_PKG_VERSION_MAJOR")?,
        variable("CARGO_PKG_VERSION_MINOR")?,
        variable("CARGO_PKG_VERSION_PATCH")?,
    ];
    let script = format!(
        "#define {kind}\n#define VERSION_NUMBERS {},0\n#define VERSION_TEXT \"{}\"\n#include \"packaging/windows/probitas.rc\"\n",
        numbers.join(","),
        variable("CARGO_PKG_VERSION")?,
    );
    let path = Path::new(&variable("OUT_DIR")?).join(format!("{program}.rc"));
    fs::write(&path, script)?;
    let mut resources = winresource::WindowsResource::new();
    resources.set_resource_file(&path.to_string_lossy());
    resources.compile_for(program)
}
