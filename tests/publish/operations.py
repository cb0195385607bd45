"""Count a process's file operations below a folder, and let one of them fail or be its last."""

import builtins
import errno
import io
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FAULTS = {"SIGKILL": 0, "ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EACCES": errno.EACCES}
COUNTED = (
    *("open", "mkdir", "rename", "replace", "unlink", "remove", "rmdir", "link", "symlink", "truncate"),
    *("write", "fsync", "fchmod", "chmod", "scandir", "listdir", "stat", "lstat", "fstat", "utime"),
)
_Function = Callable[..., Any]


@dataclass(slots=True)
class Watch:
    """Counts the operations below the folder from 1; number `at` meets the fault, and 0 is never reached."""

    folder: Path
    at: int = 0
    fault: str = ""
    met: list[str] = field(default_factory=list)

    def install(self) -> None:
        """Count from now on, for as long as the process lives."""
        for name in COUNTED:
            setattr(os, name, self._counted(getattr(os, name)))
        os.close = self._closing(os.close)
        io.open = builtins.open = self._opening(io.open)

    def _counted(self, function: _Function) -> _Function:
        def operation(*given: Any, **named: Any) -> Any:  # noqa: ANN401 -- whatever the function takes
            self.step(function.__name__, _joined(named.get("dir_fd"), given[0] if given else "."))
            return function(*given, **named)

        return operation

    def _closing(self, close: _Function) -> _Function:
        def operation(handle: int) -> None:
            path = _path(handle)
            close(handle)
            self.step("close", path)

        return operation

    def _opening(self, open_: _Function) -> _Function:
        def operation(path: Any, mode: str = "r", *given: Any, **named: Any) -> Any:  # noqa: ANN401 -- as open
            if isinstance(path, int) or not self._is_ours(path):
                return open_(path, mode, *given, **named)
            self.step("open", path)
            raw = _Raw(self, os.fspath(path), mode.replace("b", "").replace("t", ""))
            buffered = io.BufferedWriter(raw) if raw.writable() else io.BufferedReader(raw)
            return buffered if "b" in mode else io.TextIOWrapper(buffered, named.get("encoding"))

        return operation

    def _is_ours(self, path: object) -> bool:
        return _path(path).is_relative_to(self.folder)

    def step(self, name: str, path: object, half: Callable[[], object] = lambda: None) -> None:
        """Count an operation below the folder; `half` is what has been done of it when it meets its fault."""
        if not self._is_ours(path):
            return
        self.met.append(f"{name} {_path(path).relative_to(self.folder)}")
        if len(self.met) != self.at:
            return
        half()
        if self.fault == "SIGKILL":
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(FAULTS[self.fault], os.strerror(FAULTS[self.fault]))


class _Raw(io.FileIO):
    """A file whose every read, write and closing is an operation; a faulty write gets half of it done."""

    def __init__(self, watch: Watch, path: str, mode: str) -> None:
        super().__init__(path, mode)
        self._watch = watch

    def write(self, content: Any, /) -> int:  # noqa: ANN401 -- any buffer
        whole = bytes(content)
        self._watch.step("write", self.name, lambda: super(_Raw, self).write(whole[: len(whole) // 2]))
        return super().write(whole)

    def readall(self) -> bytes:
        self._watch.step("read", self.name)
        return super().readall()

    def readinto(self, buffer: Any, /) -> int | None:  # noqa: ANN401 -- any buffer
        self._watch.step("read", self.name)
        return super().readinto(buffer)

    def close(self) -> None:
        was_open = not self.closed
        super().close()
        if was_open:
            self._watch.step("close", self.name)


def _joined(folder: int | None, place: Any) -> Any:  # noqa: ANN401 -- whatever the function takes
    """Return the place, which with an open folder is a name in that."""
    return place if folder is None else _path(folder) / os.fsdecode(place)


def _path(place: Any) -> Path:  # noqa: ANN401 -- whatever stands for a file
    """Return the path that a name, an entry or an open handle stands for."""
    named = os.readlink(f"/proc/self/fd/{place}") if isinstance(place, int) else os.fsdecode(place)  # noqa: PTH115 -- the bare function is quicker
    return Path(os.path.abspath(named))  # noqa: PTH100 -- takes ".." away without asking the disk
