"""Writes the cases whose bytes nobody can write by hand: `python3 tests/corpus/generate`."""

from pathlib import Path

import decodings
import digests
import near_miss_digests
import near_miss_vendors
import sdks
import steps
import vendors

CORPUS = Path(__file__).resolve().parent.parent

for module in (decodings, digests, vendors, sdks, steps, near_miss_digests, near_miss_vendors):
    name = module.__name__ + ".toml"
    cases = module.cases()
    (CORPUS / name).write_text(cases.toml(module.__doc__), encoding="utf-8")
    print(f"{name}: {len(cases.written)} cases")
