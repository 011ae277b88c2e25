"""A reference as one record, whatever it was written in."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.model.span import Span

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a reference says of the work that it names; a field is "" where the reference does not give it.

    `label` ties it to the document's reference, `span` is its place in the file.  `form` is how it was written:
    ``template``, ``gbt``, ``plain``, ``url`` or ``empty``.  `type` is one of the CSL types book, chapter, article-journal,
    article-newspaper, article-magazine, webpage, thesis, report, paper-conference, patent, standard, map, dataset,
    software, interview, speech, motion_picture, broadcast, or "" where it cannot be told.  `authors`, `editors` and
    `translators` are names in reading order ("Zhou Enlai" is written with a comma where the surname is known: ``Zhou,
    Enlai``).  `identifiers` are pairs of a lower-case name (isbn, issn, doi, pmid, arxiv, oclc, cn, csbn ...) and a
    value.  `date` is as written, `year` its year; `page` and `chapter` are what is cited, as written.
    """

    label: str = ""
    span: Span = _NOWHERE
    form: str = ""
    type: str = ""
    template: str = ""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    title: str = ""
    container: str = ""
    series: str = ""
    edition: str = ""
    place: str = ""
    publisher: str = ""
    date: str = ""
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    chapter: str = ""
    url: str = ""
    access_date: str = ""
    archive_url: str = ""
    archive_date: str = ""
    language: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    quote: str = ""
    mark: str = ""

    def identifier(self, name: str) -> str:
        """The first identifier called `name`, "" where there is none."""
        return next((value for key, value in self.identifiers if key == name), "")
