#!/bin/sh
# Probitas @VERSION@, Linux x86-64. One file: this script, and a compressed archive after it.
# Probitas @VERSION@, Linux x86-64. Un seul fichier : ce script, suivi d’une archive.
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
give_up() {
  say "$@" >&2
  if [ ! -t 2 ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -z "${PROBITAS_NO_DIALOG:-}" ]; then
    if command -v zenity >/dev/null; then
      zenity --error --no-wrap --no-markup --title=Probitas --text="$(say "$@")" 2>/dev/null || :
    elif command -v kdialog >/dev/null; then
      kdialog --title Probitas --error "$(say "$@")" 2>/dev/null || :
    fi
  fi
  exit 1
}
work='' folder='' what=install
case ${1:-} in
  -h | --help)
    say "Usage: sh ${0##*/} [--prefix FOLDER]       installs into FOLDER, or into ~/.local
       sh ${0##*/} --uninstall [--prefix FOLDER]
       sh ${0##*/} --extract FOLDER        only unpacks" \
      "Utilisation : sh ${0##*/} [--prefix DOSSIER]     installe dans DOSSIER, ou dans ~/.local
              sh ${0##*/} --uninstall [--prefix DOSSIER]
              sh ${0##*/} --extract DOSSIER      décompresse seulement"
    exit 0 ;;
  --uninstall) what=uninstall; shift ;;
  --extract)
    [ $# -eq 2 ] || give_up "--extract needs a folder." "--extract demande un dossier."
    folder=$2 what='' ;;
esac
payload() { tail -c +@OFFSET@ "$0"; }
if command -v sha256sum >/dev/null; then
  [ "$(payload | sha256sum | cut -d' ' -f1)" = @SHA256@ ] ||
    give_up "This file is damaged or incomplete. Copy it again." \
      "Ce fichier est endommagé ou incomplet. Copiez-le de nouveau."
fi
if [ -z "$folder" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  trap 'exit 1' HUP INT TERM
  folder=$work
fi
mkdir -p "$folder"
payload | gzip -dc | tar -xf - -C "$folder" ||
  give_up "It could not be unpacked into $folder. Is the disk full?" \
    "La décompression dans $folder a échoué. Le disque est-il plein?"
[ -n "$what" ] || exit 0
sh "$folder/@NAME@/$what.sh" "$@"
exit
