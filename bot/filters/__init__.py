"""The parts of the text filter: canonical form, language, rules, topics. `bot.moderation` is its face."""
