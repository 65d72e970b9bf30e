# Language and personal data.
settings-name = English
settings-hello = Hello! This is Stario: video greetings from stars, with the name you choose. ✨

    Tilni tanlang · Тилни танланг
    Выберите язык · Choose a language
settings-choose = Which language shall we speak?
settings-chosen = English it is!
settings-privacy = <b>Your data</b>
    <b>What we keep:</b> your Telegram number and name, your language, your orders, the words of a greeting and the name it is for. Words and names are kept encrypted.
    <b>What for:</b> only to make and deliver the video and to account for the payment. We sell nothing to anybody.
    <b>How long:</b> until you ask us to delete it. Records of payment stay, without a name, for as long as the law requires.

    The button below erases names, words and videos for good.
settings-erase = Delete my data
settings-erase-ask = Really delete? Orders, words and videos will be gone and cannot be brought back. Unpaid orders will be cancelled.
settings-erase-yes = Yes, delete everything
settings-erase-no = No, keep it
settings-erased = Everything is deleted. You can clear the messages in this chat yourself. To come back: /start
settings-erase-contract = Your account is tied to a contract and cannot be deleted with a button. Write to us: /paysupport
settings-erase-later = A video or a poster is being made for you. Please try again when it is ready.
settings-erase-parcel = An order of yours has not reached you yet. Please try again when you have it, or write to us: /paysupport
settings-erase-money = Money of yours is still on its way back. Please try again when it is there, or write to us: /paysupport
