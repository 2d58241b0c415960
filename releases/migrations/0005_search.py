from django.db import migrations, models
import django.db.models.deletion

from releases.search import databases


class Migration(migrations.Migration):
    """Pages that stand already are found after ``manage.py rebuild_search``.

    SQLite drops its triggers when a later migration remakes ``releases_pagetext``, and PostgreSQL
    its index with the column: drop and create them again there (``databases``).
    """

    dependencies = [
        ('releases', '0004_simplified'),
    ]

    operations = [
        migrations.CreateModel(
            name='PageText',
            fields=[
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='text', serialize=False, to='releases.page')),
                ('folded_headline', models.TextField()),
                ('folded_body', models.TextField()),
                ('folded_tail', models.TextField()),
                ('body', models.TextField()),
                ('tail', models.TextField()),
                ('tokens', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='Word',
            fields=[
                ('word', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('start', models.CharField(max_length=2)),
                ('end', models.CharField(max_length=2)),
            ],
            options={
                'indexes': [models.Index(fields=['start'], name='word_start'), models.Index(fields=['end'], name='word_end')],
            },
        ),
        migrations.RunPython(
            lambda apps, schema_editor: databases.create(schema_editor.connection),
            lambda apps, schema_editor: databases.drop(schema_editor.connection),
        ),
    ]
