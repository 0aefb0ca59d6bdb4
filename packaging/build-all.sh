#!/usr/bin/env bash
# build-all.sh [DIST]: everything that is handed out, from the last commit, into DIST
# (dist/ beside Cargo.toml where nothing is named).
#
# From outside:
#   MINISIGN_SECRET_KEY  file of the release key; without it nothing is signed, and that is said
#   MINISIGN_PUBLIC_KEY  its public file, built into the programs for `Check an update file…`
#   PROFILE              `release` for a quick trial in place of `dist`
# What cannot be made on this machine is left out with a line that says so.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
here=$ROOT/packaging
dist=${1:-$ROOT/dist}
profile=${PROFILE:-dist}
need_packages zip xz-utils minisign git binutils python3
need cargo git python3 sha256sum
mkdir -p "$dist"
dist=$(cd "$dist" && pwd)
[ -z "$(ls -A "$dist")" ] || fail "$dist is not empty"
[ -z "$(git -C "$ROOT" status --porcelain 2>/dev/null)" ] || echo "note: there are changes that no commit has"

if [ -n "${MINISIGN_PUBLIC_KEY:-}" ]; then
  PROBITAS_RELEASE_KEY=$(sed -n 2p "$MINISIGN_PUBLIC_KEY")
  export PROBITAS_RELEASE_KEY
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

step "programs for Linux"
target=${CARGO_TARGET_DIR:-$ROOT/target}
# Startable with glibc 2.34, wherever they are linked.
glibc=$(mktemp -d)
trap 'rm -rf "$glibc"' EXIT
flags=$("$here/linux/old-glibc.sh" "$glibc")
RUSTFLAGS="$(steady_flags "$target") $flags" LIBRARY_PATH=$glibc CARGO_TARGET_DIR=$target cargo build --quiet --locked \
  --profile "$profile" --features certificates,token --manifest-path "$ROOT/Cargo.toml"
export PROBITAS=$target/$profile/probitas PROBITAS_CLI=$target/$profile/probitas-cli
step "packages for Linux"
"$here/linux/package.sh" "$dist"

windows() {
  local PROGRAMS status=0
  PROGRAMS=$(mktemp -d)
  export PROGRAMS
  PROFILE=$profile "$here/windows/build.sh" "$PROGRAMS" && "$here/windows/zip.sh" "$dist" &&
    "$here/windows/nsis.sh" "$dist" && "$here/windows/msi.sh" "$dist" || status=$?
  rm -rf "$PROGRAMS"
  return "$status"
}
part "packages for Windows" windows

step "sources with everything they rest on"
"$here/supply/vendor.sh" "$dist"

step "what is new, sums and their signature"
"$here/release.py" "$dist" "$VERSION" "$SOURCE_DATE_EPOCH"
(cd "$dist" && find . -maxdepth 1 -type f ! -name 'SHA256SUMS*' -printf '%P\n' | sort | xargs -d '\n' sha256sum >SHA256SUMS)
if [ -n "${MINISIGN_SECRET_KEY:-}" ]; then
  for file in SHA256SUMS probitas-release.json; do
    minisign -S -s "$MINISIGN_SECRET_KEY" -m "$dist/$file" -t "Probitas $VERSION" >/dev/null
  done
  cp "${MINISIGN_PUBLIC_KEY:?the public file of the release key}" "$dist/probitas.pub"
  minisign -V -q -p "$dist/probitas.pub" -m "$dist/SHA256SUMS"
  minisign -V -q -p "$dist/probitas.pub" -m "$dist/probitas-release.json"
else
  left_out+=("the signature: no MINISIGN_SECRET_KEY was given")
fi

step "made"
(cd "$dist" && ls -l --time-style=+ | awk 'NF > 5 { print $5, $6 }')
for what in "${left_out[@]}"; do echo "left out: $what"; done
