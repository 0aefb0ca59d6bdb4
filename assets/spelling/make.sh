#!/usr/bin/env bash
# make.sh: makes the dictionaries here anew from the packages of npm that README.md names.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
take() { # package, version, name here
  npm pack --silent "$1@$2" > /dev/null
  tar -xzf "$1-$2.tgz"
  for kind in aff dic; do
    gzip -9 --no-name < "package/index.$kind" > "$here/$3.$kind.gz"
  done
}
take dictionary-en-ca 3.0.0 en
take dictionary-fr 3.0.0 fr
