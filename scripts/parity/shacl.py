"""Validates every pair of tests/parity/shacl.txt with pyshacl and writes what it finds to tests/parity/shacl.expected.json."""

import json

import pyshacl
import rdflib
from pairs import EXAMPLE, TESTS, pairs
from rdflib.namespace import RDF, SH

# "01"^^xsd:integer is to stay as it is written
rdflib.NORMALIZE_LITERALS = False


def graph(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="turtle")


def show(term: rdflib.term.Node | None) -> str:
    """A node as the results name it: example IRIs with a colon, every blank node alike, literals as N-Triples write them."""
    if term is None or isinstance(term, rdflib.BNode):
        return "" if term is None else "_:"
    if isinstance(term, rdflib.Literal):
        return json.dumps(str(term), ensure_ascii=False) + (f"@{term.language.lower()}" if term.language else f"^^{local(term.datatype or rdflib.XSD.string)}")
    return str(term).replace(EXAMPLE, ":")


def local(iri: rdflib.term.Node) -> str:
    return str(iri).split("#")[-1].replace(EXAMPLE, ":")


def results(report: rdflib.Graph) -> list[list[str]]:
    """The results of the report itself, without those that only explain another (sh:detail)."""
    found = []
    for r in report.objects(report.value(None, RDF.type, SH.ValidationReport), SH.result):
        path = report.value(r, SH.resultPath)
        found.append([
            show(report.value(r, SH.focusNode)), local(report.value(r, SH.sourceConstraintComponent)),
            show(path) if isinstance(path, rdflib.URIRef) else "", local(report.value(r, SH.resultSeverity)),
        ])
    return sorted(found)


def verdict(common: str, data: str) -> dict[str, object]:
    try:
        conforms, report, _ = pyshacl.validate(graph(data), shacl_graph=graph(common), inference="none", advanced=False)
    except Exception as e:  # what pyshacl cannot do is a finding as well
        return {"failed": f"{type(e).__name__}: {e}".split("\n")[0]}
    if not isinstance(report, rdflib.Graph):
        return {"failed": f"{type(report).__name__}: {report}".split("\n")[0]}
    return {"conforms": conforms, "results": results(report)}


def main() -> None:
    found = {p.name: verdict(p.common, p.data) for p in pairs("shacl.txt")}
    lines = ",\n".join(f"    {json.dumps(name, ensure_ascii=False)}: {json.dumps(v, ensure_ascii=False)}" for name, v in found.items())
    (TESTS / "shacl.expected.json").write_text(f'{{\n  "by": "pyshacl {pyshacl.__version__}, rdflib {rdflib.__version__}",\n  "pairs": {{\n{lines}\n  }}\n}}\n', "utf-8")
    print(len(found), "pairs,", sum(v.get("conforms") is True for v in found.values()), "conform,", sum("failed" in v for v in found.values()), "failed")
    for name, v in found.items():
        wanted = ", conforms" in name
        if v.get("conforms") is not wanted:
            print(f"not as labelled: {name}: {v}")


if __name__ == "__main__":
    main()
