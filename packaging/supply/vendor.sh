#!/usr/bin/env bash
# vendor.sh OUT        writes OUT/probitas-VERSION-src-vendored.tar.xz: the last commit with
#                      every crate it rests on, which builds without a network
# vendor.sh --check FILE [CARGO ARGUMENTS...]
#                      unpacks such a file elsewhere and builds it with an empty home of
#                      cargo and no network: the terminal program, or what is named
#
# Of crates that only other systems than Linux, Windows and macOS need, and of those for
# tests, cargo demands the names: these are kept without their contents. With the variable
# WITH_TESTS set, those for tests are there too.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
here=$ROOT/packaging/supply
export PYTHONDONTWRITEBYTECODE=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ "${1:-}" = --check ]; then
  file=$2
  shift 2
  [ $# -gt 0 ] || set -- --no-default-features --bin probitas-cli
  tar -xf "$file" -C "$work"
  apart=()
  for way in "unshare -n" "unshare -rn"; do
    if $way true 2>/dev/null; then read -ra apart <<<"$way"; break; fi
  done
  [ ${#apart[@]} -gt 0 ] || echo "no network namespace can be made here: cargo is only told to be offline"
  mkdir "$work/home"
  cd "$work"/probitas-*/
  env -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS CARGO_HOME="$work/home" CARGO_TARGET_DIR="$work/target" CARGO_INCREMENTAL=0 \
    "${apart[@]}" cargo build --frozen --quiet "$@"
  # The window says its version without a display.
  for program in "$work"/target/*/probitas*; do
    [ -f "$program" ] && [ -x "$program" ] || continue
    "$program" --version
  done
  echo "built from the vendored sources, with an empty home of cargo${apart[0]:+ and no network}"
  exit 0
fi
case "${1:-}" in "" | -*) sed -n '2,11s/^# //p' "$0" >&2; exit 2 ;; esac
mkdir -p "$1"
out=$(cd "$1" && pwd)/probitas-$VERSION-src-vendored.tar.xz
is_clone || skip "only a git clone knows what was committed"
need git cargo xz python3

tree=$work/probitas-$VERSION
mkdir "$tree"
git -C "$ROOT" archive HEAD | tar -x -C "$tree"
mkdir "$tree/.cargo"
(cd "$tree" && cargo vendor --locked --versioned-dirs --quiet vendor >/dev/null)
cat >"$tree/.cargo/config.toml" <<'TOML'
[source.crates-io]
replace-with = "vendored-sources"

[source.vendored-sources]
directory = "vendor"
TOML
python3 "$here/prune.py" "$tree/vendor"
steady_time "$tree"
# As many threads everywhere, since their number is seen in the file.
steady_tar "$tree" | xz -6 --threads=2 >"$out.part"
mv "$out.part" "$out"
ls -l --time-style=+ "$out" | awk '{ print "vendored sources:", $5, "bytes" }'
