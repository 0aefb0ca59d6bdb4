#!/usr/bin/env bash
# Makes the installer for one person, without administrator rights (see installer.nsi).
#
#   packaging/windows/nsis.sh OUT
#
# Variables: see payload.sh; SIGN_WINDOWS, a command that signs the file it is given, for
# the program that removes.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
. "$ROOT/packaging/windows/payload.sh"

[ $# = 1 ] || fail "usage: nsis.sh OUT"
mkdir -p "$1"
out=$(cd "$1" && pwd)
need_packages nsis
step "installer for Windows, for one person"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
payload "$out" "$work"
steady_time "$work"
file=$out/probitas-$VERSION-windows-x86_64-setup.exe
makensis -V2 -WX -INPUTCHARSET UTF8 -DVERSION="$VERSION" -DPAYLOAD="$work" \
  -DICON="$ROOT/assets/icon/probitas.ico" -DOUT="$file" ${SIGN_WINDOWS:+"-DSIGN=$SIGN_WINDOWS"} "$ROOT/packaging/windows/installer.nsi"
stat -c '%n: %s bytes' "$file"
