"""What can be wrong with the store, told in both languages."""

import errno
import os
import re
from enum import Enum
from pathlib import Path

import duckdb

from chengshu.model import Issue, Severity, Text, Where

_HOLDER = re.compile(r"Conflicting lock is held in (?P<program>.+?) \(PID (?P<process>\d+)\)")
# What the operating system says when the file itself is not to blame.
_SURROUNDINGS = tuple(
    os.strerror(number)
    for number in (
        errno.EACCES,
        errno.EDQUOT,
        errno.EIO,
        errno.EISDIR,
        errno.EMFILE,
        errno.ENFILE,
        errno.ENOENT,
        errno.ENOSPC,
        errno.ENOTDIR,
        errno.EPERM,
        errno.EROFS,
    )
)


class Fault(Enum):
    """To what an error of DuckDB is due."""

    LOCKED = "locked"
    SURROUNDINGS = "surroundings"
    DAMAGED = "damaged"


def fault_of(error: duckdb.Error) -> Fault:
    """Whether another process holds the file, the surroundings are at fault, or the file itself.

    Examples
    --------
    >>> fault_of(duckdb.IOException('Cannot open file "a": Permission denied')).value
    'surroundings'
    >>> fault_of(duckdb.Error("Corrupt database file: computed checksum 1 does not match")).value
    'damaged'
    """
    message = str(error)
    if "Could not set lock on file" in message:
        return Fault.LOCKED
    passing = (duckdb.TransactionException, duckdb.OutOfMemoryException, duckdb.InterruptException)
    if isinstance(error, (*passing, duckdb.ConnectionException)) or any(
        reason in message for reason in _SURROUNDINGS
    ):
        return Fault.SURROUNDINGS
    return Fault.DAMAGED


def quoted(error: Exception) -> Text:
    """The first line of what an error says, in quotation marks."""
    said = (str(error).splitlines() or [type(error).__name__])[0]
    return Text(f"“{said}”", f"'{said}'")


def locked(path: Path, wait: float, message: str) -> Issue:
    """The issue that another process holds the store, named if `message` of DuckDB names it."""
    holder = _HOLDER.search(message)
    return Issue(
        "store_locked",
        Severity.WARNING,
        Where(str(path)),
        expected=Text(f"{wait:g}秒内可独占打开的存储文件", f"a store that is free within {wait:g} s"),
        found=Text(
            "进程{process}（{program}）正在使用".format(**holder.groupdict()),
            "process {process} ({program}) using it".format(**holder.groupdict()),
        )
        if holder
        else Text("另一进程正在使用", "another process using it"),
        remedy=Text(
            "本次运行不使用存储，结果不受影响。可待该进程结束，或将 CHENGSHU_CACHE 设为其他文件夹。",
            "This run goes on without the store; its results are the same. "
            "Wait for that process to end, or set CHENGSHU_CACHE to another folder.",
        ),
    )


def unusable(path: Path, error: Exception) -> Issue:
    """The issue that the store cannot be opened, read or written where it lies."""
    return Issue(
        "store_unusable",
        Severity.WARNING,
        Where(str(path)),
        expected=Text("可读写的存储文件", "a store that can be read and written"),
        found=quoted(error),
        remedy=Text(
            "本次运行不使用存储，结果不受影响。请检查该文件夹的权限与磁盘剩余空间，或将 CHENGSHU_CACHE 设为其他文件夹。",
            "This run goes on without the store; its results are the same. "
            "Check the folder's permissions and free space, or set CHENGSHU_CACHE to another folder.",
        ),
    )


def set_aside(path: Path, kept: Path, reason: Text) -> Issue:
    """The issue that a file which could not be read as a store was renamed to `kept`."""
    return Issue(
        "store_renewed",
        Severity.WARNING,
        Where(str(path)),
        expected=Text("本版程序的存储文件", "a store of this version of the program"),
        found=reason,
        remedy=Text(
            f"已新建空的存储文件，原文件改名为{kept.name}；不再需要时可删除。",
            f"A new, empty store was begun; the former file is now {kept.name} and may be deleted.",
        ),
    )


def too_large(path: Path, size: int, limit: int) -> Issue:
    """The issue that one result is larger than the store may become and was not kept."""
    return Issue(
        "store_too_small",
        Severity.NOTE,
        Where(str(path)),
        expected=Text(f"不超过{limit}字节的结果", f"a result of at most {limit} bytes"),
        found=Text(f"{size}字节", f"{size} bytes"),
        remedy=Text(
            "该结果未存储，下次将重新计算。可调大 CHENGSHU_CACHE_LIMIT（单位：GB）。",
            "It was not kept and will be computed again. Raise CHENGSHU_CACHE_LIMIT (gigabytes) to keep it.",
        ),
    )
