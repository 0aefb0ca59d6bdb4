#!/usr/bin/env bash
# What can be checked of the bundle without a Mac: its property lists, its localizations
# and its layout. It never ran on a Mac; `build.sh` is for that.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
need_packages icnsutils python3
bash -n "$ROOT"/packaging/macos/*.sh
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
printf 'no program' >"$out/program"
"$ROOT/packaging/supply/notices.sh" "$out"
NOTICES=$out/THIRD-PARTY-NOTICES.txt PROBITAS=$out/program PROBITAS_CLI=$out/program "$ROOT/packaging/macos/bundle.sh" "$out"
python3 - "$out/Probitas.app/Contents" "$VERSION" <<'PYTHON'
import pathlib, plistlib, re, sys

contents, version = pathlib.Path(sys.argv[1]), sys.argv[2]
info = plistlib.loads((contents / "Info.plist").read_bytes())
assert info["CFBundleShortVersionString"] == version, info
assert (contents / "MacOS" / info["CFBundleExecutable"]).is_file()
assert (contents / "Resources" / (info["CFBundleIconFile"] + ".icns")).read_bytes()[:4] == b"icns"
for text in ("LICENSE", "NOTICE.md", "THIRD-PARTY-NOTICES.txt"):
    assert (contents / "Resources" / text).is_file(), text
document = info["CFBundleDocumentTypes"][0]
exported = info["UTExportedTypeDeclarations"][0]
assert document["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
assert document["LSHandlerRank"] == "None"
assert exported["UTTypeTagSpecification"]["public.filename-extension"] == ["probitas"]
keys = {}
for language in info["CFBundleLocalizations"]:
    text = (contents / "Resources" / f"{language}.lproj" / "InfoPlist.strings").read_text("utf-8")
    keys[language] = dict(re.findall(r'^"(.+)" = "(.+)";$', text, re.M))
assert keys["en"].keys() == keys["fr"].keys()
assert document["CFBundleTypeName"] in keys["en"]
PYTHON
echo "the bundle's layout, property lists and localizations hold; no Mac has run it here"
