from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kernel', '0003_duties_in_order'),
    ]

    operations = [
        migrations.AddField(
            model_name='clockrule',
            name='about_home',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='duty',
            name='about_home',
            field=models.BooleanField(default=False),
        ),
        # Until now this was the one clock that homes have.
        migrations.RunSQL(
            [
                "UPDATE kernel_clockrule SET about_home = true WHERE code = 'carer_approval'",
                "UPDATE kernel_duty SET about_home = true WHERE rule = 'carer_approval'",
            ],
            migrations.RunSQL.noop,
        ),
        migrations.RemoveIndex(
            model_name='duty',
            name='duty_in_order',
        ),
        migrations.AddIndex(
            model_name='duty',
            index=models.Index(condition=models.Q(('about_home', False)), fields=['due_on', 'id'], name='duty_of_file_in_order'),
        ),
        migrations.AddIndex(
            model_name='duty',
            index=models.Index(condition=models.Q(('about_home', True)), fields=['due_on', 'id'], name='duty_of_home_in_order'),
        ),
    ]
