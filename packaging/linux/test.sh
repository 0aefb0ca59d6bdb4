#!/usr/bin/env bash
# test.sh DIST: every package for Linux in DIST, installed, used and removed in a Debian 12
# that has nothing but its base and what a desktop has, without graphics libraries: the
# .deb with apt, the .rpm with rpm, the .run and the .tar.gz by a person without rights.
# Needs root and debootstrap; the base is kept in the cache. Pictures of the windows go to
# PICTURES, in the cache if it is not given.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../lib.sh"
dist=$(cd "${1:?test.sh DIST}" && pwd)
[ "$(id -u)" = 0 ] || skip "only root can make a clean system to install into"
command -v apt-get >/dev/null || skip "no apt-get to install debootstrap with"
# What is mounted goes with this process.
if [ -z "${PROBITAS_UNSHARED:-}" ]; then
  unshare --mount true 2>/dev/null || skip "nothing can be mounted here"
  PROBITAS_UNSHARED=1 exec unshare --mount "$here/$(basename "$0")" "$@"
fi
need_packages debootstrap xvfb openbox xdotool imagemagick x11-utils rpm python3 libx11-6 xz-utils
cache=$CACHE/linux-test
pictures=${PICTURES:-$cache/pictures}
mkdir -p "$cache/archives/partial" "$pictures"

work=$(mktemp -d)
system=$work/system
processes=()
tidy() {
  local status=$?
  [ ${#processes[@]} -eq 0 ] || kill "${processes[@]}" 2>/dev/null || :
  umount "$system/proc" "$system/var/cache/apt/archives" 2>/dev/null || :
  # Never through something that is still mounted.
  if ! grep -qF " $system/" /proc/mounts; then rm -rf "$work"; fi
  exit "$status"
}
trap tidy EXIT

# ---- the system -------------------------------------------------------------------------
mirror=${PROBITAS_DEBIAN_MIRROR:-http://deb.debian.org/debian}
# What any desktop has; the graphics libraries come with the packages that recommend them.
base=(xdg-utils libglib2.0-bin desktop-file-utils shared-mime-info man-db locales file)
recipe=$(printf '%s\n' "$mirror" "${base[@]}" 1 | sha256sum | cut -c1-12)
archive=$cache/bookworm-$recipe.tar
if [ ! -f "$archive" ]; then
  step "a clean Debian 12, once"
  debootstrap --variant=minbase --include="$(IFS=,; echo "${base[*]}")" bookworm "$system" "$mirror" >"$work/log" 2>&1 ||
    { tail -5 "$work/log"; skip "debootstrap cannot make a Debian 12 from $mirror"; }
  for language in en fr; do
    chroot "$system" localedef -i ${language}_CA -f UTF-8 ${language}_CA.UTF-8
  done
  chroot "$system" useradd --create-home --shell /bin/bash clerk
  chroot "$system" apt-get clean
  tar -C "$system" -cf "$archive.new" .
  mv "$archive.new" "$archive"
else
  mkdir "$system"
  tar -C "$system" -xf "$archive"
fi
cp /etc/resolv.conf "$system/etc/resolv.conf"
mount -t proc proc "$system/proc"
mount --bind "$cache/archives" "$system/var/cache/apt/archives"
install -o 1000 -g 1000 -d "$system/home/clerk/Documents"
install -o 1000 -g 1000 -m644 "$ROOT/assets/examples/elections-canada.probitas" "$system/home/clerk/Documents/ébauche 1.probitas"
install -o 1000 -g 1000 -m644 "$ROOT/tests/fixtures/pages/elections-canada.en.txt" "$system/home/clerk/page.txt"

as_root() { chroot "$system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
LANGUAGE_OF_CLERK=fr_CA.UTF-8
as_clerk() {
  chroot --userspec=1000:1000 "$system" env -i PATH=/usr/bin:/bin HOME=/home/clerk USER=clerk LANG=$LANGUAGE_OF_CLERK \
    DISPLAY=":$display" LIBGL_ALWAYS_SOFTWARE=1 XDG_CURRENT_DESKTOP=GNOME PROBITAS_NO_DIALOG=1 "$@"
}
apt_install() { as_root apt-get install -y -q -o APT::Sandbox::User=root "$@" >"$work/log" 2>&1; }
# apt_install with lists that may be old: the network is asked only where they do not do.
install_packages() {
  apt_install "$@" || { as_root apt-get update -q >>"$work/log" 2>&1 && apt_install "$@"; } || { tail -20 "$work/log"; fail "apt-get install $*"; }
}
# Every file and folder, but for what belongs to the clerk, what apt and dpkg write down,
# and what systemd and D-Bus keep when packages leave that were recommended.
inventory() {
  find "$system" -xdev \( -path "$system/proc" -o -path "$system/var/cache" -o -path "$system/var/log" \
    -o -path "$system/var/lib/apt" -o -path "$system/var/lib/dpkg" -o -path "$system/var/lib/rpm" -o -path "$system/tmp" \) \
    -prune -o -printf '%P\n' | grep -vE '^(home/clerk|etc/(ld.so.cache|mtab|machine-id)|run/|root/\.ssh|var/lib/(systemd|private|dbus))' | LC_ALL=C sort
}
of_clerk() { (cd "$system/home/clerk" && find . | grep -v '\.probitas$' | LC_ALL=C sort); }
same() {
  ! grep -iq probitas "$2" || { grep -i probitas "$2"; fail "$3: something of Probitas is left"; }
  diff "$1" "$2" >"$work/diff" || { head -40 "$work/diff"; fail "$3: not as it was before"; }
}
good() { printf '  good: %s\n' "$*"; }
expect() { grep -qF -- "$2" <<<"$1" || fail "$3: «$2» is not in: $1"; }

# ---- the screen -------------------------------------------------------------------------
Xvfb -displayfd 3 -screen 0 1280x900x24 -noreset -ac 3>"$work/display" 2>/dev/null &
processes+=($!)
for _ in $(seq 600); do [ ! -s "$work/display" ] || break; sleep 0.1; done
display=$(cat "$work/display")
[ -n "$display" ] || fail "no display"
export DISPLAY=":$display"
openbox >/dev/null 2>&1 &
processes+=($!)

window() { xdotool search --onlyvisible --class org.probitas.Probitas 2>/dev/null | tail -1; }
titled() { xprop -id "$1" _NET_WM_NAME | sed -n 's/^_NET_WM_NAME.*= //p'; }
# opened NAME TITLE [LANGUAGE]: waits for the window, chooses the language at a first start,
# holds the window to what a desktop goes by, keeps a picture, and closes it as a person does.
opened() {
  local id='' name='' colours=0
  for _ in $(seq 300); do id=$(window || :); [ -z "$id" ] || break; sleep 0.1; done
  [ -n "$id" ] || { import -window root "$pictures/$1.png" || :; fail "$1: no window"; }
  # Until it has been drawn whole.
  for _ in $(seq 100); do
    colours=$(import -window "$id" png:- | identify -format %k - || echo 0)
    [ "$colours" -lt 30 ] || break
    sleep 0.2
  done
  # The two buttons of the first screen, in a window of the size that it opens with.
  case ${3:-} in
    fr) xdotool mousemove --window "$id" 670 406 click 1 ;;
    en) xdotool mousemove --window "$id" 220 406 click 1 ;;
  esac
  for _ in $(seq 50); do
    name=$(titled "$id")
    [[ $name != *"$2"* ]] || break
    sleep 0.2
  done
  sleep 1
  import -window root "$pictures/$1.png"
  expect "$name" "$2" "$1, title of the window"
  expect "$(xprop -id "$id" WM_CLASS)" org.probitas.Probitas "$1, class of the window"
  colours=$(identify -format %k "$pictures/$1.png")
  [ "$colours" -ge 100 ] || fail "$1: the window is empty ($colours colours)"
  xdotool windowactivate --sync "$id" key --clearmodifiers alt+F4
  for _ in $(seq 100); do [ -n "$(window || :)" ] || break; sleep 0.1; done
  [ -z "$(window || :)" ] || fail "$1: the window does not close"
  good "$1: a window, $name"
}
# told NAME: waits for a message in a window, keeps a picture, and closes it.
told() {
  local id=''
  for _ in $(seq 300); do id=$(xdotool search --onlyvisible --class zenity 2>/dev/null | tail -1 || :); [ -z "$id" ] || break; sleep 0.1; done
  sleep 2
  import -window root "$pictures/$1.png"
  [ -n "$id" ] || fail "$1: no message"
  expect "$(titled "$id")" Probitas "$1"
  xdotool windowactivate --sync "$id" key --clearmodifiers Return
  for _ in $(seq 100); do [ -n "$(xdotool search --onlyvisible --class zenity 2>/dev/null || :)" ] || break; sleep 0.1; done
  good "$1: a message in a window"
}
# A double click: the desktop asks for the program of the file's type. It has no terminal.
double_click() { as_clerk gio open "/home/clerk/Documents/ébauche 1.probitas" </dev/null >"$work/clicked" 2>&1; }

# ---- what every installed program must do -----------------------------------------------
# used NAME PREFIX: the file type, the manual and the main job.
used() {
  local said
  said=$(as_clerk xdg-mime query filetype "/home/clerk/Documents/ébauche 1.probitas")
  [ "$said" = application/vnd.probitas.draft+json ] || fail "$1: the file type is $said"
  said=$(as_clerk xdg-mime query default application/vnd.probitas.draft+json)
  [ "$said" = org.probitas.Probitas.desktop ] || fail "$1: the program of the file type is $said"
  said=$(as_clerk gio info -a standard::icon "/home/clerk/Documents/ébauche 1.probitas")
  expect "$said" org.probitas.Probitas "$1, icon of a draft"
  for page in probitas probitas-cli; do
    said=$(as_clerk env MANPATH="$2/share/man" MANWIDTH=80 man "$page")
    expect "$said" VOIR "$1, man $page in French"
    said=$(LANGUAGE_OF_CLERK=en_CA.UTF-8 && as_clerk env MANPATH="$2/share/man" MANWIDTH=80 man "$page")
    expect "$said" "EXIT STATUS" "$1, man $page in English"
  done
  good "$1: file type, program for it, icon, manual in both languages"

  as_clerk env PROBITAS_PASSPHRASE="correct horse battery staple" PATH="$2/bin:/usr/bin:/bin" bash -euc '
    mkdir ~/job && cd ~/job
    probitas-cli import ~/page.txt -o draft.probitas
    probitas-cli check draft.probitas
    probitas-cli keygen -o key.pem --name "A. Tremblay"
    probitas-cli keygen -o head.pem --name "S. Perrault" --role deputyHead
    probitas-cli export draft.probitas --out out --key key.pem --json --pdf both
    probitas-cli export draft.probitas --out out --pdf en
    probitas-cli export draft.probitas --out out --pdf fr
    probitas-cli sign out/*.json --key head.pem --public-key key.pem.pub.jwk -o signed.json
    probitas-cli verify signed.json --key key.pem.pub.jwk --key head.pem.pub.jwk
    # Changed by one letter, it must be refused.
    sed "s/Elections Canada/Elections Canadb/" signed.json >forged.json
    ! probitas-cli verify forged.json --key key.pem.pub.jwk --key head.pem.pub.jwk
    for pdf in out/*_en-fr.pdf out/*_en-UNSIGNED*.pdf out/*_fr-UNSIGNED*.pdf; do [ "$(head -c 5 "$pdf")" = %PDF- ]; done
  ' >"$work/job" 2>&1 || { cat "$work/job"; fail "$1: the main job"; }
  [ "$(grep -c "^Signé par\|^Signée par" "$work/job")" -ge 2 ] || { cat "$work/job"; fail "$1: not signed by two"; }
  rm -rf "$system/home/clerk/job"
  good "$1: import, check, two keys, export in both languages, second signature, verification"
}
only_the_draft_is_left() {
  rm -rf "$system/home/clerk/.config" "$system/home/clerk/.cache" "$system/home/clerk/.local"
  cmp "$ROOT/assets/examples/elections-canada.probitas" "$system/home/clerk/Documents/ébauche 1.probitas"
}

name=probitas-$VERSION-linux-x86_64
inventory >"$work/clean"
of_clerk >"$work/clerk"

# ---- .deb -------------------------------------------------------------------------------
step "probitas_${VERSION}_amd64.deb"
cp "$dist/probitas_${VERSION}_amd64.deb" "$system/tmp/probitas.deb"
install_packages --no-install-recommends /tmp/probitas.deb
# Without what it only recommends there is no window, but a word about it and the terminal.
if said=$(as_clerk probitas </dev/null 2>&1); then fail "a window without graphics libraries?"; fi
expect "$said" probitas-cli "no graphics libraries"
expect "$said" fenêtre "no graphics libraries"
good "without graphics libraries: both languages name the terminal program"
as_root apt-get purge -y -q --autoremove probitas >"$work/log" 2>&1
inventory >"$work/now"
same "$work/clean" "$work/now" ".deb alone"

install_packages /tmp/probitas.deb
for library in libegl1 libgl1 libxkbcommon-x11-0 libxcursor1 libwayland-client0; do
  as_root dpkg -s "$library" >/dev/null 2>&1 || fail "$library did not come with it"
done
used .deb /usr
double_click
opened deb-double-click-fr "ébauche 1" fr
# From the menu; the language that was chosen stays.
LANGUAGE_OF_CLERK=en_CA.UTF-8
as_clerk gio launch /usr/share/applications/org.probitas.Probitas.desktop </dev/null >/dev/null 2>&1
opened deb-from-the-menu-fr Probitas
rm -r "$system/home/clerk/.config/probitas"
as_clerk gio launch /usr/share/applications/org.probitas.Probitas.desktop </dev/null >/dev/null 2>&1
opened deb-from-the-menu-en Probitas en
LANGUAGE_OF_CLERK=fr_CA.UTF-8
step "start to first frame, installed"
env -i DISPLAY="$DISPLAY" PATH=/usr/sbin:/usr/bin:/sbin:/bin python3 "$here/first-frame.py" "${STARTS:-7}" \
  chroot --userspec=1000:1000 "$system" env -i HOME=/home/clerk LANG=fr_CA.UTF-8 DISPLAY="$DISPLAY" LIBGL_ALWAYS_SOFTWARE=1 /usr/bin/probitas

as_root apt-get purge -y -q --autoremove probitas >"$work/log" 2>&1
inventory >"$work/now"
same "$work/clean" "$work/now" ".deb removed"
only_the_draft_is_left
good "removed: nothing is left but the clerk’s files"

# ---- the graphics libraries of a desktop, from here on -----------------------------------
# And what GNOME shows messages of others with.
install_packages --no-install-recommends libegl1 libgl1 libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrender1 libxcb1 \
  libxkbcommon0 libxkbcommon-x11-0 libwayland-client0 libwayland-egl1 zenity
inventory >"$work/clean"

# ---- .rpm -------------------------------------------------------------------------------
# A system of another kind is not at hand: rpm installs into this one, without its
# dependencies, which are read instead.
step "probitas-$VERSION-1.x86_64.rpm"
rpm=$dist/probitas-$VERSION-1.x86_64.rpm
wanted=$(rpm -qp --requires "$rpm" | sed -n 's/.*(GLIBC_\(2[.0-9]*\)).*/\1/p' | sort -Vu | tail -1)
[ "$(printf '%s\n' "$wanted" 2.34 | sort -V | tail -1)" = 2.34 ] || fail "the .rpm needs glibc $wanted"
[ -z "$(rpm -qp --scripts "$rpm")" ] || fail "the .rpm has scripts"
others=$(rpm -qp --requires "$rpm" | grep -vE '^(ld-linux-x86-64|libc|libm|libgcc_s)\.so|^rpmlib\(|^rtld\(' || :)
[ -z "$others" ] || fail "the .rpm requires $others"
expect "$(rpm -qp --recommends "$rpm")" "libEGL.so.1()(64bit)" "the .rpm recommends"
expect "$(rpm -qp --queryformat '%{SUMMARY}' "$rpm")" self-assessment "summary of the .rpm"
expect "$(env -u LC_ALL LANG=fr_CA.UTF-8 rpm -qp --queryformat '%{SUMMARY}' "$rpm")" Autoévaluation "French summary of the .rpm"
rpm --root "$system" --dbpath /var/lib/rpm --initdb
rpm --root "$system" --dbpath /var/lib/rpm -i --nodeps --nosignature "$rpm" 2>"$work/log" || { cat "$work/log"; fail "rpm -i"; }
rpm --root "$system" --dbpath /var/lib/rpm -V --nodeps probitas || fail "rpm -V"
# Systems with rpm do this by themselves when files come there.
as_root update-mime-database /usr/share/mime && as_root update-desktop-database /usr/share/applications
used .rpm /usr
double_click
opened rpm-double-click-fr "ébauche 1" fr
rpm --root "$system" --dbpath /var/lib/rpm -e probitas
as_root update-mime-database /usr/share/mime && as_root update-desktop-database /usr/share/applications
inventory >"$work/now"
same "$work/clean" "$work/now" ".rpm removed"
only_the_draft_is_left
good "removed: nothing is left but the clerk’s files"

# ---- .run -------------------------------------------------------------------------------
step "$name.run"
install -m644 "$dist/$name.run" "$system/tmp/probitas.run"
as_clerk sh /tmp/probitas.run >"$work/said"
expect "$(cat "$work/said")" "Probitas est installé." ".run"
used .run /home/clerk/.local
double_click
opened run-double-click-fr "ébauche 1" fr
# Over itself, as an update, and from a desktop, without a terminal.
as_clerk env -u PROBITAS_NO_DIALOG sh /tmp/probitas.run </dev/null >/dev/null 2>&1 &
told run-installed-without-terminal-fr
wait $! || fail "the .run over itself"
# Nothing can draw the window: whoever clicked is told.
as_clerk env LIBGL_DRIVERS_PATH=/nonexistent gio launch /home/clerk/.local/share/applications/org.probitas.Probitas.desktop \
  </dev/null >/dev/null 2>&1
told run-cannot-draw
as_clerk sh /home/clerk/.local/lib/probitas/uninstall.sh >"$work/said"
expect "$(cat "$work/said")" "Probitas est retiré." ".run, removed"
# What is left of it are the settings, which the program wrote.
rm -r "$system/home/clerk/.config/probitas"
for left in .local/share/probitas .local/share .local .config .cache; do
  [ ! -d "$system/home/clerk/$left" ] || find "$system/home/clerk/$left" -depth -type d -empty -delete
done
rm -rf "$system/home/clerk/.cache/mesa_shader_cache" "$system/home/clerk/.cache"
of_clerk >"$work/now"
same "$work/clerk" "$work/now" ".run removed"
inventory >"$work/now"
same "$work/clean" "$work/now" ".run and the system"
head -c 5000000 "$dist/$name.run" >"$system/tmp/probitas.run"
if as_clerk sh /tmp/probitas.run >"$work/said" 2>&1; then fail "half a .run was installed"; fi
expect "$(cat "$work/said")" "endommagé" "half a .run"
rm "$system/tmp/probitas.run"
good "removed: nothing is left but the clerk’s files and settings; half a file is refused"

# ---- .tar.gz ----------------------------------------------------------------------------
step "$name.tar.gz"
cp "$dist/$name.tar.gz" "$system/tmp/"
as_clerk tar -xzf "/tmp/$name.tar.gz" -C /home/clerk
unpacked=/home/clerk/$name
as_clerk "$unpacked/probitas" "/home/clerk/Documents/ébauche 1.probitas" </dev/null >/dev/null 2>&1 &
opened tar-portable-fr "ébauche 1" fr
[ -f "$system$unpacked/probitas-settings/preferences.json" ] || fail "the settings are not beside the program"
[ ! -e "$system/home/clerk/.config/probitas" ] || fail "settings outside of the folder"
good "portable: the settings are beside the program"
# From a folder that is read only.
chmod -R a-w "$system$unpacked" && chown -R 0:0 "$system$unpacked"
as_clerk "$unpacked/probitas" "/home/clerk/Documents/ébauche 1.probitas" </dev/null >/dev/null 2>&1 &
opened tar-read-only-fr "ébauche 1"
LANGUAGE_OF_CLERK=en_CA.UTF-8
as_clerk sh "$unpacked/install.sh" --prefix "/home/clerk/My programs" >"$work/said"
expect "$(cat "$work/said")" "Probitas is installed." ".tar.gz"
as_clerk gio launch "/home/clerk/My programs/share/applications/org.probitas.Probitas.desktop" "/home/clerk/Documents/ébauche 1.probitas" \
  </dev/null >/dev/null 2>&1
opened tar-installed-en "ébauche 1" en
as_clerk sh "$unpacked/uninstall.sh" --prefix "/home/clerk/My programs" >"$work/said"
expect "$(cat "$work/said")" "Probitas is removed." ".tar.gz, removed"
[ ! -e "$system/home/clerk/My programs" ] || { find "$system/home/clerk/My programs"; fail ".tar.gz: something is left"; }
LANGUAGE_OF_CLERK=fr_CA.UTF-8
as_clerk sh "$unpacked/install.sh" >/dev/null
used .tar.gz /home/clerk/.local
as_clerk sh "$unpacked/uninstall.sh" >/dev/null
rm -rf "$system$unpacked" "$system/home/clerk/.config" "$system/home/clerk/.cache"
for left in .local/share/probitas .local; do
  [ ! -d "$system/home/clerk/$left" ] || find "$system/home/clerk/$left" -depth -type d -empty -delete
done
of_clerk >"$work/now"
same "$work/clerk" "$work/now" ".tar.gz removed"
inventory >"$work/now"
same "$work/clean" "$work/now" ".tar.gz and the system"
only_the_draft_is_left
good "removed: nothing is left but the clerk’s files"
printf '\nall packages for Linux are good; pictures: %s\n' "$pictures"
