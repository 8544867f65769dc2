import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="digest",
            field=models.CharField(
                choices=[
                    ("none", "Never"),
                    ("daily", "Every morning"),
                    ("weekly", "Once a week, on Monday morning"),
                ],
                default="daily",
                max_length=6,
                verbose_name="what waits for you, by mail",
            ),
        ),
        migrations.CreateModel(
            name="Mail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("day", "Day"), ("week", "Week"), ("escalation", "Escalation")],
                        max_length=12,
                    ),
                ),
                ("day", models.DateField()),
                ("counts", models.JSONField()),
                ("written_at", models.DateTimeField()),
                ("offered_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("refused_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mails",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Escalation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chain", models.UUIDField()),
                ("rule", models.CharField(max_length=60)),
                ("ref", models.CharField(max_length=100)),
                ("due_on", models.DateField()),
                (
                    "mail",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escalations",
                        to="access.mail",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="mail",
            index=models.Index(condition=models.Q(("sent_at", None)), fields=["day"], name="mail_not_sent"),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.UniqueConstraint(fields=("user", "kind", "day"), name="mail_written_twice"),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sent_at", None),
                    models.Q(("offered_at__isnull", False), ("refused_at", None)),
                    _connector="OR",
                ),
                name="mail_sent_without_being_offered",
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.UniqueConstraint(
                fields=("mail", "chain", "rule", "ref", "due_on"), name="duty_escalated_twice"
            ),
        ),
    ]
