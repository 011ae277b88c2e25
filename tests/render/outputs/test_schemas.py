"""Every output against the schema that its consumers publish."""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from crosscheck import messages
from crosscheck.model.report import Report
from crosscheck.render._issue import Included
from tests.render.outputs import example
from tests.render.outputs.test_gold import render

SCHEMAS = Path(__file__).parents[1] / "schemas"
NAMES = {
    "sarif": "sarif-2.1.0",
    "rdjson": "rdjson",
    "gitlab": "gitlab-code-quality",
    "annotation": "web-annotation",
}
SETS = ("none", "one", "wild", "many")


@cache
def schema(name: str) -> Any:
    return json.loads((SCHEMAS / f"{NAMES[name]}.schema.json").read_text(encoding="utf-8"))


def reports(name: str) -> tuple[Report, ...]:
    one, wild = example.report(), example.wild()
    return {"none": (), "one": (one,), "wild": (wild,), "many": (one, wild, example.report("b.md"), one)}[
        name
    ]


def validate(name: str, data: Any) -> None:
    kind = jsonschema.validators.validator_for(schema(name))
    kind.check_schema(schema(name))
    kind(schema(name)).validate(data)


@pytest.mark.parametrize("chosen", SETS)
@pytest.mark.parametrize("name", list(NAMES))
def test_json(name: str, chosen: str) -> None:
    validate(name, json.loads(render(name, reports(chosen))))


def test_the_schemas_would_find_a_fault() -> None:
    for name, fault in (
        ("sarif", {"version": "2.1.0", "runs": [{"tool": {}}]}),
        ("rdjson", {"diagnostics": [{"message": "x"}]}),
        ("gitlab", [{"description": "x"}]),
        ("annotation", {"type": "Annotation"}),
    ):
        with pytest.raises(jsonschema.ValidationError):
            validate(name, fault)


@pytest.mark.parametrize("waived", [False, True])
def test_sarif_with_everything(waived: bool) -> None:
    from crosscheck.render.sarif import render_many

    wanted = Included(unsupported="warning", agree=True, waived=waived)
    validate("sarif", json.loads(render_many(reports("many"), "en", wanted)))


@pytest.mark.parametrize("chosen", SETS)
def test_junit(chosen: str) -> None:
    etree: Any = import_module("lxml.etree")
    known = etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd")))
    known.assertValid(etree.fromstring(render("junit", reports(chosen)).encode()))
    with pytest.raises(etree.DocumentInvalid):
        known.assertValid(etree.fromstring(b"<testsuites><testcase/></testsuites>"))


@pytest.mark.parametrize("chosen", SETS)
def test_jsonl(chosen: str) -> None:
    data = files("crosscheck.data")
    known = [
        json.loads(data.joinpath(name).read_text(encoding="utf-8"))
        for name in ("report.schema.json", "report-lines.schema.json")
    ]
    registry: Registry[Any] = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in known)
    validator = jsonschema.Draft202012Validator(known[1], registry=registry)
    validator.check_schema(known[1])
    lines = render("jsonl", reports(chosen)).splitlines()
    for line in lines:
        validator.validate(json.loads(line))
    assert len(lines) == sum(1 + len(r.findings) + len(r.citations) + len(r.notices) for r in reports(chosen))
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({"type": "finding", "entry": "a.md"})


def test_a_real_report(monkeypatch: pytest.MonkeyPatch) -> None:
    import crosscheck

    monkeypatch.undo()
    assert messages.catalogue is not example.catalogue
    entry = crosscheck.read_text(
        "赵州桥建于隋代，桥长64.4米，1991年列入世界文化遗产预备名单<ref></ref>。",
        name="桥.wiki",
        media_type="text/x-wiki",
    )
    source = crosscheck.read_text("赵州桥长50.8米，是李春所建。", name="志.txt", media_type="text/plain")
    found = crosscheck.compare(entry, [source])
    assert found.findings
    for name in NAMES:
        validate(name, json.loads(render(name, (found,))))
    rules = {
        rule["id"]: rule
        for rule in json.loads(render("sarif", (found,)))["runs"][0]["tool"]["driver"]["rules"]
    }
    assert "empty-reference" in rules
    assert all(len(rule["help"]["markdown"]) > len(rule["id"]) + 1 for rule in rules.values())
