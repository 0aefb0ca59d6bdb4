#!/usr/bin/env bash
# Installs, uses and removes every package for Windows under wine, on a display of its own.
#
#   packaging/windows/wine-test.sh DIST
#
# DIST holds the packages. Variables: LINUX_CLI, the terminal program for Linux, whose files
# those of Windows are compared with byte for byte (otherwise it is not compared); PICTURES,
# a folder for the pictures of the windows, which somebody has to look at.
#
# What wine cannot tell: whether DirectX 12 draws (wine 8 has none that wgpu takes, so that
# OpenGL draws here), what SmartScreen and AppLocker say, and how long Windows takes.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"

[ $# = 1 ] && [ -d "$1" ] || fail "usage: wine-test.sh DIST"
dist=$(cd "$1" && pwd)
need_packages wine wine64 xvfb xdotool x11-utils x11-apps imagemagick libgl1-mesa-dri unzip locales \
  gcc-mingw-w64-x86-64 msitools wixl
need wine wineserver Xvfb xdotool import convert unzip
linux_cli=${LINUX_CLI:-}
[ -z "$linux_cli" ] || linux_cli=$(realpath "$linux_cli")
base=$dist/probitas-$VERSION-windows-x86_64
examples=$ROOT/assets/examples
work=$(mktemp -d)
pictures=${PICTURES:-$work/pictures}
mkdir -p "$pictures" "$work/home/Documents"
pictures=$(cd "$pictures" && pwd)

# Wine shows its folders in those of the person, and entries in the menu of the desktop.
export HOME=$work/home XDG_DATA_HOME=$work/home/.local/share XDG_CONFIG_HOME=$work/home/.config
export WINEPREFIX=$work/prefix WINEARCH=win64 WINEDEBUG=-all
export WINEDLLOVERRIDES="winemenubuilder.exe=;mscoree=;mshtml="
export LIBGL_ALWAYS_SOFTWARE=1 LOCPATH=$work/locales
mounted=
cleanup() {
  wineserver -k 2>/dev/null || true
  [ -z "${xvfb:-}" ] || kill "$xvfb" 2>/dev/null || true
  [ -z "$mounted" ] || umount "$mounted" || true
  rm -rf "$work"
}
trap cleanup EXIT

failures=0
# claim TEXT COMMAND...: says whether it holds, and goes on.
claim() {
  local text=$1
  shift
  if "$@" >"$work/said" 2>&1; then
    printf '  holds: %s\n' "$text"
  else
    printf '  FAILS: %s\n' "$text"
    sed 's/^/         /' "$work/said" | tail -20
    failures=$((failures + 1))
  fi
}
not() { ! "$@"; }
same() { cmp "$1" "$2"; }

step "wine"
mkdir "$LOCPATH"
localedef -i fr_CA -f UTF-8 "$LOCPATH/fr_CA.UTF-8" 2>/dev/null || true
localedef -i en_CA -f UTF-8 "$LOCPATH/en_CA.UTF-8" 2>/dev/null || true
export LC_ALL=en_CA.UTF-8
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
xvfb=$!
for _ in $(seq 300); do [ -s "$work/display" ] && break || sleep 0.2; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
timeout 120 wine wineboot -i >/dev/null 2>&1
wine --version
drive=$WINEPREFIX/drive_c
if [ ! -e "$drive/windows/system32/bcryptprimitives.dll" ]; then
  x86_64-w64-mingw32-gcc -shared -O1 -o "$drive/windows/system32/bcryptprimitives.dll" \
    "$ROOT/packaging/windows/bcryptprimitives.c" -ladvapi32
fi
user=$drive/users/$(id -un)
documents=$drive/office/Évaluation
mkdir -p "$documents"
cp "$examples"/*.probitas "$documents/"

# run PROGRAM ARGUMENTS...: under wine, to its end.
run() { (cd "$documents" && timeout 180 wine "$@"); }

registry() {
  local key
  for key in HKEY_CURRENT_USER 'HKEY_LOCAL_MACHINE\Software'; do
    timeout 120 wine regedit /E 'C:\office\registry.reg' "$key" >/dev/null 2>&1
    iconv -f UTF-16 -t UTF-8 "$drive/office/registry.reg"
    rm "$drive/office/registry.reg"
  done
}
in_registry() { registry | grep -iF -- "$1"; }
# What is there besides the documents, passing traces, and what the person keeps.
files_there() {
  (cd "$drive" && find . -path ./office -prune -o -ipath '*/temp/*' -prune -o \
    -path '*/AppData/Roaming/Probitas*' -prune -o ! -type d -print | sort)
}

window() { xdotool search --onlyvisible --name "$1" 2>/dev/null | head -1; }
wait_window() {
  for _ in $(seq 900); do
    [ -z "$(window "$1")" ] || return 0
    sleep 0.05
  done
  echo "no window with '$1' in its title; there are:"
  xwininfo -root -tree | grep '"' | head -20
  return 1
}
wait_gone() {
  for _ in $(seq 150); do
    [ -n "$(window "$1")" ] || return 0
    sleep 0.2
  done
  return 1
}
# A picture, once two in a row are the same, that shows more than one plain surface.
picture() {
  local file=$pictures/$1.png last="" now
  for _ in $(seq 20); do
    sleep 0.7
    timeout 20 import -window root "$file"
    now=$(convert "$file" rgb:- | sha256sum)
    [ "$now" != "$last" ] || break
    last=$now
  done
  [ "$(convert "$file" -format %k info:)" -gt 30 ]
}
# As a person closes it. What wine's taskkill sends to every window of a program, hidden
# ones too, no program of this toolkit outlives.
close() {
  local id
  id=$(window "$1")
  [ -n "$id" ] || return 0
  xdotool windowfocus "$id"
  sleep 0.5
  xdotool key alt+F4
}
# opens NAME TITLE PROGRAM ARGUMENTS...: the window comes, and closes when it is asked to.
opens() {
  local name=$1 title=$2 from
  shift 2
  from=$(date +%s%N)
  (cd "$documents" && exec timeout 180 wine "$@" >"$work/window.log" 2>&1) &
  claim "$name: the window opens with the draft" wait_window "$title"
  printf '         after %s ms\n' $((($(date +%s%N) - from) / 1000000))
  claim "$name: there is a picture of it ($name.png)" picture "$name"
  close "$title" || true
  claim "$name: the window closes when it is asked to" wait_gone "$title"
  wait $! || true
}

# uses NAME CLI: the main job at the command line, compared with what Linux makes.
uses() {
  local name=$1 cli=$2 seed out=out-$1 wanted
  local all=(--json --pdf both --page both --fragment both --markdown both --text both)
  export PROBITAS_PASSPHRASE="quatre mots d’essai ici"
  rm -rf "${documents:?}/$out" "$work/linux"
  mkdir "$work/linux"
  claim "$name: the terminal program says its version" run_says "probitas-cli $VERSION" "$cli" --version
  for seed in "$examples"/*.probitas; do
    seed=$(basename "$seed")
    claim "$name: export of $seed" run "$cli" export "$seed" --out "$out\\${seed%.probitas}" --accept-warnings "${all[@]}" --summary
    [ -n "$linux_cli" ] || continue
    run "$cli" check "$seed" --json >"$work/check-windows" || true
    (cd "$documents" && "$linux_cli" check "$seed" --json >"$work/check-linux") || true
    claim "$name: $seed is found to be the same as on Linux" same "$work/check-windows" "$work/check-linux"
    (cd "$documents" && "$linux_cli" export "$seed" --out "$work/linux/${seed%.probitas}" --accept-warnings "${all[@]}" --summary >/dev/null 2>&1)
    claim "$name: the files of $seed are the same as on Linux" diff -r "$documents/$out/${seed%.probitas}" "$work/linux/${seed%.probitas}"
  done
  claim "$name: a key for the preparer" run "$cli" keygen -o "$out\\préparateur.key" --name "Zoé Exemple"
  claim "$name: a key for the deputy head" run "$cli" keygen -o "$out\\sous-ministre.key" --name "Émile Exemple" --role deputyHead
  claim "$name: a signed export" run "$cli" export elections-canada.probitas --out "$out\\signed" --accept-warnings --key "$out\\préparateur.key" "${all[@]}"
  wanted=$(cd "$documents/$out/signed" 2>/dev/null && ls ./*.json | head -1 | cut -c3-) || true
  claim "$name: the deputy head signs" run "$cli" sign "$out\\signed\\$wanted" --key "$out\\sous-ministre.key" --public-key "$out\\préparateur.key.pub.jwk" -o "$out\\both.json"
  claim "$name: both signatures are verified" run "$cli" verify "$out\\both.json" --key "$out\\préparateur.key.pub.jwk" --key "$out\\sous-ministre.key.pub.jwk"
  sed 's/Émile/Emile/;s/Elections/Élections/;s/"en"/"fr"/' "$documents/$out/both.json" >"$documents/$out/changed.json" || true
  claim "$name: a changed file is refused" not run "$cli" verify "$out\\changed.json" --key "$out\\préparateur.key.pub.jwk"
  [ -n "$linux_cli" ] || return 0
  cd "$documents/$out"
  claim "$name: Linux verifies what Windows signed" "$linux_cli" verify both.json --key préparateur.key.pub.jwk --key sous-ministre.key.pub.jwk
  claim "$name: Linux makes copies of what Windows signed" "$linux_cli" export both.json --out "$work/linux/copies" --public-key préparateur.key.pub.jwk --public-key sous-ministre.key.pub.jwk "${all[@]:1}"
  cd - >/dev/null
  claim "$name: Windows makes copies of it" run "$cli" export "$out\\both.json" --out "$out\\copies" --public-key "$out\\préparateur.key.pub.jwk" --public-key "$out\\sous-ministre.key.pub.jwk" "${all[@]:1}"
  claim "$name: the copies are the same" diff -r "$documents/$out/copies" "$work/linux/copies"
}
run_says() {
  local text=$1
  shift
  run "$@" | tr -d '\r' | grep -xF -- "$text"
}

# associated NAME LANGUAGE PROGRAM: the window opens a draft, and Windows knows that it
# does. The first start asks for the language, unless it is given.
associated() {
  local name=$1 program=${3//\\/\\\\}
  opens "$name-$2" elections-canada "$3" --lang "$2" elections-canada.probitas
  claim "$name: drafts belong to the program" in_registry '@="Probitas.Draft"'
  claim "$name: the program is given the draft" in_registry "@=\"\\\"$program\\\" \\\"%1\\\"\""
}
removed() {
  registry >"$work/registry-after"
  claim "$1: no file is left but documents and settings" diff "$work/files-before" <(files_there)
  claim "$1: no entry of the registry is left" not grep -i probitas "$work/registry-after"
}
files_there >"$work/files-before"
registry >"$work/registry-before"
claim "nothing is in the registry before" not grep -i probitas "$work/registry-before"

step "portable zip"
unzip -q "$base-portable.zip" -d "$drive/office"
portable=$drive/office/Probitas
claim "the archive has one folder" [ -f "$portable/portable.flag" ]
opens zip-en elections-canada 'C:\office\Probitas\probitas.exe' --lang en elections-canada.probitas
opens zip-fr elections-canada 'C:\office\Probitas\probitas.exe' --lang fr elections-canada.probitas
claim "zip: settings are beside the program" [ -f "$portable/probitas-settings/preferences.json" ]
claim "zip: none are in the profile" [ ! -e "$user/AppData/Roaming/Probitas" ]
uses zip 'C:\office\Probitas\probitas-cli.exe'
rm -rf "$portable/probitas-settings"
if [ "$(id -u)" = 0 ]; then # Permissions stop root nowhere.
  mount --bind "$portable" "$portable" && mounted=$portable && mount -o remount,ro,bind "$portable"
else
  chmod -R a-w "$portable"
fi
claim "zip: the folder is read only now" not touch "$portable/test"
opens zip-read-only elections-canada 'C:\office\Probitas\probitas.exe' --lang fr elections-canada.probitas
claim "zip, read only: a file is checked" run 'C:\office\Probitas\probitas-cli.exe' check elections-canada.probitas
claim "zip, read only: nothing was written there" [ ! -e "$portable/probitas-settings" ]
claim "zip, read only: settings are in the profile" [ -f "$user/AppData/Roaming/Probitas/preferences.json" ]
rm -rf "$user/AppData/Roaming/Probitas"
if [ -n "$mounted" ]; then umount "$mounted" && mounted=; else chmod -R u+w "$portable"; fi
rm -rf "$portable"
removed zip

step "installer for one person"
setup() { (cd "$dist" && timeout 180 wine "$(basename "$base-setup.exe")" "$@"); }
installed=$user/AppData/Local/Programs/Probitas
msi() { (cd "$2" && timeout 300 wine msiexec "$1" "$(basename "$3")" /qn /norestart); }
windows_path() { printf '%s' "C:${1#"$drive"}" | tr / '\\'; }
claim "setup: installs silently" setup /S
claim "setup: the programs are there" [ -f "$installed/probitas.exe" -a -f "$installed/probitas-cli.exe" -a -f "$installed/THIRD-PARTY-NOTICES.txt" ]
claim "setup: there is a shortcut" [ -f "$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Probitas.lnk" ]
claim "setup: Windows lists it, with the version" in_registry "\"DisplayVersion\"=\"$VERSION\""
claim "setup: the kind of file is English" in_registry 'Probitas draft of a self-assessment'
associated setup en "$(windows_path "$installed")\\probitas.exe"
claim "setup: settings are in the profile" [ -f "$user/AppData/Roaming/Probitas/preferences.json" ]
uses setup "$(windows_path "$installed")\\probitas-cli.exe"
# An older version is replaced, but not while it is open.
cp "$installed/probitas.exe" "$work/new.exe"
cp "$installed/probitas-cli.exe" "$installed/probitas.exe"
export LC_ALL=fr_CA.UTF-8
claim "setup: installs over an older version, in French" setup /S
claim "setup: the program is the new one" same "$installed/probitas.exe" "$work/new.exe"
claim "setup: the kind of file is French" in_registry 'Ébauche d’autoévaluation Probitas'
rm -rf "$user/AppData/Roaming/Probitas"
# The first start, in the language of Windows.
opens setup-first-fr Probitas "$(windows_path "$installed")\\probitas.exe" elections-canada.probitas
(cd "$documents" && exec timeout 180 wine "$(windows_path "$installed")\\probitas.exe" >/dev/null 2>&1) &
claim "setup: the window is open" wait_window Probitas
code=0
setup /S || code=$?
claim "setup: it does nothing while the window is open ($code)" [ "$code" = 3 ]
close Probitas || true
claim "setup: the window is closed" wait_gone Probitas
(cd "$dist" && exec timeout 60 wine "$(basename "$base-setup.exe")" >/dev/null 2>&1) &
claim "setup: its own window opens" wait_window Probitas
claim "setup: there is a picture of it" picture setup-installer-fr
xdotool key --window "$(window Probitas)" Escape || true
timeout 60 wine taskkill /F /IM "$(basename "$base-setup.exe")" >/dev/null 2>&1 || true
wait_gone Probitas || true
uninstall() {
  timeout 120 wine "$(windows_path "$installed")\\uninstall.exe" "$@" || return 1
  # It goes on from a copy of itself, because it removes itself too.
  for _ in $(seq 100); do
    [ -e "$installed" ] || break
    sleep 0.2
  done
  sleep 2
}
claim "setup: user.msi does not install over it" not msi /i "$dist" "$base-user.msi"
claim "setup: nothing was changed by that" same "$installed/probitas.exe" "$work/new.exe"
claim "setup: settings are there" [ -e "$user/AppData/Roaming/Probitas" ]
claim "setup: is removed silently" uninstall /S
claim "setup: settings and drafts without a name stay" [ -e "$user/AppData/Roaming/Probitas" ]
removed setup
claim "setup: installs again" setup /S
claim "setup: is removed with settings" uninstall /S /ALL
claim "setup: settings are gone" [ ! -e "$user/AppData/Roaming/Probitas" ]
removed "setup, again"
export LC_ALL=en_CA.UTF-8

step "packages for IT"
# An older version of the same packages, so that there is something to update.
old=$work/old
mkdir -p "$old/assets" "$old/dist"
cp -r "$ROOT/packaging" "$ROOT/Cargo.toml" "$ROOT/LICENSE" "$ROOT/NOTICE.md" "$old/"
cp -r "$ROOT/assets/icon" "$old/assets/"
sed -i "s/^version = \"$VERSION\"/version = \"0.0.1\"/" "$old/Cargo.toml"
msiextract -C "$old/programs" "$base-machine.msi" >/dev/null
PROGRAMS=$(dirname "$(find "$old/programs" -name probitas.exe)") \
NOTICES=$(find "$old/programs" -name THIRD-PARTY-NOTICES.txt) \
  "$old/packaging/windows/msi.sh" "$old/dist" >/dev/null 2>&1

find_shortcut() { find "$drive/ProgramData" "$user" -path '*/Start Menu/*' -name Probitas.lnk | grep .; }
for kind in machine user; do
  case $kind in
    machine) installed="$drive/Program Files/Probitas" ;;
    user) installed=$user/AppData/Local/Programs/Probitas ;;
  esac
  claim "$kind.msi: an older version installs" msi /i "$old/dist" "probitas-0.0.1-windows-x86_64-$kind.msi"
  claim "$kind.msi: Windows lists the older version" in_registry '"DisplayVersion"="0.0.1"'
  claim "$kind.msi: installs over it" msi /i "$dist" "$base-$kind.msi"
  claim "$kind.msi: Windows lists the version" in_registry "\"DisplayVersion\"=\"$VERSION\""
  claim "$kind.msi: the older version is gone" not in_registry '"DisplayVersion"="0.0.1"'
  claim "$kind.msi: the programs are there" [ -f "$installed/probitas.exe" -a -f "$installed/probitas-cli.exe" -a -f "$installed/THIRD-PARTY-NOTICES.txt" ]
  if [ "$kind" = user ]; then
    code=0
    setup /S || code=$?
    claim "user.msi: setup.exe does not install over it ($code)" [ "$code" = 4 ]
    claim "user.msi: nothing was changed by that" [ ! -e "$installed/uninstall.exe" ]
  fi
  # Wine knows the menu of the person only.
  claim "$kind.msi: there is a shortcut" find_shortcut
  associated "$kind-msi" fr "$(windows_path "$installed")\\probitas.exe"
  # Wine 8 looks for what opens a file among what holds for the machine only.
  [ "$kind" = user ] ||
    opens "$kind-double-click" elections-canada start /wait 'C:\office\Évaluation\elections-canada.probitas'
  uses "$kind-msi" "$(windows_path "$installed")\\probitas-cli.exe"
  claim "$kind.msi: is removed silently" msi /x "$dist" "$base-$kind.msi"
  claim "$kind.msi: the folder is gone" [ ! -e "$installed" ]
  rm -rf "$user/AppData/Roaming/Probitas"
  removed "$kind.msi"
done

printf '\n'
[ "$failures" = 0 ] || fail "$failures claims fail"
printf 'every claim holds; look at the pictures in %s\n' "$pictures"
