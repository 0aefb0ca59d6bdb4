# What every packaging script shares: read it with `. …/lib.sh`.
#
# Gives ROOT, VERSION, SOURCE_DATE_EPOCH and CACHE, and the functions below. Nothing here
# names the machine that packs, so that two machines make the same bytes.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VERSION=$(sed -n 's/^version = "\(.*\)"/\1/p' "$ROOT/Cargo.toml" | head -1)
# A folder inside of another clone is none itself.
is_clone() { [ -e "$ROOT/.git" ]; }
# The time in every package: that of the last commit, or of the release that the
# vendored sources were made for.
if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
  SOURCE_DATE_EPOCH=$({ is_clone && git -C "$ROOT" log -1 --format=%ct 2>/dev/null; } || date -r "$ROOT/Cargo.toml" +%s)
fi
# What is kept from one build to the next: toolchain, tools and base systems of tests.
CACHE=${PROBITAS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/probitas-build}
export SOURCE_DATE_EPOCH
export LC_ALL=C.UTF-8 TZ=UTC
umask 022

step() { printf '\n== %s\n' "$*"; }
fail() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }
# Something cannot be done on this machine: said, and told apart from a failure.
SKIPPED=77
skip() { printf '%s: skipped: %s\n' "$(basename "$0")" "$*" >&2; exit "$SKIPPED"; }

# need_packages NAME...: installs what is missing where this is Debian and somebody may.
need_packages() {
  local missing=() package run=()
  command -v dpkg >/dev/null || return 0
  for package in "$@"; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || run=(sudo -n)
  "${run[@]}" apt-get update -qq &&
    "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "missing packages: ${missing[*]}"
}

# need NAME...: programs that must be there.
need() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || fail "$program is not installed"
  done
}

# encoded_flags FLAG...: the compiler's flags as CARGO_ENCODED_RUSTFLAGS has them: with an
# unprinted sign between them, so that a folder may have spaces. Cargo takes that variable
# before RUSTFLAGS.
encoded_flags() {
  local IFS=$'\x1f'
  printf '%s' "$*"
}

# steady_flags TARGET_DIR [FLAG...]: encoded, the flags that keep the names of folders out of
# what is built, and others.
steady_flags() {
  local sysroot commit registry flags
  sysroot=$(rustc --print sysroot)
  commit=$(rustc -vV | sed -n 's/^commit-hash: //p')
  # Of several that fit, the last counts. Vendored crates lie in folders of the same names
  # as those of the registry, and so get the same ones.
  flags=(
    "--remap-path-prefix=$ROOT=/probitas"
    "--remap-path-prefix=$ROOT/vendor=/registry"
    "--remap-path-prefix=$1=/target"
    "--remap-path-prefix=$sysroot/lib/rustlib/src/rust/library=/rustc/$commit/library"
  )
  shift
  # A registry's folder has the name of its host.
  for registry in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do
    [ ! -d "$registry" ] || flags+=("--remap-path-prefix=${registry%/}=/registry")
  done
  encoded_flags "${flags[@]}" "$@"
}

# cargo_build ARGUMENTS...: `cargo build`; where AUDITABLE is the folder that
# supply/auditable.sh prints, with the list of its crates in each program.
cargo_build() {
  if [ -z "${AUDITABLE:-}" ]; then
    cargo build "$@"
  else
    CARGO=$ROOT/packaging/supply/cargo.sh PATH=$AUDITABLE:$PATH "$AUDITABLE/cargo-auditable" auditable build "$@"
  fi
}

# steady_time PATH...: gives everything below the time of the release.
steady_time() { find "$@" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +; }

# steady_tar FOLDER: writes a tar of the folder, the same wherever and whenever it is made.
steady_tar() {
  tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
    --pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime \
    -C "$(dirname "$1")" -cf - "$(basename "$1")"
}
