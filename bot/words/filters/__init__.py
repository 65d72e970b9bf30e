"""The parts of the text filter: canonical form, language, rules, topics. `bot.words.moderation` is its face."""
