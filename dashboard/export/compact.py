"""Thrift's compact protocol, as far as the footer of a Parquet file needs it: read, and written again, field by field.

The protocol is told at https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md. Fields that
nobody here knows are kept as they are.
"""

from __future__ import annotations

from typing import Any, TypeAlias

_STOP, _TRUE, _FALSE, _BYTE, _I16, _I32, _I64, _DOUBLE, _BINARY, _LIST, _SET, _, _STRUCT = range(13)
_WIDTHS = {_BYTE: 1, _DOUBLE: 8}
_LONG = 15
"""The number in four bits that says: the number follows."""
Value: TypeAlias = Any
"""A whole number, the bytes of anything else that has no parts, a ``Struct``, or a ``Listed``."""
Struct: TypeAlias = dict[int, tuple[int, Value]]
"""By the number of each field its kind and its value."""
Listed: TypeAlias = tuple[int, list[Value]]
"""The kind of the members, and the members."""


def read(content: bytes) -> Struct:
    """The struct that the content is; raises ``ValueError`` for kinds that no footer has, ``IndexError`` for what is
    cut off."""
    return _Reading(content).value(_STRUCT)  # type: ignore[no-any-return]


def written(struct: Struct) -> bytes:
    """The struct as it is written."""
    out = bytearray()
    _write(out, _STRUCT, struct)
    return bytes(out)


class _Reading:
    def __init__(self, content: bytes) -> None:
        self._content, self._at = content, 0

    def _byte(self) -> int:
        self._at += 1
        return self._content[self._at - 1]

    def _bytes(self, number: int) -> bytes:
        self._at += number
        if self._at > len(self._content):
            raise IndexError("footer: cut off")
        return self._content[self._at - number : self._at]

    def _number(self) -> int:
        """Seven bits a byte, the lowest first; the highest bit says that more follow."""
        found = shift = 0
        while (byte := self._byte()) & 0x80:
            found |= (byte & 0x7F) << shift
            shift += 7
        return found | byte << shift

    def value(self, kind: int) -> Value:
        if kind in (_I16, _I32, _I64):
            number = self._number()
            return number >> 1 ^ -(number & 1)  # signs lie in the lowest bit
        if kind == _BINARY:
            return self._bytes(self._number())
        if kind in _WIDTHS:
            return self._bytes(_WIDTHS[kind])
        if kind in (_LIST, _SET):
            head = self._byte()
            size = self._number() if head >> 4 == _LONG else head >> 4
            # a member that is true or false is a byte of its own, a field is told by its kind
            return head & 15, [self.value(_BYTE if head & 15 in (_TRUE, _FALSE) else head & 15) for _ in range(size)]
        if kind == _STRUCT:
            return self._struct()
        raise ValueError(f"footer: no kind {kind} is known")

    def _struct(self) -> Struct:
        fields: Struct = {}
        field = 0
        while (head := self._byte()) != _STOP:
            field = field + (head >> 4) if head >> 4 else self.value(_I16)
            kind = head & 15
            fields[field] = kind, b"" if kind in (_TRUE, _FALSE) else self.value(kind)
        return fields


def _write_number(out: bytearray, number: int) -> None:
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


def _write(out: bytearray, kind: int, value: Value) -> None:
    if kind in (_I16, _I32, _I64):
        _write_number(out, value << 1 if value >= 0 else (~value << 1) | 1)
    elif kind == _BINARY:
        _write_number(out, len(value))
        out += value
    elif kind in (_LIST, _SET):
        own, members = value
        out.append(min(len(members), _LONG) << 4 | own)
        if len(members) >= _LONG:
            _write_number(out, len(members))
        for member in members:
            _write(out, _BYTE if own in (_TRUE, _FALSE) else own, member)
    elif kind == _STRUCT:
        _write_struct(out, value)
    else:
        out += value


def _write_struct(out: bytearray, fields: Struct) -> None:
    last = 0
    for field, (kind, value) in sorted(fields.items()):
        if field - last < _LONG:
            out.append(field - last << 4 | kind)
        else:
            out.append(kind)
            _write(out, _I16, field)
        _write(out, kind, value)
        last = field
    out.append(_STOP)
