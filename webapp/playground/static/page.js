// The chat page: puts the parts together and moves between people and chats.
import { drawComposer, say, startComposer } from "./composer.js";
import { pickChat, startToasts, toast } from "./dialogs.js";
import { launchApp, startMiniApps } from "./mini_app.js";
import { payLinkSlug } from "./money.js";
import { drawHead, drawPeople, startPeople } from "./people.js";
import { api, attempt, followNews, loadMessages, loadState, loadWords, on, person, state, tell, word } from "./state.js";
import { drawThread, startThread } from "./thread.js";

const house = document.getElementById("house");

async function openChat({ chat, as }) {
  if (!state.chats.has(chat) || !state.people.has(as)) return;
  state.me = as;
  state.chat = chat;
  state.unread.delete(chat);
  await Promise.all([loadWords(person().language_code), loadMessages(chat)]);
  localStorage.setItem("open", JSON.stringify({ chat, as }));
  house.classList.add("talking");
  drawHead();
  drawThread();
  drawComposer();
  tell("chat-open");
}

function leaveChat() {
  house.classList.remove("talking");
  state.chat = null;
  drawPeople();
}

function setTheme(theme) {
  state.theme = theme;
  document.documentElement.dataset.theme = theme;
  localStorage.setItem("theme", theme);
  tell("themed");
}

async function followDeepLink({ kind, param, url, text }) {
  if (kind === "share") {
    const chat = await pickChat(word("share"));
    if (chat) await attempt(() => api("POST", `/control/chats/${chat}/messages`, { from_id: state.me, text: `${url} ${text}`.trim() }));
    return;
  }
  if (kind === "app") return launchApp({ param });
  if (state.chat !== state.me) await openChat({ chat: state.me, as: state.me });
  if (kind === "start") await say(`/start ${param}`);
}

function remembered() {
  try {
    const { chat, as } = JSON.parse(localStorage.getItem("open"));
    return state.chats.has(chat) && state.people.has(as) ? { chat, as } : null;
  } catch {
    return null;
  }
}

function listen() {
  on("open-chat", openChat);
  on("leave-chat", leaveChat);
  on("switch-theme", () => setTheme(state.theme === "dark" ? "light" : "dark"));
  on("deep", followDeepLink);
  on("invoice-link", ({ slug }) => payLinkSlug(slug));
  on("arrived", async ({ user }) => {
    await loadState();
    openChat({ chat: user.id, as: user.id });
  });
  on("people", () => state.chat && drawHead());
  on("offline", () => toast(word("offline")));
  on("online", () => state.chat && openChat({ chat: state.chat, as: state.me }));
}

async function start() {
  const wished = localStorage.getItem("theme");
  startToasts();
  await loadState();
  setTheme(wished || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  const first = state.people.keys().next().value;
  const place = remembered() || { chat: first, as: first };
  await loadWords(state.people.get(place.as).language_code);
  startPeople();
  startThread();
  startComposer();
  startMiniApps();
  listen();
  followNews();
  drawPeople();
  // On a phone the list of people comes first; beside it there is room for a chat.
  if (matchMedia("(min-width: 761px)").matches) await openChat(place);
}

start().catch((problem) => toast(problem.message));
