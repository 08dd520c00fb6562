"""
Asks owlrl, and HermiT where it is at hand, of every pair of tests/parity/owl.txt whether it is consistent, and writes their verdicts
to tests/parity/owl.expected.json. Where owlrl does not do what a rule of the Profiles demands, the rule decides.
"""

import json
import re
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import owlrl
import rdflib
from pairs import Pair, TESTS, pairs

TABLES = {"eq": 4, "prp": 5, "cls": 6, "cax": 7, "dt": 8, "scm": 9}
# clashes that owlrl finds though no rule leads there, each with the rule that it misreads: it does not look at the last property of a key
FALSE_ALARMS = {"hasKey, consistent": "prp-key", "hasKey of one property, consistent": "prp-key"}
HERMIT = Path(__file__).parent / "hermit"


def errors(pair: Pair) -> list[str]:
    """The clashes that owlrl finds in the closure under the rules of OWL 2 RL."""
    graph = rdflib.Graph()
    for text in (pair.common, pair.data):
        graph.parse(data=text, format="turtle")
    closure = owlrl.OWLRL_Semantics(graph, axioms=False, daxioms=False)
    closure.closure()
    return closure.error_messages


def hermit(all_pairs: list[Pair], jars: str) -> dict[str, bool]:
    """What HermiT says of the pairs that are in OWL 2 DL."""
    with tempfile.TemporaryDirectory() as folder:
        for i, p in enumerate(all_pairs):
            if "(not DL)" not in p.name:
                (Path(folder) / f"{i:03}.ttl").write_text(f"{p.common}{p.data}<http://example.org/{i}> a owl:Ontology .\n", "utf-8")
        out = subprocess.run(["java", "-cp", f"{jars}/*", str(HERMIT / "Consistent.java"), folder], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    found = {}
    for line in out.splitlines():
        m = re.match(r"(\d{3}) (true|false|- .*)$", line)
        if not m:
            continue
        name = all_pairs[int(m[1])].name
        if m[2] in ("true", "false"):
            found[name] = m[2] == "true"
        else:
            print(f"not for HermiT: {name}: {m[2][2:160]}")
    return found


def main() -> None:
    rdflib.NORMALIZE_LITERALS = False
    all_pairs = pairs("owl.txt")
    # the directory of HermiT's jars: see README.md
    dl = hermit(all_pairs, sys.argv[1]) if len(sys.argv) > 1 else {}
    expected: dict[str, dict[str, object]] = {}
    for p in all_pairs:
        rule = re.search(r", inconsistent \(([\w-]+)\)", p.name)
        found = errors(p)
        decides = rule[1] if rule else FALSE_ALARMS.get(p.name)
        if found and not decides:
            raise SystemExit(f"{p.name}: owlrl finds a clash: {found}")
        by = f"owlrl {version('owlrl')}" if bool(found) == bool(rule) else f"OWL 2 Profiles table {TABLES[decides.split('-')[0]]}"
        expected[p.name] = {"consistent": not rule, "by": by, **({"rule": decides} if decides else {}), **({"hermit": dl[p.name]} if p.name in dl else {})}
    lines = ",\n".join(f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(v)}" for name, v in expected.items())
    (TESTS / "owl.expected.json").write_text(f"{{\n{lines}\n}}\n", "utf-8")
    print(len(expected), "pairs,", sum(bool(v["consistent"]) for v in expected.values()), "consistent;", sum("Profiles" in str(v["by"]) for v in expected.values()), "not as owlrl has it:")
    for name, v in expected.items():
        if "Profiles" in str(v["by"]):
            print(" ", name)
    for name, v in expected.items():
        if v.get("hermit", v["consistent"]) != v["consistent"]:
            print("HermiT disagrees:", name, v)


if __name__ == "__main__":
    main()
