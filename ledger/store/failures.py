"""What the machine does to us, in a sentence: full disks, servers that are gone, locks held."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.basis.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

DISK_FULL = ("DISK_FULL", "磁盘已满，写不进去", "腾出空间后再办一次")
READ_ONLY = ("FILE_READ_ONLY", "没有写入的权限", "请管理员核对文件夹的权限后再办一次")
BLOCKED = ("FILE_BLOCKED", "文件或文件夹写不进去", "移开同名的文件或文件夹，再办一次")
LOCKED = (
    "DATABASE_LOCKED",
    "账簿被另一个程序占用，等了一分钟仍没有轮到",
    "等对方办完，或关闭占用它的程序，再办一次",
)
GONE = (
    "DATABASE_GONE",
    "与账簿数据库的连接断了",
    "请管理员确认数据库已启动、网络通畅，再办一次",
)
DAMAGED = (
    "DATABASE_DAMAGED",
    "账簿数据库文件读不出来，可能已损坏",
    "停止使用，保留现场，用最近的备份核对",
)
MEMORY = ("MEMORY_SHORT", "内存不够", "关闭其他程序后再办一次，或分成几份办理")
INTERRUPTED = ("INTERRUPTED", "操作被中断", "核对下面所说的，再办没有办完的")
PIPE_CLOSED = ("OUTPUT_CLOSED", "输出没有写完，接收的一方已经关闭", "再查看一次")
UNFORESEEN = (
    "PROGRAM_FAULT",
    "程序出了没有料到的错",
    "把这一屏文字交给维护人员；急用的，换一种办法或先用备份核对",
)
#: How an operating system says what is wrong, by number.
ERRNOS: Mapping[int, tuple[str, str, str]] = {
    errno.ENOSPC: DISK_FULL,
    # Not every system has quotas.
    getattr(errno, "EDQUOT", errno.ENOSPC): DISK_FULL,
    errno.EFBIG: DISK_FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EPIPE: PIPE_CLOSED,
    errno.ENOTDIR: BLOCKED,
    errno.EISDIR: BLOCKED,
    errno.EEXIST: BLOCKED,
    errno.ENOENT: BLOCKED,
}
#: How SQLite says it, by the name of its result code.
SQLITE_CODES: Mapping[str, tuple[str, str, str]] = {
    "SQLITE_FULL": DISK_FULL,
    "SQLITE_BUSY": LOCKED,
    "SQLITE_LOCKED": LOCKED,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_PERM": READ_ONLY,
    "SQLITE_IOERR": DAMAGED,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": DAMAGED,
    "SQLITE_CANTOPEN": READ_ONLY,
    "SQLITE_NOMEM": MEMORY,
}
#: How PostgreSQL says it, by SQLSTATE or the first two of its signs.
SQLSTATES: Mapping[str, tuple[str, str, str]] = {
    "53100": DISK_FULL,
    "53200": MEMORY,
    "25006": READ_ONLY,
    "42501": READ_ONLY,
    "55P03": LOCKED,
    "57": GONE,
    "08": GONE,
    "53": GONE,
    "XX": DAMAGED,
}


def failure_of(error: BaseException) -> Finding:
    """Say what the machine, or a fault of the program's own, has done to an operation."""
    code, message, remedy = kind_of(error)
    if isinstance(error, OSError) and error.errno in ERRNOS and error.filename:
        message = f"{message}：{error.filename}"
    return Finding(code=code, message=message, remedy=remedy)


def kind_of(error: BaseException) -> tuple[str, str, str]:
    """Find the code, the sentence and the remedy of an error."""
    match error:
        case KeyboardInterrupt():
            return INTERRUPTED
        case MemoryError():
            return MEMORY
        case sa.exc.DBAPIError(orig=BaseException() as said):
            return of_database(error, said)
        case OSError(errno=int(number)) if number in ERRNOS:
            return ERRNOS[number]
        case _:
            return UNFORESEEN


def of_database(error: sa.exc.DBAPIError, said: BaseException) -> tuple[str, str, str]:
    """Find what a driver's error says."""
    name = getattr(said, "sqlite_errorname", None) or ""
    base = "_".join(name.split("_")[:2])
    state = getattr(said, "sqlstate", None) or ""
    for table, key in ((SQLITE_CODES, base), (SQLSTATES, state), (SQLSTATES, state[:2])):
        if key in table:
            return table[key]
    # A server that went away in mid-sentence gives no code.
    gone = error.connection_invalidated or type(said).__name__ == "OperationalError"
    return GONE if gone else UNFORESEEN
