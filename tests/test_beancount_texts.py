"""Hostile texts: whatever stands in a 摘要 or a name, the journals carry it and nothing more."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from beancount.core.account import is_valid
from beancount.core.data import Open, Transaction
from beancount.parser import parser
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.formats.journals.beancount_head import CLEARING_NAME
from ledger.formats.journals.beancount_names import account_name, account_names, labelled, quote
from ledger.masters.chart import Account, Leaf
from ledger.masters.chart_file import load_chart
from tests.journal_reading import load, transactions
from tests.journal_samples import HOSTILE_TEXTS, first_year, hostile_year

CHART = load_chart()["employee"]
PREPAID = "A资产:1101-暂付款:01-医保预付金"
ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


def test_hostile_texts_come_back_as_they_are(tmp_path: Path) -> None:
    entries = load(hostile_year(), tmp_path)
    narrations = [entry.narration for entry in transactions(entries).values()]
    assert narrations == list(HOSTILE_TEXTS)
    people = [entry.meta["posted_by"] for entry in transactions(entries).values()]
    assert people == list(HOSTILE_TEXTS)
    names = {entry.meta.get("name") for entry in entries if isinstance(entry, Open)}
    assert {leaf.name for leaf in hostile_year().leaves.values()} < names


@pytest.mark.parametrize("code_point", [0, 0xD800, 0xDFFF])
def test_what_no_text_file_can_carry_becomes_a_visible_mark(
    code_point: int, tmp_path: Path
) -> None:
    ledger, text = first_year(), f"甲{chr(code_point)}乙"
    vouchers = tuple(replace(voucher, summary=text) for voucher in ledger.vouchers)
    entries = transactions(load(replace(ledger, vouchers=vouchers), tmp_path))
    assert {entry.narration for entry in entries.values()} == {"甲\N{REPLACEMENT CHARACTER}乙"}


@given(texts=st.lists(ANY_TEXT, min_size=1, max_size=8))
@settings(max_examples=200, deadline=None)
def test_any_text_round_trips_through_the_parser(texts: list[str]) -> None:
    text = "".join(
        f"2026-01-01 * {quote(item)} {quote(item)}\n  ab: {quote(item)}\n" for item in texts
    )
    entries, errors, options = parser.parse_file(BytesIO(text.encode()))
    assert (errors, options["plugin"]) == ([], [])
    read = [
        (entry.payee, entry.narration, entry.meta["ab"])
        for entry in entries
        if isinstance(entry, Transaction)
    ]
    assert read == [(item, item, item) for item in texts]


@given(texts=st.lists(ANY_TEXT, min_size=10, max_size=10))
@settings(max_examples=50, deadline=None)
def test_five_hundred_texts_go_through_a_whole_export(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        entries = load(hostile_year(texts), Path(folder))
    vouchers = transactions(entries).values()
    assert [entry.narration for entry in vouchers] == texts
    assert [entry.meta["prepared_by"] for entry in vouchers] == texts
    assert all(len(entry.postings) == 4 for entry in vouchers)
    assert {entry.meta["name"] for entry in entries if isinstance(entry, Open)} == {
        CLEARING_NAME,
        *(leaf.name for leaf in hostile_year(texts).leaves.values()),
    }


@given(holder=st.text(), code=st.from_regex(r"[A-Z0-9][A-Z0-9-]{0,12}", fullmatch=True))
@settings(max_examples=200, deadline=None)
def test_any_holder_makes_a_valid_account_name(holder: str, code: str) -> None:
    account = Account(code=f"1101.01.{code}.2026", base="1101.01", hospital=code, year=2026)
    name = account_name(CHART, Leaf(account=account, holder=holder, name=holder))
    assert is_valid(name)
    assert name.startswith(f"{PREPAID}:{code}")


@given(
    first=st.tuples(st.from_regex(r"[A-Z0-9][A-Z0-9-]{0,6}", fullmatch=True), st.text("A-（甲1")),
    second=st.tuples(st.from_regex(r"[A-Z0-9][A-Z0-9-]{0,6}", fullmatch=True), st.text("A-（甲1")),
)
def test_two_codes_never_share_a_name(first: tuple[str, str], second: tuple[str, str]) -> None:
    if first[0] != second[0]:
        assert labelled(*first) != labelled(*second)


def test_a_name_that_differs_in_form_only_is_kept_apart_by_its_code() -> None:
    leaves = [
        Leaf(
            account=Account(code=f"1101.01.{code}.2026", base="1101.01", hospital=code, year=2026),
            holder=holder,
            name=holder,
        )
        for code, holder in (("H1", "A（东）"), ("H1-A", "东"), ("H2", "A-东"))
    ]
    names = [name.split(":")[3] for name in account_names(CHART, leaves).values()]
    assert names == ["H1-A--东", "H1-A-东", "H2-A-东"]
