"""``crosscheck serve``: the report of a corpus, live on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from crosscheck.cli import _gate, _second
from crosscheck.cli._options import configuration
from crosscheck.cli._options import settings as configured
from crosscheck.cli._write import tell
from crosscheck.errors import UsageError


@click.command("serve", short_help="Show the report of a corpus live in a browser.")
@click.argument("paths", nargs=-1)
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="FILE",
    help="Hold PATHS against this source (repeatable, globs).",
)
@_gate.rules
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    envvar="CROSSCHECK_HOST",
    help="The address to listen on; one that other machines reach wants --allow-host.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    envvar="CROSSCHECK_PORT",
    help="The port to listen on.",
)
@click.option(
    "--allow-host",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name that this server is called by besides localhost (repeatable).",
)
@click.option(
    "--baseline",
    metavar="FILE",
    envvar="CROSSCHECK_BASELINE",
    help="Findings that are known: the rest is new.",
)
@click.option(
    "--decisions",
    metavar="FILE",
    envvar="CROSSCHECK_DECISIONS",
    help="The file that decisions are written to.",
)
@click.option(
    "--by", metavar="NAME", envvar="CROSSCHECK_BY", help="Who decides; the name that git knows by default."
)
@click.option(
    "--language",
    type=click.Choice(["en", "zh-Hans", "zh-Hant"]),
    envvar="CROSSCHECK_LANGUAGE",
    help="Of the pages.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    envvar="CROSSCHECK_NO_CACHE",
    help="Work everything out anew and keep nothing.",
)
@configuration
def command(config: str | None, isolated: bool, **flags: Any) -> int:
    """Serve an index of the configured entries and a page for each, checked anew when a file changes.

    Decisions that are taken in a page are written straight to the decisions file. Only this machine can reach the
    server, unless --host says otherwise. Stop it with Ctrl-C.
    """
    try:
        import uvicorn

        from crosscheck.serve.app import application
        from crosscheck.serve.corpus import Corpus
        from crosscheck.serve.guard import LOOPBACK, is_loopback
    except ModuleNotFoundError as error:
        raise UsageError(
            "serve", f"wants the extra “serve”: pip install 'crosscheck-zh[serve]' ({error})"
        ) from None
    host = flags["host"]
    if not is_loopback(host) and not flags["names"]:
        raise UsageError(
            "--host", f"{host} can be reached by other machines: name the server with --allow-host"
        )
    setting, language = _setting(config, isolated, flags)
    corpus = Corpus(setting)
    corpus.state()
    tell(f"crosscheck: http://{'localhost' if is_loopback(host) else host}:{flags['port']}/")
    app = application(corpus, language, (*LOOPBACK, *(name.lower() for name in flags["names"])))
    uvicorn.run(app, host=host, port=flags["port"], log_level="warning", server_header=False)
    return 0


def _setting(config: str | None, isolated: bool, flags: dict[str, Any]) -> tuple[Any, Any]:
    from crosscheck.cli.review import _name
    from crosscheck.gate.decisions import FILE
    from crosscheck.serve.corpus import Setting

    def load() -> tuple[Any, Any]:
        options = _second.replayed(_gate.with_rules(configured(config, isolated), flags))
        return options, _gate.selection(options)

    options, _ = load()
    setting = Setting(
        load=load,
        decisions=_gate.beside(options, flags["decisions"] or options.decisions, FILE),
        baseline=flags["baseline"] or _gate.with_baseline(options).baseline,
        today=_gate.today,
        paths=flags["paths"],
        sources=flags["sources"],
        by=flags["by"] or _name(),
        cache=_gate.cache_folder(options, not flags["no_cache"]),
        processes=_gate.cores(),
    )
    assert isinstance(setting.cache, Path | None)
    return setting, flags["language"] or options.language
