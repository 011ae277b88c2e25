"""Organisations."""

from __future__ import annotations

from functools import partial

from crosscheck.kinds._name_slot import of_one_sort
from crosscheck.names import named
from crosscheck.registry import Kind

_DOC = """Organisations: ministries, companies, universities, museums, delegations, parties.

agree: the same body, in short too (北大 / 北京大学; 物理研究所 / 中国科学院物理研究所).  conflict: another body in the same part of the act.
Limits: a part of a body (a faculty, a branch) is another body."""

KIND = Kind(
    name="organisation",
    doc=_DOC,
    find=partial(named.find, "organisation"),
    facts=partial(named.facts, "organisation"),
    compare=partial(named.compare, "organisation"),
    sure=True,
    order=60,
    color="94",
    nesting=True,
    recognised=True,
    worded=True,
    siblings=("place",),
    contradicts=True,
    altered=of_one_sort,
)
