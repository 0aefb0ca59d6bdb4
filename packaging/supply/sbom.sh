#!/usr/bin/env bash
# sbom.sh OUT    writes OUT/probitas-VERSION.cdx.json, the bill of materials
# sbom.sh --check  makes it twice, compares, and holds it to CycloneDX's schema where
#                  the package that has the schema can be had from PyPI
set -euo pipefail
. "$(dirname "$0")/../lib.sh"
here=$ROOT/packaging/supply
export PYTHONDONTWRITEBYTECODE=1
case "${1:-}" in
  --check) ;;
  "" | -*) sed -n '2,4s/^# //p' "$0" >&2; exit 2 ;;
  *) mkdir -p "$1"; exec python3 "$here/sbom.py" "$1/probitas-$VERSION.cdx.json" ;;
esac

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
python3 "$here/sbom.py" "$out/once.json"
python3 "$here/sbom.py" "$out/twice.json" >/dev/null
cmp "$out/once.json" "$out/twice.json"
validator="$CACHE/cyclonedx-11.12.0"
if [ ! -x "$validator/bin/python3" ]; then
  if ! { python3 -m venv "$validator" && "$validator/bin/pip" install -q 'cyclonedx-python-lib[json-validation]==11.12.0'; } >"$out/log" 2>&1; then
    rm -rf "$validator"
    echo "bill of materials: the same twice; not held to the schema, which cannot be had here"
    exit 0
  fi
fi
"$validator/bin/python3" - "$out/once.json" <<'PYTHON'
import json
import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

text = Path(sys.argv[1]).read_text(encoding="utf-8")
validator = JsonStrictValidator(SchemaVersion.V1_5)
if problem := validator.validate_str(text):
    sys.exit(f"{problem}")
# The check can fail.
bad = json.loads(text)
bad["components"][0]["type"] = "nothing"
assert validator.validate_str(json.dumps(bad)), "the schema refuses nothing"
known = {one["bom-ref"] for one in bad["components"]} | {bad["metadata"]["component"]["bom-ref"]}
for edge in bad["dependencies"]:
    strange = ({edge["ref"]} | set(edge["dependsOn"])) - known
    assert not strange, f"not a component: {strange}"
print("bill of materials: the same twice, and valid CycloneDX 1.5")
PYTHON
