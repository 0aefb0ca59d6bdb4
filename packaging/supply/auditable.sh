#!/usr/bin/env bash
# auditable.sh   sees to it that cargo-auditable is in the cache, and prints its folder:
#                with that in PATH, `cargo auditable build` writes into each program which
#                crates it is made of. Ends with 77 where it cannot be had.
# auditable.sh --check PROGRAM...
#                what stands in the programs must be what Cargo.lock says
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
version=0.7.7
reader=0.5.4
tools=$CACHE/cargo-auditable-$version
if [ ! -x "$tools/bin/rust-audit-info" ]; then
  mkdir -p "$CACHE"
  target=$(mktemp -d)
  trap 'rm -rf "$target"' EXIT
  # In another folder than these sources, whose crates may be vendored ones only.
  (cd "$target" && env -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS CARGO_TARGET_DIR="$target" cargo install --quiet --locked \
    --root "$tools" "cargo-auditable@$version" "rust-audit-info@$reader") >&2 || skip "cargo-auditable $version cannot be had"
fi
case "${1:-}" in
  "") echo "$tools/bin" ;;
  --check)
    shift
    for program in "$@"; do
      "$tools/bin/rust-audit-info" "$program" | python3 -c '
import json
import sys
import tomllib

told = json.load(sys.stdin)["packages"]
with open(sys.argv[1], "rb") as file:
    locked = {(one["name"], one["version"]) for one in tomllib.load(file)["package"]}
here = {(one["name"], one["version"]) for one in told}
root = [one["name"] for one in told if one.get("root")]
assert root == ["probitas"] and len(here) > 100 and here <= locked, (root, sorted(here - locked))
print(f"{sys.argv[2]}: says that it is made of {len(told) - 1} crates")' \
        "$ROOT/Cargo.lock" "$(basename "$program")"
    done
    ;;
  *) sed -n '2,6s/^# //p' "$0" >&2; exit 2 ;;
esac
