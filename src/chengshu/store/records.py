"""Nouns as a text and arrays, and back, bit for bit."""

import dataclasses
import hashlib
import json
import math
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

import chengshu.model as words

Array = npt.NDArray[Any]

_KINDS_OF_ARRAY = "biufcmMSU"


@dataclass(frozen=True, eq=False)
class Record:
    """A noun in the form in which it is kept: JSON that refers to arrays by their place."""

    text: str
    arrays: tuple[Array, ...]

    @property
    def size(self) -> int:
        """Its bytes."""
        return len(self.text) + sum(array.nbytes for array in self.arrays)


def to_record(noun: object) -> Record:
    """The record of a noun.

    Tuples become lists; everything else that JSON has no word for becomes an object with one
    letter that says what it is: a array, n numpy scalar, d dataclass, e enum member, f float that
    is not finite, m mapping. A TypeError names what none of these is.

    Examples
    --------
    >>> to_record(words.Where("edition.yaml", 4)).text
    '{"d":"Where","v":["edition.yaml",4,""]}'
    """
    arrays: list[Array] = []
    text = json.dumps(_written(noun, arrays), separators=(",", ":"), allow_nan=False)
    return Record(text, tuple(arrays))


def from_record(record: Record) -> Any:
    """The noun of a record, equal to the one it was made from in every bit.

    Examples
    --------
    >>> from_record(to_record(words.Text("城市", "City")))
    Text(zh='城市', en='City')
    """
    return _read(json.loads(record.text), record.arrays)


@cache
def layout() -> str:
    """The sha256 over the fields of all nouns; a record of another layout is not read."""
    shapes = [
        [name, *(f"{field.name}: {field.type}" for field in dataclasses.fields(noun))]
        for name, noun in sorted(_nouns().items())
    ]
    members = [[name, *map(str, choice)] for name, choice in sorted(_choices().items())]
    return hashlib.sha256(json.dumps([shapes, members]).encode()).hexdigest()


@cache
def _nouns() -> dict[str, Any]:
    named = {name: getattr(words, name) for name in words.__all__}
    return {
        name: noun
        for name, noun in named.items()
        if isinstance(noun, type) and dataclasses.is_dataclass(noun)
    }


@cache
def _choices() -> dict[str, type[Enum]]:
    named = {name: getattr(words, name) for name in words.__all__}
    return {name: noun for name, noun in named.items() if isinstance(noun, type) and issubclass(noun, Enum)}


def _written(value: Any, arrays: list[Array]) -> Any:
    if value is None or type(value) in (str, bool, int):
        return value
    if type(value) is tuple:
        return [_written(item, arrays) for item in value]
    if type(value) is float:
        return value if math.isfinite(value) else {"f": struct.pack(">d", value).hex()}
    return _tagged(value, arrays)


def _tagged(value: Any, arrays: list[Array]) -> dict[str, Any]:
    if isinstance(value, np.ndarray | np.generic):
        return {("a" if isinstance(value, np.ndarray) else "n"): _set_apart(np.asarray(value), arrays)}
    if isinstance(value, Mapping):
        return {"m": [[_written(name, arrays), _written(item, arrays)] for name, item in value.items()]}
    name = type(value).__name__
    if _choices().get(name) is type(value):
        return {"e": name, "v": value.name}
    if _nouns().get(name) is type(value):
        return {"d": name, "v": [_written(getattr(value, field), arrays) for field in _field_names(name)]}
    raise TypeError(f"the store keeps nouns of the model, not {type(value).__qualname__}")


def _set_apart(array: Array, arrays: list[Array]) -> int:
    if array.dtype.kind not in _KINDS_OF_ARRAY:
        raise TypeError(f"the store keeps arrays of numbers, dates and text, not of {array.dtype}")
    arrays.append(array)
    return len(arrays) - 1


def _read(value: Any, arrays: tuple[Array, ...]) -> Any:
    if type(value) is list:
        return tuple([_read(item, arrays) for item in value])
    if type(value) is dict:
        return _READERS[next(iter(value))](value, arrays)
    return value


def _read_noun(value: dict[str, Any], arrays: tuple[Array, ...]) -> Any:
    return _nouns()[value["d"]](*[_read(item, arrays) for item in value["v"]])


def _read_mapping(value: dict[str, Any], arrays: tuple[Array, ...]) -> Any:
    return {_read(name, arrays): _read(item, arrays) for name, item in value["m"]}


_READERS: Mapping[str, Callable[[dict[str, Any], tuple[Array, ...]], Any]] = {
    "a": lambda value, arrays: arrays[value["a"]],
    "d": _read_noun,
    "e": lambda value, _: _choices()[value["e"]][value["v"]],
    "f": lambda value, _: struct.unpack(">d", bytes.fromhex(value["f"]))[0],
    "m": _read_mapping,
    "n": lambda value, arrays: arrays[value["n"]][()],
}


@cache
def _field_names(name: str) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(_nouns()[name]))
