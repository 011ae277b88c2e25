"""Who says what in a document: its quotations with their speakers, read for the check of speakers alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.cite.letters import Letters, letters_of, reduced
from crosscheck.cite.speaker import spoken
from crosscheck.model.document import Document
from crosscheck.model.fact import Fact


def exchanged(document: Document, sources: tuple[Document, ...]) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The quotations of `document` that have a speaker, and the quotations of every source that has the words of one.

    The recogniser, which is slow, reads only the sentences around quotations of `document`, and around their words.
    """
    claims = tuple(
        fact for fact in _said(document, _quotations(document)) if getattr(fact.value, "speaker", "")
    )
    wanted = tuple(dict.fromkeys(reduced(str(claim.value)) for claim in claims))
    evidence: list[Fact] = []
    for source in sources if wanted else ():
        places = tuple(_places(wanted, letters_of(source)))
        if places:
            evidence.extend(_said(source, places))
    return claims, tuple(evidence)


def _quotations(document: Document) -> Iterator[int]:
    position = document.folded.find("“")
    while position >= 0:
        yield position
        position = document.folded.find("“", position + 1)


def _places(wanted: tuple[str, ...], letters: Letters) -> Iterator[int]:
    for words in wanted:
        start = letters.text.find(words)
        while start >= 0:
            yield letters.place(start)
            start = letters.text.find(words, start + 1)


def _said(document: Document, places: Iterable[int]) -> tuple[Fact, ...]:
    """The quotations of `document`, speakers told for those at `places`."""
    from crosscheck import recognise
    from crosscheck.kinds.quote import facts, find
    from crosscheck.text.sentences import split

    if "“" not in document.folded:
        return ()
    text = split(document)
    around = frozenset(
        number + step for number in {text.sentence_at(place).index for place in places} for step in (-1, 0, 1)
    )
    with recognise.limited_to(around):
        return spoken(facts(text, tuple(find(text))))
