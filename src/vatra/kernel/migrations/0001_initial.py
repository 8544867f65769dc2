
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='ClockFact',
            fields=[
                ('pk', models.CompositePrimaryKey('chain', 'fact', 'day', 'ref', blank=True, editable=False, primary_key=True, serialize=False)),
                ('chain', models.UUIDField()),
                ('fact', models.CharField(max_length=60)),
                ('day', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('ref', models.CharField(max_length=100)),
            ],
            options={
                'db_table': 'law_clock_fact',
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='Chain',
            fields=[
                ('key', models.UUIDField(primary_key=True, serialize=False)),
                ('length', models.IntegerField()),
                ('digest', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='Checkpoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('event_count', models.BigIntegerField()),
                ('last_event', models.BigIntegerField()),
                ('event_root', models.BinaryField()),
                ('event_peaks', models.BinaryField()),
                ('row_count', models.BigIntegerField()),
                ('last_row', models.BigIntegerField()),
                ('row_root', models.BinaryField()),
                ('row_peaks', models.BinaryField()),
                ('previous', models.BinaryField(unique=True)),
                ('digest', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='Sent',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('token', models.CharField(db_index=True, max_length=40)),
                ('led_to', models.CharField(blank=True, max_length=300)),
                ('sent_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='ClockRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=60, unique=True)),
                ('starts_with', models.CharField(max_length=60)),
                ('satisfied_by', models.CharField(max_length=60)),
                ('same_ref', models.BooleanField(default=False)),
                ('amount', models.IntegerField()),
                ('unit', models.CharField(choices=[('days', 'days'), ('months', 'months')], max_length=6)),
                ('repeats', models.BooleanField(default=False)),
                ('ordinal', models.PositiveSmallIntegerField(default=1)),
                ('shown_days_before', models.PositiveSmallIntegerField(default=14)),
                ('escalate_after_days', models.PositiveSmallIntegerField(default=7)),
                ('citation', models.TextField()),
                ('verified', models.BooleanField(default=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('repeats', False), ('amount__gt', 0), _connector='OR'), name='clock_rule_repeats_without_interval', violation_error_message='A duty that repeats needs a number of days or months between.'), models.CheckConstraint(condition=models.Q(('ordinal__gte', 1)), name='clock_rule_ordinal_below_one', violation_error_message='Count the first follow-up as 1.')],
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user_id', models.BigIntegerField()),
                ('purpose', models.CharField(max_length=60)),
                ('key', models.CharField(blank=True, max_length=100)),
                ('fields', models.JSONField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('saved_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user_id', 'purpose', 'key'), name='draft_begun_twice', violation_error_message='You have already begun this in another tab or on another device.')],
            },
        ),
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('chain', models.UUIDField()),
                ('rule', models.CharField(max_length=60)),
                ('ref', models.CharField(max_length=100)),
                ('basis_on', models.DateField()),
                ('due_on', models.DateField()),
                ('shown_first_on', models.DateField()),
                ('escalates_on', models.DateField()),
                ('lapses_on', models.DateField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['due_on'], name='duty_due_on'), models.Index(fields=['chain'], name='duty_chain')],
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('chain', models.UUIDField()),
                ('position', models.IntegerField()),
                ('act', models.CharField(max_length=60)),
                ('reading', models.BooleanField()),
                ('user_id', models.BigIntegerField(null=True)),
                ('role', models.CharField(max_length=40)),
                ('at', models.DateTimeField()),
                ('on', models.DateField(db_column='on_day')),
                ('subject_table', models.CharField(blank=True, max_length=63)),
                ('subject_id', models.CharField(blank=True, max_length=40)),
                ('facts', models.JSONField()),
                ('why', models.TextField(blank=True)),
                ('why_salt', models.BinaryField(null=True)),
                ('why_seal', models.BinaryField(null=True)),
                ('previous', models.BinaryField()),
                ('digest', models.BinaryField()),
            ],
            options={
                'indexes': [models.Index(fields=['user_id', 'at'], name='event_user_at')],
                'constraints': [models.UniqueConstraint(fields=('chain', 'position'), name='event_position_taken_twice', violation_error_message='Somebody recorded at the same moment: please try again.')],
            },
        ),
        migrations.CreateModel(
            name='RowHistory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('txid', models.BigIntegerField()),
                ('table_name', models.CharField(max_length=63)),
                ('row_id', models.CharField(max_length=100)),
                ('op', models.CharField(max_length=8)),
                ('before', models.JSONField(null=True)),
                ('after', models.JSONField(null=True)),
                ('db_user', models.CharField(max_length=63)),
                ('digest', models.BinaryField()),
            ],
            options={
                'indexes': [models.Index(fields=['table_name', 'row_id'], name='row_history_of_row')],
            },
        ),
    ]
