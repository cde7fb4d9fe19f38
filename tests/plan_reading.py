"""Reads query plans: which of them walk a growing table by the book alone, or from its beginning.

SQLite is asked with hand-written statistics of a book of a million vouchers (and with none, as a
database is that was never analysed), PostgreSQL with a generated book and `enable_seqscan = off`:
a table is read whole there only where no index serves.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import visitors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.plan_collector import Sent

#: The tables that grow with every voucher, for ever.
GROWING = ("event", "evidence", "leg", "voucher")
BOOK = "620100/employee"
BOOK_CODE = re.compile(r"^\d{6}/\w+$")
NAMED = re.compile(r"(?:FROM|JOIN|,)\s+(\w+)(?: AS (\w+))?")
STEP = re.compile(r"^(?:SCAN|SEARCH) (?P<name>\w+)(?: USING .*?INDEX (?P<index>\w+))?")
TERMS = re.compile(r"\((.*)\)")


class Explained(sa.Executable, sa.ClauseElement):
    """EXPLAIN of a statement, for PostgreSQL."""

    inherit_cache = False

    def __init__(self, statement: Any) -> None:
        self.statement = statement


@compiles(Explained)
def compile_explained(element: Explained, compiler: Any, **options: Any) -> str:
    """Write EXPLAIN before a statement."""
    return f"EXPLAIN (FORMAT JSON) {compiler.process(element.statement, **options)}"


def reads_growing(sent: Sent) -> bool:
    """Tell whether a statement is a question about one of the growing tables."""
    asks = sent.text.lstrip().startswith(("SELECT", "WITH"))
    return asks and any(table in GROWING for table, _ in NAMED.findall(sent.text))


def walks_sqlite(conn: sa.Connection, sent: Sent) -> list[str]:
    """Return the steps of SQLite's plan that walk a growing table."""
    rows = conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {sent.text}", sent.parameters).all()
    tables = {alias or table: table for table, alias in NAMED.findall(sent.text)}
    query = "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index'"
    indexes = {name: (table, sql or "") for name, table, sql in conn.exec_driver_sql(query)}
    walks = []
    for *_, detail in rows:
        step = STEP.match(detail)
        if step is None:
            continue
        table, sql = indexes.get(step["index"] or "", (tables.get(step["name"], ""), ""))
        if table in GROWING and " WHERE " not in sql and not bounded_sqlite(detail):
            walks.append(detail)
    return walks


def bounded_sqlite(detail: str) -> bool:
    """Tell whether a step of SQLite's plan looks for more than the book up to some point.

    `AUTOMATIC` is an index that SQLite builds for one statement, out of the whole table.
    """
    if detail.startswith("SCAN") or " AUTOMATIC " in detail:
        return False
    found = TERMS.search(detail)
    terms = found[1].split(" AND ") if found else []
    return any(not term.startswith("book=") and "<" not in term for term in terms)


def walks_postgres(conn: sa.Connection, sent: Sent) -> list[str]:
    """Return the steps of PostgreSQL's plan that walk a growing table."""
    plan = conn.execute(Explained(asked_of_the_book(sent))).scalar_one()
    query = "SELECT indexname, tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'"
    indexes = {name: (table, text) for name, table, text in conn.exec_driver_sql(query)}
    read = json.loads(plan) if isinstance(plan, str) else plan
    return [
        walk for node in nodes(read[0]["Plan"]) for walk in [walk_of(node, indexes)] if walk != ""
    ]


def asked_of_the_book(sent: Sent) -> Any:
    """Put a statement's values into it again, the generated book for whichever was asked of."""

    def replaced(element: Any, **_: Any) -> Any:
        if not isinstance(element, sa.BindParameter):
            return None
        value = of_the_book(sent.values.get(element.key, element.value))
        return cast("Any", element)._with_value(value, maintain_key=True, required=False)

    return visitors.replacement_traverse(sent.expression, {}, replaced)


def of_the_book(value: Any) -> Any:
    """Replace the code of any book by the generated one's."""
    if isinstance(value, list | tuple):
        return [of_the_book(inner) for inner in value]
    return BOOK if isinstance(value, str) and BOOK_CODE.match(value) else value


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Walk a plan's nodes."""
    yield plan
    for inner in plan.get("Plans", ()):
        yield from nodes(inner)


def walk_of(node: dict[str, Any], indexes: dict[str, tuple[str, str]]) -> str:
    """Say how a node of PostgreSQL's plan walks a growing table; nothing where it does not."""
    if node["Node Type"] == "Seq Scan" and node["Relation Name"] in GROWING:
        return f"Seq Scan {node['Relation Name']}"
    table, text = indexes.get(node.get("Index Name", ""), ("", ""))
    if table not in GROWING or " WHERE " in text:
        return ""
    condition = str(node.get("Index Cond", ""))
    columns = re.findall(r"\w+", text.partition(" USING btree ")[2])
    bounds = [name for name in columns if name != "book" and bounds_below(name, condition)]
    return "" if bounds else f"{node['Node Type']} {node['Index Name']} {condition}"


def bounds_below(column: str, condition: str) -> bool:
    """Tell whether an index condition names a column's value, or where it begins."""
    return re.search(rf"\(\(?{column}\)?(?:::\w+)? (?:=|>|>=) ", condition) is not None
