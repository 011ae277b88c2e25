"""Records as plain data and back, strictly: what comes back is the record that went in, or `Unfit` is raised.

Nothing is executed and nothing is guessed, whatever the data holds: a field too many, one too few or of another type
makes it unfit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


class Unfit(ValueError):
    """Data that is not the record it should be."""


def pack(record: Any) -> Any:
    """A record as lists, numbers and text: a record is the list of its fields in order."""
    if is_dataclass(record) and not isinstance(record, type):
        return [pack(getattr(record, field.name)) for field in fields(record)]
    if isinstance(record, tuple):
        return [pack(item) for item in record]
    return record


def unpack(cls: type[T], data: Any) -> T:
    """The record of type `cls` that `data` was packed from."""
    kind: Any = cls
    made: T = _reader(kind)(data)
    return made


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """A function that reads data of the type `hint`."""
    origin = get_origin(hint)
    if is_dataclass(hint):
        return _record(hint)
    if origin is tuple:
        return _tuple(get_args(hint))
    if origin is Literal:
        return _one_of(get_args(hint))
    if origin in (Union, UnionType):
        return _either(tuple(_reader(part) for part in get_args(hint)))
    if hint is NoneType:
        return _exactly(lambda data: data is None)
    if hint is float:
        return _number
    return _exactly(lambda data: type(data) is hint)


def _exactly(holds: Callable[[Any], bool]) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        if not holds(data):
            raise Unfit(repr(data)[:80])
        return data

    return read


def _one_of(allowed: tuple[str, ...]) -> Callable[[Any], Any]:
    return _exactly(lambda data: type(data) is str and data in allowed)


def _number(data: Any) -> float:
    if type(data) not in (int, float) or not isfinite(data):
        raise Unfit(repr(data)[:80])
    return float(data)


def _either(readers: tuple[Callable[[Any], Any], ...]) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        for reader in readers:
            try:
                return reader(data)
            except Unfit:
                continue
        raise Unfit(repr(data)[:80])

    return read


def _tuple(parts: tuple[Any, ...]) -> Callable[[Any], tuple[Any, ...]]:
    many = len(parts) == 2 and parts[1] is Ellipsis
    readers = [_reader(part) for part in parts if part is not Ellipsis]
    first = readers[0]

    def read(data: Any) -> tuple[Any, ...]:
        if type(data) is not list or not (many or len(data) == len(readers)):
            raise Unfit(repr(data)[:80])
        if many:
            return tuple([first(item) for item in data])
        return tuple(reader(item) for reader, item in zip(readers, data, strict=True))

    return read


def _record(cls: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(cls)
    names = [field.name for field in fields(cls)]
    readers: list[Callable[[Any], Any]] = []

    def read(data: Any) -> Any:
        if not readers:
            readers.extend(_reader(hints[name]) for name in names)
        if type(data) is not list or len(data) != len(names):
            raise Unfit(f"no {cls.__name__}")
        return cls(**{name: reader(item) for name, reader, item in zip(names, readers, data, strict=True)})

    return read
