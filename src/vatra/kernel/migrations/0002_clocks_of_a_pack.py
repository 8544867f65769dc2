import datetime
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kernel', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ClockStop',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('chain', models.UUIDField()),
                ('rule', models.CharField(max_length=60)),
                ('ref', models.CharField(blank=True, max_length=100)),
                ('first_day', models.DateField(verbose_name='stopped since')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='last day it stands still')),
                ('why_stopped', models.TextField(verbose_name='why it stopped')),
                ('why_resumed', models.TextField(blank=True, null=True, verbose_name='why it goes on')),
            ],
        ),
        migrations.CreateModel(
            name='WorkingCalendar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pack', models.CharField(max_length=40, unique=True)),
                ('week', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=None)),
                ('holidays', django.contrib.postgres.fields.ArrayField(base_field=models.DateField(), size=None)),
            ],
        ),
        migrations.AddField(
            model_name='clockrule',
            name='escalate_to',
            field=models.CharField(choices=[('supervisor', 'The supervisor'), ('unit_head', 'The head of the unit'), ('safeguarding', 'The safeguarding officer')], default='supervisor', max_length=12),
        ),
        migrations.AddField(
            model_name='clockrule',
            name='pack',
            field=models.CharField(default='kosovo', max_length=40),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='clockrule',
            name='valid_from',
            field=models.DateField(default=datetime.date(2000, 1, 1)),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='clockrule',
            name='valid_to',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='duty',
            name='escalate_to',
            field=models.CharField(choices=[('supervisor', 'The supervisor'), ('unit_head', 'The head of the unit'), ('safeguarding', 'The safeguarding officer')], default='supervisor', max_length=12),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='duty',
            name='pack',
            field=models.CharField(default='kosovo', max_length=40),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='duty',
            name='rule_valid_from',
            field=models.DateField(default=datetime.date(2000, 1, 1)),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='duty',
            name='stopped_since',
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name='clockrule',
            name='code',
            field=models.CharField(max_length=60),
        ),
        migrations.AlterField(
            model_name='clockrule',
            name='unit',
            field=models.CharField(choices=[('days', 'days'), ('working_days', 'working days'), ('months', 'months')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='clockrule',
            constraint=models.UniqueConstraint(fields=('pack', 'code', 'valid_from'), name='clock_rule_begins_twice', violation_error_message='Another version of this rule holds from the same day.'),
        ),
        migrations.AddConstraint(
            model_name='clockrule',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='clock_rule_ends_before_it_holds', violation_error_message='The last day cannot be before the first day.'),
        ),
        migrations.AddIndex(
            model_name='clockstop',
            index=models.Index(fields=['chain'], name='clock_stop_of_chain'),
        ),
        migrations.AddConstraint(
            model_name='clockstop',
            constraint=models.CheckConstraint(condition=models.Q(('last_day__isnull', True), ('last_day__gte', models.F('first_day')), _connector='OR'), name='clock_goes_on_before_it_stopped', violation_error_message='The last day cannot be before the first day.'),
        ),
        migrations.AddConstraint(
            model_name='clockstop',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('last_day__isnull', True), ('last_day__gte', models.F('first_day')), _connector='OR'), deferrable=django.db.models.constraints.Deferrable['DEFERRED'], expressions=[('chain', '='), ('rule', '='), ('ref', '='), (models.Func(models.F('first_day'), models.F('last_day'), django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_lower=True, inclusive_upper=True), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='clock_stopped_twice', violation_error_message='This clock already stands still on these days.'),
        ),
        migrations.AddConstraint(
            model_name='clockstop',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('last_day__isnull', True), ('why_resumed__isnull', True)), models.Q(('last_day__isnull', False), ('why_resumed__isnull', False)), _connector='OR'), name='clock_goes_on_without_reason', violation_error_message='Say why the clock goes on, and since when.'),
        ),
        migrations.AddConstraint(
            model_name='clockstop',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('why_stopped', ''), _negated=True), models.Q(('why_resumed__isnull', True), models.Q(('why_resumed', ''), _negated=True), _connector='OR')), name='clock_stopped_without_reason', violation_error_message='A clock stops and goes on only for a reason: write it down.'),
        ),
    ]
