#!/usr/bin/env bash
# package-twice.sh [OUT]: makes the packages for Linux twice from PROBITAS and PROBITAS_CLI,
# the second time later, in other folders, with other settings of whoever packs, and
# compares them byte by byte. The first ones go to OUT where it is given.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
need cmp
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
copy=$work/another-folder
once=${1:-$work/once}
mkdir -p "$copy" "$work/home" "$work/temporary"
"$ROOT/packaging/linux/package.sh" "$once" >"$work/said" || { cat "$work/said"; exit 1; }
sleep 2
# What packaging reads, in another folder.
cp -r "$ROOT/packaging" "$ROOT/assets" "$ROOT/Cargo.toml" "$ROOT/LICENSE" "$ROOT/NOTICE.md" "$ROOT/CHANGELOG.md" "$copy/"
find "$copy" -exec touch {} +
(
  umask 077
  env HOME="$work/home" TMPDIR="$work/temporary" LANG=fr_CA.UTF-8 TZ=America/Toronto XZ_OPT=-1 GZIP= \
    "$copy/packaging/linux/package.sh" "$work/and then" >"$work/said" || { cat "$work/said"; exit 1; }
)
compared=0
# There may be packages for other systems beside the first ones.
for file in "$work/and then"/*; do
  name=$(basename "$file")
  cmp "$once/$name" "$file" || fail "$name differs"
  printf '%s: the same %s bytes, %s\n' "$name" "$(stat -c %s "$file")" "$(sha256sum "$file" | cut -c1-16)"
  compared=$((compared + 1))
done
[ "$compared" -eq 4 ] || fail "$compared packages instead of 4"
