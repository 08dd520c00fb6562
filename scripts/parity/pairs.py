"""Reads the data files of tests/parity: sections ("== NAME"), and in each the parts ("-- LABEL") that go with it. Their headers say more."""

import re
from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).resolve().parents[2] / "tests" / "parity"
EXAMPLE = "http://example.org/"


class Pair(NamedTuple):
    name: str
    common: str
    data: str


def pairs(file: str) -> list[Pair]:
    """Every part with what it has in common with its section, both complete Turtle."""
    head, *sections = re.split(r"^== ", (TESTS / file).read_text("utf-8"), flags=re.M)
    found = []
    for section in sections:
        first, *parts = re.split(r"^-- ", section, flags=re.M)
        name, common = first.split("\n", 1)
        for part in parts:
            label, data = part.split("\n", 1)
            found.append(Pair(f"{name}, {label}", head + common, head + data))
    names = [p.name for p in found]
    if len(set(names)) != len(names):
        raise SystemExit(f"{file}: a name comes twice: {sorted(n for n in names if names.count(n) > 1)}")
    return found
