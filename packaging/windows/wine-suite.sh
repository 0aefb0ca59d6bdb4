#!/usr/bin/env bash
# The tests of everything but the window, built for Windows and run under wine.
#
#   packaging/windows/wine-suite.sh [arguments of cargo test]
#
# Variables: CARGO_TARGET_DIR. Ends with 77 where the toolchain cannot be had.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
need_packages gcc-mingw-w64-x86-64 wine wine64
toolchain=$("$ROOT/packaging/windows/toolchain.sh")
work=$(mktemp -d)
cleanup() {
  WINEPREFIX=$work/prefix wineserver -k 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

target=x86_64-pc-windows-gnu
export PATH=$toolchain/bin:$PATH RUSTC=$toolchain/bin/rustc
export WINEPREFIX=$work/prefix WINEARCH=win64 WINEDEBUG=-all
export WINEDLLOVERRIDES="winemenubuilder.exe=;mscoree=;mshtml="
timeout 120 wine wineboot -i >/dev/null 2>&1
system=$WINEPREFIX/drive_c/windows/system32
[ -e "$system/bcryptprimitives.dll" ] ||
  x86_64-w64-mingw32-gcc -shared -O1 -o "$system/bcryptprimitives.dll" \
    "$ROOT/packaging/windows/bcryptprimitives.c" -ladvapi32
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=wine
cd "$ROOT"
"$toolchain/bin/cargo" test --locked --no-default-features --target "$target" --no-fail-fast "$@"
