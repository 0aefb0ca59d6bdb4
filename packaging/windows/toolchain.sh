#!/usr/bin/env bash
# Gives a Rust toolchain that can build for Windows (x86_64-pc-windows-gnu), and prints
# its folder: a private copy of the toolchain at hand, with a standard library built once
# from the sources of the same version that Debian packs. The toolchain at hand and the
# package manager's own state are left alone.
#
#   packaging/windows/toolchain.sh
#
# RUST_SRC_DEB names the package of sources where it is at hand already. Ends with 77,
# and a line that says why, where the toolchain cannot be had.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"

RUST=1.95.0
RUST_SRC=1.95.0+dfsg1-2~bpo13+1
RUST_SRC_SHA256=7b76db5b880a77f9e52975d2baa6209d2f76d2c9c2789515c3088cb960e2c83b
SUITE=trixie-backports
KEYS=/usr/share/keyrings/debian-archive-keyring.gpg
TARGET=x86_64-pc-windows-gnu
# Another number where this script makes something else of the same sources.
RECIPE=2

{
  command -v rustc >/dev/null && command -v cargo >/dev/null || skip "there is no Rust toolchain"
  sysroot=$(rustc --print sysroot)
  commit=$(rustc -vV | sed -n 's/^commit-hash: //p')
  release=$(rustc -vV | sed -n 's/^release: //p')
  host=$(rustc -vV | sed -n 's/^host: //p')
} >&2
folder=$CACHE/windows-toolchain-${commit:0:12}-${RUST_SRC_SHA256:0:12}-$RECIPE
library=$folder/lib/rustlib/$TARGET/lib
if [ -f "$folder/complete" ]; then
  printf '%s\n' "$folder"
  exit
fi

# With the target's own standard library there is nothing to build.
if [ -d "$sysroot/lib/rustlib/$TARGET/lib" ]; then
  printf '%s\n' "$sysroot"
  exit
fi
[ "$release" = "$RUST" ] || skip "the sources of the standard library are those of Rust $RUST, and this is $release"
[ "$host" = x86_64-unknown-linux-gnu ] || skip "the standard library for Windows is built on x86-64 Linux only"
need_packages gcc-mingw-w64-x86-64 >&2

mkdir -p "$CACHE"
exec 9>"$folder.lock"
flock 9
if [ -f "$folder/complete" ]; then # Somebody else made it meanwhile.
  printf '%s\n' "$folder"
  exit
fi
work=$(mktemp -d "$CACHE/windows-toolchain.XXXXXX")
trap 'rm -rf "$work"' EXIT

# The mirror is the one that this machine installs Debian's packages from.
fetch_sources() {
  local mirror
  command -v apt-get >/dev/null || skip "the sources of the standard library come from Debian, and this is none"
  [ -f "$KEYS" ] || skip "the keys of the Debian archive are not installed"
  # shellcheck disable=SC2016 # apt's variables, not the shell's.
  mirror=$(apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(COMPONENT)|$(REPO_URI)' \
    'Created-By: Packages' | sed -n 's/^Debian|Debian|main|//p' | head -1)
  [ -n "$mirror" ] || skip "no mirror of Debian among the package manager's sources (is 'apt-get update' needed?)"
  mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial"
  printf 'deb [signed-by=%s] %s %s main\n' "$KEYS" "$mirror" "$SUITE" >"$work/apt/sources.list"
  cat >"$work/apt/apt.conf" <<END
Dir::State::lists "$work/apt/lists";
Dir::Cache "$work/apt/cache";
Dir::Etc::sourcelist "$work/apt/sources.list";
Dir::Etc::sourceparts "-";
APT::Sandbox::User "root";
END
  (
    cd "$work"
    export APT_CONFIG=$work/apt/apt.conf
    apt-get update -qq && apt-get download -qq "rust-src=$RUST_SRC"
  ) || skip "rust-src $RUST_SRC cannot be had from $SUITE"
  mv "$work"/rust-src_*.deb "$work/rust-src.deb"
}

{
  step "sources of the standard library"
  kept=$CACHE/rust-src-${RUST_SRC_SHA256:0:12}.deb
  if [ -n "${RUST_SRC_DEB:-}" ]; then
    cp "$RUST_SRC_DEB" "$work/rust-src.deb"
  elif [ -f "$kept" ]; then
    cp "$kept" "$work/rust-src.deb"
  else
    fetch_sources
  fi
  printf '%s  %s\n' "$RUST_SRC_SHA256" "$work/rust-src.deb" | sha256sum --check --quiet ||
    fail "rust-src is not the package that was pinned"
  cp "$work/rust-src.deb" "$kept.new" && mv "$kept.new" "$kept"
  mkdir "$work/sources" "$work/toolchain"
  dpkg-deb --fsys-tarfile "$work/rust-src.deb" |
    tar -x -C "$work/sources" "./usr/src/rustc-$RUST/library"

  step "private copy of the toolchain"
  # Hard links cost nothing, and cannot be made across file systems.
  cp -al "$sysroot/bin" "$sysroot/lib" "$work/toolchain/" 2>/dev/null ||
    { rm -rf "$work/toolchain" && mkdir "$work/toolchain" && cp -a "$sysroot/bin" "$sysroot/lib" "$work/toolchain/"; }
  rm -rf "$work/toolchain/lib/rustlib/src" # A link to it would be written through.
  mkdir -p "$work/toolchain/lib/rustlib/src/rust"
  mv "$work/sources/usr/src/rustc-$RUST/library" "$work/toolchain/lib/rustlib/src/rust/"

  step "standard library for $TARGET"
  mkdir -p "$work/std/src"
  cat >"$work/std/Cargo.toml" <<END
[package]
name = "std-for-windows"
version = "0.0.0"
edition = "2024"
END
  : >"$work/std/src/lib.rs"
  sources=$work/toolchain/lib/rustlib/src/rust/library
  (
    cd "$work/std"
    export PATH=$work/toolchain/bin:$PATH RUSTC=$work/toolchain/bin/rustc
    # The variable lets a stable compiler build its own standard library, and nothing
    # else is built with it. What is linked with LTO later needs the bitcode.
    export RUSTC_BOOTSTRAP=1 CARGO_INCREMENTAL=0 CARGO_TARGET_DIR=$work/target
    # So that the folders of the registry are there to be named.
    "$work/toolchain/bin/cargo" fetch --quiet --locked --manifest-path "$sources/Cargo.toml"
    flags=(-C embed-bitcode=yes "--remap-path-prefix=$sources=/rustc/$commit/library")
    for registry in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do
      flags+=("--remap-path-prefix=${registry%/}=/registry")
    done
    CARGO_ENCODED_RUSTFLAGS=$(encoded_flags "${flags[@]}")
    export CARGO_ENCODED_RUSTFLAGS
    "$work/toolchain/bin/cargo" build --quiet --release --target "$TARGET" \
      -Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test
    mkdir -p "$work/toolchain/lib/rustlib/$TARGET/lib"
    cp "$work/target/$TARGET"/release/deps/*.rlib "$work/toolchain/lib/rustlib/$TARGET/lib/"
    rm "$work/toolchain/lib/rustlib/$TARGET"/lib/libstd_for_windows-*
    for object in rsbegin rsend; do
      "$RUSTC" --target "$TARGET" --emit=obj -O "$sources/rtstartup/$object.rs" \
        -o "$work/toolchain/lib/rustlib/$TARGET/lib/$object.o"
    done
  )
  # With the sources there, the compiler writes where they lie into what it builds.
  rm -rf "$work/toolchain/lib/rustlib/src"
  touch "$work/toolchain/complete"
  rm -rf "$folder"
  mv "$work/toolchain" "$folder"
  du -sh "$library"
} >&2
printf '%s\n' "$folder"
