"""The database's own guard over editions: rows are inserted, never changed, never deleted.

Statements per database vendor. Applied by migration 0002; the test harness lifts them around the
flush of a transactional test, which is a DELETE or a TRUNCATE.
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
        f"""
        CREATE TRIGGER {TABLE}_never_truncated BEFORE TRUNCATE ON {TABLE}
        FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_never_changes()
        """,
    ],
    "sqlite": [
        *(
            f"""
            CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE}
            BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
            """
            for verb in ("UPDATE", "DELETE")
        ),
        # INSERT OR REPLACE deletes without asking the trigger for DELETE.
        f"""
        CREATE TRIGGER {TABLE}_no_replace BEFORE INSERT ON {TABLE}
        WHEN EXISTS (
            SELECT 1 FROM {TABLE} WHERE id = NEW.id
            OR (release_id = NEW.release_id AND number = NEW.number)
        )
        BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
        """,
    ],
}

DROP = {
    "postgresql": [
        f"DROP TRIGGER {TABLE}_never_changes ON {TABLE}",
        f"DROP TRIGGER {TABLE}_never_truncated ON {TABLE}",
        f"DROP FUNCTION {TABLE}_never_changes()",
    ],
    "sqlite": [f"DROP TRIGGER {TABLE}_no_{verb}" for verb in ("update", "delete", "replace")],
}


def create(connection):
    _execute(connection, CREATE)


def drop(connection):
    _execute(connection, DROP)


def _execute(connection, statements):
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
