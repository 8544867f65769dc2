from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kernel', '0002_clocks_of_a_pack'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='duty',
            name='duty_due_on',
        ),
        migrations.AddIndex(
            model_name='duty',
            index=models.Index(fields=['due_on', 'id'], name='duty_in_order'),
        ),
        migrations.AddIndex(
            model_name='duty',
            index=models.Index(fields=['rule', 'due_on', 'id'], name='duty_of_rule_in_order'),
        ),
        migrations.AddIndex(
            model_name='duty',
            index=models.Index(condition=models.Q(('stopped_since__isnull', False)), fields=['due_on', 'id'], name='duty_stopped'),
        ),
    ]
