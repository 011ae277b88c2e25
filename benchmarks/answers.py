"""Answers to questions that people wrote on encyclopaedic passages: is each read whole, as the sort of thing that was asked for?

    python benchmarks/answers.py [DIR] [--kind date --kind quantity ...] [--sample N] [-v]

The passages are no part of the project: DIR (or ``CROSSCHECK_TRAIN``, by default ``../shared/train``) holds
passages.jsonl.gz (``id``, ``text``) and questions.jsonl.gz (``passage``, ``question``, ``answers`` with ``start`` and
``text``, ``kind``).  A question counts once, with the answer that is read best:

whole   one finding of the kind asked for covers the answer; or, for what has figures, findings of the kind cover every
        Arabic figure of it, or every Han one where it has no other (育有3名子女: words around the value are the annotator's)
part    a finding of the kind lies across the answer and leaves some of it out
other   the answer is covered by findings of other kinds alone
none    nothing is read there
apart   no claim of the kind: an answer of several clauses or, for what has figures, without any; for names one that is
        longer than any name; left out of the share

The kind of a question is what its asking words ask for, where they say so (多少, 几名, 多久: a quantity; 第几: a rank; 西元几年: a
date), else the file's guess; the guess for 什么 was made from what crosscheck reads there, and so is kinder to it.
``-v`` prints what is not read whole.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import crosscheck
from crosscheck.render.facts import records

KINDS = ("date", "quantity", "rank", "person", "place", "organisation", "title", "role")
WITH_FIGURES = ("date", "quantity", "rank")
OUTCOMES = ("whole", "part", "other", "none", "apart")
Stretch = tuple[int, int]
Record = dict[str, Any]

_FIGURE = re.compile(
    r"[\d０-９零〇一二三四五六七八九十百千万萬亿億兆两兩廿卅半几幾数數壹贰貳叁肆伍陆柒捌玖拾佰仟Ⅰ-Ⅻ]"
)
# What is asked for, the first that fits: a date, nothing that counts, a rank, a quantity.
_ASKED = (
    (
        "date",
        r"(?:西元|公元|公曆|民[国國]|在|于|於|是)[几幾]年|[几幾]年(?:時|时|代|的事)|[几幾](?:月|[日號号](?![内內])|世[纪紀])",
    ),
    (
        "",
        r"哪[几幾]|[几幾](?:何|乎|內|内|丁)|[近前后後那这這][几幾]|[编編代车車]號|[编編代车車]号|[区區][号號]",
    ),
    ("rank", r"第(?:多少|[几幾])|排名|名次"),
    ("quantity", r"多少|[几幾]|多[長长高久大远遠深重宽寬快厚]"),
)
_EDGES = " \t\n\u3000，。、；：！？,.;:!?「」『』“”‘’\"'《》〈〉()（）[]【】"
_CLAUSE = re.compile(r"[，。；！？]")
_LONGEST_NAME = 24


def trimmed(text: str, start: int, end: int) -> Stretch:
    """The stretch without marks and blanks at its edges."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _figures(answer: str, start: int) -> list[int]:
    """Where the figures of an answer stand; those in Han characters count only where it has no others (一样的1432毫米)."""
    places = list(_FIGURE.finditer(answer))
    arabic = [match for match in places if match.group().isdecimal()]
    return [start + match.start() for match in arabic or places]


def kind_of(row: dict[str, Any]) -> str:
    """The kind of finding that the question asks for, "" where that is not known."""
    asked = (kind for kind, words in _ASKED if re.search(words, row["question"]))
    return next(asked, row["kind"]) or ""


def outcome(text: str, start: int, end: int, kind: str, found: list[Record]) -> str:
    """How the answer from `start` to `end` is read."""
    start, end = trimmed(text, start, end)
    answer = text[start:end]
    figures = _figures(answer, start)
    if _CLAUSE.search(answer) or (not figures if kind in WITH_FIGURES else len(answer) > _LONGEST_NAME):
        return "apart"
    kind = "quantity" if kind == "rank" else kind
    over = [fact for fact in found if fact["start"] < end and fact["end"] > start]
    mine = [(fact["start"], fact["end"]) for fact in over if fact["kind"] == kind]
    if any(first <= start and end <= last for first, last in mine):
        return "whole"
    if figures and kind in WITH_FIGURES and mine and all(any(a <= at < b for a, b in mine) for at in figures):
        return "whole"
    return "part" if mine else "other" if over else "none"


def questions(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The questions by their passage."""
    by_passage: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(folder / "questions.jsonl.gz"):
        by_passage[row["passage"]].append(row)
    return by_passage


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", default=os.environ.get("CROSSCHECK_TRAIN", "../shared/train"))
    parser.add_argument("--kind", action="append", choices=KINDS, help="only questions of this kind")
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="every Nth passage alone")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what is not read whole")
    options = parser.parse_args()
    folder, wanted = Path(options.folder), options.kind or KINDS
    if not (folder / "passages.jsonl.gz").exists():
        sys.exit(f"{folder} holds no passages: nothing measured")
    by_passage = questions(folder)
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in wanted}
    for number, passage in enumerate(_rows(folder / "passages.jsonl.gz")):
        asked = [row for row in by_passage[passage["id"]] if kind_of(row) in counts]
        if number % options.sample or not asked:
            continue
        text = passage["text"]
        document = crosscheck.read_text(text, name="passage.txt")
        found = records(document, crosscheck.facts(document))
        for row in asked:
            stretches = [(a["start"], a["start"] + len(a["text"])) for a in row["answers"]]
            read = [outcome(text, start, end, kind_of(row), found) for start, end in stretches]
            best = min(read, key=OUTCOMES.index)
            counts[kind_of(row)][best] += 1
            if options.verbose and best not in ("whole", "apart"):
                _show(row, best, text, stretches[read.index(best)], found)
    print(f"{'kind':14}{''.join(f'{word:>7}' for word in OUTCOMES)}  share")
    for kind, count in counts.items():
        of = sum(count[word] for word in OUTCOMES if word != "apart")
        print(
            f"{kind:14}{''.join(f'{count[word]:7}' for word in OUTCOMES)}  {count['whole'] / max(1, of):.3f}"
        )


def _show(row: dict[str, Any], best: str, text: str, place: Stretch, found: list[Record]) -> None:
    start, end = place
    over = [
        f"{fact['kind']} {fact['exact']}" for fact in found if fact["start"] < end and fact["end"] > start
    ]
    around = f"{text[max(0, start - 12) : start]}[{text[start:end]}]{text[end : end + 12]}".replace("\n", " ")
    print(f"{kind_of(row)} {best}: {row['question']}  {around}  {'; '.join(over)}")


if __name__ == "__main__":
    main()
