"""The closed vocabularies: one code, one term, both ways."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ledger.basis import terms
from ledger.basis.terms import ALIASES, code_of, voucher_number

VOCABULARIES: dict[str, Mapping[str, str]] = {
    name: value
    for name, value in vars(terms).items()
    if name.isupper() and isinstance(value, Mapping) and name != "ALIASES"
}


def test_the_vocabularies_are_there_and_cannot_be_changed() -> None:
    assert {"EVENT_KINDS", "PAPER_TYPES", "ROLES", "BENEFITS", "FUNDS"} <= set(VOCABULARIES)
    for name, words in VOCABULARIES.items():
        assert words, name
        with pytest.raises(TypeError):
            words["new"] = "新"  # type: ignore[index]


@pytest.mark.parametrize("name", VOCABULARIES)
def test_one_code_has_one_term_and_one_term_one_code(name: str) -> None:
    words = VOCABULARIES[name]
    assert len(set(words.values())) == len(words)
    assert not set(words) & set(words.values())
    for code, term in words.items():
        assert code.isascii()
        assert code == code.strip().lower()
        assert any("\u4e00" <= mark <= "\u9fff" for mark in term), term


@pytest.mark.parametrize("name", VOCABULARIES)
def test_code_and_term_both_lead_to_the_code(name: str) -> None:
    words = VOCABULARIES[name]
    for code, term in words.items():
        assert code_of(words, code) == code
        assert code_of(words, f" {term} ") == code
    assert code_of(words, "没有这个词") is None
    assert code_of(words, "") is None


def test_every_alias_leads_to_a_code_of_some_vocabulary_and_is_not_a_term_itself() -> None:
    for alias, code in ALIASES.items():
        homes = [words for words in VOCABULARIES.values() if code in words]
        assert homes, alias
        for words in homes:
            assert alias not in words
            assert alias not in words.values()
            assert code_of(words, alias) == code


def test_an_alias_means_nothing_in_a_vocabulary_that_has_not_its_code() -> None:
    assert code_of(terms.FUNDS, "职工医保") == "employee"
    assert code_of(terms.ROLES, "职工医保") is None
    assert code_of(terms.YES_NO, "TRUE") == "yes"


def test_a_voucher_is_numbered_as_people_say_it() -> None:
    assert voucher_number("2026-03", 7) == "记-0007"
    assert voucher_number("2026-00", 1) == "期初-0001"
    assert voucher_number("2026-12", 12345) == "记-12345"
