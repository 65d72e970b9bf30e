# Mini ilova.
miniapp-reopen = Bu sahifani botdan qayta oching: Telegram sizni yana bir bor tasdiqlashi kerak.
