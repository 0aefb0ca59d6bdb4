# shellcheck shell=bash
# What every package for Windows holds: read with `. …/payload.sh` after lib.sh.
#
# Variables: PROGRAMS, the folder of probitas.exe and probitas-cli.exe (otherwise that of
# the packages), and NOTICES, the notices of third parties (otherwise
# THIRD-PARTY-NOTICES.txt there).

# dos_text FROM TO: with the ends of lines that every editor of Windows knows.
dos_text() { sed 's/\r$//; s/$/\r/' "$1" >"$2"; }

# payload OUT FOLDER: puts the programs and the texts that go with them into the folder.
payload() {
  local programs=${PROGRAMS:-$1} notices=${NOTICES:-$1/THIRD-PARTY-NOTICES.txt} folder=$2 program
  for program in probitas.exe probitas-cli.exe; do
    [ -f "$programs/$program" ] || fail "there is no $programs/$program: build.sh makes it"
    install -m644 "$programs/$program" "$folder/"
  done
  [ -f "$notices" ] || fail "there are no notices of third parties: NOTICES names the file"
  dos_text "$notices" "$folder/THIRD-PARTY-NOTICES.txt"
  dos_text "$ROOT/LICENSE" "$folder/LICENSE.txt"
  dos_text "$ROOT/NOTICE.md" "$folder/NOTICE.txt"
}
