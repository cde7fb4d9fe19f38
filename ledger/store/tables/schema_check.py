"""Compares a database's own structure with what the migrations make.

On SQLite the migrations are carried out in memory and every statement compared as text. On
PostgreSQL, which keeps no text, tables, columns, keys, indexes (by name) and CHECKs (by name and
condition) are compared with the metadata (a test holds it equal to the migrations), and each
trigger with the function it calls.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

#: What PostgreSQL's guard does, as the second migration wrote it.
GUARD = "RAISE EXCEPTION 'append-only: % on %', TG_OP, TG_TABLE_NAME"
KINDS = {"table": "表", "index": "索引", "trigger": "触发器", "view": "视图"}


def structure_faults(conn: sa.Connection) -> list[str]:
    """Name what differs from what the migrations make; a missing guard is told elsewhere."""
    if conn.dialect.name == "sqlite":
        return list(sqlite_faults(statements(conn), migrated()))
    if conn.dialect.name == "postgresql":
        return [*server_faults(conn), *guard_faults(conn)]
    return []


def sqlite_faults(
    present: Mapping[tuple[str, str], str], made: Mapping[tuple[str, str], str]
) -> Iterator[str]:
    """Compare SQLite's statements, by kind and name."""
    missing, odd = made.keys() - present.keys(), present.keys() - made.keys()
    for kind, name in sorted({*present, *made}):
        word = f"{KINDS.get(kind, kind)} {name}"
        if (kind, name) in missing and kind != "trigger":
            yield f"缺少{word}"
        elif (kind, name) in odd:
            yield f"多出{word}"
        elif present.get((kind, name), made[kind, name]) != made[kind, name]:
            yield f"{word} 的定义不同"


def statements(conn: sa.Connection) -> dict[tuple[str, str], str]:
    """Read the statements that made an SQLite database, blanks and quotes aside."""
    query = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
    return {
        (row.type, row.name): plain(row.sql)
        for row in conn.execute(sa.text(query))
        if not row.name.startswith("sqlite_")
    }


def plain(sql: str) -> str:
    """Write a statement so that blanks and quotes around names make no difference."""
    return re.sub(r"\s+", " ", sql.replace('"', "")).strip()


@functools.cache
def migrated() -> Mapping[tuple[str, str], str]:
    """Carry out the migrations in memory and read what they made."""
    from ledger.store.tables.migrate import upgrade

    engine = sa.create_engine("sqlite://")
    try:
        upgrade(engine)
        with engine.connect() as conn:
            return statements(conn)
    finally:
        engine.dispose()


def server_faults(conn: sa.Connection) -> Iterator[str]:
    """Compare tables, columns, keys and indexes with the metadata by name, CHECKs by condition."""
    look = sa.inspect(conn)
    present = set(look.get_table_names()) - {"alembic_version"}
    for name in sorted(present ^ set(s.metadata.tables)):
        yield f"{'多出' if name in present else '缺少'}表 {name}"
    parts = server_parts(look)
    for name in sorted(present & set(s.metadata.tables)):
        expected, found = expected_parts(s.metadata.tables[name]), parts[name]
        for kind, part in sorted(expected ^ found):
            yield f"表 {name} {'缺少' if (kind, part) in expected else '多出'}{kind} {part}"


def server_parts(look: sa.Inspector) -> dict[str, set[tuple[str, str]]]:
    """Read what each table is made of; each kind of part is one question for all tables."""
    parts: dict[str, set[tuple[str, str]]] = {name: set() for name in look.get_table_names()}
    told: tuple[tuple[str, Mapping[Any, Iterable[Any]], Callable[[Any], str]], ...] = (
        ("列", look.get_multi_columns(), column_word),
        ("检查", look.get_multi_check_constraints(), check_word),
        ("外键", look.get_multi_foreign_keys(), name_word),
        ("唯一键", look.get_multi_unique_constraints(), name_word),
        ("主键", primary_columns(look), str),
        ("索引", own_indexes(look), name_word),
    )
    for kind, tables, word in told:
        for (_, table), found in tables.items():
            parts[table] |= {(kind, word(part)) for part in found}
    return parts


def column_word(column: Mapping[str, Any]) -> str:
    """Write a column as both sides of the comparison write it."""
    return f"{column['name']} {bare(str(column['type']))} {column['nullable']}"


def check_word(check: Mapping[str, Any]) -> str:
    """Write a CHECK as both sides of the comparison write it."""
    return f"{check['name']} {condition(check['sqltext'])}"


def name_word(part: Mapping[str, Any]) -> str:
    """Name a key or an index."""
    return str(part["name"])


def primary_columns(look: sa.Inspector) -> dict[Any, list[str]]:
    """Read the columns of primary keys, by table."""
    keys = look.get_multi_pk_constraint().items()
    return {table: list(key["constrained_columns"]) for table, key in keys}


def own_indexes(look: sa.Inspector) -> dict[Any, list[Any]]:
    """Read the indexes that no constraint has made, by table."""
    return {
        table: [index for index in indexes if not index.get("duplicates_constraint")]
        for table, indexes in look.get_multi_indexes().items()
    }


def expected_parts(table: sa.Table) -> set[tuple[str, str]]:
    """List what a table is made of, as PostgreSQL's catalogue tells it."""
    from sqlalchemy.dialects import postgresql

    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    parts = {
        ("列", f"{c.name} {bare(c.type.compile(dialect=dialect))} {c.nullable}")
        for c in table.columns
    }
    parts |= {("主键", c.name) for c in table.primary_key}
    parts |= {("索引", str(index.name)) for index in table.indexes}
    kinds = {
        sa.ForeignKeyConstraint: "外键",
        sa.UniqueConstraint: "唯一键",
    }
    for constraint in table.constraints:
        if isinstance(constraint, sa.CheckConstraint):
            name = dialect.identifier_preparer.format_constraint(constraint)
            parts.add(("检查", f"{name} {condition(str(constraint.sqltext))}"))
        elif kind := kinds.get(type(constraint)):
            parts.add((kind, str(dialect.identifier_preparer.format_constraint(constraint))))
    return parts


def condition(text: str) -> str:
    """Write a CHECK's condition in one way, as people write it and as PostgreSQL prints it.

    The server casts, groups and quotes what it keeps, and has words of its own for IN, LIKE and
    BETWEEN; brackets alone make no difference here.
    """
    told = re.sub(r"::\w+", "", text)
    told = re.sub(r"(\w+) BETWEEN (\w+) AND (\w+)", r"\1 >= \2 AND \1 <= \3", told)
    told = re.sub(r"= ANY \(+ARRAY\[(.*?)\]\)+", r"IN \1", told).replace("~~", "LIKE")
    return " ".join(re.sub(r'[()"]', " ", told).split()).replace(" ,", ",")


def bare(type_: str) -> str:
    """Write a type without its collation, which the catalogue tells apart."""
    return type_.partition(" COLLATE")[0]


def guard_faults(conn: sa.Connection) -> Iterator[str]:
    """Say where the function that refuses changes no longer refuses."""
    query = "SELECT prosrc FROM pg_proc WHERE proname = 'prepay_append_only' ORDER BY oid"
    for source in conn.execute(sa.text(query)).scalars():
        body = plain(source)
        if not body.startswith(f"BEGIN {GUARD}") or not body.endswith("; END"):
            yield "防改函数 prepay_append_only 的定义不同"
    query = (
        "SELECT t.tgname, p.proname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE NOT t.tgisinternal ORDER BY t.tgname"
    )
    for name, function in conn.execute(sa.text(query)):
        if function != "prepay_append_only":
            yield f"触发器 {name} 调用的是 {function}"
