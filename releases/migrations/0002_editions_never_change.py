from django.db import migrations

from releases import triggers


class Migration(migrations.Migration):
    """SQLite drops its triggers when a later migration remakes the table: create them again there."""

    dependencies = [("releases", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: triggers.create(schema_editor.connection),
            lambda apps, schema_editor: triggers.drop(schema_editor.connection),
        )
    ]
