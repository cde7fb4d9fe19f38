"""Print (打印): reports as a PDF for A4. With `print_fonts`, the one door to Typst.

Typst is imported where it is used, so that `prepay --help` does not wait for it. Texts go to
the page as data and are never read as markup. The same reports give the same bytes. The file
is PDF/A-2u, the archives' form: every character is embedded and can be searched, and one that
no font has stops the print.
"""

from __future__ import annotations

import json
import re
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import unclear
from ledger.formats.print_fonts import find_typeface, missing
from ledger.formats.print_plan import EM, page_tree
from ledger.formats.wide_text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ledger.formats.print_fonts import Typeface
    from ledger.formats.print_plan import Size
    from ledger.formats.report import Report

PAGE = Path(__file__).with_name("print_page.typ")
LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
#: As many rows as 2 GiB of memory and a quarter of a minute are enough for: 1,500 pages.
ROWS_MOST = 30_000
#: The widest that any character of a Chinese typeface is taken for when it was not measured.
UNMEASURED = EM
#: Measures each character upright and bold, at a size that leaves three decimals; between two
#: others, because a Chinese mark that begins or ends a line is set narrower.
GAUGE = """#set text(font: sys.inputs.family, size: 100pt, kerning: false, cjk-latin-spacing: none)
#let width(weight, words) = measure(text(weight: weight, words)).width.pt() * 10
#context {
  let frame = ("regular", "bold").map(weight => (weight, width(weight, "账账")))
  [#metadata(json(bytes(sys.inputs.chars)).map(char => frame.map(
    ((weight, empty)) => width(weight, "账" + char + "账") - empty
  ))) <widths>]
}
""".encode()


def pdf_bytes(reports: Sequence[Report], folders: Sequence[Path]) -> bytes:
    """Print reports into one file, each from a new page on; `folders` may hold fonts.

    Raises Refused: FONT_MISSING, FONT_LACKS_CHARACTER, PRINT_TOO_LONG,
    PRINT_DOUBTFUL.
    """
    check_length(reports)
    typeface = find_typeface(folders)
    size, bold = gauged(typeface, characters(reports))
    pages = [page_tree(report, size) for report in reports]
    whole = {
        "family": typeface.family,
        "bold": bold,
        "reports": [page for page, _ in pages],
        "tables": [rows for _, rows in pages],
    }
    content, warnings = set_pages(typeface, json_words(whole))
    if any("font" in warning.message for warning in warnings):
        raise missing(folders)
    if warnings:
        raise unclear(
            "PRINT_DOUBTFUL",
            f"排版时有警告，打印出来可能不对：{warnings[0].message}",
            "改用 --output 文件名.xlsx，从 Excel 打印",
        )
    assert isinstance(content, bytes)
    return content


def set_pages(typeface: Typeface, document: str) -> tuple[object, Sequence[Any]]:
    """Set a document; returns the file and what Typst warns of. Raises FONT_LACKS_CHARACTER."""
    from typst import TypstError

    compiler = compiler_for(typeface, PAGE.read_bytes(), document=document)
    try:
        content, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards="a-2u", pdf_tags=False, timestamp=0
        )
    except TypstError as error:
        if lacking := LACKING.findall(error.diagnostic):
            raise lacks(typeface.family, lacking) from None
        raise
    return content, warnings


def check_length(reports: Sequence[Report]) -> None:
    """Refuse what is too long for one file: PRINT_TOO_LONG."""
    rows = sum(len(report.rows) for report in reports)
    if rows > ROWS_MOST:
        raise unclear(
            "PRINT_TOO_LONG",
            f"共 {rows:,} 行，一个 PDF 最多 {ROWS_MOST:,} 行",
            "分月打印（--from、--period），或加条件少查一些",
        )


def compiler_for(typeface: Typeface, source: bytes, **words: str) -> Any:
    """Set up Typst with a typeface and the words that a source asks for."""
    from typst import Compiler

    inputs = {"family": typeface.family, **words}
    return Compiler(source, font_paths=typeface.fonts, ignore_system_fonts=True, sys_inputs=inputs)


def json_words(value: object) -> str:
    """Write a value as JSON for the page."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def characters(reports: Iterable[Report]) -> str:
    """Return every character that stands in reports, once, in order."""
    used = set("0123456789-,.：　")
    for report in reports:
        used.update(report.title, *report.subtitle, *report.signatures)
        used.update(*(column.heading for column in report.columns))
        for row in report.rows:
            used.update(*(plain(cell) for cell in row.cells if isinstance(cell, str)))
    return plain("".join(sorted(used)))


def gauged(typeface: Typeface, chars: str) -> tuple[Size, bool]:
    """Measure characters in a typeface; tell, too, whether it has a bold of its own."""
    compiler = compiler_for(typeface, GAUGE, chars=json_words(list(chars)))
    pairs = json.loads(compiler.query("<widths>", field="value", one=True))
    widths = {char: ceil(max(pair)) for char, pair in zip(chars, pairs, strict=True)}
    weights = [font.weight for font in typeface.fonts.fonts() if font.family == typeface.family]
    # A variable font counts as one weight, but its bold figures are wider.
    bold = max(weights) >= 600 or any(upright != heavy for upright, heavy in pairs)

    def size(text: str) -> int:
        return sum(widths.get(char, UNMEASURED) for char in text)

    return size, bold


def lacks(family: str, texts: Iterable[str]) -> Exception:
    """Say which characters no font has."""
    chars = "、".join(map(named, dict.fromkeys(texts)))
    return unclear(
        "FONT_LACKS_CHARACTER",
        f"“{family}”和其他能找到的字体里都没有这些字：{chars}",
        "把一个有这些字的字体文件放进字体文件夹（见 docs/print.md），再打印一次",
    )


def named(text: str) -> str:
    """Name characters that may not show on this screen either: 𠮷（U+20BB7）."""
    bare = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    codes = "、".join(f"U+{ord(char):04X}" for char in bare)
    return f"{bare}（{codes}）"
