#!/usr/bin/env bash
# Packs the portable zip for Windows: unpack it anywhere, and open the program. It works
# from a read-only share too.
#
#   packaging/windows/zip.sh OUT
#
# Variables: see payload.sh.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
. "$ROOT/packaging/windows/payload.sh"

[ $# = 1 ] || fail "usage: zip.sh OUT"
mkdir -p "$1"
out=$(cd "$1" && pwd)
need_packages zip
step "portable zip for Windows"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One folder, so that unpacking into a full folder leaves no heap there.
mkdir "$work/Probitas"
payload "$out" "$work/Probitas"
: >"$work/Probitas/portable.flag"
{
  printf '\357\273\277' # Old editors of Windows know UTF-8 by this mark only.
  sed "1s/VERSION/$VERSION/; s/\$/\r/" "$ROOT/packaging/windows/LISEZMOI-README.txt"
} >"$work/Probitas/LISEZMOI-README.txt"

steady_time "$work"
file=$out/probitas-$VERSION-windows-x86_64-portable.zip
rm -f "$file"
(cd "$work" && find Probitas | LC_ALL=C sort | zip -q -X -9 -@ "$file")
stat -c '%n: %s bytes' "$file"
