"""How fast each format is read, against its parsing library alone in the same run, and what survives a change of format.

    python benchmarks/reading.py [--copies 10] [--largest 2]

Prints for each format: MB/s of the reader, of the library alone, the ratio of times; the share of the seed's sentences
that come back from each format, each encoding and each way of wrapping lines; the main text of web pages, beside trafilatura where that is installed; and
the growth on hostile input.
"""

from __future__ import annotations

import argparse
import importlib
import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import contextlib
from collections import Counter

import crosscheck
from crosscheck.errors import InputError
from crosscheck.read import read, read_text
from crosscheck.read.assemble import script_of
from crosscheck.read.detect import named
from crosscheck.text.fold import fold
from tests.properties.test_reading import HOSTILE, MEDIA
from tests.read.formats import ENCODINGS, WRITERS, Blocks, blocks_of, plain, seed, sentences
from tests.read.shapes import ARTICLES, SHAPES, found_in

ESSAY = "nuclear-aid-essay.zh-Hant.txt"


def library_html(data: bytes) -> None:
    from selectolax.lexbor import LexborHTMLParser

    LexborHTMLParser(data.decode()).text()


def library_wikitext(data: bytes) -> None:
    import wikitextparser

    wikitextparser.parse(data.decode()).plain_text()


def library_docx(data: bytes) -> None:
    import docx

    "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def library_pdf(data: bytes) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    "".join(page.get_textpage().get_text_range() for page in document)
    document.close()


def library_text(data: bytes) -> None:
    import opencc

    opencc.OpenCC("tw2s").convert(data.decode())


LIBRARIES: dict[str, tuple[str, Callable[[bytes], None]]] = {
    "a.txt": ("opencc", library_text),
    "a.md": ("opencc", library_text),
    "a.wiki": ("wikitextparser", library_wikitext),
    "a.html": ("selectolax", library_html),
    "a.docx": ("python-docx", library_docx),
    "a.pdf": ("pypdfium2", library_pdf),
}


def best(action: Callable[[], object], times: int = 5) -> float:
    taken = []
    for _ in range(times):
        start = time.process_time()
        action()
        taken.append(time.process_time() - start)
    return min(taken)


def speed(folder: Path, blocks: Blocks, copies: int) -> None:
    print(
        f"{'format':8}{'reader MB/s':>12}{'no fold':>9}{'library':>16}{'MB/s':>9}{'ratio':>8}{'no fold':>9}"
    )
    for name, writer in WRITERS.items():
        path = folder / name
        data = writer(blocks * copies)
        path.write_bytes(data)
        size = sum(len(text.encode()) for _, text in blocks) * copies / 1e6
        reader = best(lambda path=path: read(path))  # type: ignore[misc]
        library = LIBRARIES.get(name)
        text = read(path).text
        own = reader - best(lambda text=text: (fold(text), script_of(text)))  # type: ignore[misc]
        row = f"{name[2:]:8}{size / reader:12.2f}{size / max(own, 1e-4):9.2f}"
        if library:
            alone = best(lambda run=library[1], data=data: run(data))  # type: ignore[misc]
            row += f"{library[0]:>16}{size / alone:9.2f}{reader / alone:8.2f}{own / alone:9.2f}"
        print(row)


def share(path: Path, wanted: set[str]) -> float:
    return len(wanted & set(sentences(blocks_of(read(path))))) / len(wanted)


def round_trips(folder: Path, blocks: Blocks) -> None:
    wanted = set(sentences(blocks))
    for name, writer in WRITERS.items():
        (folder / name).write_bytes(writer(blocks))
        print(f"sentences back from {name[2:]:12}{share(folder / name, wanted):8.3f}")
    path = folder / "b.txt"
    for encoding in ENCODINGS:
        path.write_bytes(plain(blocks).decode().encode(encoding))
        print(f"sentences back from {encoding:12}{share(path, wanted):8.3f}")
    for count in (18, 25, 40):
        for label, between in (("dense", "\n"), ("double", "\n\n")):
            lines = [text[i : i + count] for _, text in blocks for i in range(0, len(text), count)]
            path.write_text(between.join(lines), encoding="utf-8")
            print(f"sentences back from lines of {count} {label:8}{share(path, wanted):8.3f}")


def facts_by_kind(path: Path) -> Counter[tuple[str, str]]:
    return Counter((fact.kind, str(fact.value)) for fact in crosscheck.facts(read(path)))


def same_facts(folder: Path, blocks: Blocks) -> None:
    """A table, format by kind: which share of the facts of the plain text come back, kind and value."""
    names = ["a.txt", *(name for name in WRITERS if name != "a.txt")]
    for encoding in ENCODINGS:
        (folder / f"{encoding}.txt").write_bytes(plain(blocks).decode().encode(encoding))
    (folder / "big5.txt").write_bytes(plain(blocks).decode().encode("big5", errors="replace"))
    found: dict[str, Counter[tuple[str, str]]] = {}
    for name in [*names, *(f"{encoding}.txt" for encoding in ENCODINGS), "big5.txt"]:
        if not (folder / name).exists():
            (folder / name).write_bytes(WRITERS[name](blocks) if name in WRITERS else plain(blocks))
        found[name] = facts_by_kind(folder / name)
    wanted = found["a.txt"]
    kinds = sorted({kind for kind, _ in wanted})
    print(f"{'same facts':<16}" + "".join(f"{kind[:9]:>10}" for kind in kinds) + f"{'all':>8}")
    for name, facts in found.items():
        both = wanted & facts
        row = f"{name:<16}"
        for kind in kinds:
            total = sum(n for key, n in wanted.items() if key[0] == kind)
            row += f"{sum(n for key, n in both.items() if key[0] == kind) / total:>10.3f}"
        print(row + f"{sum(both.values()) / sum(wanted.values()):>8.3f}")


def drafted(text: str, media: str) -> float:
    """The time of the reader itself: what comes after it is the same for every format."""
    reader = named(media, "x").read_text
    assert reader is not None
    start = time.process_time()
    with contextlib.suppress(InputError):
        reader(text, "x")
    return time.process_time() - start


def growth(largest: int) -> None:
    """Hostile text of 1, 2, 4 ... million characters: the cases that take longest, and those that grow fastest."""
    rows = []
    for media in MEDIA:
        for name, make in HOSTILE:
            times = [drafted(make(125_000 * 2**step), media) for step in (0, 1)]
            rows.append((times[1], times[1] / max(times[0], 0.02), media, name))
    chosen = {*sorted(rows)[-4:], *sorted(rows, key=lambda row: row[1])[-3:]}
    sizes = [size for size in (1, 2, 4, 8) if size <= largest]
    print(
        f"{'hostile, seconds at':40}"
        + "".join(f"{size:>7} M" for size in sizes)
        + "   last/first a character"
    )
    for _, _, media, name in sorted(chosen):
        times = [drafted(dict(HOSTILE)[name](size * 1_000_000), media) for size in sizes]
        each = times[-1] / sizes[-1] / (times[0] / sizes[0])
        print(f"{media + ' ' + name:40}" + "".join(f"{taken:9.2f}" for taken in times) + f"{each:9.2f}")


def our_main_text(page: str) -> str:
    document = read_text(page, name="x", media_type="text/html")
    return "\n".join(document.text[b.span.start : b.span.end] for b in document.blocks if not b.apparatus)


def main_text() -> None:
    """Sentences of the article found, and sentences of something else let through, on pages of several shapes."""
    ways: dict[str, Callable[[str], str]] = {"crosscheck": our_main_text}
    try:
        trafilatura = importlib.import_module("trafilatura")
        ways["trafilatura"] = lambda page: str(trafilatura.extract(page, include_comments=False) or "")
    except ImportError:
        print("main text: trafilatura is not installed, so there is nothing to compare with")
    for name, way in ways.items():
        given = wanted = others = 0
        for shape in SHAPES.values():
            for article in ARTICLES:
                found, total, rest = found_in(article, way(shape(article)))
                given, wanted, others = given + found, wanted + total, others + len(rest)
        print(f"main text, {name:12} recall {given / wanted:.3f}  precision {given / (given + others):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--copies", type=int, default=10, help="how often the essay is repeated for the speed"
    )
    parser.add_argument(
        "--largest", type=int, default=2, help="hostile text up to so many million characters"
    )
    options = parser.parse_args()
    copies = options.copies
    blocks = [block for block in blocks_of(read(seed(ESSAY))) if block[1].strip()]
    print(f"the essay as it is: {best(lambda: read(seed(ESSAY))) * 1000:.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        speed(Path(folder), blocks, copies)
        round_trips(Path(folder), blocks)
        same_facts(Path(folder), blocks)
    main_text()
    growth(options.largest)


if __name__ == "__main__":
    main()
