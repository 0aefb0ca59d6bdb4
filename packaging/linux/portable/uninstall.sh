#!/bin/sh
# Removes what install.sh installed, and nothing else. / Retire ce que install.sh a
# installé, et rien d’autre.
set -eu
case ${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in
  fr*) french=1 english='' ;;
  en*) french='' english=1 ;;
  *) french=1 english=1 ;;
esac
say() {
  [ -z "$english" ] || printf '%s\n' "$1"
  [ -z "$french" ] || printf '%s\n' "$2"
}

# Tells the desktop of .desktop files, file types and icons that came or went.
refresh() {
  share=$1/share
  if [ -d "$share/applications" ] && command -v update-desktop-database >/dev/null; then
    update-desktop-database -q "$share/applications" || :
  fi
  if [ -d "$share/mime/packages" ] && command -v update-mime-database >/dev/null; then
    update-mime-database "$share/mime" >/dev/null 2>&1 || :
  fi
  if [ -d "$share/icons/hicolor" ]; then
    touch "$share/icons/hicolor" 2>/dev/null || :
    # Only where there is a list already: without one every icon is found.
    if [ -f "$share/icons/hicolor/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null; then
      gtk-update-icon-cache -q -t -f "$share/icons/hicolor" || :
    fi
  fi
}

here=$(cd "$(dirname "$0")" && pwd)
prefix=${HOME:-}/.local
[ ! -f "$here/installed" ] || prefix=${here%/lib/probitas}
while [ $# -gt 0 ]; do
  case $1 in
    # For install.sh.
    --refresh) refresh "$2"; exit 0 ;;
    --prefix) [ $# -gt 1 ] || { set -- --help; continue; }; prefix=$2; shift ;;
    --prefix=*) prefix=${1#--prefix=} ;;
    *)
      say "Usage: uninstall.sh [--prefix FOLDER]
Removes Probitas from FOLDER, or from ~/.local." \
        "Utilisation : uninstall.sh [--prefix DOSSIER]
Retire Probitas de DOSSIER, ou de ~/.local."
      [ "$1" = --help ] || [ "$1" = -h ] || exit 2
      exit 0 ;;
  esac
  shift
done
case $prefix in /*) ;; *) prefix=$(pwd)/$prefix ;; esac

list=$prefix/lib/probitas/installed
if [ ! -f "$list" ]; then
  say "Probitas is not installed in $prefix." "Probitas n’est pas installé dans $prefix." >&2
  exit 1
fi
names=$(cat "$list")
each() {
  printf '%s\n' "$names" | while IFS= read -r name; do
    # Only what lies below the folder.
    case $name in '' | /* | *..*) continue ;; esac
    case $1:$name in
      files:*/ | folders:*[!/]) ;;
      files:*) rm -f "$prefix/$name" ;;
      folders:*/) rmdir "$prefix/${name#./}" 2>/dev/null || : ;;
    esac
  done
}
each files
rm -f "$list"
# Whether a folder below is there only because of us: made by us, and nothing of others in it.
only_ours() {
  case "
$names
" in *"
share/$1/
"*) [ -z "$(find "$prefix/share/$2" -type f 2>/dev/null | head -n 1)" ] ;; *) return 1 ;; esac
}
# The desktop's own lists of what was there.
if only_ours mime mime/packages; then
  for name in aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version XMLnamespaces \
    application/vnd.probitas.draft+json.xml; do
    rm -f "$prefix/share/mime/$name"
  done
  rmdir "$prefix/share/mime/application" "$prefix/share/mime/packages" 2>/dev/null || :
fi
refresh "$prefix"
if [ -z "$(find "$prefix/share/applications" -name '*.desktop' 2>/dev/null | head -n 1)" ] && only_ours applications no-such-folder; then
  rm -f "$prefix/share/applications/mimeinfo.cache"
fi
each folders

say "Probitas is removed. Your files stay where they are: drafts, keys, exports; and your settings and drafts without a name, in ~/.config/probitas and ~/.local/share/probitas." \
  "Probitas est retiré. Vos fichiers restent où ils sont : ébauches, clés, exportations; ainsi que vos paramètres et vos ébauches sans nom, dans ~/.config/probitas et ~/.local/share/probitas."
