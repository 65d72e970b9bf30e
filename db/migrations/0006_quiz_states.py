"""No quiz was ever `analysing`: the column's comment, which lists the states, says so."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from db.quizzes import QuizStatus


class Migration(migrations.Migration):
    dependencies = [("db", "0005_alert_words")]

    operations = [
        ops.AlterField(
            model_name="FaceQuiz",
            name="status",
            field=fields.CharEnumField(
                enum_type=QuizStatus,
                description="WAITING: waiting\nCHOOSING: choosing\nANSWERED: answered\nREFUSED: refused\nEXPIRED: expired",
                max_length=12,
                db_index=True,
            ),
        )
    ]
