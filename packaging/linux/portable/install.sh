#!/bin/sh
# Installs Probitas for one person, into ~/.local, without administrator rights; with
# --prefix into another folder. / Installe Probitas pour une personne, dans ~/.local, sans
# droits d’administrateur; avec --prefix, dans un autre dossier.
set -eu
umask 022
here=$(cd "$(dirname "$0")" && pwd)
case ${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in
  fr*) french=1 english='' ;;
  en*) french='' english=1 ;;
  *) french=1 english=1 ;;
esac

# say ENGLISH FRENCH: to whoever reads, in a terminal or, without one, in a window.
said=''
say() {
  text=''
  [ -z "$english" ] || text=$1
  [ -z "$french" ] || text=${text:+$text
}$2
  printf '%s\n' "$text"
  said=${said:+$said
}$text
}
in_window() {
  [ ! -t 1 ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -z "${PROBITAS_NO_DIALOG:-}" ] || return 0
  if command -v zenity >/dev/null; then
    zenity "--$1" --no-wrap --no-markup --title=Probitas --text="$said" 2>/dev/null || :
  elif command -v kdialog >/dev/null; then
    case $1 in error) kind=--error ;; *) kind=--msgbox ;; esac
    kdialog --title Probitas "$kind" "$said" 2>/dev/null || :
  fi
}
give_up() { say "$@" >&2; in_window error; exit 1; }

prefix=${HOME:-}/.local
while [ $# -gt 0 ]; do
  case $1 in
    --prefix) [ $# -gt 1 ] || { set -- --help; continue; }; prefix=$2; shift ;;
    --prefix=*) prefix=${1#--prefix=} ;;
    *)
      say "Usage: install.sh [--prefix FOLDER]
Installs Probitas into FOLDER, or into ~/.local." \
        "Utilisation : install.sh [--prefix DOSSIER]
Installe Probitas dans DOSSIER, ou dans ~/.local."
      [ "$1" = --help ] || [ "$1" = -h ] || exit 2
      exit 0 ;;
  esac
  shift
done
case $prefix in
  /.local) give_up "There is no home folder. Name a folder with --prefix." \
    "Aucun dossier personnel n’est défini. Nommez un dossier avec --prefix." ;;
  /*) ;;
  *) prefix=$(pwd)/$prefix ;;
esac
newline='
'
case $prefix in
  *"$newline"*) give_up "A folder with a line break in its name does not serve." \
    "Un dossier dont le nom contient un saut de ligne ne convient pas." ;;
esac

# quoted TEXT: as one word of a command line.
quoted() {
  printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"
}

kept=$prefix/lib/probitas
list=$kept/installed
made=''
# folder PATH: makes a folder below the prefix, and remembers which ones were made.
folder() {
  [ ! -d "$prefix/$1" ] || return 0
  case $1 in */*) folder "${1%/*}" ;; esac
  mkdir -p "$prefix/$1"
  made="$made$1/
"
}
# put FROM TO MODE: a file is complete or not there, also while an older one runs.
put() {
  case $2 in */*) folder "${2%/*}" ;; esac
  cp "$1" "$prefix/$2.new"
  chmod "$3" "$prefix/$2.new"
  mv -f "$prefix/$2.new" "$prefix/$2"
  put_list="$put_list$2
"
}
put_list=''

[ -d "$prefix" ] || made='./
'
if ! { mkdir -p "$prefix" && [ -w "$prefix" ]; } 2>/dev/null; then
  give_up "Nothing can be written to $prefix. Name another folder with --prefix." \
    "Rien ne peut être écrit dans $prefix. Nommez un autre dossier avec --prefix."
fi
folder bin
cp "$here/probitas-cli" "$prefix/bin/.probitas-trial"
chmod 755 "$prefix/bin/.probitas-trial"
if ! "$prefix/bin/.probitas-trial" --version >/dev/null 2>&1; then
  rm -f "$prefix/bin/.probitas-trial"
  # What was just made goes again.
  for name in $made; do rmdir "$prefix/$name" 2>/dev/null || :; done
  give_up "Probitas cannot run from $prefix. It needs 64-bit Linux for Intel or AMD with glibc 2.34 or newer (Debian 12, Ubuntu 22.04, RHEL 9), and a folder from which programs may be started." \
    "Probitas ne peut pas s’exécuter à partir de $prefix. Il lui faut Linux 64 bits pour Intel ou AMD avec glibc 2.34 ou plus récent (Debian 12, Ubuntu 22.04, RHEL 9), et un dossier d’où l’on peut lancer des programmes."
fi
rm -f "$prefix/bin/.probitas-trial"

put "$here/probitas" bin/probitas 755
put "$here/probitas-cli" bin/probitas-cli 755
put "$here/uninstall.sh" lib/probitas/uninstall.sh 755
(cd "$here/share" && find . -type f) | sed 's,^\./,,' | LC_ALL=C sort >"$kept/.names"
while IFS= read -r name; do
  put "$here/share/$name" "share/$name" 644
done <"$kept/.names"
rm -f "$kept/.names"

# A desktop does not look into ~/.local/bin everywhere, so that the entry names the program
# by its whole path.
entry=$prefix/share/applications/org.probitas.Probitas.desktop
program=$prefix/bin/probitas awk '
  function every(text, one, by,    out, i, sign) {
    out = ""
    for (i = 1; i <= length(text); i++) {
      sign = substr(text, i, 1)
      out = out (index(one, sign) ? (by == "%" ? "%%" : "\\" sign) : sign)
    }
    return out
  }
  BEGIN { path = ENVIRON["program"] }
  /^TryExec=/ { print "TryExec=" every(path, "\\"); next }
  /^Exec=/ {
    quoted = path
    if (path !~ /^[A-Za-z0-9_.\/@+,:-]*$/) {
      # Quoted for the command line, then for the file.
      quoted = "\"" every(every(path, "\"`$\\"), "\\") "\""
    }
    print "Exec=" every(quoted, "%", "%") " %f"
    next
  }
  { print }
' "$entry" >"$entry.new"
mv -f "$entry.new" "$entry"

# Over an older version: what this one no longer has goes; folders that were made stay ours.
if [ -f "$list" ]; then
  while IFS= read -r name; do
    case $name in
      /* | *..*) ;;
      */) made="$made$name
" ;;
      *)
        case "$newline$put_list" in
          *"$newline$name$newline"*) ;;
          *) rm -f "$prefix/$name" ;;
        esac ;;
    esac
  done <"$list"
fi
{ printf '%s' "$put_list"; printf '%s' "$made" | LC_ALL=C sort -ru; } >"$list.new"
mv -f "$list.new" "$list"

sh "$kept/uninstall.sh" --refresh "$prefix"

say "Probitas is installed. It is among the applications, and .probitas files open with it.
Program: $prefix/bin/probitas
To remove it: sh $(quoted "$kept/uninstall.sh")" \
  "Probitas est installé. Il figure parmi les applications, et les fichiers .probitas s’ouvrent avec lui.
Programme : $prefix/bin/probitas
Pour le retirer : sh $(quoted "$kept/uninstall.sh")"
case :${PATH:-}: in
  *":$prefix/bin:"*) ;;
  *) say "In a terminal, type the whole path: $prefix/bin is not in the search path (PATH)." \
    "Dans un terminal, tapez le chemin complet : $prefix/bin ne fait pas partie du chemin de recherche (PATH)." ;;
esac
in_window info
