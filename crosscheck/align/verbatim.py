"""Where a source says the sentence of a claim word for word: then it says the claim, whatever rules read there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from crosscheck.model.fact import Fact
from crosscheck.model.span import Span
from crosscheck.model.text import Text

# A sentence of fewer characters may be said of anything (他于1950年出生): those beside it have to be the same as well.
_SAYS_ENOUGH = 14


class Sentences:
    """The sentences of a text by their folded words, blanks at their ends left out."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._by_words: dict[str, list[int]] = defaultdict(list)
        for sentence in text.sentences:
            self._by_words[words(text, sentence.index)].append(sentence.index)

    def same_as(self, text: Text, index: int) -> Iterator[int]:
        """The sentences here that are the sentence `index` of `text`, word for word."""
        said = words(text, index)
        for number in self._by_words.get(said, ()):
            if len(said) >= _SAYS_ENOUGH or _beside(text, index) == _beside(self._text, number):
                yield number


def words(text: Text, index: int) -> str:
    """The folded words of a sentence, "" where there is none of that number."""
    if not 0 <= index < len(text.sentences):
        return ""
    span = text.sentences[index].span
    return text.folded[span.start : span.end].strip()


def _beside(text: Text, index: int) -> tuple[str, str]:
    return words(text, index - 1), words(text, index + 1)


def verbatim(claim: Fact, entry: Text, source: Text, sentences: Sentences) -> Iterator[Fact]:
    """The claim as a fact of `source`, at each place where its whole sentence stands word for word."""
    for number in sentences.same_as(entry, claim.sentence):
        start = _start(source, number) + claim.span.start - _start(entry, claim.sentence)
        yield Fact(
            kind=claim.kind,
            span=Span(start, start + len(claim.span)),
            rule="verbatim",
            value=claim.value,
            sentence=number,
            document=source.document,
        )


def _start(text: Text, index: int) -> int:
    """Where the words of a sentence begin."""
    span = text.sentences[index].span
    said = text.folded[span.start : span.end]
    return span.start + len(said) - len(said.lstrip())
