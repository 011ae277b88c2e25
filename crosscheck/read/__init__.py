"""Reading: a file of any format becomes a Document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.errors import EmptyError, InputError, UndecodableError
from crosscheck.model.document import Document, Role
from crosscheck.model.step import as_is, joined, say
from crosscheck.read.files import expand, load

if TYPE_CHECKING:
    from crosscheck.read.interface import Draft, Reader

__all__ = ["MAX_BYTES", "expand", "read", "read_text"]

MAX_BYTES = 64 * 1024 * 1024


def read(
    path: str | Path,
    *,
    role: Role = "source",
    name: str = "",
    format: str | None = None,  # noqa: A002
    date: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Document:
    """The document in the file at `path`; ``-`` is standard input, a ``.gz`` is opened.

    The format is told by name and content unless `format` names one (``text``, ``markdown``, ``wikitext``, ``html``,
    ``pdf``, ``docx``, ``epub``, or a media type).  `name` becomes the document's id, `date` (EDTF) the day it was
    written on, over what the document says itself.  Raises `InputError` and its kinds, nothing else.
    """
    from crosscheck.read.decode import decode
    from crosscheck.read.detect import choose

    place = str(path)
    data, inner = load(place, max_bytes)
    reader = choose(data, inner, place, format)
    source = "" if reader.read_bytes else decode(data, place)
    if reader.read_bytes is None and format is None:
        reader = choose(data, inner, place, None, source)
    return _document(reader, source, data, place, role, name, date)


def read_text(
    text: str,
    *,
    name: str,
    media_type: str = "text/plain",
    date: str | None = None,
    role: Role = "source",
) -> Document:
    """The document in `text`, of the format that `media_type` names.

    Raises `EmptyError` where there is nothing in it, `UndecodableError` where it is no text.
    """
    from crosscheck.read.detect import named

    reader = named(media_type, name)
    if reader.read_text is None:
        raise UndecodableError(name, say("notice.no-media", media=media_type))
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UndecodableError(name, say("notice.half", at=error.start)) from error
    return _document(reader, text, data, name, role, name, date)


def _document(
    reader: Reader, source: str, data: bytes, place: str, role: Role, name: str, date: str | None
) -> Document:
    from crosscheck.read.assemble import assemble
    from crosscheck.read.dateline_year import dateline
    from crosscheck.read.written_on import named

    try:
        draft = _draft(reader, source, data, place)
    except InputError:
        raise
    except (ValueError, LookupError, RuntimeError, ArithmeticError, OSError) as error:
        why = joined(say("notice.failed-as", reader=reader.name), as_is(str(error)))
        raise UndecodableError(place, why) from error
    if not draft.text.strip():
        raise EmptyError(place, joined(say("notice.no-text"), *draft.notices, between="; "))
    if date or not draft.date:
        draft = replace(draft, date=date or named(place) or dateline(draft.text, place))
    return assemble(draft, path=place, role=role, media_type=reader.media_type, data=data, name=name)


def _draft(reader: Reader, source: str, data: bytes, place: str) -> Draft:
    if reader.read_bytes is not None:
        return reader.read_bytes(data, place)
    if reader.read_text is None:
        raise UndecodableError(place, say("notice.no-reader", reader=reader.name))
    if not source.strip():
        raise EmptyError(place, say("notice.empty"))
    return reader.read_text(source, place)
