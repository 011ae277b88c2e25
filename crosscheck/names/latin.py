"""Names over scripts: whether a Latin name and a Chinese form may be one (Ken Thompson / 肯·汤普逊), by their consonants."""

from __future__ import annotations

import re
from functools import lru_cache

from crosscheck.names.sounds import likeness_to_latin, syllable
from crosscheck.names.words import DOT
from crosscheck.patterns import compiled

# As a whole and in each part so alike at least; set on eighty well-known names (tests/test_latin_names.py).
_WHOLE, _PART, _ALONE = 0.72, 0.5, 0.86
_WORD = compiled(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’-]+")
_PARTICLE = frozenset(
    ("de", "da", "di", "von", "van", "der", "den", "la", "le", "du", "dos", "bin", "ibn", "al", "el")
)
# Letters that are written and not sounded as they stand, and those sounded in two ways.
_SILENT = (
    (r"ng(?![aeiouy])", "n"),
    (r"augh|ough|igh", "o"),
    (r"(?<=[aeou])r(?![aeiouy])", ""),
    (r"^kn", "n"),
    (r"^wr", "r"),
    (r"(?<=[^aeiouy])ow?en$", "n"),
)
_SOFT = (
    (r"g(?=[eiy])", "j"),
    (r"ch", "k"),
    (r"^h", ""),
    (r"^w(?=[aeiou])", ""),
    (r"^j", "y"),
    (r"th", "s"),
    (r"w", ""),
    (r"t(?=ch)", ""),
)


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters throughout."""
    return bool(name) and all(char.isascii() or "\u00c0" <= char <= "\u024f" or char in "’" for char in name)


@lru_cache(maxsize=4096)
def _fit(part: str, word: str) -> float:
    """The best likeness of a Chinese part to a Latin word, over the ways in which the word may be sounded."""
    plain = word.lower()
    for pattern, sound in _SILENT:
        plain = re.sub(pattern, sound, plain)
    plain = re.sub(r"r(?=[aeiouy])", "l", plain)
    forms = {re.sub(r"r(?=[aeiouy])", "l", word.lower()), plain}
    for pattern, sound in _SOFT:
        forms |= {re.sub(pattern, sound, form.lower()) for form in forms}
    return max(
        likeness_to_latin(part, form) - (0 if _begin_alike(part, form) else _UNLIKE) for form in forms if form
    )


_UNLIKE = 0.3  # what another first sound costs
_CLASSES = ("bpfvw", "dtjzsxcq", "gkhcqx", "lrn", "mn", "fvwhu", "szcxjqg", "aeiouywh", "jzygi")


def _begin_alike(part: str, form: str) -> bool:
    """Whether a Chinese part may begin with the sound that a Latin form is written with."""
    first, letter = syllable(part[0])[:1], form[:1].lower()
    return first == letter or any(first in sounds and letter in sounds for sounds in _CLASSES)


def across(name: str, latin: str) -> float:
    """How sure it is that a Chinese form is that of a Latin name, 0 where it is not: 1 for all parts, less for a surname alone."""
    parts = [part for part in re.split(f"[{DOT}]", name) if part and not part.isascii()]
    words = [word for word in _WORD.findall(latin) if word.lower() not in _PARTICLE]
    if not parts or not words:
        return 0.0
    last = _fit(parts[-1], words[-1])
    if len(parts) > 1 and len(words) > 1:
        first = _fit(parts[0], words[0])
        return 1.0 if min(first, last) >= _PART and (first + last) / 2 >= _WHOLE else 0.0
    alone = len(parts[-1]) > 2 and last >= _ALONE and len(words[-1]) > 4
    return 0.5 if alone else 0.0
