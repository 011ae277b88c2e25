"""The top of the page as a picture, held against gold with a tolerance; skipped where the fonts are others."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.render.conftest import Opened
from tests.render.sample import full

GOLD = Path(__file__).parent / "gold" / "pictures"
FONTS = GOLD / "fonts.json"
# Mean difference of a grey value that two runs of one browser may have, out of 255.
TOLERANCE = 3.0
MEASURE = """() => {
  const context = document.createElement("canvas").getContext("2d");
  const style = getComputedStyle(document.documentElement);
  return ["--ui", "--hans", "--hant", "--mono"].map(name => {
    context.font = "20px " + style.getPropertyValue(name);
    return Math.round(100 * context.measureText("crosscheck 衝突冲突 0123 骨直").width);
  });
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_first_screen_looks_as_it_did(opened: Callable[..., Opened], width: int, theme: Any) -> None:
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
    chops = pytest.importorskip("PIL.ImageChops")
    one = opened(full(), color_scheme=theme, viewport={"width": width, "height": 900})
    fonts = one.page.evaluate(MEASURE)
    taken = image.open(io.BytesIO(one.page.screenshot())).convert("L")
    small = taken.resize((taken.width // 4, taken.height // 4))
    gold = GOLD / f"{width}.{theme}.png"
    if os.environ.get("CROSSCHECK_ACCEPT"):
        GOLD.mkdir(exist_ok=True)
        small.save(gold, optimize=True)
        FONTS.write_text(json.dumps(fonts) + "\n", encoding="utf-8")
    if fonts != json.loads(FONTS.read_text(encoding="utf-8")):
        pytest.skip("the fonts are not those that the pictures were taken with")
    expected = image.open(gold)
    assert small.size == expected.size
    histogram = chops.difference(small, expected).histogram()
    mean = sum(value * count for value, count in enumerate(histogram)) / (small.width * small.height)
    assert mean <= TOLERANCE, f"{gold.name} differs by {mean:.1f}"
