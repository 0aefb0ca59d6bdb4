#!/usr/bin/env bash
# build.sh OUT: on a Mac, builds both programs for both processors, lays out Probitas.app,
# signs it and packs it into a disk image.
#
# CODESIGN_IDENTITY names the certificate ("-" signs for this machine only, the default);
# NOTARY_PROFILE a profile kept by `xcrun notarytool store-credentials`, without which
# nothing is sent to anybody.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
mkdir -p "${1:?the folder to write to}"
out=$(cd "$1" && pwd)
[ "$(uname)" = Darwin ] || skip "a bundle for macOS is built on a Mac"
need cargo python3 lipo codesign hdiutil

cd "$ROOT" # Where cargo finds vendored crates.
target=${CARGO_TARGET_DIR:-$ROOT/target}
mkdir -p "$target"
target=$(cd "$target" && pwd)
export CARGO_TARGET_DIR=$target
# So that the folders of the registry are there to be named by steady_flags.
cargo fetch --quiet --locked
CARGO_ENCODED_RUSTFLAGS=$(steady_flags "$target")
export CARGO_ENCODED_RUSTFLAGS
export MACOSX_DEPLOYMENT_TARGET=11.0
for arch in aarch64 x86_64; do
  cargo build --locked --profile dist --features certificates,token --target "$arch-apple-darwin"
done
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
for program in probitas probitas-cli; do
  lipo -create "$target"/{aarch64,x86_64}-apple-darwin/dist/"$program" -output "$made/$program"
done
"$ROOT/packaging/supply/notices.sh" "$made"
PROBITAS=$made/probitas PROBITAS_CLI=$made/probitas-cli NOTICES=$made/THIRD-PARTY-NOTICES.txt \
  "$ROOT/packaging/macos/bundle.sh" "$made/image"

identity=${CODESIGN_IDENTITY:--}
sign() {
  codesign --force --options runtime --sign "$identity" \
    --entitlements "$ROOT/packaging/macos/entitlements.plist" "$@"
}
sign "$made/image/Probitas.app/Contents/MacOS/probitas-cli"
sign "$made/image/Probitas.app"
codesign --verify --strict --deep "$made/image/Probitas.app"

ln -s /Applications "$made/image/Applications"
image=$out/probitas-$VERSION-macos-universal.dmg
hdiutil create -volname Probitas -srcfolder "$made/image" -fs HFS+ -format UDZO -ov "$image"
if [ -n "${NOTARY_PROFILE:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
  xcrun stapler staple "$image"
fi
