"""Places."""

from __future__ import annotations

from functools import partial

from crosscheck.names import named
from crosscheck.registry import Kind

_DOC = """Places: where something is or happened, sites and buildings too.

A ministry or a museum is a place where something happens in it (在苏联国防部签订).  Countries have the rule `place/country`:
as parties to an act they say nothing about where it was.

agree: the same place, coarser or finer (北京 / 北京天安门), in short (海南文昌航天发射场 / 文昌航天发射场), in another transliteration.
conflict: another place of the same act.
Limits: whether one place lies in another is known where the name says so, and for divisions of China and of other countries."""

KIND = Kind(
    name="place",
    doc=_DOC,
    find=partial(named.find, "place"),
    facts=partial(named.facts, "place"),
    compare=partial(named.compare, "place"),
)
