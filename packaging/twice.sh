#!/usr/bin/env bash
# twice.sh [cargo build's arguments]: builds the programs from the last commit in two
# folders of other names and compares them byte by byte. Without arguments it is the
# terminal program, as CI has the time for; `twice.sh` with
# `--features certificates,token` compares the window too. Where AUDITABLE is the folder
# that supply/auditable.sh prints, the list of crates is in them, as in releases.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
need cargo git cmp
arguments=("$@")
[ $# -gt 0 ] || arguments=(--no-default-features --features certificates,token --bin probitas-cli)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# With a space in each.
for name in "once here" "and then in another folder"; do
  git clone --quiet --no-hardlinks "$ROOT" "$work/$name"
  [ -z "${AUDITABLE:-}" ] || cp -r "$AUDITABLE" "$work/$name/target-tools"
  (
    cd "$work/$name"
    . packaging/lib.sh
    export CARGO_TARGET_DIR=$work/$name/target
    [ -z "${AUDITABLE:-}" ] || AUDITABLE=$work/$name/target-tools
    CARGO_ENCODED_RUSTFLAGS=$(steady_flags "$CARGO_TARGET_DIR")
    export CARGO_ENCODED_RUSTFLAGS
    cargo_build --quiet --locked --profile dist "${arguments[@]}"
  ) &
  builds+=("$!")
done
for build in "${builds[@]}"; do wait "$build"; done

compared=0
for program in probitas probitas-cli; do
  one="$work/once here/target/dist/$program" two="$work/and then in another folder/target/dist/$program"
  [ -e "$one" ] || continue
  cmp "$one" "$two" || fail "$program differs between two folders"
  # No name of a folder of this machine is in it.
  ! grep -aqF -e "$work" -e "$HOME/" -e "$ROOT/" "$one" || fail "$program names a folder of this machine"
  printf '%s: the same %s bytes in two folders, %s\n' "$program" "$(stat -c %s "$one")" \
    "$(sha256sum "$one" | cut -d' ' -f1)"
  compared=$((compared + 1))
done
[ "$compared" -gt 0 ] || fail "nothing was built"
