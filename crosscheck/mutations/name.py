"""A name: another one of its sort that the text knows, or one made up: 李文华 as 赵文华, 科斯京 as 拉德京, 青石镇 as 青山镇."""

from __future__ import annotations

from functools import cache
from random import Random

from crosscheck import lexicon
from crosscheck.model.report import Finding
from crosscheck.mutations.interface import Change, Ground, Way

# A person becomes another one of the text about as often as one made up.
_KNOWN = 0.5
_CONNECT = "·-."
# Characters that a made-up place may have.
_PLACE = "安平宁阳山川江清丰永兴和东西南北"
_PEOPLED = frozenset("省市县区州乡镇村府道")


@cache
def _surnames() -> tuple[str, ...]:
    return lexicon.words("surnames", kind="single", frequency="common")


@cache
def _foreign() -> tuple[str, ...]:
    return lexicon.words("transliteration", strength="strong")


@cache
def _sound() -> dict[str, str]:
    return {char: row["syllable"] for row in lexicon.table("pinyin") for char in row["hans"]}


def _plant(ground: Ground, finding: Finding, random: Random) -> Change | None:
    span = finding.claim.clean
    name = ground.folded(span)
    if len(name) < 2 or not all("\u4e00" <= char <= "\u9fff" or char in _CONNECT for char in name):
        return None
    known = _known(ground, finding, name)
    made = _made_up(name, random) if finding.kind == "person" else _another_place(name, random)
    if known and (made is None or random.random() < _KNOWN):
        return ground.change("name", finding, (span, random.choice(known)))
    return ground.change("name", finding, (span, ground.written(made))) if made else None


def _known(ground: Ground, finding: Finding, name: str) -> list[str]:
    """Other names of the kind that the entry writes, not in this sentence and not beside the evidence."""
    sentence = ground.text.sentence_at(finding.claim.clean.start)
    said = ground.folded(sentence.span)
    near = ground.near_evidence(finding)
    found: dict[str, None] = {}
    for other in ground.findings:
        words = ground.folded(other.claim.clean)
        if not ground.plain(other.claim.clean) or not _alike(ground, finding, other):
            continue
        if other.kind != finding.kind or len(words) < 2 or words in said or words in near:
            continue
        if words != str(other.claim.value) or set(words) & set(name) - set("省市县区"):
            continue  # a short form, or perhaps a part of the same name
        if finding.kind == "title" and words[-1] != name[-1] and not _marked(ground, finding):
            continue
        if finding.kind in ("place", "organisation") and not _one_sort(words, name):
            continue
        found[ground.words(other.claim.clean)] = None
    return list(found)


def _alike(ground: Ground, one: Finding, other: Finding) -> bool:
    """Whether both are written as names are: two people by their characters, two titles by their marks."""
    if one.kind == "person":
        name = ground.folded(other.claim.clean)
        return name[0] in _surnames() or set(name) <= {*_foreign_any(), *_CONNECT}
    return _marked(ground, one) == _marked(ground, other)


def _marked(ground: Ground, finding: Finding) -> bool:
    span = finding.claim.clean
    return "《" in ground.text.folded[max(0, span.start - 1) : span.start + 1]


@cache
def _foreign_any() -> frozenset[str]:
    return frozenset(lexicon.words("transliteration"))


def _one_sort(one: str, other: str) -> bool:
    """Whether one can stand for the other in a sentence: both towns or provinces, both schools, both bare names."""
    return _sort(one) == _sort(other)


def _sort(name: str) -> str:
    """What sort of thing a place or an organisation is, by its last character; "" for a bare name (兰州 counts as a town)."""
    if name[-1] in _PEOPLED:
        return "peopled"
    return name[-1] if name[-1] in _suffixes() else ""


@cache
def _suffixes() -> frozenset[str]:
    tables = (*lexicon.words("place_suffixes"), *lexicon.words("organisation_suffixes"))
    return frozenset(word[-1] for word in tables)


def _made_up(name: str, random: Random) -> str | None:
    """Another person: a Chinese name with another surname, a foreign one with other sounds."""
    if name[0] in _surnames() and 2 <= len(name) <= 3:
        pool = [surname for surname in _surnames() if surname not in name]
        return random.choice(pool) + name[1:]
    letters = [i for i, char in enumerate(name) if char not in _CONNECT]
    if not all(name[i] in _foreign_any() for i in letters):
        return None
    # Half of the characters and at least two: fewer could be another spelling of the same name.
    count = max(2, (len(letters) + 1) // 2)
    chosen = sorted(random.sample(letters, min(count, len(letters))))
    out = list(name)
    for place in chosen:
        old = _sound().get(name[place], "")[:1]
        out[place] = random.choice(
            [c for c in _foreign() if c not in name and _sound().get(c, "")[:1] != old]
        )
    return "".join(out)


def _another_place(name: str, random: Random) -> str | None:
    """A made-up place or institution with the same last character; None for a name that writes a foreign one, or a bare one."""
    if len(name) < 3 or not _sort(name) or sum(char in _foreign() for char in name) * 2 > len(name):
        return None
    place = random.randrange(len(name) - 2) if len(name) > 3 else random.randrange(2)
    pool = [c for c in _PLACE if c not in name and _sound().get(c) != _sound().get(name[place])]
    return name[:place] + random.choice(pool) + name[place + 1 :]


CHANGE = Way(
    name="name", doc=__doc__ or "", kinds=("person", "place", "organisation", "title", "thing"), plant=_plant
)
