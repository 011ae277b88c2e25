"""``python -m tests.read.accept``: writes what is read now as what is expected; look at the difference before keeping it."""

from __future__ import annotations

import json

from tests.read.cases import cases, outline


def main() -> None:
    for case in cases():
        words = json.dumps(outline(case), ensure_ascii=False, indent=1) + "\n"
        (case.parent / "expected.json").write_text(words, encoding="utf-8")


if __name__ == "__main__":
    main()
