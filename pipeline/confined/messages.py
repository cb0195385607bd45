"""What the reading process says to the one that waits for it: pickles of our own records, and of nothing else."""

import io
import pickle
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from pipeline.model.records import Source
from pipeline.problems import Problem

_LENGTH = struct.Struct(">Q")
_OURS = ("pipeline.model.", "pipeline.problems")
_PLAIN = {
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "timedelta"),
    ("datetime", "timezone"),
    ("builtins", "frozenset"),
    ("builtins", "set"),
}


@dataclass(frozen=True, slots=True)
class Began:
    """The file with this name is about to be read."""

    name: str


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """There was not memory enough for the file that was being read."""


@dataclass(frozen=True, slots=True)
class Done:
    """Everything is read."""

    source: Source
    problems: tuple[Problem, ...]


Message = Began | OutOfMemory | Done


class _Reader(pickle.Unpickler):
    """Makes our own records and dates; anything else in the stream is refused."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) in _PLAIN or f"{module}.".startswith(_OURS) or module == __name__:
            return super().find_class(module, name)
        message = f"{module}.{name} has no place in a message"
        raise pickle.UnpicklingError(message)


def send(stream: IO[bytes], message: Message) -> None:
    """Write the message with its length before it."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def received(stream: IO[bytes]) -> Iterator[Message]:
    """Go through the messages until the stream ends; a message cut short is none."""
    while len(head := stream.read(_LENGTH.size)) == _LENGTH.size:
        (length,) = _LENGTH.unpack(head)
        data = stream.read(length)
        if len(data) < length:
            return
        yield _Reader(io.BytesIO(data)).load()
