#!/usr/bin/env bash
# Makes the two packages for IT: for the whole machine, and for one person.
#
#   packaging/windows/msi.sh OUT
#
#   msiexec /i probitas-VERSION-windows-x86_64-machine.msi /qn
#   msiexec /x probitas-VERSION-windows-x86_64-machine.msi /qn
#
# Variables: see payload.sh. The same files give the same bytes: wixl draws a package code
# at random and writes the time down, and both are replaced here.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
. "$ROOT/packaging/windows/payload.sh"

[ $# = 1 ] || fail "usage: msi.sh OUT"
mkdir -p "$1"
out=$(cd "$1" && pwd)
need_packages wixl msitools python3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
payload "$out" "$work"
cp "$ROOT/assets/icon/probitas.ico" "$work/"
cp "$ROOT/packaging/windows/app.wxs" "$work/" # wixl finds files beside it only.
steady_time "$work"

# package SCOPE FILE
package() {
  local scope=$1 file=$2 code
  # Another product for every version: so that Windows takes it for an update.
  code=$(python3 "$ROOT/packaging/windows/steady_msi.py" code "$VERSION" "$scope")
  (cd "$work" && wixl --arch x64 --define Scope="$scope" --define Version="$VERSION" \
    --define ProductCode="$code" --output package.msi app.wxs)
  # Texts are in the letters of western Europe; wixl says of none what they are in.
  printf '\r\n\r\n1252\t_ForceCodepage\r\n' >"$work/codepage.idt"
  msibuild "$work/package.msi" -i "$work/codepage.idt"
  # wixl does not read versions, by which Windows decides which of two files is newer: one
  # without counts as older than one that is there.
  for program in probitas.exe probitas_cli.exe; do
    msibuild "$work/package.msi" \
      -q "UPDATE File SET Version = '$VERSION.0', Language = '1033,3084' WHERE File = '$program'" \
      -q "DELETE FROM MsiFileHash WHERE File_ = '$program'"
  done
  python3 "$ROOT/packaging/windows/steady_msi.py" settle "$work/package.msi" "$SOURCE_DATE_EPOCH"
  rm -f "$file"
  install -m644 "$work/package.msi" "$file"
  rm "$work/package.msi"
  stat -c '%n: %s bytes' "$file"
}

step "packages for IT, for the machine and for one person"
package perMachine "$out/probitas-$VERSION-windows-x86_64-machine.msi"
package perUser "$out/probitas-$VERSION-windows-x86_64-user.msi"
