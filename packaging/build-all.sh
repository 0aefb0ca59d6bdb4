#!/usr/bin/env bash
# build-all.sh [DIST]: everything that is handed out, from the last commit, into DIST
# (dist/ beside Cargo.toml where nothing is named). Also from sources that no git knows.
#
# From outside:
#   MINISIGN_SECRET_KEY   file of the release key; without it nothing is signed, and that is said
#   MINISIGN_PUBLIC_KEY   its public file, built into the programs for `Check an update file…`
#   PROBITAS_RELEASE_KEY  the line of the key in that file, where only the line is at hand
#   SIGN_WINDOWS          a command that signs the file it is given for Windows, in its place
#   PROFILE               `release` for a quick trial in place of `dist`
# What cannot be made on this machine is left out with a line that says so.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
here=$ROOT/packaging
dist=${1:-$ROOT/dist}
profile=${PROFILE:-dist}
need_packages zip xz-utils minisign git binutils python3
need cargo python3 sha256sum
mkdir -p "$dist"
dist=$(cd "$dist" && pwd)
[ -z "$(ls -A "$dist")" ] || fail "$dist is not empty"
! is_clone || [ -z "$(git -C "$ROOT" status --porcelain 2>/dev/null)" ] || echo "note: there are changes that no commit has"

if [ -n "${MINISIGN_PUBLIC_KEY:-}" ]; then
  MINISIGN_PUBLIC_KEY=$(realpath "$MINISIGN_PUBLIC_KEY")
  key=$(sed -n 2p "$MINISIGN_PUBLIC_KEY" | tr -d '\r')
  [ "${PROBITAS_RELEASE_KEY:-$key}" = "$key" ] || fail "PROBITAS_RELEASE_KEY is not the key in MINISIGN_PUBLIC_KEY"
  export PROBITAS_RELEASE_KEY=$key MINISIGN_PUBLIC_KEY
fi
# An empty one makes other bytes than none.
[ -n "${PROBITAS_RELEASE_KEY:-}" ] || unset PROBITAS_RELEASE_KEY
if [ -n "${MINISIGN_SECRET_KEY:-}" ]; then
  MINISIGN_SECRET_KEY=$(realpath "$MINISIGN_SECRET_KEY")
  export MINISIGN_SECRET_KEY
  : "${MINISIGN_PUBLIC_KEY:?the public file of the release key}"
fi
left_out=()
# part WHAT COMMAND...: one that may be impossible on this machine.
part() {
  local what=$1 status=0
  shift
  step "$what"
  "$@" || status=$?
  case $status in
    0) ;;
    "$SKIPPED") left_out+=("$what") ;;
    *) fail "$what: ended with $status" ;;
  esac
}

step "notices and components"
"$here/supply/notices.sh" "$dist"
"$here/supply/sbom.sh" "$dist"
export NOTICES=$dist/THIRD-PARTY-NOTICES.txt

auditable() {
  AUDITABLE=$("$here/supply/auditable.sh") && export AUDITABLE
}
part "the list of crates in each program" auditable

step "programs for Linux"
cd "$ROOT" # Where cargo finds vendored crates.
target=${CARGO_TARGET_DIR:-$ROOT/target}
mkdir -p "$target"
target=$(cd "$target" && pwd)
export CARGO_TARGET_DIR=$target
# So that the folders of the registry are there to be named by steady_flags.
cargo fetch --quiet --locked
# Startable with glibc 2.34, wherever they are linked.
glibc=$(mktemp -d)
trap 'rm -rf "$glibc"' EXIT
read -ra flags <<<"$("$here/linux/old-glibc.sh" "$glibc")"
(
  CARGO_ENCODED_RUSTFLAGS=$(steady_flags "$target" "${flags[@]}")
  export CARGO_ENCODED_RUSTFLAGS LIBRARY_PATH=$glibc
  cargo_build --quiet --locked --profile "$profile" --features certificates,token
)
export PROBITAS=$target/$profile/probitas PROBITAS_CLI=$target/$profile/probitas-cli
[ -z "${AUDITABLE:-}" ] || "$here/supply/auditable.sh" --check "$PROBITAS" "$PROBITAS_CLI"
step "packages for Linux"
"$here/linux/package.sh" "$dist"

# sign FILE...: for Windows, where that is asked for.
sign() {
  local file
  [ -n "${SIGN_WINDOWS:-}" ] || return 0
  for file in "$@"; do
    "$SIGN_WINDOWS" "$file" || { echo "not signed for Windows: $file" >&2; return 1; }
  done
}
windows() {
  local PROGRAMS status=0
  PROGRAMS=$(mktemp -d)
  export PROGRAMS
  PROFILE=$profile "$here/windows/build.sh" "$PROGRAMS" && sign "$PROGRAMS"/*.exe &&
    "$here/windows/zip.sh" "$dist" && "$here/windows/nsis.sh" "$dist" && "$here/windows/msi.sh" "$dist" &&
    sign "$dist"/*-setup.exe "$dist"/*.msi || status=$?
  rm -rf "$PROGRAMS"
  return "$status"
}
part "packages for Windows" windows

sources() {
  "$here/supply/vendor.sh" "$dist" &&
    "$here/supply/vendor.sh" --check "$dist/probitas-$VERSION-src-vendored.tar.xz"
}
part "sources with everything they rest on" sources

step "for IT to read"
install -m644 "$here/README.md" "$dist/LISEZMOI-TI-README-IT.md"
install -m644 "$here/probitas-policy.example.json" "$ROOT/assets/schema/probitas-policy-1.schema.json" "$dist/"

"$here/sums.sh" "$dist"
[ -n "${MINISIGN_SECRET_KEY:-}" ] || left_out+=("the signature: no MINISIGN_SECRET_KEY was given")

step "made"
(cd "$dist" && ls -l --time-style=+ | awk 'NF > 5 { print $5, $6 }')
for what in "${left_out[@]}"; do echo "left out: $what"; done
