"""The quality floor: scores on pairs with gold judgements only rise.

`floor.json` holds, for each set of pairs, the hash of its files and the figures.  A set whose files have changed
wants new figures: ``CROSSCHECK_RAISE_FLOOR=1 pytest tests/quality`` writes figures that are no lower than those there.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.quality.scoring import Tally, fingerprint, score

HERE = Path(__file__).parent
FLOOR = HERE / "floor.json"
ROOT = HERE.parent.parent
SETS = {
    "own": HERE / "pairs",
    "apart": HERE / "apart",
    "shared": ROOT.parent / "shared" / "pairs",
}


def seeds(folder: Path) -> Path:
    """The seed pair with the project's own judgements, laid out as a pair."""
    pair = folder / "seeds"
    pair.mkdir()
    shutil.copy(ROOT / "seeds/treaty-entry.zh-Hans.md", pair / "entry.md")
    shutil.copy(ROOT / "seeds/nuclear-aid-essay.zh-Hant.txt", pair / "source.txt")
    shutil.copy(HERE / "seeds-gold.json", pair / "gold.json")
    return folder


@pytest.mark.parametrize("name", ["seeds", *SETS])
def test_scores_do_not_fall(name: str, tmp_path: Path) -> None:
    folder = SETS.get(name) or seeds(tmp_path)
    pairs = (
        [path for path in sorted(folder.glob("*")) if (path / "gold.json").is_file()]
        if folder.is_dir()
        else []
    )
    if not pairs:
        pytest.skip(f"the pairs of {name} are not here")
    tally = Tally()
    for pair in pairs:
        score(pair, tally)
    figures = tally.figures()
    floors = json.loads(FLOOR.read_text(encoding="utf-8")) if FLOOR.exists() else {}
    floor = floors.get(name, {})
    if os.environ.get("CROSSCHECK_RAISE_FLOOR"):
        if floor.get("hash") == fingerprint(pairs):
            assert all(figures[key] >= value for key, value in floor["figures"].items()), (figures, floor)
        floors[name] = {"hash": fingerprint(pairs), "claims": tally.claims, "figures": figures}
        FLOOR.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        return
    assert floor.get("hash") == fingerprint(pairs), (
        "the pairs have changed: their figures have to be set anew"
    )
    below = {key: (figures[key], value) for key, value in floor["figures"].items() if figures[key] < value}
    assert not below, f"below the floor: {below}"
