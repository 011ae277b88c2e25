"""Places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from crosscheck.kind import by_part
from crosscheck.kinds._name_slot import ends, of_one_sort
from crosscheck.model.text import Text
from crosscheck.model.values import Value
from crosscheck.names import named
from crosscheck.names.gazetteer import within
from crosscheck.registry import Kind, Short

_DOC = """Places: where something is or happened, sites and buildings too.

A ministry or a museum is a place where something happens in it (在苏联国防部签订).  Countries have the rule `place/country`:
as parties to an act they say nothing about where it was.

agree: the same place, coarser or finer (北京 / 北京天安门), in short (海南文昌航天发射场 / 文昌航天发射场), in another transliteration.
conflict: another place of the same act.
Limits: whether one place lies in another is known where the name says so, and for divisions of China and of other countries."""

_WIDER = 0.9
_SORTS = frozenset("省市县区乡镇村州岛")


def _shorts(name: str, text: Text) -> Iterator[Short]:
    """A place without its 镇 or 县, where what follows shows that the name ends there."""
    if name[-1:] in _SORTS:
        yield Short(name[:-1], name[:-1], ends)


def _coarse(claim: Value, evidence: Value) -> float:
    """How much coarser the source is: a part of the name, or a division that the claim's place lies in (台北市 / 台湾省)."""
    return _WIDER if within(str(claim), str(evidence)) else by_part(claim, evidence)


KIND = Kind(
    name="place",
    doc=_DOC,
    find=partial(named.find, "place"),
    facts=partial(named.facts, "place"),
    compare=partial(named.compare, "place"),
    order=50,
    color="34",
    unspecific=frozenset({"place/country"}),
    recognised=True,
    worded=True,
    shorts=_shorts,
    coarse=_coarse,
    siblings=("organisation",),
    contradicts=True,
    altered=of_one_sort,
)
