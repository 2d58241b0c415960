import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F

from releases import triggers


class Migration(migrations.Migration):
    """Editions may be corrections, with a note in every language; pages stand under listings.

    Listings are written when the pages are made again, which follows by itself after migrating
    (releases/apps.py).
    """

    dependencies = [("releases", "0002_editions_never_change")]

    operations = [
        # SQLite remakes the table, which would lose its triggers.
        migrations.RunPython(
            lambda apps, schema_editor: triggers.drop(schema_editor.connection),
            lambda apps, schema_editor: triggers.create(schema_editor.connection),
        ),
        migrations.RemoveField("edition", "change_note"),
        migrations.AddField(
            "edition",
            "change_note",
            models.JSONField(
                blank=True,
                default=dict,
                help_text="What was wrong, per language.",
                verbose_name="change note",
            ),
        ),
        migrations.AlterField(
            "edition",
            "kind",
            models.CharField(
                choices=[("first", "first"), ("correction", "correction")],
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.RunPython(
            lambda apps, schema_editor: triggers.create(schema_editor.connection),
            lambda apps, schema_editor: triggers.drop(schema_editor.connection),
        ),
        migrations.RemoveIndex("page", "page_newest_first"),
        migrations.AlterModelOptions(
            "page",
            options={
                "ordering": ["-date", "-published_at", "-edition_id"],
                "verbose_name": "page",
                "verbose_name_plural": "pages",
            },
        ),
        migrations.AddField(
            "page",
            "published_at",
            models.DateTimeField(
                help_text="When the first edition went out.",
                null=True,
                verbose_name="published at",
            ),
        ),
        migrations.RunPython(
            lambda apps, schema_editor: apps.get_model("releases", "page").objects.update(
                published_at=F("visible_from")
            ),
            migrations.RunPython.noop,
        ),
        migrations.AlterField(
            "page",
            "published_at",
            models.DateTimeField(
                help_text="When the first edition went out.", verbose_name="published at"
            ),
        ),
        migrations.AddIndex(
            "page",
            models.Index(
                fields=["language", "-date", "-published_at", "-edition"], name="page_newest_first"
            ),
        ),
        migrations.AddIndex(
            "page",
            models.Index(fields=["language", "-visible_from", "-edition"], name="page_last_changed"),
        ),
        migrations.AddIndex(
            "page", models.Index(fields=["language", "visible_until"], name="page_last_closed")
        ),
        migrations.AddIndex(
            "page", models.Index(fields=["-published_at"], name="page_last_published")
        ),
        migrations.CreateModel(
            "Listing",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("year", "year"),
                            ("organisation", "organisation"),
                            ("topic", "topic"),
                            ("person", "person"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["kind", "key"], name="listing_once_per_kind_and_key"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            "PageListing",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=10)),
                ("date", models.DateField()),
                ("name", models.TextField()),
                ("printed", models.JSONField(default=dict)),
                (
                    "listing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pages",
                        to="releases.listing",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="listings",
                        to="releases.page",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["listing", "language", "-date", "-page"], name="listing_newest"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["page", "listing"], name="listing_once_per_page"
                    )
                ],
            },
        ),
        migrations.AddField(
            "page",
            "subject",
            models.ForeignKey(
                help_text="Its first topic, or else its first organisation: releases like it share it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="releases.listing",
                verbose_name="subject",
            ),
        ),
        migrations.DeleteModel("PageOrganisation"),
        migrations.AddField("pagepicture", "figure", models.JSONField(null=True)),
        migrations.AddField("pagepicture", "number", models.PositiveIntegerField(null=True)),
        migrations.AddField("pagepicture", "words", models.TextField(blank=True)),
    ]
