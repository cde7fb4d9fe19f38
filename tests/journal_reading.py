"""Reads exported journals back with Beancount, for the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beancount import loader
from beancount.core.data import Directives, Transaction

from ledger.formats.journals.beancount import write

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.voucher.shown import YearLedger


def load(ledger: YearLedger, folder: Path) -> Directives:
    """Write a year's journals and let Beancount load them: no error, no plugin."""
    write(ledger, folder)
    loader.initialize(use_cache=False)
    entries, errors, options = loader.load_file(str(folder / "main.beancount"))
    assert [error.message for error in errors] == []
    assert options["plugin"] == []
    assert options["include"] == sorted(str(path) for path in folder.iterdir())
    return entries


def transactions(entries: Directives) -> dict[str, Transaction]:
    """Find the vouchers among directives by their number."""
    return {
        entry.meta["number"]: entry
        for entry in entries
        if isinstance(entry, Transaction) and "number" in entry.meta
    }
