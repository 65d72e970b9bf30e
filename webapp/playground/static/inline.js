// Inline mode: typing `@bot words` shows what the bot offers; picking one posts it.
import { make } from "./dom.js";
import { api, attempt, state, word } from "./state.js";

let waiting = 0;
let last = 0;

export function readQuery(text) {
  const match = new RegExp(`^@${state.bot.username}\\s(.*)$`, "is").exec(text);
  return match ? match[1] : null;
}

export function askInline(box, query, done) {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    last += 1;
    const mine = last;
    box.hidden = false;
    box.classList.add("busy");
    const chat = state.chats.get(state.chat);
    const kind = chat.type === "private" ? "sender" : chat.type;
    const answer = await attempt(() => api("POST", "/control/inline", { from_id: state.me, query, chat_type: kind }));
    if (mine !== last) return;
    box.classList.remove("busy");
    const results = answer?.results || [];
    box.replaceChildren(...(results.length ? results.map((result) => card(result, query, done)) : [make("p", { class: "quiet" }, word("no-results"))]));
  }, 250);
}

export function closeInline(box) {
  clearTimeout(waiting);
  last += 1;
  box.hidden = true;
}

function card(result, query, done) {
  const id = result.photo_file_id || result.video_file_id;
  const picture = result.thumbnail_url || result.photo_url || (result.photo_file_id && `/control/files/${id}`);
  return make("button", { type: "button", class: "offer", onclick: async () => {
    const body = { from_id: state.me, chat_id: state.chat, query, result };
    if (await attempt(() => api("POST", "/control/inline/choose", body))) done();
  } },
  picture ? make("img", { src: picture, alt: "" }) : make("span", { class: "avatar", "aria-hidden": "true" }, "★"),
  make("span", {}, make("strong", {}, result.title || result.caption || result.id), make("small", {}, result.description || "")));
}
