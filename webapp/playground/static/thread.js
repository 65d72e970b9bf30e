// The conversation: bubbles in order, new ones at the end, edits in place, the typing line.
import { showMessage, summary, updateMessage } from "./bubble.js";
import { icon, make } from "./dom.js";
import { messagesOf, on, state, word } from "./state.js";

const list = () => document.getElementById("thread");
const MOST = 400;
let following = true; // the reader is at the end, so the end is kept in sight

export function drawThread() {
  const messages = [...messagesOf(state.chat).values()].slice(-MOST);
  const chat = state.chats.get(state.chat);
  const blank = make("div", { class: "blank" }, make("img", { src: "/static/icon.svg", alt: "", width: 64, height: 64 }),
    make("p", {}, word(chat?.type === "private" ? "empty" : "empty-group")));
  list().replaceChildren(...(messages.length ? withDays(messages) : [blank]));
  drawPinned();
  toEnd();
}

function withDays(messages) {
  const rows = [];
  let day = "";
  for (const message of messages) {
    const date = dayLabel(new Date(message.date * 1000));
    if (date !== day) rows.push(make("div", { class: "service day" }, make("span", {}, date)));
    day = date;
    rows.push(showMessage(message));
  }
  return rows;
}

// Browsers without Uzbek month names write "M11 22"; there the month is a number, as people write it.
function dayLabel(date) {
  const language = document.documentElement.lang || "en";
  const named = date.toLocaleDateString(language, { day: "numeric", month: "long" });
  return /^M\d/.test(named) ? date.toLocaleDateString("ru", { day: "2-digit", month: "2-digit" }) : named;
}

function drawPinned() {
  document.getElementById("pinned")?.remove();
  const id = state.chats.get(state.chat)?.pinned?.at(-1);
  const message = id && messagesOf(state.chat).get(id);
  if (!message) return;
  const bar = make("button", { type: "button", class: "pinned", id: "pinned", onclick: () => jump(id) }, icon("pin"), make("span", {}, summary(message)));
  list().before(bar);
}

const rowOf = (id) => list().querySelector(`[data-id="${id}"]`);

function jump(id) {
  const row = rowOf(id);
  row?.scrollIntoView({ block: "center", behavior: "smooth" });
  row?.classList.add("found");
  setTimeout(() => row?.classList.remove("found"), 1400);
}

const nearEnd = () => list().scrollHeight - list().scrollTop - list().clientHeight < 160;

function toEnd() {
  following = true;
  list().scrollTo({ top: list().scrollHeight, behavior: "instant" });
}

function drawAction() {
  const doing = state.actions.get(state.chat);
  document.getElementById("typing")?.remove();
  if (!doing || doing.until < Date.now()) return;
  const keys = { upload_video: "sending-video", record_video: "sending-video", upload_video_note: "sending-video", record_video_note: "sending-video", upload_photo: "sending-photo", upload_voice: "sending-voice", record_voice: "sending-voice", upload_document: "sending-file" };
  list().append(make("div", { class: "typing", id: "typing" }, make("i"), make("i"), make("i"), make("span", {}, `${state.bot.first_name} ${word(keys[doing.action] || "typing")}`)));
  if (following) toEnd();
}

export function startThread() {
  on("message", ({ chat_id, message }) => {
    if (chat_id !== state.chat) return;
    list().querySelector(".blank")?.remove();
    const row = showMessage(message);
    row.classList.add("fresh");
    list().append(row);
    drawAction();
    if (following || message.from.id === state.me) toEnd();
  });
  on("edited", ({ chat_id, message }) => {
    const row = chat_id === state.chat && rowOf(message.message_id);
    if (!row) return;
    updateMessage(row, message);
    if (following) toEnd();
  });
  on("deleted", ({ chat_id, message_id }) => chat_id === state.chat && rowOf(message_id)?.remove());
  on("pinned", drawPinned);
  on("jump", ({ id }) => jump(id));
  on("action", drawAction);
  on("draft", ({ chat_id, text }) => {
    if (chat_id === state.chat) {
      document.getElementById("typing")?.remove();
      list().append(make("div", { class: "typing draft", id: "typing" }, text));
    }
  });
  setInterval(() => document.getElementById("typing") && !document.querySelector("#typing.draft") && drawAction(), 1000);
  // A picture that arrives late must not push the end out of sight.
  list().addEventListener("load", () => following && toEnd(), true);
  list().addEventListener("scroll", () => (following = nearEnd()));
  new ResizeObserver(() => following && toEnd()).observe(list());
}
