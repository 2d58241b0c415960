"""Undo every migration on a filled database, do each again, and say what it would do to the old code.

``python -m tests.operations.migrating`` in the environment of a place. Prints JSON: by migration, why
a server of the version before could not go on while it is applied.
"""

import json

import django

ROOMS = ("pictures", "partners", "media_contacts", "releases", "newsroom")


def reasons(before, after):
    """Why code that knows the columns ``before`` cannot use those ``after``; none is good.

    Columns are {table: {column: may be left out of an INSERT}}.
    """
    found = []
    for table, columns in before.items():
        if table not in after:
            found.append(f"{table} is gone")
            continue
        found += [f"{table}.{name} is gone" for name in columns if name not in after[table]]
        found += [
            f"{table}.{name} is new, and has neither NULL nor a default of the database"
            for name, may_be_left_out in after[table].items()
            if name not in columns and not may_be_left_out
        ]
        found += [
            f"{table}.{name} must be given now"
            for name, may_be_left_out in columns.items()
            if may_be_left_out and not after[table].get(name, True)
        ]
    return found


def columns(connection):
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if connection.vendor == "sqlite":
                cursor.execute(
                    f"SELECT name, NOT \"notnull\" OR dflt_value IS NOT NULL OR pk FROM pragma_table_info('{table}')"
                )
            else:
                cursor.execute(
                    "SELECT column_name, is_nullable = 'YES' OR column_default IS NOT NULL OR is_identity = 'YES'"
                    " FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s",
                    [table],
                )
            found[table] = {name: bool(may) for name, may in cursor.fetchall()}
    return found


def main():
    django.setup()

    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    ours = [migration for migration, _backwards in plan if migration.app_label in ROOMS]
    executor.migrate(
        [(app, "0001_initial" if app != "newsroom" else "0001_host_settings") for app in ROOMS]
    )
    told = {}
    for migration in ours:
        before = columns(connection)
        MigrationExecutor(connection).migrate([(migration.app_label, migration.name)])
        told[f"{migration.app_label}.{migration.name}"] = reasons(before, columns(connection))
    print(json.dumps(told))


if __name__ == "__main__":
    main()
