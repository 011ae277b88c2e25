"""What the templates of a wikitext print in running text."""

from __future__ import annotations

import re

from crosscheck.model.document import Reference
from crosscheck.model.span import Span
from crosscheck.read.writer import Writer, raised
from crosscheck.read.wt_nest import Nest
from crosscheck.read.wt_shown import Shown
from crosscheck.read.wt_template import Argument, Template
from crosscheck.read.wt_variants import spellings


class Printed(Shown):
    """What templates print; `write` is given by the class that writes running text."""

    def __init__(self, writer: Writer, nest: Nest) -> None:
        self.writer, self.nest, self.source = writer, nest, writer.source
        self.captions: list[tuple[int, int]] = []
        self.categories: list[tuple[int, int]] = []
        self.variants: dict[tuple[str, ...], None] = {}
        self.notes = 0
        self.short: set[str] = set()
        self.depth = 0
        self.parts: list[int] | None = None

    def template(self, found: Template) -> None:
        """Write what a template prints in running text."""
        prints = found.prints
        if prints.isdecimal() or prints == "quote":
            self._argument(found.argument(prints))
        elif prints == "last" and found.unnamed:
            self._argument(found.unnamed[-1])
        elif prints:
            getattr(self, f"_print_{prints.replace('-', '_')}", self._print_nothing)(found)

    def _argument(self, argument: Argument | None) -> None:
        if argument is not None:
            self.write(*argument.value)

    def _print_nothing(self, found: Template) -> None:
        """Prints nothing."""

    def _print_raised(self, found: Template) -> None:
        for argument in found.unnamed[:1]:
            self.writer.put(raised(self.source[slice(*argument.value)]), *argument.value)

    def _print_list(self, found: Template) -> None:
        for number, argument in enumerate(found.unnamed):
            if number:
                if self.parts is not None:
                    self.parts.append(self.writer.length)
                else:
                    self.writer.put("、", argument.value[0] - 1, argument.value[0])
            self._argument(argument)

    def _print_value(self, found: Template) -> None:
        """{{val|6.37|e=6|u=米}}: the number, its power of ten and its unit; what is given of its error is left out."""
        self._argument(next(iter(found.unnamed), None))
        power = found.argument("e")
        if power is not None:
            self._power(power, *power.value)
        unit = found.argument("ul") or found.argument("u")
        if unit is not None:
            self._unit(unit, found)

    def _print_power(self, found: Template) -> None:
        """{{e|8}} prints ×10⁸."""
        for argument in found.unnamed[:1]:
            self._power(argument, found.start, found.end, "" if found.name == "10^" else "×")

    def _power(self, argument: Argument, start: int, end: int, times: str = "×") -> None:
        words = self.source[slice(*argument.value)].strip()
        shown = raised(words)
        if words:
            self.writer.put(f"{times}10{shown if shown != words else '^' + words}", start, end)

    def _print_first_date(self, found: Template) -> None:
        given = [a for a in found.unnamed if a.value[0] < a.value[1]][:3]
        words = [self.source[slice(*a.value)] for a in given]
        if not words or not re.fullmatch(r"\d{3,4}", words[0]):
            self._argument(given[0] if given else None)
            return
        for argument, unit in zip(given, "年月日", strict=False):
            if not re.fullmatch(r"\d{1,4}", self.source[slice(*argument.value)]):
                break
            self._argument(argument)
            self.writer.put(unit, argument.value[1], argument.value[1] + 1)

    def _print_life(self, found: Template) -> None:
        given = [a for a in found.unnamed if int(a.key) <= 4]
        if not any(a.value[0] < a.value[1] for a in given):
            return
        bare = self.writer.last() not in ("（", "(")
        if bare:
            self.writer.put("（", found.start, found.start + 1)
        for number, argument in enumerate(given):
            if number == 2:
                self.writer.put("－", argument.value[0] - 1, argument.value[0])
            self._argument(argument)
        if len(given) <= 2:
            self.writer.put("－", given[-1].value[1], given[-1].value[1] + 1)
        if bare:
            self.writer.put("）", found.end - 1, found.end)

    def _print_rules(self, found: Template) -> None:
        for argument in found.arguments:
            words = spellings(self.source[slice(*argument.value)])
            if len(words) > 1:
                self.variants.setdefault(words)

    def _print_mark(self, found: Template) -> None:
        name, group = (self._words(found.argument(key)) for key in ("name", "group"))
        self.notes += not name
        label = f"{group or 'note'}/{name or self.notes}"
        self.writer.mark(label, found.start, found.end)
        text = self._words(next(iter(found.unnamed), None))
        if text or not name:
            span = Span(found.start, found.end)
            self.writer.references.append(
                Reference(label=label, text=text, source=span, form="ref", name=name, group=group or "note")
            )

    def _print_named(self, found: Template) -> None:
        group = self._words(found.argument("group") or found.argument("g"))
        for argument in found.unnamed:
            name = self._words(argument)
            if name:
                self.writer.mark(f"{group}/{name}" if group else name, found.start, found.end)

    def _print_short(self, found: Template) -> None:
        text = self.source[found.start : found.end]
        label = "sfn/" + "/".join(self._words(a) for a in found.arguments if a.key != "ref")
        self.writer.mark(label, found.start, found.end)
        if label not in self.short:
            self.short.add(label)
            span = Span(found.start, found.end)
            self.writer.references.append(Reference(label=label, text=text, source=span, form="template"))

    def _words(self, argument: Argument | None) -> str:
        return self.source[slice(*argument.value)].strip().strip("\"'") if argument else ""
