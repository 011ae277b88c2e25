"""The words that names are told by, as sets and as pieces of regular expressions, made when first asked for."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from crosscheck.lexicon import either, table, words
from crosscheck.patterns import compiled

HAN = r"[\u3400-\u9fff]"
DOT = "·•・‧"
# What is done at a place: 在…签订, 在…会晤.
ACT = r"(?:签订|签署|签字|举行|召开|成立|出生|逝世|去世|病逝|会见|会晤|会谈|发表|开幕|落成|揭幕|发射|升空|着陆|降落|首演|首映|演出|展出|集会|开会|讨论|谈判|就读|任教|公布|宣布|通过|缔结|登陆|起义|遇刺|被捕|下葬|进行|接受|建立|创办|创立|受降|投降|阅兵|宣誓|就职|隆重)"
# Characters that no given name holds: particles, pronouns, prepositions, the commonest verbs and measure words.
_NOT_GIVEN = (
    "的了在是和与及等为于以将被把对从到着过说也都又并或其他她它们这那有不没由向就才还但而则即因所其此该各每某让使令叫做"
    "之个名位次年月日时第两几多些吗呢吧啊么什怎很最更已曾会能可要去来给跟比同率任兼称指出当时后前内外间里且却再只"
    "我你您谁何如若虽然使用进行据按经任担派赴抵访问曾曰著着于被"
)


_STRICT = frozenset(_NOT_GIVEN)
_NEVER_GIVEN = frozenset(
    "的了在是和与及等这那不没她它们吗呢吧啊么什怎很说着过把被就但则因所该每某让做个些你我您谁"
)


@cache
def _not_persons() -> frozenset[str]:
    return frozenset(words("not_persons"))


@cache
def common_words() -> frozenset[str]:
    """Common words that are built as a Chinese name is: 曲艺, 水产, 石像."""
    return frozenset(word for row in table("common_words") for word in row["hans"].split())


@cache
def common_places() -> frozenset[str]:
    """Common nouns that end as names of places and bodies do (高速公路, 发电厂), and what peoples and styles are called."""
    nouns = {word for row in table("common_places") for word in row["hans"].split()}
    return frozenset(
        nouns | {row["hans"] for row in table("not_persons") if row["class"] in ("people", "style", "post")}
    )


@cache
def surnames(frequency: str = "") -> frozenset[str]:
    """Chinese surnames, those of `frequency` only where it is given."""
    return frozenset(
        row["hans"]
        for row in table("surnames")
        if row["kind"] != "japanese" and frequency in ("", row["frequency"])
    )


@cache
def japanese() -> frozenset[str]:
    """Japanese surnames of two and three characters."""
    return frozenset(words("surnames", kind="japanese"))


@cache
def transliterating() -> frozenset[str]:
    """Characters that write foreign names."""
    return frozenset(words("transliteration"))


@cache
def strongly_transliterating() -> frozenset[str]:
    """Those of `transliterating` that are seldom anything else beside one another."""
    return frozenset(words("transliteration", strength="strong"))


@cache
def offices(*classes: str) -> tuple[str, ...]:
    """Last words of offices of these classes, of all but occupations and forms of address where none is given."""
    chosen = classes or ("head", "office", "rank")
    return tuple(row["hans"] for row in table("offices") if row["class"] in chosen)


@cache
def _office_words() -> tuple[re.Pattern[str], frozenset[str], int]:
    every = (*offices(), *offices("occupation"))
    return compiled(either(every)), frozenset(every), max(map(len, every))


@lru_cache(maxsize=16)
def office_ends(folded: str) -> tuple[int, ...]:
    """Where the words for offices and occupations end in a text, in order."""
    return tuple(match.end() for match in _office_words()[0].finditer(folded))


def begins_with_office(folded: str, position: int) -> bool:
    """Whether the word for an office or an occupation begins at `position`."""
    return _office_words()[0].match(folded, position) is not None


def ends_with_office(words_before: str) -> bool:
    """Whether the words end with an office or an occupation."""
    _, known, longest = _office_words()
    return any(words_before[-size:] in known for size in range(2, min(longest, len(words_before)) + 1))


@cache
def addresses() -> tuple[str, ...]:
    """Words that follow a surname or a name to address its bearer."""
    return tuple(row["hans"] for row in table("offices") if row["address"] == "yes")


@cache
def said() -> str:
    """A regular expression for a verb of speech; 道 and 云 are one only before what is said (白云隧道)."""
    verbs = words("speech_verbs", **{"class": "say"})
    return either(tuple(verb for verb in verbs if verb not in ("道", "云"))) + "|[道云](?=[:：，,“])"


@cache
def given() -> str:
    """A regular expression for a Chinese given name of one or two characters, the shorter first."""
    one = f"[^{_NOT_GIVEN}\\W\\d_a-zA-Z]"
    return f"{one}(?:(?:{one}|[之来为以从同时年日月可将能成天](?!到))??)"


@cache
def surname() -> str:
    """A regular expression for a Chinese surname."""
    return surname_of("")


@cache
def surname_of(frequency: str) -> str:
    """A regular expression for a Chinese surname of `frequency`, of any where it is ""."""
    known = surnames(frequency)
    single = "".join(sorted(word for word in known if len(word) == 1))
    return f"(?:{either(tuple(sorted(word for word in known if len(word) > 1)))}|[{single}])"


@cache
def countries() -> frozenset[str]:
    """Names of countries, past ones too, and of parts of the world."""
    return frozenset(
        (*words("countries", **{"class": "country"}), *words("countries", **{"class": "continent"}))
    )


@cache
def country() -> re.Pattern[str]:
    """Finds the name of a country inside a word."""
    return compiled(either(tuple(sorted(countries()))))


SIDES = "中苏美英法德日俄印韩朝越台港澳欧"  # countries in one character, as in 中苏会谈
_BODY_ENDS = frozenset("团队会部局署厅院处厂校党组委所室馆庭")


@cache
def not_after_name() -> re.Pattern[str]:
    """What shows, right after a run of characters, that the run was the name of a place or a body."""
    places = tuple(
        w for w in words("place_suffixes") if w not in ("道", "里", "堂", "楼", "门", "宫", "观", "府")
    )
    return compiled(
        rf"(?:{either(places)}|{either(words('organisation_suffixes'))}|人民|战争|战役|事件|语|族|教)"
    )


@cache
def _words_of_their_own() -> re.Pattern[str]:
    """Words that begin as names do: 代表, 商人, 宣布, 任命."""
    every = (*offices(), *offices("occupation", "honorific"), *words("speech_verbs"), *words("office_verbs"))
    return compiled(
        either(tuple(word for word in every if len(word) > 1 and word[0] in surnames())) or "(?!)"
    )


@lru_cache(maxsize=20_000)
def is_chinese_name(word: str) -> bool:
    """Whether `word` is built as a Chinese name: a surname and one or two characters of a given name."""
    if word in _not_persons() or not 2 <= len(word) <= 4 or _words_of_their_own().match(word):
        return False
    head = 2 if word[:2] in surnames() and len(word) > 2 else 1
    rest = word[head:]
    if rest in addresses() or rest in offices() or word[-1] in _BODY_ENDS or country().search(word):
        return False
    return (
        word[:head] in surnames()
        and 1 <= len(rest) <= 2
        and not set(rest) & (_NEVER_GIVEN if len(rest) > 1 else _STRICT)
    )


def is_foreign_name(word: str) -> bool:
    """Whether `word` is written in characters of transliteration throughout, middle dots and initials left out."""
    plain = [character for character in word if character not in DOT and not "A" <= character <= "Z"]
    return len(plain) >= 2 and all(character in transliterating() for character in plain)


@cache
def _body() -> re.Pattern[str]:
    return compiled(rf"(?:{either(tuple(w for w in words('organisation_suffixes') if len(w) > 1))})$")


def is_body(word: str) -> bool:
    """Whether a word ends as the name of an organisation does: 造船厂, 研究所."""
    return _body().search(word) is not None


def never_person(word: str) -> bool:
    """Whether `word` is a common word, a country or a side in a dispute that models take for a person."""
    return word in _not_persons() or (
        not any(character in DOT for character in word) and bool(country().search(word))
    )
