from django.db import migrations

# What was taken over before files stood under a jurisdiction came from England's returns.
FILES = """
    UPDATE casework_file SET jurisdiction = 'england'
    WHERE id IN (SELECT file_id FROM exchange_sourcechild WHERE system = 'ssda903')
"""
HOMES = "UPDATE homes_home SET jurisdiction = 'england' WHERE source_code <> ''"


class Migration(migrations.Migration):

    dependencies = [
        ('exchange', '0001_initial'),
        ('casework', '0002_jurisdiction'),
        ('homes', '0002_jurisdiction'),
    ]

    operations = [
        migrations.RunSQL(FILES, migrations.RunSQL.noop),
        migrations.RunSQL(HOMES, migrations.RunSQL.noop),
    ]
