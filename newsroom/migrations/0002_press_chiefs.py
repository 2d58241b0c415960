from django.db import migrations

OLD, NEW = "Press officers", "press-chief"


def rename(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    groups.filter(name=OLD).update(name=NEW)


def rename_back(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    groups.filter(name=NEW).update(name=OLD)


class Migration(migrations.Migration):
    """Press officers could do what a press chief may: the members keep it."""

    dependencies = [
        ("newsroom", "0001_host_settings"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(rename, rename_back)]
