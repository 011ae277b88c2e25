"""The members of a zipped document, within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree import ElementTree

from crosscheck.errors import TooLargeError, UndecodableError
from crosscheck.model.step import Step, say

_MOST = 256 * 1024 * 1024


def _too_much() -> Step:
    return say("notice.unpacks", limit=f"{_MOST >> 20} MiB")


class Zipped:
    """A zip file in memory; raises `UndecodableError` where it is broken, `TooLargeError` where it unpacks to too much."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        try:
            self.file = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise UndecodableError(path, say("notice.zip-broken", error=error)) from error
        if sum(info.file_size for info in self.file.infolist()) > _MOST:
            raise TooLargeError(path, _too_much())

    def member(self, name: str) -> bytes | None:
        """The bytes of a member, None where there is none."""
        try:
            with self.file.open(name) as member:
                data = member.read(_MOST + 1)
        except KeyError:
            return None
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            RuntimeError,
            NotImplementedError,
            EOFError,
            ValueError,
        ) as error:
            why = say("notice.member-packed", name=name, error=error)
            raise UndecodableError(self.path, why) from error
        if len(data) > _MOST:
            raise TooLargeError(self.path, _too_much())
        return data

    def xml(self, name: str) -> ElementTree.Element | None:
        """The root of an XML member, None where there is none."""
        data = self.member(name)
        if data is None:
            return None
        try:
            return ElementTree.fromstring(data)
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            why = say("notice.member-broken", name=name, error=error)
            raise UndecodableError(self.path, why) from error


def local(element: ElementTree.Element) -> str:
    """The tag of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
