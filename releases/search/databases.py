"""Each database's own index over the tokens of pages, and the one question asked of it.

Applied by migration 0005. Both follow ``releases_pagetext`` by themselves: nobody writes to them.

PostgreSQL: GIN over the tokens as an array. An array of ours, not ``to_tsvector``: its parser would
take tokens apart by the locale of the database. SQLite: FTS5 over the same column, kept in
step by triggers; ``detail=none`` because only whole tokens are asked for.
"""

from django.db.models import BooleanField, F, Func

TABLE = "releases_pagetext"

CREATE = {
    "postgresql": [
        # Its cost keeps the planner from reading every row instead, which looks cheap: the table is small,
        # and does not show how long the tokens of a row take to come apart. Not so high that it
        # compiles the query for it (JIT), nor PARALLEL SAFE: workers take longer to start than this to
        # run. In PL/pgSQL, because SQL would be inlined, cost and all.
        """
        CREATE FUNCTION releases_tokens(tokens text) RETURNS text[]
        LANGUAGE plpgsql IMMUTABLE STRICT COST 500 AS
        $$ BEGIN RETURN pg_catalog.string_to_array(tokens, ' '); END $$
        """,
        # Not compressed: a search of three characters and more looks into many of them.
        f"""
        ALTER TABLE {TABLE}
            ALTER COLUMN folded_headline SET STORAGE EXTERNAL,
            ALTER COLUMN folded_body SET STORAGE EXTERNAL,
            ALTER COLUMN folded_tail SET STORAGE EXTERNAL,
            ALTER COLUMN body SET STORAGE EXTERNAL,
            ALTER COLUMN tail SET STORAGE EXTERNAL
        """,
        # fastupdate would leave what was just published in a list that every search reads through.
        f"""
        CREATE INDEX {TABLE}_tokens ON {TABLE} USING gin (releases_tokens(tokens))
        WITH (fastupdate = off)
        """,
    ],
    "sqlite": [
        # The tokenizer "ascii" keeps all that is not ASCII, and we part tokens by spaces.
        f"""
        CREATE VIRTUAL TABLE {TABLE}_tokens USING fts5(
            tokens, content='{TABLE}', content_rowid='page_id', detail=none, tokenize='ascii'
        )
        """,
        f"""
        CREATE TRIGGER {TABLE}_tokens_insert AFTER INSERT ON {TABLE} BEGIN
            INSERT INTO {TABLE}_tokens (rowid, tokens) VALUES (NEW.page_id, NEW.tokens);
        END
        """,
        f"""
        CREATE TRIGGER {TABLE}_tokens_delete AFTER DELETE ON {TABLE} BEGIN
            INSERT INTO {TABLE}_tokens ({TABLE}_tokens, rowid, tokens)
            VALUES ('delete', OLD.page_id, OLD.tokens);
        END
        """,
        f"""
        CREATE TRIGGER {TABLE}_tokens_update AFTER UPDATE ON {TABLE} BEGIN
            INSERT INTO {TABLE}_tokens ({TABLE}_tokens, rowid, tokens)
            VALUES ('delete', OLD.page_id, OLD.tokens);
            INSERT INTO {TABLE}_tokens (rowid, tokens) VALUES (NEW.page_id, NEW.tokens);
        END
        """,
    ],
}

DROP = {
    "postgresql": [f"DROP INDEX {TABLE}_tokens", "DROP FUNCTION releases_tokens(text)"],
    "sqlite": [
        *(f"DROP TRIGGER {TABLE}_tokens_{verb}" for verb in ("insert", "delete", "update")),
        f"DROP TABLE {TABLE}_tokens",
    ],
}


def create(connection):
    _execute(connection, CREATE)


def drop(connection):
    _execute(connection, DROP)


def _execute(connection, statements):
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)


class HasTokens(Func):
    """Whether a ``PageText`` holds at least one token of each group."""

    output_field = BooleanField()

    def __init__(self, groups):
        super().__init__(F("page_id"), F("tokens"))
        self.groups = groups

    def as_postgresql(self, compiler, connection, **extra_context):
        tokens, parameters = compiler.compile(self.source_expressions[1])
        conditions = [f"releases_tokens({tokens}) && %s::text[]" for _group in self.groups]
        return f"({' AND '.join(conditions)})", [
            value for group in self.groups for value in (*parameters, list(group))
        ]

    def as_sqlite(self, compiler, connection, **extra_context):
        page_id, parameters = compiler.compile(self.source_expressions[0])
        groups = (" OR ".join(f'"{token}"' for token in group) for group in self.groups)
        asked = " AND ".join(f"({group})" for group in groups)
        return (
            f"{page_id} IN (SELECT rowid FROM {TABLE}_tokens WHERE {TABLE}_tokens MATCH %s)",
            [*parameters, asked],
        )
