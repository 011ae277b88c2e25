"""Finds the sentences of a source that may speak of a claim: BM25 over grams, by tantivy."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from crosscheck.text.grams import Weights

LIMIT = 20
_HEAP = 15_000_000  # bytes; the least that tantivy's writer takes
_QUERY = 48  # grams of a query: the rarest; more cost time and change no rank


@cache
def _schema() -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", stored=True, fast=True)
    builder.add_text_field("grams", stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


class SentenceIndex:
    """The sentences of one source, by their grams.

    One writer thread and one commit, so that scores cannot depend on how segments fell.
    """

    def __init__(self, sentences: Iterable[tuple[str, ...]]) -> None:
        import tantivy

        self._index = tantivy.Index(_schema())
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        for number, found in enumerate(sentences):
            document = tantivy.Document()
            document.add_unsigned("number", number)
            document.add_text("grams", " ".join(found))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, wanted: Iterable[str], weights: Weights, limit: int = LIMIT) -> tuple[int, ...]:
        """The numbers of the sentences that share most with the grams `wanted`, best first."""
        import tantivy

        known = [gram for gram in dict.fromkeys(wanted) if weights.frequency(gram)]
        known.sort()
        known.sort(key=weights.frequency)
        if not known:
            return ()
        should = tantivy.Occur.Should
        query = tantivy.Query.boolean_query(
            [(should, tantivy.Query.term_query(_schema(), "grams", gram)) for gram in known[:_QUERY]]
        )
        hits = self._searcher.search(query, limit).hits
        ranked = [(score, self._searcher.doc(address)["number"][0]) for score, address in hits]
        return tuple(number for _, number in sorted(ranked, key=lambda hit: (-round(hit[0], 4), hit[1])))
