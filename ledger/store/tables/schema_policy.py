"""The tables of policy and 核定: what a book has adopted, chosen and imported."""

from __future__ import annotations

from sqlalchemy import PrimaryKeyConstraint, Table

from ledger.store.tables.columns import code, metadata, number

policy_value = Table(
    "policy_value",
    metadata,
    code("book", key="book.book"),
    code("name"),
    number("version"),
    code("value"),
    code("clause"),
    code("layer"),
    code("since"),
    code("reason"),
    code("recorded_by"),
    code("recorded_at"),
    PrimaryKeyConstraint("book", "name", "version"),
    sqlite_strict=True,
)
#: What somebody proposes that choice `version` of a name be; the last `place` is what another
#: person confirms. Without passwords a choice is made by one person, and nothing is proposed.
policy_proposal = Table(
    "policy_proposal",
    metadata,
    code("book", key="book.book"),
    code("name"),
    number("version"),
    number("place"),
    code("value"),
    number("from_year"),
    code("reason"),
    code("paper"),
    code("recorded_by"),
    code("recorded_at"),
    PrimaryKeyConstraint("book", "name", "version", "place"),
    sqlite_strict=True,
)
#: The text of each layer as a book adopted it; a proposal has no `adopted_by` yet.
policy_layer = Table(
    "policy_layer",
    metadata,
    code("book", key="book.book"),
    code("layer"),
    number("version"),
    number("place"),
    code("digest"),
    code("content"),
    code("reason"),
    code("recorded_by"),
    code("recorded_at"),
    code("adopted_by"),
    code("adopted_at"),
    PrimaryKeyConstraint("book", "layer", "version"),
    sqlite_strict=True,
)
#: What 核定 is worked out from, as imported; the approved sheet keeps what it used.
fund_figure = Table(
    "fund_figure",
    metadata,
    code("book", key="book.book"),
    number("year"),
    number("balance_fen"),
    number("income_fen"),
    number("expenditure_fen"),
    number("forecast_income_fen"),
    number("forecast_expenditure_fen"),
    code("origin"),
    PrimaryKeyConstraint("book", "year"),
    sqlite_strict=True,
)
hospital_payment = Table(
    "hospital_payment",
    metadata,
    code("book", key="book.book"),
    code("hospital"),
    code("month"),
    code("service"),
    code("payer"),
    number("amount_fen"),
    code("origin"),
    PrimaryKeyConstraint("book", "hospital", "month", "service", "payer"),
    sqlite_strict=True,
)
