"""The addresses of references, looked up on the network: only when asked for, and never by anything else in crosscheck.

Needs the extra ``online``.  `links` visits them one after another and tells what became of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.cite.online.manners import Manners
    from crosscheck.cite.online.visits import Outcome
    from crosscheck.model.document import Document

__all__ = ["links"]


def links(document: Document, manners: Manners | None = None) -> Outcome:
    """What became of the addresses that the references of `document` give; UsageError where the extra is missing."""
    from crosscheck.cite.online.manners import Manners as Default
    from crosscheck.cite.online.visits import visited

    return visited(document, manners or Default())
