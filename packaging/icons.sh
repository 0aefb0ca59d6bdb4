#!/usr/bin/env bash
# Draws the icon in every size that systems ask for, from its one drawing. The pictures
# are kept in the repository, so that a build needs no program that draws.
set -euo pipefail
cd "$(dirname "$0")/../assets/icon"
sizes=(16 24 32 48 64 128 256 512)
for size in "${sizes[@]}"; do
  rsvg-convert --width "$size" --height "$size" probitas.svg --output "probitas-$size.png"
done
windows=()
for size in 16 24 32 48 64; do windows+=("probitas-$size.png"); done
# Windows reads 256 pixels as PNG, and smaller ones everywhere as bitmaps.
icotool --create --output probitas.ico "${windows[@]}" --raw probitas-256.png
