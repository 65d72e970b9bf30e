"""A group game remembers the topic that it is played in."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("db", "0006_quiz_states")]

    operations = [ops.AddField(model_name="TriviaGame", name="thread_id", field=fields.BigIntField(null=True))]
