"""The schema can grow to a country: a lint over the metadata, with no server.

Each rule is a function that names its faults. The ledger's schema has none, and beside each
rule stands a small bad schema in which it finds its fault, so that no rule is empty.
"""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.office import Office

SOURCE = Path(s.__file__).parents[2]
POSTGRESQL = sa.dialects.registry.load("postgresql")()
SQLITE = sa.dialects.registry.load("sqlite")()
TYPES = {("TEXT", "TEXT"), ('TEXT COLLATE "C"', "TEXT"), ("BIGINT", "INTEGER")}


def keys_begin_with_book(metadata: sa.MetaData) -> Iterator[str]:
    """Primary keys, unique constraints and indexes of a book's tables begin with the book."""
    for table in own_tables(metadata):
        for key in (*table.constraints, *table.indexes):
            if isinstance(key, sa.PrimaryKeyConstraint | sa.UniqueConstraint | sa.Index):
                names = [column.name for column in key.columns]
                if names[:1] != ["book"]:
                    yield f"{table.name}: {names}"


def foreign_keys_begin_with_book(metadata: sa.MetaData) -> Iterator[str]:
    """Foreign keys begin with the book on both sides, except those to a reference table."""
    for table in own_tables(metadata):
        for key in table.foreign_key_constraints:
            if key.referred_table.name in s.REFERENCE:
                continue
            near = [column.name for column in key.columns]
            far = [element.column.name for element in key.elements]
            if (near[0], far[0]) != ("book", "book"):
                yield f"{table.name}: {near} -> {key.referred_table.name}.{far}"


def references_are_only_targets(metadata: sa.MetaData) -> Iterator[str]:
    """A reference table, which every node holds, points only to other reference tables."""
    for name in s.REFERENCE:
        if name in metadata.tables:
            for key in metadata.tables[name].foreign_key_constraints:
                if key.referred_table.name not in s.REFERENCE:
                    yield f"{name} -> {key.referred_table.name}"


def no_table_points_to_itself(metadata: sa.MetaData) -> Iterator[str]:
    """A table that points to itself cannot be spread; a link table does it instead."""
    for table in metadata.tables.values():
        for key in table.foreign_key_constraints:
            if key.referred_table is table:
                yield table.name


def no_values_made_by_the_server(metadata: sa.MetaData) -> Iterator[str]:
    """No sequence, identity, autoincrement, computed column or server default: ids are ours."""
    for table in metadata.tables.values():
        if table.autoincrement_column is not None:
            yield f"{table.name}.{table.autoincrement_column.name} counts by itself"
        for column in table.columns:
            made = (column.default, column.server_default, column.identity, column.computed)
            if any(made):
                yield f"{table.name}.{column.name}"


def no_exclusions_nothing_deferred(metadata: sa.MetaData) -> Iterator[str]:
    """No EXCLUDE and no deferrable constraint: a distributed engine has neither."""
    for table in metadata.tables.values():
        for constraint in table.constraints:
            excludes = isinstance(constraint, postgresql.ExcludeConstraint)
            if excludes or constraint.deferrable or constraint.initially:
                yield f"{table.name}: {type(constraint).__name__}"


def nothing_is_null(metadata: sa.MetaData) -> Iterator[str]:
    """Every column is NOT NULL: an empty text or 0 says "none"."""
    for table in metadata.tables.values():
        for column in table.columns:
            if column.nullable:
                yield f"{table.name}.{column.name}"


def tables_are_strict(metadata: sa.MetaData) -> Iterator[str]:
    """SQLite checks types only in STRICT tables (it stores 1.5 in an INTEGER otherwise)."""
    for table in metadata.tables.values():
        if not table.dialect_options["sqlite"].get("strict"):
            yield table.name


def types_are_two(metadata: sa.MetaData) -> Iterator[str]:
    """Texts that sort by their bytes and 64-bit whole numbers: nothing else is stored."""
    for table in metadata.tables.values():
        for column in table.columns:
            kinds = (compiled(column, POSTGRESQL), compiled(column, SQLITE))
            if kinds not in TYPES:
                yield f"{table.name}.{column.name}: {kinds}"


def money_is_whole_fen(metadata: sa.MetaData) -> Iterator[str]:
    """A column of money is called `…_fen` and is a 64-bit whole number."""
    for table in metadata.tables.values():
        for column in table.columns:
            whole = compiled(column, POSTGRESQL) == "BIGINT"
            money = re.search(r"amount|debit|credit|balance|money|price", column.name)
            if column.name.endswith("_fen") and not whole:
                yield f"{table.name}.{column.name} is not whole"
            if money and whole and not column.name.endswith("_fen"):
                yield f"{table.name}.{column.name} does not say fen"


def texts_sort_by_bytes(metadata: sa.MetaData) -> Iterator[str]:
    """PostgreSQL must not fold codes by the server's language: every text has collation C."""
    for table in metadata.tables.values():
        for column in table.columns:
            if compiled(column, POSTGRESQL) == "TEXT":
                yield f"{table.name}.{column.name}"


RULES = (
    keys_begin_with_book,
    foreign_keys_begin_with_book,
    references_are_only_targets,
    no_table_points_to_itself,
    no_values_made_by_the_server,
    no_exclusions_nothing_deferred,
    nothing_is_null,
    tables_are_strict,
    types_are_two,
    money_is_whole_fen,
    texts_sort_by_bytes,
)


def own_tables(metadata: sa.MetaData) -> list[sa.Table]:
    """List the tables that live with their book."""
    return [table for name, table in metadata.tables.items() if name not in s.REFERENCE]


def compiled(column: sa.Column[object], dialect: sa.Dialect) -> str:
    """Write a column's type as a dialect spells it."""
    return column.type.compile(dialect=dialect)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_schema_keeps_every_rule_of_growth(
    rule: Callable[[sa.MetaData], Iterator[str]],
) -> None:
    assert list(rule(s.metadata)) == []


def bad_schema() -> sa.MetaData:
    """Write a schema that breaks every rule, once each."""
    metadata = sa.MetaData()
    text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    sa.Table("book", metadata, sa.Column("book", text, primary_key=True), sqlite_strict=True)
    sa.Table(
        "line",
        metadata,
        sa.Column("id", sa.BigInteger, primary_key=True),
        sa.Column("book", sa.Text, nullable=False),
        sa.Column("before", sa.BigInteger, sa.ForeignKey("line.id"), nullable=True),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("debit_fen", sa.Numeric(18, 2), nullable=False, server_default="0"),
        sa.UniqueConstraint("book", "amount", deferrable=True),
    )
    sa.Table(
        "operator",
        metadata,
        sa.Column("name", text, primary_key=True),
        sa.Column("line", sa.BigInteger, sa.ForeignKey("line.id"), nullable=False),
        sqlite_strict=True,
    )
    return metadata


FAULTS = {
    "keys_begin_with_book": ["line: ['id']"],
    "foreign_keys_begin_with_book": ["line: ['before'] -> line.['id']"],
    "references_are_only_targets": ["operator -> line"],
    "no_table_points_to_itself": ["line"],
    "no_values_made_by_the_server": ["line.id counts by itself", "line.debit_fen"],
    "no_exclusions_nothing_deferred": ["line: UniqueConstraint"],
    "nothing_is_null": ["line.before"],
    "tables_are_strict": ["line"],
    "types_are_two": [
        "line.id: ('BIGINT', 'BIGINT')",
        "line.before: ('BIGINT', 'BIGINT')",
        "line.amount: ('BIGINT', 'BIGINT')",
        "line.debit_fen: ('NUMERIC(18, 2)', 'NUMERIC(18, 2)')",
        "operator.line: ('BIGINT', 'BIGINT')",
    ],
    "money_is_whole_fen": ["line.amount does not say fen", "line.debit_fen is not whole"],
    "texts_sort_by_bytes": ["line.book"],
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_each_rule_finds_its_fault_in_a_bad_schema(
    rule: Callable[[sa.MetaData], Iterator[str]],
) -> None:
    assert list(rule(bad_schema())) == FAULTS[rule.__name__]


def test_the_lists_of_tables_name_tables_that_are_there() -> None:
    assert set(s.INSERT_ONLY) | set(s.REFERENCE) <= set(s.metadata.tables)
    facts = {"event", "evidence", "voucher", "leg", "correction", "seal", "oplog"}
    assert facts <= set(s.INSERT_ONLY)


# What the source says to the database.


@functools.cache
def sources() -> dict[str, ast.Module]:
    """Parse every file of the ledger and the door, once."""
    files = [*sorted(SOURCE.rglob("*.py")), SOURCE.parent / "cli.py"]
    return {
        path.relative_to(SOURCE.parent).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in files
    }


def aliases(scope: ast.AST) -> dict[str, str]:
    """Find the short names that a scope gives to tables: `d = s.draft`, `v, e = s.…, s.event`."""
    named = {}
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            lefts = target.elts if isinstance(target, ast.Tuple) else [target]
            rights = value.elts if isinstance(value, ast.Tuple) else [value]
            for left, right in zip(lefts, rights, strict=False):
                if isinstance(left, ast.Name) and isinstance(right, ast.Attribute):
                    named[left.id] = right.attr
    return named


def changing_statements(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Name the verb and table of every statement that changes or removes rows."""
    for scope in ast.walk(tree):
        if not isinstance(scope, ast.FunctionDef):
            continue
        short = aliases(scope)
        for node in ast.walk(scope):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            if called in ("sa.update", "sa.delete", "upsert"):
                index = 1 if called == "upsert" else 0
                word = ast.unparse(node.args[index]) if len(node.args) > index else "?"
                yield called, short.get(word, word.removeprefix("s."))
            elif called.endswith((".update", ".delete")):
                word = called.rpartition(".")[0].removeprefix("s.")
                if short.get(word, word) in s.metadata.tables:
                    yield called, short.get(word, word)


def spoken_sql(tree: ast.Module) -> Iterator[str]:
    """List the texts of a file that are not docstrings."""
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


FORBIDDEN = re.compile(
    r"\b(UPDATE|DELETE|TRUNCATE|DROP|ALTER|REPLACE|SERIALIZABLE|EXCLUDE|RECURSIVE|NEXTVAL"
    r"|LISTEN|NOTIFY)\b|advisory|nextval|DISABLE TRIGGER"
)


def test_no_statement_changes_or_removes_what_the_ledger_only_adds_to() -> None:
    found: dict[str, set[tuple[str, str]]] = {}
    for name, tree in sources().items():
        for verb, table in changing_statements(tree):
            found.setdefault(table, set()).add((name, verb))
    working = {"draft", "control", "bank_account", "period", "fund_figure", "hospital_payment"}
    working |= {"bank_line", "frozen", "frozen_draft", "si.frozen_draft", "si.office_control"}
    working |= {"office_proposal", "si.office_proposal"}
    assert set(found) <= {*working, "turnover"}, found
    assert ("ledger/store/writer.py", "upsert") in found["turnover"]
    assert ("ledger/store/engine.py", "sa.update") in found["control"]


def test_the_source_speaks_no_sql_that_a_distributed_engine_lacks() -> None:
    said = [
        (name, text)
        for name, tree in sources().items()
        for text in spoken_sql(tree)
        if FORBIDDEN.search(text)
    ]
    recursive = [
        name
        for name, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "recursive"
    ]
    assert (said, recursive) == ([], [])


@pytest.mark.parametrize(
    "code",
    [
        "def f(conn):\n    sa.update(s.event)",
        "def f(conn):\n    v = s.voucher\n    sa.delete(v)",
        "def f(conn):\n    upsert(conn, s.leg, [])",
        "def f(conn):\n    s.seal.update()",
    ],
)
def test_the_scan_of_the_source_sees_a_statement_that_changes_facts(code: str) -> None:
    tables = {table for _, table in changing_statements(ast.parse(code))}
    assert tables & set(s.INSERT_ONLY)


def test_the_scan_of_the_source_sees_raw_sql() -> None:
    tree = ast.parse('def f(c):\n    """UPDATE is said."""\n    c.execute(f"DELETE FROM {t}")')
    assert [text for text in spoken_sql(tree) if FORBIDDEN.search(text)] == ["DELETE FROM "]


def test_a_whole_month_says_to_the_database_only_what_the_rules_allow(office: Office) -> None:
    """What is really sent: facts are only inserted, and every writing verb begins at its book."""
    said: list[list[str]] = []

    def begin(_connection: object) -> None:
        said.append([])

    def hear(_c: object, _cur: object, statement: str, *_rest: object) -> None:
        if said and not statement.startswith("BEGIN"):
            said[-1].append(" ".join(statement.split()))

    sa.event.listen(office.desk.engine, "begin", begin)
    sa.event.listen(office.desk.engine, "before_cursor_execute", hear)
    office.fund("1000000.00")
    office.post(office.pay("H62010000001", "1000.00", day="2026-01-20"))
    office.on("2026-02-01")
    office.close("2026-01", book="620100/employee")

    words = [text.split() for transaction in said for text in transaction]
    assert {w[1] for w in words if w[0] == "UPDATE"} == {"control", "draft"}
    assert {w[2] for w in words if w[0] == "DELETE"} == {"draft", "frozen_draft"}
    assert {w[2] for w in words if "CONFLICT" in w} == {"period", "turnover"}
    writes = [
        transaction
        for transaction in said
        if any(text.startswith(("INSERT INTO voucher", "INSERT INTO seal")) for text in transaction)
    ]
    assert len(writes) == 3
    assert all(transaction[0].startswith("UPDATE control") for transaction in writes)
    assert not any("SERIALIZABLE" in w or "advisory" in w for w in words)
