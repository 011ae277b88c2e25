"""The docs are whole: every command, option and rule is there, and every path that they name exists.

``python -m tests.test_docs`` writes docs/cli.md anew.
"""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from crosscheck.cli import COMMANDS, group

ROOT = Path(__file__).parent.parent
CLI = ROOT / "docs" / "cli.md"
PAGES = [
    ROOT / "README.md",
    ROOT / "ARCHITECTURE.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "crosscheck" / "kinds" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]


def manual() -> str:
    """The page of all commands with their options, made from the commands themselves."""
    lines = [
        "# Commands",
        "",
        "Made from the commands themselves by `python -m tests.test_docs`. Each option has an environment variable where one",
        "is named.",
        "",
    ]
    context = click.Context(group, info_name="crosscheck")
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        child = click.Context(command, info_name=name, parent=context)
        usage = " ".join(command.collect_usage_pieces(child))
        lines += [
            f"## crosscheck {name}",
            "",
            (command.help or "").strip(),
            "",
            f"    crosscheck {name} {usage}",
            "",
        ]
        rows = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
        if rows:
            lines += ["| option | meaning | variable |", "|---|---|---|"]
        for param in rows:
            flags = ", ".join(f"`{flag}`" for flag in (*param.opts, *param.secondary_opts))
            meaning = re.sub(r"\s+", " ", param.help or "").replace("|", "\\|")
            if isinstance(param.type, click.Choice):
                meaning += f" One of {', '.join(map(str, param.type.choices))}."
            variable = param.envvar if isinstance(param.envvar, str) else ""
            lines.append(f"| {flags} | {meaning} | {f'`{variable}`' if variable else ''} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def test_the_page_of_commands_is_up_to_date() -> None:
    assert CLI.read_text(encoding="utf-8") == manual(), "run: python -m tests.test_docs"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None and command.help
    for param in command.params:
        if isinstance(param, click.Option):
            assert param.help, f"crosscheck {name} {param.opts[0]} has no help"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_paths_that_the_docs_name_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"
    for name in re.findall(
        r"`((?:crosscheck|templates|seeds|tests|benchmarks|training|docs)/[\w./-]+)`", text
    ):
        assert (ROOT / name).exists() or (ROOT / "crosscheck" / name).exists(), f"{page.name} names {name}"


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"crosscheck {name}" in text, name


if __name__ == "__main__":
    CLI.write_text(manual(), encoding="utf-8")
