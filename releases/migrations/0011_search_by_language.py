from django.db import migrations, models


def keep_rows_short(apps, schema_editor):
    """A search touches the rows of all pages that hold the words: what is long stands beside them."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE releases_pagetext SET (toast_tuple_target = 128)")


class Migration(migrations.Migration):
    """The rows of before are found as before; ``manage.py rebuild_search`` makes them quicker to find."""

    dependencies = [
        ('releases', '0010_redactions'),
    ]

    operations = [
        migrations.AddField(
            model_name='pagetext',
            name='language',
            field=models.CharField(max_length=10, null=True),
        ),
        migrations.RunPython(keep_rows_short, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='page',
            index=models.Index(fields=['id', 'language', 'visible_from', 'visible_until', 'date', 'published_at', 'edition'], name='page_known'),
        ),
    ]
