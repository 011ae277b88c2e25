"""How long the checks of citations take: ``python -m benchmarks.citations [all]``.

Measures a page in wikitext with 1,000 references against what wikitextparser alone needs for it in the same run, and
quotations looked up in sources of up to 5,000,000 characters (the largest only with ``all``), who says what in a source, and
the survey of a corpus.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from functools import partial

from crosscheck import cite
from crosscheck.cite.quotes import check_quotation, letters_of
from crosscheck.cite.said import exchanged
from crosscheck.cite.survey import survey
from crosscheck.cite.works import citations_of
from crosscheck.model.document import Document
from crosscheck.read import read_text

TOPICS = (
    "丝绸之路",
    "江南园林",
    "黄河治理",
    "古代天文",
    "青铜器",
    "敦煌壁画",
    "运河漕运",
    "昆曲",
    "茶叶贸易",
    "石窟寺",
)


def page(references: int) -> str:
    """A page in wikitext with that many references."""
    parts = []
    for n in range(references):
        topic = TOPICS[n % len(TOPICS)]
        parts.append(
            f'{1000 + n}年，{topic}一期工程完工，用工{n * 7 + 3}人<ref name="r{n}">{{{{cite book |author1=王{n} |author2=李敏'
            f" |title={topic}第{n}编 |location=北京 |publisher=中华书局 |year={1950 + n % 70} |page={n + 1}"
            f" |url=http://www.example.org/{n} |access-date=2015-03-02}}}}</ref>。\n\n"
        )
    return "".join(parts)


def prose(length: int) -> str:
    """Running text of about that many characters, without meaning."""
    rng = random.Random(7)
    words = [chr(0x4E00 + rng.randrange(3000)) + chr(0x4E00 + rng.randrange(3000)) for _ in range(6000)]
    pieces: list[str] = []
    size = 0
    while size < length:
        sentence = "，".join("".join(rng.choices(words, k=6)) for _ in range(3)) + "。\n"
        pieces.append(sentence)
        size += len(sentence)
    return "".join(pieces)


def timed(work: Callable[[], object]) -> float:
    """The best of seven runs, in seconds of this process."""
    best = float("inf")
    for _ in range(7):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _parse(source: str) -> object:
    import wikitextparser

    parsed = wikitextparser.parse(source)
    return [[argument.name for argument in found.arguments] for found in parsed.templates], parsed.get_tags(
        "ref"
    )


def references(count: int) -> None:
    source = page(count)
    document = read_text(source, name="entry", media_type="text/x-wiki", role="entry")
    parser = timed(lambda: _parse(source))
    ours = timed(lambda: cite.check(document))
    records = timed(lambda: cite.records(document))
    print(
        f"{count} references: wikitextparser {parser:.3f} s, cite.check {ours:.3f} s ({ours / parser:.1f}x), records {records:.3f} s"
    )


def quotations(length: int) -> None:
    text = prose(length)
    middle = text[len(text) // 2 :].split("\n", 2)[1]
    changed = middle[:7] + "某" + middle[8:]
    source = _plain(text)
    start = time.process_time()
    letters = letters_of(source)
    built = time.process_time() - start
    cases = {"exact": middle, "altered": changed, "absent": prose(60)[::-1].replace("\n", "")}
    took = {state: timed(partial(check_quotation, words, letters)) for state, words in cases.items()}
    states = {state: check_quotation(words, letters).state for state, words in cases.items()}
    shown = ", ".join(f"{state} {seconds * 1000:.1f} ms ({states[state]})" for state, seconds in took.items())
    print(f"{length} characters: letters {built:.2f} s once; a quotation: {shown}")


def speakers(length: int) -> None:
    """The check of speakers on a source with a quotation, by another person, every 400 characters or so."""
    pieces = prose(length).split("\n")
    said = "教育者，养成人格之事业也，在受教育者"
    talk = "\n".join(
        f"{piece}\n{name}说：“{said}第{n}义。”"
        for n, piece in enumerate(pieces)
        for name in (("蔡元培",) if n % 10 == 0 else ())
    )
    source = _plain(f"胡适在北京大学任教。\n{talk}")
    entry = read_text(f"胡适说：“{said}第0义。”\n", name="entry", media_type="text/plain", role="entry")
    start = time.process_time()
    found = cite.speakers(entry, (source,), *exchanged(entry, (source,)))
    seconds = time.process_time() - start
    print(f"{len(source.text)} characters, speakers of every quotation: {seconds:.2f} s ({len(found)} found)")


def corpus(entries: int, each: int) -> None:
    """The survey of a corpus in which each entry cites works of a common shelf of as many as it has entries."""
    rng = random.Random(3)
    shelf = [
        f"王{n}：《{TOPICS[n % len(TOPICS)]}研究第{n}编》，中华书局，{1950 + n % 70}年"
        for n in range(entries * 2)
    ]
    documents = []
    for n in range(entries):
        lines = (f"{k}.  {line}，第{n + k}页\n" for k, line in enumerate(rng.sample(shelf, each), 1))
        text = f"正文\\[1\\]。\n\n## 参考文献\n\n{''.join(lines)}"
        documents.append(read_text(text, name=f"e{n}", media_type="text/markdown", role="entry"))
    cited = [c for document in documents for c in citations_of(document, cite.records(document))]
    start = time.process_time()
    found = survey(cited, ())
    seconds = time.process_time() - start
    print(f"{entries} entries, {found.citations} citations of {found.works} works: survey {seconds:.2f} s")


def _plain(text: str) -> Document:
    return read_text(text, name="source-1", media_type="text/plain")


def main() -> None:
    for count in (100, 1000, 4000):
        references(count)
    for length in (50_000, 500_000, *((5_000_000,) if "all" in sys.argv else ())):
        quotations(length)
    for length in (500_000, 5_000_000 if "all" in sys.argv else 2_000_000):
        speakers(length)
    for entries in (50, 500):
        corpus(entries, 40)


if __name__ == "__main__":
    main()
