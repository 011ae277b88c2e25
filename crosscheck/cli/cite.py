"""``crosscheck cite``: the citations of one document, or of many together."""

from __future__ import annotations

import json
from typing import Any

import click

from crosscheck.cli._options import configuration, output, settings
from crosscheck.cli._write import spare, tell, write
from crosscheck.errors import UsageError
from crosscheck.model.document import Document
from crosscheck.model.report import CitationProblem
from crosscheck.options import MARK_POSITIONS, Options


@click.command("cite", short_help="Show the citations of a document: what is wrong, and as records.")
@click.argument("document", required=False)
@click.argument("sources", nargs=-1)
@output("text", "json", "csl", "bibtex", default="text")
@click.option(
    "--from", "form", metavar="FORMAT", envvar="CROSSCHECK_FROM", help="Read every file as this format."
)
@click.option(
    "--language",
    type=click.Choice(["en", "zh-Hans", "zh-Hant"]),
    envvar="CROSSCHECK_LANGUAGE",
    help="Of the messages.",
)
@click.option(
    "--corpus", is_flag=True, help="Take every PATH as an entry and show what their citations show together."
)
@click.option(
    "--source", "at_hand", multiple=True, metavar="PATH", help="With --corpus: a source that is at hand."
)
@click.option(
    "--style", metavar="NAME", help="Write the references in a style instead: gbt7714, apa, or any of CSL."
)
@click.option("--mark-position", type=click.Choice(MARK_POSITIONS), help="Where marks stand at a full stop.")
@click.option("--online", is_flag=True, help="Look the addresses up on the network.")
@click.option("--allow-private", is_flag=True, help="With --online: private and loopback addresses too.")
@click.option(
    "--exit-zero", is_flag=True, envvar="CROSSCHECK_EXIT_ZERO", help="Exit with 0 whatever was found."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="never",
    show_default=True,
    help="Exit with 1 on problems at or above this.",
)
@configuration
def command(
    document: str | None,
    sources: tuple[str, ...],
    output_format: str,
    output_file: str | None,
    form: str | None,
    language: str | None,
    corpus: bool,
    at_hand: tuple[str, ...],
    style: str | None,
    mark_position: str | None,
    online: bool,
    allow_private: bool,
    exit_zero: bool,
    fail_on: str,
    config: str | None,
    isolated: bool,
) -> int:
    """Show what is wrong with the citations of DOCUMENT and the records that they make.

    With each SOURCE also what shows only against them. csl, bibtex and --style write the records alone.
    """
    import crosscheck
    from crosscheck.read import expand

    options = settings(config, isolated)
    if corpus:
        paths = (document, *sources) if document else ()
        return _corpus(paths, at_hand, form, options, output_format, output_file)
    if document is None:
        raise click.UsageError("Missing argument 'DOCUMENT'.")
    if at_hand or (allow_private and not online):
        raise click.UsageError("--source goes with --corpus, --allow-private with --online.")
    spare(output_file, (options.path, document, *expand(sources)))
    read = crosscheck.read(
        document, role="entry", format=form, date=options.date_of(document), max_bytes=options.max_bytes
    )
    if style or output_format in ("csl", "bibtex"):
        write(_records(read, output_format, style), output_file or "-")
        return 0
    problems = _found(read, sources, form, options, mark_position)
    links = None
    if online:
        more, links = _online(read, options, allow_private)
        problems = (*problems, *more)
    problems = tuple(sorted(problems, key=lambda problem: (problem.place.start, problem.rule)))
    write(_written(read, problems, links, output_format, language or options.language), output_file or "-")
    levels = ("error", "warning", "info")
    bad = levels[: levels.index(fail_on) + 1] if fail_on in levels else ()
    return int(not exit_zero and any(problem.severity in bad for problem in problems))


def _found(
    document: Document, sources: tuple[str, ...], form: str | None, options: Options, position: str | None
) -> tuple[CitationProblem, ...]:
    import crosscheck
    from crosscheck import cite
    from crosscheck.cite.said import exchanged
    from crosscheck.cite.settings import Settings
    from crosscheck.read import expand

    told = Settings(mark_position=position or options.mark_position, named=options.named)
    texts = tuple(
        crosscheck.read(path, name=f"source-{number}", format=form, max_bytes=options.max_bytes)
        for number, path in enumerate(expand(sources), 1)
    )
    if not texts:
        return cite.check(document, told)
    speakers = cite.speakers(document, texts, *exchanged(document, texts))
    return (*cite.check(document, told), *cite.against(document, texts, told), *speakers)


def _online(
    document: Document, options: Options, private: bool
) -> tuple[tuple[CitationProblem, ...], dict[str, Any]]:
    from crosscheck.cite import online
    from crosscheck.cite.online.manners import Manners

    folder = options.root / (options.cache or ".crosscheck_cache") / "links"
    found = online.links(document, Manners(folder=str(folder), private=private))
    for url, why in found.unchecked:
        tell(f"crosscheck: not checked ({why}): {url}")
    unchecked = [{"url": url, "why": why} for url, why in found.unchecked]
    return found.problems, {"answered": found.answered, "unchecked": unchecked}


def _corpus(
    paths: tuple[str, ...],
    sources: tuple[str, ...],
    form: str | None,
    options: Options,
    output_format: str,
    output_file: str | None,
) -> int:
    from crosscheck.cli import _survey

    if output_format not in ("text", "json"):
        raise UsageError("--corpus", "is written as text or json")
    found = _survey.surveyed(paths, sources, form, options, output_file)
    write(_survey.as_json(found) if output_format == "json" else _survey.as_text(found), output_file or "-")
    return 0


def _records(document: Document, form: str, style: str | None) -> str:
    from crosscheck import cite

    records = cite.records(document)
    if style:
        from crosscheck.cite.styles import styled

        return "".join(f"{line}\n" for line in styled(records, style))
    if form == "bibtex":
        return "\n".join(cite.as_bibtex(record) for record in records)
    return json.dumps([cite.as_csl(record) for record in records], ensure_ascii=False, indent=1) + "\n"


def _written(
    document: Document,
    problems: tuple[CitationProblem, ...],
    links: dict[str, Any] | None,
    form: str,
    language: Any,
) -> str:
    from crosscheck import cite
    from crosscheck.cli import _citations

    records = cite.records(document)
    if form == "json":
        return _citations.as_json(document, problems, records, links)
    return _citations.as_text(document, problems, records, language)
