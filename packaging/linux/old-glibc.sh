#!/usr/bin/env bash
# old-glibc.sh FOLDER: makes what keeps programs that are linked here startable with glibc
# 2.34 (see old-glibc.S), and prints the compiler's flags for it:
#
#   RUSTFLAGS=$(packaging/linux/old-glibc.sh "$folder") LIBRARY_PATH=$folder cargo build …
#
# The folder is given by a variable, so that its name gets into no program.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?old-glibc.sh FOLDER}
mkdir -p "$folder"
${CC:-cc} -c "$here/old-glibc.S" -o "$folder/old-glibc.o"
ar rcsD "$folder/libprobitas-old-glibc.a" "$folder/old-glibc.o"
rm "$folder/old-glibc.o"
# The library of mathematics again at the end, for linkers that forget it by then.
echo "-C link-arg=-Wl,--wrap=hypot,--wrap=hypotf -C link-arg=-lprobitas-old-glibc -C link-arg=-lm"
