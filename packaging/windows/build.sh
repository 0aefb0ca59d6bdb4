#!/usr/bin/env bash
# Builds both programs for Windows x86-64 on Linux.
#
#   packaging/windows/build.sh OUT
#
# OUT gets probitas.exe and probitas-cli.exe. Variables: PROFILE (dist; release for a
# quick trial), CARGO_TARGET_DIR, and AUDITABLE as in lib.sh. Ends with 77 where the
# toolchain cannot be had.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"

[ $# = 1 ] || fail "usage: build.sh OUT"
mkdir -p "$1"
out=$(cd "$1" && pwd)
profile=${PROFILE:-dist}
target=x86_64-pc-windows-gnu
CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$ROOT/target}
mkdir -p "$CARGO_TARGET_DIR"
CARGO_TARGET_DIR=$(cd "$CARGO_TARGET_DIR" && pwd)
export CARGO_TARGET_DIR

need_packages gcc-mingw-w64-x86-64
toolchain=$("$ROOT/packaging/windows/toolchain.sh")
export PATH=$toolchain/bin:$PATH
export RUSTC=$toolchain/bin/rustc

step "programs for Windows ($profile)"
cd "$ROOT" # Where cargo finds vendored crates.
# So that the folders of the registry are there to be named by steady_flags.
cargo fetch --quiet --locked --target "$target"
# Without the flag the linker writes down when it ran.
CARGO_ENCODED_RUSTFLAGS=$(steady_flags "$CARGO_TARGET_DIR" -C link-arg=-Wl,--no-insert-timestamp)
export CARGO_ENCODED_RUSTFLAGS
cargo_build --locked --profile "$profile" --features certificates,token --target "$target" --bins

for program in probitas probitas-cli; do
  cp "$CARGO_TARGET_DIR/$target/$profile/$program.exe" "$out/"
  "$ROOT/packaging/windows/check.sh" "$out/$program.exe"
done
