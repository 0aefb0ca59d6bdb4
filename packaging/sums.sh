#!/usr/bin/env bash
# sums.sh DIST: writes what is new (probitas-release.json) and the sums of all files
# (SHA256SUMS) into a folder of packages, in place of earlier ones, and signs both with
# MINISIGN_SECRET_KEY, whose public file is MINISIGN_PUBLIC_KEY. To be run again after any
# file there was changed or added.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
[ $# = 1 ] && [ -d "$1" ] || fail "usage: sums.sh DIST"
dist=$(cd "$1" && pwd)
signed=(SHA256SUMS probitas-release.json)
need python3 sha256sum

step "what is new, sums and their signature"
# A signature over what was there before would be a wrong one.
(cd "$dist" && rm -f "${signed[@]}" "${signed[@]/%/.minisig}")
"$ROOT/packaging/release.py" "$dist" "$VERSION" "$SOURCE_DATE_EPOCH"
(
  cd "$dist"
  find . -maxdepth 1 -type f ! -name SHA256SUMS ! -name probitas.pub -printf '%P\n' | sort | xargs -d '\n' sha256sum >SHA256SUMS
)
if [ -z "${MINISIGN_SECRET_KEY:-}" ]; then
  echo "not signed: no MINISIGN_SECRET_KEY was given"
  exit 0
fi
need_packages minisign
public=${MINISIGN_PUBLIC_KEY:?the public file of the release key}
[ "$public" -ef "$dist/probitas.pub" ] || cp "$public" "$dist/probitas.pub"
for file in "${signed[@]}"; do
  minisign -S -s "$MINISIGN_SECRET_KEY" -m "$dist/$file" -t "Probitas $VERSION" >/dev/null
  minisign -V -q -p "$dist/probitas.pub" -m "$dist/$file"
done
