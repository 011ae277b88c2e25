"""A page for each entry of a corpus and an index over them, worst first; written nowhere here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from crosscheck.messages import Language
from crosscheck.model.document import Notice
from crosscheck.model.report import Report
from crosscheck.model.step import Message, say
from crosscheck.render import _templates
from crosscheck.render._cards import Steps
from crosscheck.render._embedded import dump, embedded, spoken
from crosscheck.render._notices import notice_text
from crosscheck.render._plain import whole
from crosscheck.render._quotes import language_of
from crosscheck.render.html import Live, policy, render, shown, variants
from crosscheck.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable

INDEX = "index.html"
# A page with more findings than this is split: past it a browser takes seconds to lay the page out.
MOST = 2000
_LONGEST = 80
# What the index shares with the pages: words, light or dark, and a look at the server.
SCRIPTS = ("05-page.js", "06-say.js", "20-words.js", "75-appearance.js", "86-watch.js")
START = 'root.classList.add("js");\nlistenToAppearance();\nwatchServer();\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An entry in the index.  Counts are of what is open; `new`, `known` and `resolved` are None without a baseline.

    `pages` are the addresses of its page, or of the parts of it.  `shares` are the parts of the hundred that conflict,
    are unsupported and agree.
    """

    title: str
    path: str
    language: str
    pages: tuple[str, ...]
    conflict: int
    unsupported: int
    agree: int
    citations: int
    waived: int
    new: int | None
    known: int | None
    resolved: int | None
    notices: int
    shares: tuple[tuple[str, str, str], ...]

    @property
    def order(self) -> tuple[int, int, int, str]:
        """Worst first."""
        return -self.conflict, -self.citations, -self.unsupported, self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The index and the pages, as text by name; names stay the same as long as the paths of the entries do."""

    index: str
    pages: tuple[tuple[str, Callable[[], str]], ...]
    rows: tuple[Row, ...]


def site(
    reports: Iterable[Report],
    language: Language,
    *,
    failures: tuple[tuple[str, Message], ...] = (),
    resolved: Mapping[str, int] | None = None,
    live: Callable[[Report], Live] | None = None,
    watch: Live | None = None,
) -> Site:
    """The site of `reports`; a page is made when its function is called.

    `failures` are entries that could not be checked with the reason, `resolved` counts by path what a baseline knows
    and is no more.  `live` gives what a page needs where crosscheck serves it, `watch` what the index does.
    """
    reports = tuple(reports)
    names = page_names(tuple(report.entry.path for report in reports))
    rows: list[Row] = []
    pages: list[tuple[str, Callable[[], str]]] = []
    for report, name in zip(reports, names, strict=True):
        parts = split(report)
        own = tuple(part_name(name, number) for number in range(1, len(parts) + 1))
        rows.append(_row(report, own, resolved))
        pages += [(at, _page(part, language, live)) for at, part in zip(own, parts, strict=True)]
    rows.sort(key=lambda row: row.order)
    return Site(index=_index(tuple(rows), failures, language, watch), pages=tuple(pages), rows=tuple(rows))


def page_names(paths: tuple[str, ...]) -> tuple[str, ...]:
    """A file name for the page of each of `paths`; two paths that would share one, and long ones, get a digest."""
    slugs = [_slug(path) for path in paths]
    often = Counter(slug.casefold() for slug in slugs)
    return tuple(
        f"{slug[:_LONGEST]}{_digest(path) if often[slug.casefold()] > 1 or len(slug) > _LONGEST else ''}.html"
        for slug, path in zip(slugs, paths, strict=True)
    )


def _slug(path: str) -> str:
    parts = [part for part in PurePosixPath(path.replace("\\", "/")).parts if part not in ("/", ".", "..")]
    text = "-".join(parts).lstrip(".") or "entry"
    return "".join(char if char.isalnum() or char in "-._" else "_" for char in text)


def _digest(path: str) -> str:
    return "." + sha256(path.encode(errors="surrogatepass")).hexdigest()[:8]


def part_name(name: str, number: int) -> str:
    """What the part `number` of the page called `name` is called; the first one has the name itself."""
    return name if number == 1 else f"{name.removesuffix('.html')}.part{number}.html"


def split(report: Report) -> tuple[Report, ...]:
    """`report` in parts of at most `MOST` findings, each of which says so; the first has the citation problems."""
    if len(report.findings) <= MOST:
        return (report,)
    starts = range(0, len(report.findings), MOST)
    parts = []
    for number, start in enumerate(starts, 1):
        found = report.findings[start : start + MOST]
        said = Notice(
            document="entry",
            message=(
                say(
                    "notice.part",
                    number=number,
                    parts=len(starts),
                    first=start + 1,
                    last=start + len(found),
                    all=len(report.findings),
                    most=MOST,
                ),
            ),
        )
        citations = report.citations if number == 1 else ()
        parts.append(replace(report, findings=found, citations=citations, notices=(said, *report.notices)))
    return tuple(parts)


def _page(report: Report, language: Language, live: Callable[[Report], Live] | None) -> Callable[[], str]:
    return lambda: render(report, language, home=INDEX, live=live(report) if live else None)


def _row(report: Report, pages: tuple[str, ...], resolved: Mapping[str, int] | None) -> Row:
    entry = report.entry
    open_ = [finding for finding in report.findings if finding.status == "open"]
    problems = [problem for problem in report.citations if problem.status == "open"]
    counts = Counter(finding.verdict for finding in open_)
    waived = len(report.findings) + len(report.citations) - len(open_) - len(problems)
    marks = [*(one.new for one in open_), *(one.new for one in problems)]
    told = [new for new in marks if new is not None]
    by = told or resolved is not None
    return Row(
        title=entry.title,
        path=entry.path,
        language=language_of(entry),
        pages=tuple(quote(page) for page in pages),
        conflict=counts["conflict"],
        unsupported=counts["unsupported"],
        agree=counts["agree"],
        citations=len(problems),
        waived=waived,
        new=sum(told) if by else None,
        known=len(told) - sum(told) if by else None,
        resolved=(resolved or {}).get(entry.path, 0) if by else None,
        notices=len(report.notices),
        shares=_shares(counts["conflict"], counts["unsupported"], counts["agree"]),
    )


def _shares(conflict: int, unsupported: int, agree: int) -> tuple[tuple[str, str, str], ...]:
    """Verdict, start and width of each part of a bar, in per cent."""
    whole = max(1, conflict + unsupported + agree)
    out, at = [], 0
    for verdict, count in (("conflict", conflict), ("unsupported", unsupported), ("agree", agree)):
        if count:
            out.append((verdict, f"{100 * at / whole:.2f}%", f"{100 * count / whole:.2f}%"))
        at += count
    return tuple(out)


def _index(
    rows: tuple[Row, ...], failures: tuple[tuple[str, Message], ...], language: Language, live: Live | None
) -> str:
    from markupsafe import Markup

    from crosscheck import __version__

    steps = Steps(language)
    reasons = tuple(notice_text(Notice(document=path, message=why), steps) for path, why in failures)
    style = _templates.joined("style", ".css")
    script = _templates.joined("script", ".js", SCRIPTS) + _templates.joined("index", ".js") + START
    searched = variants(fold(whole(f"{row.title}{row.path}")) for row in rows)
    data = {
        **spoken(language, steps.numbers),
        "variants": searched,
        **({"live": asdict(live)} if live else {}),
    }
    names = ("conflict", "unsupported", "agree", "citations", "waived")
    return shown(
        _templates.environment()
        .get_template("index.html.jinja")
        .render(
            rows=rows,
            failures=reasons,
            totals={name: sum(getattr(row, name) for row in rows) for name in names},
            trend=[sum(getattr(row, name) or 0 for row in rows) for name in ("new", "known", "resolved")]
            if any(row.new is not None for row in rows)
            else None,
            most=MOST,
            version=__version__,
            language=language,
            w=_templates.catalogue(language),
            **_templates.fixed(language),
            style=Markup(style),
            script=Markup(script),
            data=Markup(embedded(dump(data))),
            policy=policy(style, script, live=live is not None),
        )
    )
