"""Writes what the report has converted beforehand: ``python -m tests.render.words`` after messages or folding changed.

The report carries its reasons in every language, and the characters that its search takes for one.  Converting
them on the spot costs a tenth of a second: a sentence that is not in the file is converted all the same, only later.
"""

from __future__ import annotations

import json
from pathlib import Path

from crosscheck.messages import catalogue
from crosscheck.text.fold import fold

FILE = Path(__file__).parents[2] / "templates" / "words" / "reasons.zh-Hant.json"


def converted() -> dict[str, str]:
    """Every sentence of the package, in Simplified and in Traditional characters, by the first."""
    pairs = {words: catalogue("zh-Hant")[key] for key, words in catalogue("zh-Hans").items()}
    return dict(sorted(pairs.items()))


VARIANTS = Path(__file__).parents[2] / "crosscheck" / "data" / "zh" / "search_variants.tsv"
HEAD = """\
# Source: what crosscheck.text.fold makes of every ideograph of U+3400..U+9FFF, by OpenCC's tw2s and the project's own variants.
# Licence: Apache-2.0 (OpenCC's dictionaries and this project).
# hant holds every character that folds to hans: the search of the HTML report takes them for one.
hans\thant
"""


def variants() -> str:
    """The table of characters that fold to another one."""
    every = "".join(map(chr, [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)]))
    rows: dict[str, str] = {}
    # Apart from one another, so that no two of them make a word.
    for char, other in zip(every, fold("\n".join(every))[::2], strict=True):
        if char != other:
            rows[other] = rows.get(other, "") + char
    return HEAD + "".join(f"{hans}\t{rows[hans]}\n" for hans in sorted(rows))


def write() -> None:
    """Bring both files up to date."""
    FILE.write_text(json.dumps(converted(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    VARIANTS.write_text(variants(), encoding="utf-8")


if __name__ == "__main__":
    write()
