"""EPUB: the pages of the book in reading order.  Places are places in the XHTML of all pages, one behind the other."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from crosscheck.errors import UndecodableError
from crosscheck.model.step import say
from crosscheck.read import html_main
from crosscheck.read.decode import decode
from crosscheck.read.html_elements import HtmlPage
from crosscheck.read.html_notes import find
from crosscheck.read.html_references import write_rest
from crosscheck.read.html_write import Emitter
from crosscheck.read.interface import Draft
from crosscheck.read.writer import Writer
from crosscheck.read.written_on import edtf
from crosscheck.read.zip_members import Zipped, local


def _find(root: Element | None, name: str) -> list[Element]:
    return [element for element in root.iter() if local(element) == name] if root is not None else []


def _spine(file: Zipped, path: str) -> tuple[list[str], Element]:
    rootfile = next(iter(_find(file.xml("META-INF/container.xml"), "rootfile")), None)
    place = rootfile.attrib.get("full-path", "") if rootfile is not None else ""
    package = file.xml(place) if place else None
    if package is None:
        raise UndecodableError(path, say("notice.no-epub"))
    folder = posixpath.dirname(place)
    items = {item.attrib.get("id", ""): item.attrib for item in _find(package, "item")}
    names = []
    for reference in _find(package, "itemref"):
        item = items.get(reference.attrib.get("idref", ""), {})
        if "nav" not in item.get("properties", "").split() and "html" in item.get("media-type", "html"):
            names.append(posixpath.normpath(posixpath.join(folder, unquote(item.get("href", "")))))
    return names, package


def read(data: bytes, path: str) -> Draft:
    """The draft of a book; title and date from its package."""
    file = Zipped(data, path)
    names, package = _spine(file, path)
    notices = []
    sources: dict[str, str] = {}
    for name in dict.fromkeys(names):
        member = file.member(name)
        if member is None:
            notices.append(say("notice.not-in-book", name=name))
        elif member.strip():
            sources[name] = decode(member, f"{path}!{name}")
    writer = Writer("\n".join(sources.values()))
    writer.notices += notices
    start, pages = 0, []
    for name, page_source in sources.items():
        pages.append((name, HtmlPage(writer.source, start, start + len(page_source))))
        start += len(page_source) + 1
    for (_, page), notes in zip(pages, find(pages), strict=True):
        root = next(iter(page.named("body")), None)
        first, last = (root.first, root.last) if root else (0, len(page))
        emitter = Emitter(writer, page, html_main.dropped(page, root, html_main.suspected(page)), notes)
        emitter.write(first, last)
        write_rest(emitter)
        writer.close()
    title = next((element.text or "" for element in _find(package, "title")), "")
    date = next((element.text or "" for element in _find(package, "date")), "")
    return writer.draft(title=title.strip(), date=edtf(date))
