// The beginning: Telegram, then who we are, then the page.
import "./catalogue.js";
import "./artist.js";
import "./composer.js";
import "./video.js";
import "./trivia.js";
import "./order.js";
import "./checkout.js";
import "./cart.js";
import "./poster.js";
import "./product.js";
import "./quiz.js";
import "./quiz_result.js";
import { startButtons } from "./buttons.js";
import { adoptPage, currentPage, go, startRouter } from "./router.js";
import { enter, session } from "./session.js";
import { inTelegram, showReady, startTelegram, telegram } from "./telegram.js";
import { tell, tellError, word } from "./words.js";

async function start() {
  if (!telegram) tell(word("no_script"), { words: word("reload"), act: () => location.reload() });
  startTelegram();
  startButtons();
  startRouter();
  if (inTelegram) await begin();
  else adoptPage();
  document.documentElement.classList.remove("entering");
  showReady();
}

// The page was made before we knew whose it is: it stays where it fits that person, else it is asked for again.
async function begin() {
  try {
    await enter();
  } catch (error) {
    adoptPage();
    tellError(error);
    return;
  }
  const linked = linkedPage();
  const fits = currentPage().dataset.language === session.language && !("personal" in currentPage().dataset);
  if (linked) await go(linked, { replace: true });
  else if (fits) adoptPage();
  else await go(location.href, { replace: true, keep: true });
}

// startapp=artist_<slug>, =videos or =quiz opens that page, once; a shared quiz card asks everybody back.
function linkedPage() {
  const wish = telegram.initDataUnsafe?.start_param ?? new URLSearchParams(location.search).get("tgWebAppStartParam") ?? "";
  if (!wish || sessionStorage.getItem("linked") === telegram.initData) return "";
  sessionStorage.setItem("linked", telegram.initData);
  const [, artist] = wish.match(/^artist_([a-z0-9-]+)$/) ?? [];
  if (artist) return `/app/artists/${artist}`;
  if (wish === "quiz" || wish.startsWith("match_")) return "/app/quiz";
  const [, goods] = wish.match(/^shop_([a-z0-9-]+)$/) ?? [];
  if (goods) return `/app/shop/${goods}`;
  if (["trivia", "shop", "cart", "orders"].includes(wish)) return `/app/${wish}`;
  return wish === "videos" ? "/app/videos" : "";
}

start();
