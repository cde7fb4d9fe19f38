"""Unpacks one part of a workbook by our own hand, and proves its true size and checksum.

`zipfile` stops at the size that a part claims, other readers do not: a part that lies about
its size would be small here and huge there.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from ledger.basis.errors import unclear

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHUNK = 1024 * 1024
OPEN_AGAIN = "向给文件的人重新要一份，或用 Excel 打开后另存为新文件"


def unpacked(name: str, file: IO[bytes], entry: zipfile.ZipInfo) -> bytes:
    """Unpack a part, and prove its size and checksum."""
    content = bytearray()
    checksum = 0
    try:
        for chunk in raw_chunks(file, entry):
            content += chunk
            checksum = zlib.crc32(chunk, checksum)
            if len(content) > entry.file_size:
                raise unclear("WORKBOOK_BOMB", f"工作簿 {name} 解开后比它自己说的大", OPEN_AGAIN)
    except (zlib.error, EOFError, struct.error, ValueError, OSError) as error:
        raise broken(name, f"残缺不全：{error}") from None
    if len(content) != entry.file_size or checksum != entry.CRC:
        raise broken(name, "内容与校验码不符")
    return bytes(content)


def raw_chunks(file: IO[bytes], entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Return a part's content in pieces, straight from where the file holds it."""
    file.seek(entry.header_offset)
    head = file.read(30)
    if len(head) < 30 or head[:4] != b"PK\x03\x04":
        raise EOFError("找不到内容")
    named, extra = struct.unpack("<HH", head[26:30])
    file.seek(named + extra, 1)
    packed = packed_chunks(file, entry.compress_size)
    yield from packed if entry.compress_type != zipfile.ZIP_DEFLATED else inflated(packed)


def packed_chunks(file: IO[bytes], size: int) -> Iterator[bytes]:
    """Read so many bytes in pieces, as they are packed."""
    left = size
    while left:
        packed = file.read(min(CHUNK // 8, left))
        if not packed:
            raise EOFError("内容提前结束")
        left -= len(packed)
        yield packed


def inflated(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack deflated pieces, into pieces of a bounded size."""
    inflate = zlib.decompressobj(-15)
    for packed in chunks:
        rest = packed
        while rest:
            yield inflate.decompress(rest, CHUNK)
            rest = inflate.unconsumed_tail
    yield inflate.flush()
    if not inflate.eof:
        raise EOFError("内容提前结束")


def broken(name: str, what: str) -> Exception:
    """Word that a workbook is not whole."""
    return unclear("WORKBOOK_DAMAGED", f"工作簿 {name} {what}", OPEN_AGAIN)
