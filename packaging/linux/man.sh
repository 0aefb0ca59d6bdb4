#!/usr/bin/env bash
# man.sh OUT: writes the manual pages in English and French (OUT/man1, OUT/fr/man1) from
# what the programs PROBITAS and PROBITAS_CLI say of themselves. groff must find nothing
# to warn of in them.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
out=${1:?man.sh OUT}
need_packages python3 groff-base
mkdir -p "$out"
PYTHONDONTWRITEBYTECODE=1 python3 "$ROOT/packaging/linux/text/pages.py" "${PROBITAS:?the built window}" \
  "${PROBITAS_CLI:?the built terminal program}" "$VERSION" "$SOURCE_DATE_EPOCH" "$out"
for page in "$out"/man1/*.1 "$out"/fr/man1/*.1; do
  warned=$(groff -man -Tutf8 -Kutf8 -ww -z -rLL=80n "$page" 2>&1)
  [ -z "$warned" ] || fail "$page: $warned"
done
