# The Mini App.
miniapp-reopen = Please open this page again from the bot: Telegram has to say once more who you are.
