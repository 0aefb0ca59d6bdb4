#!/usr/bin/env bash
# package.sh OUT: the packages for Linux on x86-64, from the built programs PROBITAS and
# PROBITAS_CLI: .tar.gz, .deb, .rpm and .run. NOTICES may name the notices of third
# parties. The same programs make the same bytes, wherever and whenever.
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
here=$ROOT/packaging/linux
mkdir -p "${1:?package.sh OUT}"
out=$(cd "$1" && pwd)
window=$(realpath "${PROBITAS:?the built window}")
terminal=$(realpath "${PROBITAS_CLI:?the built terminal program}")
notices=${NOTICES:-$ROOT/NOTICE.md}
need_packages binutils rpm xz-utils python3 groff-base desktop-file-utils appstream libxml2-utils shared-mime-info
need objdump rpmbuild dpkg-deb xz

id=org.probitas.Probitas
# Every system with this one or a newer: Debian 12, Ubuntu 22.04, RHEL 9 and their like.
newest_glibc=2.34
# What egui opens while it runs, and not before: without a window none of it is needed.
opened=(libEGL.so.1 libGL.so.1 libX11.so.6 libX11-xcb.so.1 libXcursor.so.1 libXi.so.6 libXrender.so.1 libxcb.so.1
  libxkbcommon.so.0 libxkbcommon-x11.so.0 libwayland-client.so.0 libwayland-egl.so.1)
opened_in_debian=(libegl1 libgl1 libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrender1 libxcb1
  libxkbcommon0 libxkbcommon-x11-0 libwayland-client0 libwayland-egl1)
# Dialogs for files, other programs for files, and the desktop's lists of applications.
desktop_in_debian=('xdg-desktop-portal | zenity' xdg-utils shared-mime-info desktop-file-utils hicolor-icon-theme)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
day() { date --utc --date "@$SOURCE_DATE_EPOCH" "$@"; }

step "which glibc, and which libraries"
for program in "$window" "$terminal"; do
  wanted=$(objdump -T "$program" | sed -n 's/.*(\?GLIBC_\(2[.0-9]*\)).*/\1/p' | sort -Vu | tail -1)
  [ "$(printf '%s\n' "$wanted" $newest_glibc | sort -V | tail -1)" = $newest_glibc ] ||
    fail "$(basename "$program") needs glibc $wanted, newer than $newest_glibc (see old-glibc.sh):
$(objdump -T "$program" | grep -F "GLIBC_$wanted")"
  others=$(objdump -p "$program" | sed -n 's/^ *NEEDED *//p' | grep -vxE 'lib(c|m|gcc_s)\.so\.[0-9]+|ld-linux-x86-64\.so\.2' || :)
  [ -z "$others" ] || fail "$(basename "$program") cannot start without: $others"
  echo "$(basename "$program"): glibc $wanted"
done
for library in "${opened[@]}"; do
  grep -aqF "$library" "$window" || fail "the window no longer opens $library"
done

step "texts for the desktop"
share=$work/share
install -d "$share/applications" "$share/metainfo" "$share/mime/packages"
install -m644 "$here/$id.desktop" "$share/applications/"
install -m644 "$here/$id-mime.xml" "$share/mime/packages/$id.xml"
sed "s|<release version=.* date=.*/>|<release version=\"$VERSION\" date=\"$(day +%F)\"/>|" "$here/$id.metainfo.xml" \
  >"$share/metainfo/$id.metainfo.xml"
desktop-file-validate "$share/applications/$id.desktop"
appstreamcli validate --no-net "$share/metainfo/$id.metainfo.xml" >"$work/said" || { cat "$work/said"; fail "$id.metainfo.xml"; }
xmllint --noout --nonet "$share/mime/packages/$id.xml"
mkdir -p "$work/mime/packages" && cp "$share/mime/packages/$id.xml" "$work/mime/packages/"
warned=$(update-mime-database "$work/mime" 2>&1 | grep -vE 'search path|XDG_DATA|environment|directories|^$|^- |be able|currently' || :)
grep -qx '50:application/vnd.probitas.draft+json:\*.probitas' "$work/mime/globs2" || fail "the file type: $warned"

for size in 16 24 32 48 64 128 256 512; do
  install -Dm644 "$ROOT/assets/icon/probitas-$size.png" "$share/icons/hicolor/${size}x$size/apps/$id.png"
done
install -Dm644 "$ROOT/assets/icon/probitas.svg" "$share/icons/hicolor/scalable/apps/$id.svg"

step "manual pages and completions"
export PROBITAS=$window PROBITAS_CLI=$terminal
"$here/man.sh" "$share/man"
PYTHONDONTWRITEBYTECODE=1 python3 "$here/text/completions.py" "$terminal" "$work/completions"
bash -n "$work/completions/bash"
install -Dm644 "$work/completions/bash" "$share/bash-completion/completions/probitas-cli"
install -Dm644 "$work/completions/fish" "$share/fish/vendor_completions.d/probitas-cli.fish"
install -Dm644 "$work/completions/zsh" "$share/zsh/site-functions/_probitas-cli"

install -Dm644 "$ROOT/LICENSE" "$share/doc/probitas/LICENSE.txt"
install -Dm644 "$ROOT/NOTICE.md" "$share/doc/probitas/NOTICE.txt"
install -Dm644 "$notices" "$share/doc/probitas/THIRD-PARTY-NOTICES.txt"

step ".tar.gz"
name=probitas-$VERSION-linux-x86_64
portable=$work/$name
install -Dm755 "$window" "$portable/probitas"
install -Dm755 "$terminal" "$portable/probitas-cli"
install -m755 "$here/portable/install.sh" "$here/portable/uninstall.sh" "$portable/"
install -m644 "$here/portable/LISEZMOI-README.txt" "$portable/"
cp -r "$share" "$portable/share"
steady_tar "$portable" >"$work/run.tar"
: >"$portable/portable.flag"
steady_tar "$portable" | gzip -9n >"$out/$name.tar.gz"

step ".run"
# Of our own making: what others make speaks to people in English only. gzip, because a
# small system may lack every other.
gzip -9n <"$work/run.tar" >"$work/run.tar.gz"
sum=$(sha256sum "$work/run.tar.gz" | cut -d' ' -f1)
header() {
  sed -e "s|@VERSION@|$VERSION|g" -e "s|@NAME@|$name|g" -e "s|@SHA256@|$sum|g" -e "s|@OFFSET@|$1|g" "$here/portable/run.sh"
}
# The length of the script is in it: as wide a number as is wanted at last.
begin=$(($(header 00000 | wc -c) + 1))
[ ${#begin} -le 5 ] || fail "the script of the .run has become long"
{ header "$(printf '%05d' "$begin")"; cat "$work/run.tar.gz"; } >"$out/$name.run"
chmod 755 "$out/$name.run"

step ".deb"
# A version before a release sorts before it.
sorted_version=${VERSION//-/\~}
root=$work/deb
mkdir -p "$root/usr/bin" "$root/DEBIAN"
install -m755 "$window" "$terminal" "$root/usr/bin/"
[ "$(basename "$window")" = probitas ] || mv "$root/usr/bin/$(basename "$window")" "$root/usr/bin/probitas"
[ "$(basename "$terminal")" = probitas-cli ] || mv "$root/usr/bin/$(basename "$terminal")" "$root/usr/bin/probitas-cli"
cp -r "$share" "$root/usr/share"
# Debian has its own places for these.
mv "$root/usr/share/zsh/site-functions" "$root/usr/share/zsh/vendor-completions"
find "$root/usr/share/man" -name '*.1' -exec gzip -9n {} +
doc=$root/usr/share/doc/probitas
rm "$doc/LICENSE.txt"
{
  printf '%s\n' 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/' 'Upstream-Name: Probitas' \
    'Comment:' ' What was built in of others, and under which licences, stands in' \
    ' THIRD-PARTY-NOTICES.txt beside this file; where the content comes from, in' ' NOTICE.txt.' \
    '' 'Files: *' "Copyright: $(sed -n 's/^Copyright (c) //p' "$ROOT/LICENSE")" 'License: Expat'
  sed -e '1,/^Copyright/d' "$ROOT/LICENSE" | sed -e '1{/^$/d}' -e 's/^$/./' -e 's/^/ /'
} >"$doc/copyright"
gzip -9n <"$ROOT/CHANGELOG.md" >"$doc/NEWS.gz"
printf 'probitas (%s) stable; urgency=medium\n\n  * What is new stands in NEWS.gz beside this file.\n\n -- %s  %s\n' \
  "$sorted_version" 'The Probitas maintainers <probitas@localhost>' "$(day -R)" | gzip -9n >"$doc/changelog.gz"
install -Dm644 "$here/lintian-overrides" "$root/usr/share/lintian/overrides/probitas"
list() { local IFS=,; printf '%s' "$*" | sed 's/,/, /g'; }
cat >"$root/DEBIAN/control" <<C
Package: probitas
Version: $sorted_version
Architecture: amd64
Maintainer: The Probitas maintainers <probitas@localhost>
Installed-Size: $(du -ks --apparent-size "$root/usr" | cut -f1)
Section: editors
Priority: optional
Depends: libc6 (>= $newest_glibc), libgcc-s1
Recommends: $(list "${opened_in_debian[@]}" "${desktop_in_debian[@]}")
Suggests: cups-client, opensc-pkcs11
Description: values-and-ethics self-assessment of the Canadian federal public service
 The form of 13 questions that deputy heads fill in, in English and French. It
 says at once what is missing or contradictory, and makes a signed file, an
 accessible PDF and the pages to publish. It needs no network.
 .
 Autoévaluation sur les valeurs et l’éthique de la fonction publique fédérale du
 Canada : le formulaire de 13 questions que remplissent les administrateurs
 généraux et les administratrices générales, en français et en anglais. Il
 indique aussitôt ce qui manque ou se contredit, et produit un fichier signé, un
 PDF accessible et les pages à publier. Aucun réseau n’est nécessaire.
C
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
steady_time "$root"
dpkg-deb --root-owner-group -Zxz -z9 --threads-max=1 --build "$root" "$out/probitas_${VERSION}_amd64.deb" >/dev/null

step ".rpm"
tree=$work/rpm-tree
mkdir -p "$tree/usr/bin"
cp "$root"/usr/bin/* "$tree/usr/bin/"
cp -r "$share" "$tree/usr/share"
gzip -9n <"$ROOT/CHANGELOG.md" >"$tree/usr/share/doc/probitas/CHANGELOG.md.gz"
find "$tree/usr/share/man" -name '*.1' -exec gzip -9n {} +
steady_time "$tree"
cat >"$work/probitas.spec" <<S
Name: probitas
Version: $sorted_version
Release: 1
Summary: Values-and-ethics self-assessment of the Canadian federal public service
Summary(fr): Autoévaluation sur les valeurs et l’éthique de la fonction publique fédérale du Canada
License: MIT
Group: Applications/Productivity
Vendor: Probitas
# The libraries that the programs are linked with are found by rpmbuild; these are opened
# while the window runs.
$(printf 'Recommends: %s()(64bit)\n' "${opened[@]}")
Recommends: hicolor-icon-theme
Recommends: shared-mime-info
Recommends: xdg-utils
Recommends: (xdg-desktop-portal or zenity)
%description
The form of 13 questions that deputy heads fill in, in English and French. It says at
once what is missing or contradictory, and makes a signed file, an accessible PDF and the
pages to publish. It needs no network.
%description -l fr
Le formulaire de 13 questions que remplissent les administrateurs généraux et les
administratrices générales, en français et en anglais. Il indique aussitôt ce qui manque
ou se contredit, et produit un fichier signé, un PDF accessible et les pages à publier.
Aucun réseau n’est nécessaire.
%install
cp -a $tree/. %{buildroot}/
%files
%defattr(-,root,root)
/usr/bin/probitas
/usr/bin/probitas-cli
/usr/share/applications/$id.desktop
/usr/share/metainfo/$id.metainfo.xml
/usr/share/mime/packages/$id.xml
/usr/share/icons/hicolor/*/apps/$id.*
/usr/share/bash-completion/completions/probitas-cli
/usr/share/fish/vendor_completions.d/probitas-cli.fish
/usr/share/zsh/site-functions/_probitas-cli
%doc /usr/share/man/man1/*
%lang(fr) %doc /usr/share/man/fr/man1/*
# Folders that a system may lack.
%dir /usr/share/bash-completion
%dir /usr/share/bash-completion/completions
%dir /usr/share/fish
%dir /usr/share/fish/vendor_completions.d
%dir /usr/share/metainfo
%dir /usr/share/zsh
%dir /usr/share/zsh/site-functions
%dir /usr/share/doc/probitas
%doc /usr/share/doc/probitas/CHANGELOG.md.gz
%doc /usr/share/doc/probitas/NOTICE.txt
%license /usr/share/doc/probitas/LICENSE.txt
%license /usr/share/doc/probitas/THIRD-PARTY-NOTICES.txt
S
# The system's own settings of rpm and home are left out of it.
HOME=$work rpmbuild -bb --quiet --target x86_64 --define "_topdir $work/rpm" --define "_rpmdir $work" --define "_tmppath $work" \
  --define "_build_name_fmt %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm" \
  --define "_buildhost probitas" --define "use_source_date_epoch_as_buildtime 1" \
  --define "clamp_mtime_to_source_date_epoch 1" --define "source_date_epoch_from_changelog 0" \
  --define "_binary_payload w9.xzdio" --define "__os_install_post %{nil}" --define "debug_package %{nil}" \
  --define "_build_id_links none" --define "packager %{nil}" "$work/probitas.spec" >"$work/said" 2>&1 || { cat "$work/said"; fail "rpmbuild"; }
cp "$work/probitas-$sorted_version-1.x86_64.rpm" "$out/probitas-$VERSION-1.x86_64.rpm"

(cd "$out" && stat -c '%10s  %n' "$name.tar.gz" "probitas_${VERSION}_amd64.deb" "probitas-$VERSION-1.x86_64.rpm" "$name.run")
