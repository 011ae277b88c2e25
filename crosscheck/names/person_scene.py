"""A text with its persons, and the questions that offices put to it: who stands before, after, or in the sentence."""

from __future__ import annotations

import re
from bisect import bisect_left

from crosscheck import recognise
from crosscheck.model.text import Text
from crosscheck.names.people import Person, people
from crosscheck.patterns import compiled
from crosscheck.text.fold import fold

_PRONOUN = compiled(r"(?<!其)[他她](?![们人国乡])")
# What may stand at the head of a clause before its subject: a date, an adverb of time, a mark.
_OPENING = compiled(
    r"[\s，、；：“]*(?:[\d一二三四五六七八九十〇同次翌]+[年月日][初末底春夏秋冬]?|同年|次年|后来|随后|其后|此后|当时|不久|期间|[，,]|\s)*"
)
# A person right after one of these is no subject: 经陈省身推荐, 应李四光之邀.
_OBLIQUE = tuple("经由应受被对向给与同跟随让请聘派")
_JOIN = compiled(r"[、和与及]|以及")


class PersonScene:
    """A text with its persons and the stretches that no office is cut inside of."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.folded = text.folded
        self.people = people(text)
        self.starts = [person.start for person in self.people]
        self.by_start = {person.start: person for person in self.people}
        self.by_end = {person.end: person for person in self.people}
        bodies = [(e.start, e.end) for e in recognise.over(text) if e.kind == "ORG"]
        bodies += [(link.span.start, link.span.end) for link in text.document.links if len(link.span) > 3]
        self.solid = tuple(sorted(bodies))

    def solid_in(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The stretches that begin from `start` on and end by `end`."""
        low = bisect_left(self.solid, (start, 0))
        return tuple(pair for pair in self.solid[low : low + 12] if pair[1] <= end)

    def before(self, position: int) -> tuple[tuple[Person, ...], int]:
        """The persons of the list that ends at `position`, and where it begins; none: () and `position`."""
        found: list[Person] = []
        at = position
        while (person := self.by_end.get(at)) is not None:
            found.insert(0, person)
            position = person.start
            joined = self.folded[person.start - 1 : person.start]
            if not joined or not _JOIN.fullmatch(joined):
                break
            at = person.start - 1
        return tuple(found), position

    def after(self, position: int, plural: bool) -> tuple[tuple[Person, ...], int]:
        """The person that begins at `position`, with the list it begins where `plural`, and where that ends."""
        found: list[Person] = []
        end = at = position
        while (person := self.by_start.get(at)) is not None:
            found.append(person)
            end = person.end
            if not plural or not _JOIN.match(self.folded, end):
                break
            at = end + 1
        return tuple(found), end

    def next(self, position: int) -> tuple[Person, ...]:
        """The first person that begins at `position` or after it, as a tuple of one or none."""
        place = bisect_left(self.starts, position)
        return self.people[place : place + 1]

    def last(self, position: int) -> tuple[Person, ...]:
        """The last person that begins before `position`, as a tuple of one or none."""
        place = bisect_left(self.starts, position)
        return self.people[max(0, place - 1) : place]

    def people_in(self, start: int, end: int) -> tuple[Person, ...]:
        """The persons that begin from `start` on and end by `end`."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return tuple(person for person in self.people[low:high] if person.end <= end)

    def subject(self, position: int) -> Person | None:
        """The person at the head of the last clause before `position` that has one, else the first of the sentence,
        else the person the document is about."""
        sentence = self.text.sentence_at(position).span
        for clause in reversed([c for c in self.text.sentence_at(position).clauses if c.start < position]):
            opening = _OPENING.match(self.folded, clause.start, clause.end)
            head = self.by_start.get(opening.end() if opening else clause.start)
            if head is not None and head.end <= position:
                return head
        place = bisect_left(self.starts, sentence.start)
        if place < len(self.people) and self.people[place].end <= position:
            first = self.people[place]
            if self.folded[first.start - 1 : first.start] not in _OBLIQUE:
                return first
        return self.topic()

    def topic(self) -> Person | None:
        """The person that the document is about, by its title."""
        title = re.sub(r"(?<!\s)\s*+[（(].*", "", fold(self.text.document.title))
        return next((p for p in self.people if p.canonical == title), None)

    def pronoun(self, start: int, end: int) -> int:
        """Where the last 他 or 她 stands between `start` and `end`, -1 where there is none."""
        found = [match.start() for match in _PRONOUN.finditer(self.folded, start, end)]
        return found[-1] if found else -1

    def meant(self, position: int, before: int | None = None) -> Person | None:
        """Whom a pronoun at `position` means: the document's topic, else the one person that its sentence names
        ahead of it (ahead of `before`), else the one that the sentence before names."""
        sentence = self.text.sentence_at(position)
        topic = self.topic()
        if topic is not None:
            return topic
        start, end = sentence.span.start, position if before is None else before
        low, high = (bisect_left(self.starts, at) for at in (start, end))
        if low == high and sentence.index:
            last = self.text.sentences[sentence.index - 1]
            if last.block == sentence.block:
                low, high = (bisect_left(self.starts, at) for at in (last.span.start, last.span.end))
        elif low < high and not self._heads_clause(self.people[low]):
            return None  # 经陈省身推荐，他受聘为研究员
        named = {person.canonical for person in self.people[low:high]}
        return self.people[low] if len(named) == 1 else None

    def _heads_clause(self, person: Person) -> bool:
        clause = self.text.clause_at(person.start)
        opening = _OPENING.match(self.folded, clause.start, person.start)
        return person.start == (opening.end() if opening else clause.start)
