# The main menu and the pages every bot owes its people.
menu-welcome = Hello, { $name }! 👋
    Here stars greet your loved ones by name, on video.

    Choose an artist, or simply type a name.
menu-figures = 🎤 <b>{ $artist }</b>
    Price: { $price } · Videos sent: { $made }
    Waiting for your approval: { $waiting }
menu-home = 🏠 Menu
menu-catalogue = 🌟 Order a greeting
menu-orders = 🎬 My orders
menu-categories = Categories
menu-language = 🌐 Language
menu-help = Help
menu-app = Open the app
menu-app-button = Stario
menu-page-help = <b>How it works</b>
    1. /greeting — choose an artist.
    2. Say what the occasion is, who it is for and what to say. There are ready words too.
    3. Hear how the name sounds before you pay.
    4. In a minute or two the video arrives in this chat.

    /orders — your orders and finished videos
    /language — language
    /verify — check that a greeting is real
    /paysupport — help with payments
    /privacy — your data
    /terms — terms
menu-page-terms = <b>Terms</b>
    • Videos are made by artificial intelligence with the artist’s consent. Each one is marked and has a page where it can be checked.
    • Insults, politics, advertising, promises and other people’s personal data are not spoken. A person on our side reads doubtful words.
    • A video is for a personal greeting. It may not be used in advertising or to deceive anybody.
    • If the video cannot be made or the artist declines, your Stars come back in full.
menu-page-paysupport = <b>Help with payments</b>
    You pay with Telegram Stars (⭐). If there is no video, the Stars come back by themselves; you need not do anything.

    If something is wrong, write to a person on our side and give the order number, which stands in /orders. Telegram’s own support cannot help with these purchases.
menu-support-write = ✍️ Write to a person
menu-support-ask = What happened? Write it, or send a photo, video, file or voice message, and add the order number. The answer comes here.
menu-support-sent = A person on our side has your message. The answer comes here.
menu-support-closed = We could not reach our people just now. Please try again a little later.
menu-support-not-carried = We cannot pass a message of this kind on to our people. Please send text, a photo, a video, a file, a voice or a video message.
menu-support-answer = 💬 <b>An answer from our side</b>
    { $words }
menu-page = This is the greeting’s page: who approved it and how it was made.
menu-open-page = Open the page
menu-catalogue-empty = Nobody is here yet. Try another category.
menu-old-button = That is an old button, from an earlier conversation. Nothing has changed.
menu-old-button-now = Here is the menu that works now. If you had started something, putting it together again takes a minute.
menu-unknown-command = I do not know that command. Choose from the menu.
menu-lost = Sorry, I have lost the thread. Let us start again.
menu-step-words = This step needs written words. What you have started is still here: please type your answer.
menu-step-tap = This step needs a tap on one of the buttons above. What you have started is still here.
menu-only-words = Lovely! But for now I understand written words only. Type an artist’s name or choose from the menu.
menu-verify = Send the greeting’s code or its link: the code stands on the video’s page.
menu-verify-unknown = We have no greeting with the code “{ $code }”. Check the code; if it is not ours, be careful.
menu-verify-real = ✅ <b>This greeting is real</b>
    Artist: { $artist }
    Approved by: { $approved }
    Date: { $date }
    Code: <code>{ $code }</code>

    The video was made with artificial intelligence.
menu-inline-open = Open Stario
menu-inline-card = 🌟 <b>{ $artist }</b> · { $category }
    { $about }

    Video greeting: { $price }
menu-inline-own = I want one too
menu-command-start = Start
menu-command-greeting = Order a greeting from a star
menu-command-quiz = Which star do you look like?
menu-command-shop = The shop: T-shirts, posters, mugs
menu-command-orders = My orders
menu-command-language = Change the language
menu-command-help = Help
menu-command-verify = Check a greeting
menu-command-privacy = Your data
menu-command-terms = Terms
menu-command-paysupport = Help with payments
menu-description = Stars greet your loved ones by name, on video. Choose an artist, write a word or two, and the video arrives in this chat. Videos are made by artificial intelligence with the artists’ consent.
menu-short-description = Video greetings from stars, with the name you choose.
