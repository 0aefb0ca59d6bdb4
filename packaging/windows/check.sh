#!/usr/bin/env bash
# Looks into a program for Windows: that it needs nothing but Windows, is protected as
# programs are today, has its icon, manifest and version, and names no folder of this
# machine.
#
#   packaging/windows/check.sh PROGRAM.exe
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
[ $# = 1 ] && [ -f "$1" ] || fail "usage: check.sh PROGRAM.exe"
need_packages binutils-mingw-w64-x86-64 icoutils
program=$1
name=$(basename "$program")

# All of these are part of every Windows 10 and 11.
windows_own='advapi32|api-ms-win-[a-z0-9-]+|bcrypt|bcryptprimitives|combase|comctl32|comdlg32|crypt32|d3d12|d3dcompiler_47|dcomp|dwmapi|dxgi|gdi32|imm32|kernel32|msvcrt|ntdll|ole32|oleaut32|opengl32|propsys|rpcrt4|secur32|setupapi|shell32|shlwapi|uiautomationcore|user32|userenv|uxtheme|version|winmm|winspool|ws2_32'
headers=$(x86_64-w64-mingw32-objdump -p "$program")
imports=$(sed -n 's/^\s*DLL Name: //p' <<<"$headers" | tr 'A-Z' 'a-z' | sort -u)
[ -n "$imports" ] || fail "$name: no imports were found"
foreign=$(grep -vxE "($windows_own)\.(dll|drv)" <<<"$imports" || true)
[ -z "$foreign" ] || fail "$name needs what is not part of Windows:"$'\n'"$foreign"
for protection in DYNAMIC_BASE NX_COMPAT HIGH_ENTROPY_VA; do
  grep -q "$protection" <<<"$headers" || fail "$name lacks $protection"
done
case $name in
  probitas-cli.exe) subsystem=CUI ;;
  *) subsystem=GUI ;;
esac
grep -q "^Subsystem.*Windows $subsystem" <<<"$headers" || fail "$name is not of the subsystem $subsystem"
grep -qE '^Time/Date\s+(Thu Jan +1 00:00:00 1970|.*\(0\)|This is a reproducible build)' <<<"$headers" ||
  grep -qE '^Time/Date\s+0*$' <<<"$headers" ||
  fail "$name says when it was linked: $(grep ^Time/Date <<<"$headers")"
resources=$(wrestool --list "$program")
for kind in 3 14 16 24; do
  grep -q -- "--type=$kind " <<<"$resources" || fail "$name has no resource of type $kind"
done
for folder in "$HOME/" "$ROOT/" "$CACHE/"; do
  ! grep -aqF -- "$folder" "$program" || fail "$name names the folder $folder"
done
printf '%s: %s bytes, needs only Windows: %s\n' "$name" "$(stat -c %s "$program")" "$(tr '\n' ' ' <<<"$imports")"
