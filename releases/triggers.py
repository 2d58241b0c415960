"""The database's own guard over editions: rows are inserted, never changed, never deleted.

Statements per database vendor. Applied by migration 0002; the test harness lifts them around the
flush of a transactional test, which on SQLite is a DELETE.
"""

TABLE = "releases_edition"
MESSAGE = "An edition never changes."

CREATE = {
    "postgresql": [
        f"""
        CREATE OR REPLACE FUNCTION {TABLE}_never_changes() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$
        """,
        f"""
        CREATE TRIGGER {TABLE}_never_changes BEFORE UPDATE OR DELETE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION {TABLE}_never_changes()
        """,
    ],
    "sqlite": [
        f"""
        CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
        """
        for verb in ("UPDATE", "DELETE")
    ],
}

DROP = {
    "postgresql": [
        f"DROP TRIGGER {TABLE}_never_changes ON {TABLE}",
        f"DROP FUNCTION {TABLE}_never_changes()",
    ],
    "sqlite": [f"DROP TRIGGER {TABLE}_no_{verb}" for verb in ("update", "delete")],
}


def create(connection):
    _execute(connection, CREATE)


def drop(connection):
    _execute(connection, DROP)


def _execute(connection, statements):
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
