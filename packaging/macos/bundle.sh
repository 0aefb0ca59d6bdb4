#!/usr/bin/env bash
# bundle.sh OUT: lays out Probitas.app from built programs (PROBITAS, PROBITAS_CLI) and the
# notices of third parties (NOTICES).
# Works on every system, so that the layout is checked where no Mac is; the icon is made
# by iconutil (macOS) or png2icns (Debian's icnsutils), whichever is there.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
out=${1:?the folder to write to}
here=$ROOT/packaging/macos
app=$out/Probitas.app/Contents
rm -rf "$out/Probitas.app"
mkdir -p "$app"/{MacOS,Resources}
install -m755 "${PROBITAS:?the built program}" "$app/MacOS/probitas"
install -m755 "${PROBITAS_CLI:?the built terminal program}" "$app/MacOS/probitas-cli"
sed "s/@VERSION@/$VERSION/g" "$here/Info.plist.in" >"$app/Info.plist"
printf 'APPL????' >"$app/PkgInfo"
cp -R "$here/en.lproj" "$here/fr.lproj" "$app/Resources/"
cp "$ROOT/LICENSE" "$ROOT/NOTICE.md" "$app/Resources/"
cp "${NOTICES:?the notices of third parties}" "$app/Resources/THIRD-PARTY-NOTICES.txt"

icons=$ROOT/assets/icon
if command -v iconutil >/dev/null; then
  set=$(mktemp -d)/probitas.iconset
  mkdir "$set"
  for size in 16 32 128 256; do
    cp "$icons/probitas-$size.png" "$set/icon_${size}x${size}.png"
    cp "$icons/probitas-$((size * 2)).png" "$set/icon_${size}x${size}@2x.png"
  done
  cp "$icons/probitas-512.png" "$set/icon_512x512.png"
  iconutil --convert icns --output "$app/Resources/probitas.icns" "$set"
  rm -rf "$(dirname "$set")"
else
  need png2icns
  png2icns "$app/Resources/probitas.icns" "$icons"/probitas-{16,32,48,128,256,512}.png >/dev/null
fi
