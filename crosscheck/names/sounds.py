"""How alike two names sound: a weighted edit distance over their syllables in pinyin.

The costs say which sounds transliterators exchange: b and p, d and t, g, k and h, l and r, f and w, an and en.
They were set by phonetics, not fitted; ``benchmarks/names.py`` measures them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from crosscheck.lexicon import table
from crosscheck.patterns import compiled

_INITIAL = compiled(r"^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$")
_NEAR_INITIALS = {
    "bp": 0.15, "dt": 0.15, "gk": 0.15, "jq": 0.2, "zhch": 0.2, "zc": 0.2, "lr": 0.15, "ssh": 0.15, "sx": 0.15,
    "xsh": 0.2, "zzh": 0.15, "cch": 0.15, "zs": 0.25, "cs": 0.3, "chsh": 0.3, "cx": 0.35, "gh": 0.35, "kh": 0.3,
    "fh": 0.4, "fw": 0.25, "bw": 0.3, "bf": 0.4, "pf": 0.35, "hw": 0.35, "jz": 0.3, "jzh": 0.25, "qc": 0.3,
    "qch": 0.2, "jy": 0.25, "gj": 0.35, "kq": 0.4, "jx": 0.35, "qx": 0.25, "nl": 0.45, "mn": 0.45, "y": 0.1,
    "w": 0.1, "yw": 0.4, "h": 0.3, "hx": 0.4, "ry": 0.4, "td": 0.15, "tch": 0.45, "tq": 0.5, "tc": 0.45,
    "dj": 0.5, "ds": 0.6, "dz": 0.45, "jsh": 0.4, "shch": 0.3, "zhsh": 0.35, "zsh": 0.35, "ck": 0.6, "gy": 0.5,
    "bm": 0.6, "g": 0.6, "r": 0.5, "l": 0.5, "kx": 0.5, "gx": 0.6, "wm": 0.6, "ws": 0.9, "zj": 0.3,
}  # fmt: skip
_NEAR_VOWELS = {
    "ae": 0.4, "ao": 0.45, "ei": 0.4, "ou": 0.3, "eo": 0.35, "iu": 0.6, "iv": 0.25, "uv": 0.3, "ai": 0.7, "au": 0.7,
    "eu": 0.5, "io": 0.7, "ev": 0.5, "ov": 0.6, "av": 0.8,
}  # fmt: skip
# Syllables that mostly write a lone consonant or a weak vowel, and so are often left out: 尔, 斯, 特, 夫 ...
_WEAK = frozenset([
    "er", "si", "te", "ke", "de", "fu", "mu", "zi", "bu", "pu", "ge", "he", "ci", "le", "lu", "ei", "xi",
    "shi", "ze", "se", "e", "a", "wu", "ya", "yi", "hu", "li", "en",
])  # fmt: skip
_ALIKE = 0.63  # at least this likeness for one part of a foreign name; see benchmarks/names.py
_FIRST = (
    0.5  # at most this cost of exchanging the first syllables: names that begin otherwise are other names
)


@cache
def _readings() -> dict[str, str]:
    return {character: row["syllable"] for row in table("pinyin") for character in row["hans"]}


def syllable(character: str) -> str:
    """The reading of a character in pinyin without tone, the character itself where it has none."""
    return _readings().get(character, character.lower())


@cache
def _final(final: str) -> tuple[str, str]:
    """The main vowel of a final and how it ends: n (n or ng), i, u or ""."""
    coda = ""
    if final.endswith(("n", "ng")):
        coda, final = "n", final.rstrip("ng")
    elif final in ("ai", "ei", "ui", "uai"):
        coda, final = "i", final[:-1] or final
    elif final in ("ao", "ou", "iu", "iao"):
        coda, final = "u", final[:-1] if final != "iu" else "o"
    main = next((vowel for vowel in "aeo" if vowel in final), final[-1:])
    return main, coda


def _pair(costs: dict[str, float], one: str, other: str) -> float:
    if one == other:
        return 0.0
    return min(costs.get(one + other, 1.0), costs.get(other + one, 1.0))


@lru_cache(maxsize=50_000)
def _exchange(one: str, other: str) -> float:
    """The cost, 0 to 1, of writing one syllable for another."""
    if one == other:
        return 0.0
    first, second = _INITIAL.match(one), _INITIAL.match(other)
    if not (first and second and one.isascii() and other.isascii() and one.isalpha() and other.isalpha()):
        return 1.0
    initial = _pair(_NEAR_INITIALS, first[1], second[1])
    (vowel, coda), (other_vowel, other_coda) = _final(first[2]), _final(second[2])
    weak = one in _WEAK and other in _WEAK
    final = 0.65 * _pair(_NEAR_VOWELS, vowel, other_vowel) + 0.35 * (coda != other_coda)
    if weak:
        final *= 0.5
    return min(1.0, 0.62 * initial + 0.38 * final + (0.2 if initial >= 1 else 0.0))


@lru_cache(maxsize=50_000)
def _cost(one: str, other: str) -> float:
    return 0.0 if one == other else 0.03 + 0.97 * _exchange(syllable(one), syllable(other))


@lru_cache(maxsize=20_000)
def _left_out(character: str) -> float:
    return 0.4 if syllable(character) in _WEAK else 0.85


def distance(a: str, b: str) -> float:
    """The least cost of turning `a` into `b` by exchanging, leaving out and adding characters."""
    row = [0.0]
    added = [_left_out(character) for character in b]
    for cost in added:
        row.append(row[-1] + cost)
    for one in a:
        left = _left_out(one)
        above, row = row, [row[0] + left]
        for place, other in enumerate(b):
            row.append(
                min(
                    above[place] + _cost(one, other),
                    above[place + 1] + left,
                    row[-1] + added[place],
                )
            )
    return row[-1]


@lru_cache(maxsize=20_000)
def likeness(a: str, b: str) -> float:
    """How alike two folded names sound, 0 to 1; 1 for the same characters.

    The mean of two measures that err in different ways: the weighted distance over syllables, and the share of
    letters that the two spellings in pinyin have in common.
    """
    if a == b:
        return 1.0
    from rapidfuzz.distance import Indel

    letters = Indel.normalized_similarity("".join(map(syllable, a)), "".join(map(syllable, b)))
    return (max(0.0, 1.0 - distance(a, b) / max(len(a), len(b), 1)) + letters) / 2


def sounds_alike(a: str, b: str) -> bool:
    """Whether two parts of foreign names may be one part in two transliterations."""
    if a == b:
        return True
    if min(len(a), len(b)) < 2:
        return False
    return begin_alike(a, b) and likeness(a, b) >= _ALIKE


def begin_alike(a: str, b: str) -> bool:
    """Whether the first characters of two names may be one syllable in two transliterations."""
    return _exchange(syllable(a[0]), syllable(b[0])) <= _FIRST


_LETTERS = {
    "b": "P", "p": "P", "d": "T", "t": "T", "g": "K", "k": "K", "c": "K", "q": "K", "h": "K", "f": "F", "v": "F", "w": "F",
    "s": "S", "z": "S", "j": "S", "x": "S", "l": "L", "r": "L", "m": "M", "n": "N",
}  # fmt: skip
_SOUNDS = _LETTERS | {"c": "S", "q": "S", "zh": "S", "ch": "S", "sh": "S"}


@lru_cache(maxsize=4096)
def _skeleton(name: str) -> str:
    out = []
    for character in name:
        reading = syllable(character)
        match = _INITIAL.match(reading)
        if not reading.isascii() or match is None:
            continue
        if reading == "er":
            out.append("L")
            continue
        out.append(_SOUNDS.get(match[1], ""))
        if match[2].endswith(("n", "ng")):
            out.append("N")
    return "".join(out)


@lru_cache(maxsize=4096)
def _latin_skeleton(word: str) -> str:
    plain = re.sub(r"(?:sch|sh|ch|zh|th)", lambda m: "t" if m[0] == "th" else "s", word.lower())
    plain = re.sub(r"c(?=[eiy])", "s", plain).replace("ph", "f").replace("ck", "k").replace("x", "ks")
    plain = re.sub(r"(.)\1", r"\1", plain)
    return "".join(_LETTERS.get(letter, "") for letter in plain)


def likeness_to_latin(name: str, latin: str) -> float:
    """How well the consonants of a Chinese form fit those of a Latin name or of its last words, 0 to 1."""
    from rapidfuzz.distance import Indel

    skeleton = _skeleton(name)
    words = [word for word in re.split(r"[\s-]+", latin) if word]
    forms = ["".join(words[place:]) for place in range(len(words))]
    return max((Indel.normalized_similarity(skeleton, _latin_skeleton(form)) for form in forms), default=0.0)
