"""Inputs for `benchmarks/fuzz.py`: spoiled documents of every format, configurations, baselines, decisions, reports.

An input is told by its seed and number alone: the same two give the same bytes everywhere.
"""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

PROSE = (
    "长虹桥于1958年10月12日建成通车，全长320米，由梁思远主持设计，施工期间共有800名工人参加。",
    "長虹橋於一九五八年十月十二日建成通車，耗資二點一萬元，約佔預算的-5 %。",
    "民国二十六年七月，望江塔始建，塔高39.5米；翌年3月完工（一说4月）。",
    "据《江南日报》报道：“大桥工程局局长周立文说，比分为3:2，同比增长12%。”",
    "中国湖南省长沙市的电子计算机研究所共有1,234,567人，其中女性占三分之一。",
)
PIECES = {
    "text": ["\n", "\n\n", "　　", "第12页", "——", "……", "[1]", "①", "1.", "1-1-1-", "0" * 30, "\f", "\t", "一", "年"],
    "markdown": ["*", "**", "_", "`", "```\n", "[^1]", "[^1]: ", "# ", "> ", "- ", "| a | b |\n", "|---|\n", "![x](", "](", "<b>", "---\n", "\\", "[[", "$"],
    "wikitext": ["<ref", "<ref name=x ", '"a" ', "</ref>", "<ref/>", "{{", "}}", "|", "[[", "]]", "{|", "|}", "|-\n", "-{", "}-", "==", "'''", "<!--", "-->", "<nowiki>", "{{cite web|url=", "*", "#", "{{{"],
    "html": ["<", ">", "<p>", "</p>", "<div ", "<table><tr><td>", "</td>", "<script>", "<!--", "]]>", "&amp;", "&#x110000;", "&#55296;", "<sup>[1]</sup>", '="', "'", "<ol><li>", "<pre>", "<svg>", "<br>"],
}  # fmt: skip
ODD = ["\u2028", "\u2029", "\x85", "\x0b", "\x1e", "\u200b", "\u202e", "\ufeff", "\x07", "\x1b]0;", "\u0301", "\U0001f468\u200d\U0001f469", "\U00020000", "㈠", "²", "٣", "ﬁ", "〇", "İ", "\ue000"]  # fmt: skip
NAMES = {"text": "a.txt", "markdown": "a.md", "wikitext": "a.wiki", "html": "a.html", "docx": "a.docx", "epub": "a.epub", "pdf": "a.pdf"}  # fmt: skip
KINDS = (*NAMES, "config", "baseline", "decisions", "annotations", "report")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is tried: files to lay out, and the arguments of a run over them."""

    kind: str
    files: tuple[tuple[str, bytes], ...]
    arguments: tuple[str, ...]


def case(seed: int, number: int) -> Case:
    """The input called `number` of the series `seed`."""
    chance = random.Random(f"{seed}/{number}")
    kind = KINDS[number % len(KINDS)]
    return _document(kind, chance) if kind in NAMES else _SPECIAL[kind](chance)


def _document(kind: str, chance: random.Random) -> Case:
    name = NAMES[kind]
    files = [(name, _BYTES.get(kind, _encoded)(kind, chance)), ("source.txt", "".join(PROSE[1:]).encode())]
    if chance.random() < 0.3:
        other = chance.choice(tuple(PIECES))
        files[1] = (f"source.{NAMES[other].split('.')[1]}", _encoded(other, chance))
    run = chance.choice(("facts", "facts", "cite", "cite", "report", "report", "mutate"))
    ways = {
        "facts": ("facts", name, "--output-format", chance.choice(("table", "json", "jsonl", "csv"))),
        "cite": ("cite", name, *([files[1][0]] if chance.random() < 0.5 else ())),
        "report": ("report", name, files[1][0], "-o", "-", "--output-format", chance.choice(_FORMATS)),
        "mutate": ("mutate", name, files[1][0], "--per-kind", "1"),
    }
    if run == "cite" and chance.random() < 0.3:
        ways["cite"] = ("cite", name, "--output-format", chance.choice(("json", "csl", "bibtex")))
    return Case(kind=kind, files=tuple(files), arguments=ways[run])


_FORMATS = ("html", "json", "text", "markdown", "sarif", "github", "gitlab", "junit", "rdjson", "annotation", "concise")  # fmt: skip


def _text(kind: str, chance: random.Random) -> str:
    """Prose with pieces of the format in it, spoiled."""
    pieces = PIECES.get(kind, PIECES["text"])
    parts: list[str] = []
    for _ in range(chance.randint(1, 40)):
        draw = chance.random()
        if draw < 0.35:
            parts.append(chance.choice(PROSE))
        elif draw < 0.8:
            parts.append(chance.choice(pieces))
        elif draw < 0.9:
            parts.append(chance.choice(ODD))
        elif draw < 0.97:
            parts.append(
                "".join(chance.choices(pieces, k=chance.randint(1, 4))) * chance.choice((2, 17, 300))
            )
        else:
            parts.append(chr(chance.choice((chance.randint(1, 0x7F), chance.randint(0x4E00, 0x9FFF)))) * 800)
    text = "".join(parts)
    if chance.random() < 0.3:
        at = chance.randrange(len(text) + 1)
        text = text[:at] if chance.random() < 0.5 else text[at:] + text[:at]
    return text


def _encoded(kind: str, chance: random.Random) -> bytes:
    text = _text(kind, chance)
    data = text.encode(chance.choice(("utf-8",) * 6 + ("utf-16", "gb18030", "big5")), errors="ignore")
    return _spoiled(data, chance) if chance.random() < 0.2 else data


def _spoiled(data: bytes, chance: random.Random) -> bytes:
    """`data` with some bytes changed, cut out or doubled."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if not out:
            break
        at = chance.randrange(len(out))
        way = chance.random()
        if way < 0.5:
            out[at] = chance.randrange(256)
        elif way < 0.75:
            del out[at : at + chance.randint(1, 40)]
        else:
            out[at:at] = out[at : at + chance.randint(1, 40)]
    return bytes(out)


def _zip(members: dict[str, str], chance: random.Random) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as file:
        for name, text in members.items():
            if chance.random() < 0.97:
                file.writestr(zipfile.ZipInfo(name), text.encode(errors="replace"))
    data = packed.getvalue()
    return _spoiled(data, chance) if chance.random() < 0.5 else data


def _docx(_: str, chance: random.Random) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    pieces = ["<w:p>", "</w:p>", "<w:r><w:t>", "</w:t></w:r>", "<w:tbl><w:tr><w:tc>", '<w:footnoteReference w:id="1"/>', "<w:br/>", "&amp;"]  # fmt: skip
    body = "".join(f"<w:p><w:r><w:t>{chance.choice(PROSE)}</w:t></w:r></w:p>" for _ in range(3))
    for _number in range(chance.randint(0, 4)):
        cut = chance.randrange(len(body))
        body = body[:cut] + chance.choice(pieces) * chance.choice((1, 1, 200)) + body[cut:]
    kinds = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    notes = f'<w:footnotes {space}><w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>'
    document = f"<w:document {space}><w:body>{body}</w:body></w:document>"
    members = {"[Content_Types].xml": kinds, "word/document.xml": document, "word/footnotes.xml": notes}
    return _zip(members, chance)


def _epub(_: str, chance: random.Random) -> bytes:
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>'  # fmt: skip
    package = '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'  # fmt: skip
    page = f"<html><body>{_text('html', chance)}</body></html>"
    members = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "c.opf": package, "a.xhtml": page}  # fmt: skip
    return _zip(members, chance)


def _pdf(_: str, chance: random.Random) -> bytes:
    stream = b"BT /F1 12 Tf 72 700 Td (built in 1958, 320 m long) Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (at, one) for at, one in enumerate(objects, 1))
    data = body + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF\n"
    return _spoiled(data, chance) if chance.random() < 0.9 else data


_BYTES: dict[str, Callable[[str, random.Random], bytes]] = {"docx": _docx, "epub": _epub, "pdf": _pdf}
_PAIR = (("entries/a.md", f"# 桥\n\n{PROSE[0]}[1]\n".encode()), ("sources/a.txt", PROSE[1].encode()))
_PLACE = {"path": "entries/a.md", "exact": "320米", "prefix": "全长", "suffix": "，由", "hash": "", "start": 30, "value": "320 m"}  # fmt: skip


def _config(chance: random.Random) -> Case:
    lines = [
        'entries = ["entries/*.md"]', 'sources = ["sources/*"]', 'match = "cited"', 'fail-on = "conflict"', "max-bytes = 4096",
        'select = ["conflict"]', 'ignore = ["date"]', 'language = "en"', "[source-dates]", '"sources/a.txt" = "1990-01-15"',
        "[[pairs]]", 'entry = "entries/a.md"', "[formats]", '"*.md" = "markdown"', "[lexicon]", 'aliases = [["a", "b"]]',
        "[per-file-ignores]", '"*" = ["date"]', 'extend = "crosscheck.toml"', 'wiki = "zhwiki"', "[templates.zhwiki]",
    ]  # fmt: skip
    chosen = chance.sample(lines, chance.randint(2, len(lines)))
    values = [
        "5",
        "-1",
        '"x"',
        "[]",
        "{}",
        '["", 5]',
        "1990-01-15",
        "true",
        '"\\u0000"',
        '"**/["',
        "[" * 90 + "]" * 90,
    ]
    spoiled = [
        f"{line.split(' = ')[0]} = {chance.choice(values)}" if chance.random() < 0.2 else line
        for line in chosen
    ]
    text = "\n".join(spoiled)
    data = _spoiled(text.encode(), chance) if chance.random() < 0.3 else text.encode()
    return Case(kind="config", files=(*_PAIR, ("crosscheck.toml", data)), arguments=("check", "--no-cache"))


def _odd_value(chance: random.Random) -> object:
    values: tuple[object, ...] = (None, 5, -1, 1e308, True, "", "x", [], {}, [None], {"a": 1}, "2030-13-01", "\x00", chance.choice(ODD), "9" * 300)  # fmt: skip
    return chance.choice(values)


def _altered(data: object, chance: random.Random, most: float = 0.08) -> object:
    """`data` with some of what is in it left out or replaced."""
    if chance.random() < most / 4:
        return _odd_value(chance)
    if isinstance(data, dict):
        kept = {name: value for name, value in data.items() if chance.random() > most / 2}
        return {name: _odd_value(chance) if chance.random() < most else _altered(value, chance, most) for name, value in kept.items()}  # fmt: skip
    if isinstance(data, list):
        return [
            _altered(value, chance, most) for value in data for _ in range(chance.choice((1, 1, 1, 1, 2)))
        ]
    return data


def _json(data: object, chance: random.Random) -> bytes:
    text = json.dumps(_altered(data, chance), ensure_ascii=chance.random() < 0.5)
    coded = text.encode(errors="surrogatepass")
    return _spoiled(coded, chance) if chance.random() < 0.2 else coded


def _gate(kind: str, name: str, data: bytes, *arguments: str) -> Case:
    config = b'[[pairs]]\nentry = "entries/a.md"\nsources = ["sources/a.txt"]\n'
    files = (*_PAIR, ("crosscheck.toml", config), (name, data))
    return Case(kind=kind, files=files, arguments=arguments or ("check", "--no-cache"))


def _baseline(chance: random.Random) -> Case:
    row = {"document": "entries/a.md", "rule": "quantity/conflict", "claim": "320米", "evidence": "", "value": "320 m", "evidence_value": "", "count": 1}  # fmt: skip
    data = {"schema": f"crosscheck.gate.baseline/{chance.choice((1, 2, 2, 3))}", "findings": [row, row]}
    extra = ("--write-baseline",) if chance.random() < 0.3 else ()
    return _gate("baseline", "crosscheck-baseline.json", _json(data, chance), "check", "--no-cache", *extra)


def _decisions(chance: random.Random) -> Case:
    row = {"id": "a", "rule": "quantity/conflict", "decision": "accepted", "reason": "x", "by": "y", "on": "2030-01-01", "expires": "2031-01-01", "version": 2, "claim": _PLACE, "evidence": {**_PLACE, "path": "sources/a.txt"}}  # fmt: skip
    data = b"\n".join(_json(row, chance) for _ in range(3))
    return _gate("decisions", "crosscheck-decisions.jsonl", data)


def _annotations(chance: random.Random) -> Case:
    quote = {"type": "TextQuoteSelector", "exact": "320米", "prefix": "全长", "suffix": "，由"}
    target = {
        "source": "entries/a.md",
        "selector": [quote, {"type": "TextPositionSelector", "start": 3, "end": 7}],
    }
    body = [{"type": "TextualBody", "purpose": "tagging", "value": "accepted"}, {"type": "TextualBody", "purpose": "commenting", "value": "x"}]  # fmt: skip
    item = {"id": "urn:crosscheck:finding:a:entries/a.md", "type": "Annotation", "creator": {"name": "y"}, "created": "2030-01-01T00:00:00Z", "body": body, "target": target}  # fmt: skip
    data = {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [item, item]}}
    name = "import.jsonld"
    return _gate("annotations", name, _json(data, chance), "review", "--import", name, "--no-cache")


def _report(chance: random.Random) -> Case:
    place = {"document": "entry", "exact": "320米", "prefix": "全长", "suffix": "，由", "line": 3, "column": 5, "value": "320 m"}  # fmt: skip
    other = {**place, "document": "source-1", "score": 0.5, "relation": "different", "needed": 0.9, "why": {"coverage": 0.5, "reverse": 0.1, "mass": 0.2, "occasion": 0.0}}  # fmt: skip
    finding = {"id": "abc", "kind": "quantity", "verdict": "conflict", "status": "open", "claim": place, "evidence": [other], "considered": [other], "reasons": ["x"], "relation": "different", "score": 0.9}  # fmt: skip
    documents = [{"id": "entry", "path": "a.md"}, {"id": "source-1", "path": "a.txt"}]
    data = {"schema": "crosscheck.report/1", "documents": documents, "findings": [finding], "citations": []}
    return _gate("report", "r.json", _json(data, chance), "explain", "abc", "--report", "r.json")


_SPECIAL: dict[str, Callable[[random.Random], Case]] = {
    "config": _config, "baseline": _baseline, "decisions": _decisions, "annotations": _annotations, "report": _report,
}  # fmt: skip
