"""Is one name another?  Script, regional transliteration, middle dots, surname alone, Latin form as a bridge.

`same` decides and says why; it is strict: two Chinese names that differ in one character are two people, and
readings are compared only for names that are written in characters of transliteration throughout.  `likeness` is
the bare measure behind it, of use where something else (the same office, the same act) speaks for one name.
"""

from __future__ import annotations

from functools import cache, lru_cache

from crosscheck.lexicon import table
from crosscheck.model.comparison import Comparison, Relation
from crosscheck.model.step import say
from crosscheck.names.latin import across, is_latin
from crosscheck.names.nippon import surname_of
from crosscheck.names.own import own
from crosscheck.names.regnal import parts
from crosscheck.names.sounds import begin_alike, likeness, likeness_to_latin, sounds_alike
from crosscheck.names.words import DOT, is_chinese_name, is_foreign_name, japanese, surnames
from crosscheck.patterns import compiled
from crosscheck.text.fold import fold

__all__ = ["likeness", "likeness_to_latin", "same", "sounds_alike"]

# A name of several parts: so alike as a whole, and each part so alike at least; see benchmarks/names.py.
_WHOLE, _PART = 0.66, 0.5
# Beside a part that both share: of strangers with one given name it calls 27 in a thousand one, not 84.
_BESIDE = 0.55
_SURE = 0.8  # where one of the two may as well be a Chinese name (马洛)
_RARE = str.maketrans("乾汎旂昇璿頫", "干泛旗升璇俯")
_DOTS = compiled(rf"[{DOT}\s-]+")


def same(a: str, b: str, latin_a: str = "", latin_b: str = "") -> Comparison:
    """How the names `a` and `b` relate; both may be in either script, `latin_*` are their Latin forms or "".

    identical or equivalent: one person's name; compatible: one is the other's surname alone; different: two
    names (`nearness` says how near they are).
    """
    return _same(a, b, latin_a, latin_b, own().aliases)


@lru_cache(maxsize=20_000)
def _same(a: str, b: str, latin_a: str, latin_b: str, aliases: tuple[tuple[str, ...], ...]) -> Comparison:
    if a == b:
        return Comparison(relation="identical", nearness=1.0)
    one, other = fold(a), fold(b)
    if one == other or _plain(one) == _plain(other):
        return _yes("script", a, b)
    if _surname_written(one) == _surname_written(other):
        return _yes("script", a, b)
    if _bare(one) == _bare(other):
        return _yes("dots", a, b)
    if any(one in group and other in group for group in aliases):
        return _yes("lexicon", a, b)
    if is_latin(one) or is_latin(other):
        return _over_scripts(one, other, latin_a, latin_b)
    told = _by_latin(latin_a, latin_b)
    if told == "same":
        return _yes("latin", a, b)
    if (told_by_number := _rulers(one, other)) is not None:
        return told_by_number
    if any(_part_of(short, long) for short, long in ((one, other), (other, one))):
        return _family(one, other)
    if is_foreign_name(one) and is_foreign_name(other):
        doubtful = _chinese_build(one) + _chinese_build(other)
        if not doubtful or (doubtful == 1 and likeness(one, other) >= _SURE):
            return _foreign_names(one, other, told)
    return Comparison(
        relation="different", steps=(say("person.other", claim=a, evidence=b),), nearness=likeness(one, other)
    )


def _over_scripts(one: str, other: str, latin_a: str, latin_b: str) -> Comparison:
    """How two names relate of which one at least is in Latin letters."""
    forms = (one if is_latin(one) else latin_a, other if is_latin(other) else latin_b)
    if all(forms):
        short, long = sorted(forms, key=len)
        if long.casefold().endswith(f" {short.casefold()}"):
            return _family(one, other)
        if _by_latin(*forms) == "same":
            return _yes("latin", one, other)
    elif sure := across(*((other, one) if is_latin(one) else (one, other))):
        return _yes("latin", one, other) if sure == 1 else _family(one, other)
    step = say("person.other", claim=one, evidence=other)
    return Comparison(relation="different", steps=(step,))


def _family(one: str, other: str) -> Comparison:
    """One of two names is the family name of the other."""
    step = say("person.surname", claim=one, evidence=other)
    return Comparison(relation="compatible", steps=(step,), nearness=1.0)


def _surname_of(short: str, long: str) -> bool:
    """Whether a Chinese surname that stands alone is that of a name: 孙 / 孙中山."""
    if short in japanese() and surname_of(long) == short:
        return True
    return short in surnames() and len(long) > len(short) and long.startswith(short) and is_chinese_name(long)


def _part_of(short: str, long: str) -> bool:
    """Whether a name is the surname of another, or its last part or its given name: 孙, 马克思, 艾琳."""
    if _surname_of(short, long):
        return True
    return (
        "·" in long
        and "·" not in short
        and len(short) > 1
        and short in (long.split("·", maxsplit=1)[0], long.rsplit("·", maxsplit=1)[-1])
    )


def _rulers(one: str, other: str) -> Comparison | None:
    """How two names relate of which one has a ruler's number: another number, or none, is another ruler."""
    (name, number), (theirs, their_number) = parts(one), parts(other)
    if not number and not their_number:
        return None
    stem = _same(name, theirs, "", "", own().aliases)
    if number == their_number and stem.holds:
        return _yes("transliteration", one, other)
    relation: Relation = "different" if number and their_number else "incomparable"
    step = say("person.other", claim=one, evidence=other)
    return Comparison(relation=relation, steps=(step,), nearness=min(stem.nearness, 0.9))


def _plain(name: str) -> str:
    """A name in plain Simplified characters, those too that folding leaves to names: 陈汎森 as 陈泛森."""
    return name.translate(_RARE)


@cache
def _surnames_written() -> dict[str, str]:
    return {row["hans"]: row["canonical"] for row in table("surname_variants")}


def _surname_written(name: str) -> str:
    """A Chinese name with its surname in the usual form: 肖劲光 as 萧劲光; a surname alone stays as it is."""
    return name if len(name) < 2 else _surnames_written().get(name[0], name[0]) + name[1:]


def _bare(name: str) -> str:
    return _DOTS.sub("", name)


def _yes(reason: str, a: str, b: str) -> Comparison:
    return Comparison(
        relation="equivalent", steps=(say(f"person.{reason}", claim=a, evidence=b),), nearness=1.0
    )


def _chinese_build(name: str) -> bool:
    """Whether a name of transliterating characters may as well be Chinese or Japanese: 安东, 马丁, 高达."""
    if any(character in DOT for character in name):
        return False
    return (len(name) == 2 and name[0] in surnames()) or name[:2] in japanese()


def _foreign_names(one: str, other: str, told: str) -> Comparison:
    parts, others = _DOTS.split(one), _DOTS.split(other)
    if len(parts) != len(others) and 1 in (len(parts), len(others)):
        short, long = (parts[0], others) if len(parts) == 1 else (others[0], parts)
        if sounds_alike(short, long[-1]):
            return _family(one, other)
    near = likeness(_bare(one), _bare(other))
    aligned = len(parts) == len(others) and (
        all(map(sounds_alike, parts, others))
        if len(parts) == 1
        else near >= _WHOLE
        and all(likeness(part, theirs) >= _PART for part, theirs in zip(parts, others, strict=True))
        and _beside_shared(parts, others)
    )
    if told != "different" and (
        aligned or (len(parts) != len(others) and sounds_alike(_bare(one), _bare(other)))
    ):
        return _yes("transliteration", one, other)
    return Comparison(
        relation="different", steps=(say("person.other", claim=one, evidence=other),), nearness=near
    )


def _beside_shared(parts: list[str], others: list[str]) -> bool:
    """Whether parts that stand beside a shared one are alike by themselves: it speaks for none of them, since many
    people share a given name (维尔纳·海森堡 / 维尔纳·阿尔伯)."""
    unlike = [(part, theirs) for part, theirs in zip(parts, others, strict=True) if part != theirs]
    return len(unlike) == len(parts) or all(
        begin_alike(part, theirs) and likeness(part, theirs) >= _BESIDE for part, theirs in unlike
    )


@cache
def _by_latin(one: str, other: str) -> str:
    """Whether two Latin forms speak for the same name: "same", "different", or "" where one is missing."""
    if not one or not other:
        return ""
    from rapidfuzz import fuzz

    words, others = (compiled(r"[a-z\u00e0-\u024f'’-]+").findall(name.lower()) for name in (one, other))
    if not words or not others:
        return ""
    last = fuzz.ratio(words[-1], others[-1])
    if last < 80:
        return "different"
    if len(words) > 1 and len(others) > 1 and words[0][0] != others[0][0]:
        return "different"
    return "same" if last >= 88 else ""
