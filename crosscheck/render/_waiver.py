"""Reads back who waived a finding and why, from the words in which a decision is told."""

from __future__ import annotations

from crosscheck.patterns import compiled

# What `Decision.told` writes.
TOLD = compiled(
    r"(?P<decision>accepted|false-positive|wont-fix|deferred) by (?P<by>.*?) on (?P<on>\d{4}-\d\d-\d\d): (?P<reason>.*)",
)
