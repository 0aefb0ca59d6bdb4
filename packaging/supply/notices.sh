#!/usr/bin/env bash
# notices.sh OUT       writes OUT/THIRD-PARTY-NOTICES.txt, as the programs show it
# notices.sh --check   fails where that is not what Cargo.lock makes it
# notices.sh --update  makes it anew, after crates or parts.toml changed
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export PYTHONDONTWRITEBYTECODE=1
case "${1:-}" in
  --check) exec python3 "$here/notices.py" check ;;
  --update) exec python3 "$here/notices.py" update ;;
  "" | -*) sed -n '2,4s/^# //p' "$0" >&2; exit 2 ;;
  *) mkdir -p "$1" && exec python3 "$here/notices.py" unpack "$1" ;;
esac
