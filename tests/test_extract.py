"""Settling of overlaps: what stands, whatever the order of finders."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosscheck.extract import settle
from crosscheck.model.fact import KindName, Mention
from crosscheck.model.span import Span

KINDS: list[KindName] = ["date", "quantity", "person", "role", "title", "organisation"]
NESTING = {"role", "title", "quote", "organisation"}
MENTIONS = st.lists(
    st.builds(
        lambda kind, start, length, rank: Mention(
            kind=kind, span=Span(start, start + length), rule="r", rank=rank
        ),
        st.sampled_from(KINDS),
        st.integers(0, 40),
        st.integers(1, 9),
        st.integers(0, 2),
    ),
    max_size=25,
)


def clash(one: Mention, other: Mention) -> bool:
    both = one.kind in NESTING or other.kind in NESTING
    return one.span.touches(other.span) and (one.kind == other.kind or not both)


def better(one: Mention, other: Mention) -> bool:
    return (-one.rank, -len(one.span), one.span.start, one.kind) <= (
        -other.rank,
        -len(other.span),
        other.span.start,
        other.kind,
    )


@given(MENTIONS)
def test_what_stands_does_not_clash_and_what_falls_lost_to_a_better_one(mentions: list[Mention]) -> None:
    kept = settle(mentions)
    assert not any(clash(a, b) for i, a in enumerate(kept) for b in kept[i + 1 :])
    for fallen in set(mentions) - set(kept):
        assert any(clash(fallen, other) and better(other, fallen) for other in kept)


@given(MENTIONS, st.randoms())
def test_the_order_of_finders_does_not_matter(mentions: list[Mention], random: object) -> None:
    shuffled = list(mentions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert settle(shuffled) == settle(mentions)


def test_the_longer_stands() -> None:
    short = Mention(kind="date", span=Span(0, 4), rule="a")
    long = Mention(kind="quantity", span=Span(2, 9), rule="b")
    assert settle([short, long]) == (long,)
    assert short in settle([short, Mention(kind="title", span=Span(0, 9), rule="c")])
