from django.db import migrations, models

from vatra.kernel.jurisdiction import the_law_here


class Migration(migrations.Migration):

    dependencies = [
        ('homes', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='home',
            name='jurisdiction',
            field=models.CharField(default=the_law_here, max_length=40, verbose_name='under the law of'),
        ),
    ]
