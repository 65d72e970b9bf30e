// The bottom of a conversation: start button, input, commands, reply keyboard, attachments.
import { sendFile } from "./attachments.js";
import { summary } from "./bubble.js";
import { icon, iconButton, make } from "./dom.js";
import { askInline, closeInline, readQuery } from "./inline.js";
import { replyKeyboard } from "./keyboards.js";
import { api, attempt, messagesOf, on, person, state, tell, word } from "./state.js";

let replyTo = null;
let keysShown = true;

export async function say(text) {
  const body = { from_id: state.me, text };
  if (replyTo) body.reply_to = replyTo.message_id;
  const sent = await attempt(() => api("POST", `/control/chats/${state.chat}/messages`, body));
  if (sent) setReply(null);
  return sent;
}

export function drawComposer() {
  const chat = state.chats.get(state.chat);
  const who = person();
  const box = document.getElementById("below");
  if (chat.type === "private" && (who.blocked || !who.started)) {
    const label = who.blocked ? word("restart") : word("start");
    box.replaceChildren(make("div", { class: "only-start" }, make("button", { type: "button", class: "wide primary", onclick: () => say("/start") }, label)));
    return;
  }
  const keys = keysShown ? replyKeyboard(chat) : null;
  box.replaceChildren(make("div", { class: "offers", id: "offers", hidden: true }), replyBar(), inputRow(chat), keys || "");
}

function replyBar() {
  if (!replyTo) return "";
  return make("div", { class: "reply-bar" }, icon("reply"), make("span", {}, summary(replyTo)), iconButton("close", word("cancel"), () => setReply(null)));
}

function setReply(message) {
  if (replyTo === message) return;
  replyTo = message;
  const draft = document.getElementById("words")?.value || "";
  drawComposer();
  compose(draft);
}

function compose(text) {
  const input = document.getElementById("words");
  if (!input) return;
  input.value = text;
  input.dispatchEvent(new Event("input"));
  input.focus();
}

function inputRow(chat) {
  const offers = () => document.getElementById("offers");
  const input = make("textarea", { id: "words", rows: "1", placeholder: chat.keyboard?.input_field_placeholder || word("message"), "aria-label": word("message") });
  const send = async () => {
    const text = input.value;
    if (!text.trim()) return;
    input.value = "";
    fit(input);
    closeInline(offers());
    if (!(await say(text))) input.value = text;
  };
  input.addEventListener("input", () => {
    fit(input);
    const query = readQuery(input.value);
    if (query === null) closeInline(offers());
    else askInline(offers(), query, () => compose(""));
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    }
    if (event.key === "Escape") closeInline(offers());
  });
  input.addEventListener("paste", (event) => {
    const file = event.clipboardData?.files?.[0];
    if (file) sendFile(file);
  });
  const picker = make("input", { type: "file", hidden: true, onchange: () => picker.files[0] && sendFile(picker.files[0], input.value).then(() => compose("")) });
  const toggle = chat.keyboard?.keyboard ? iconButton("keys", word("show-keyboard"), () => {
    keysShown = !keysShown;
    drawComposer();
  }) : null;
  return make("div", { class: "composer" }, menuButton(chat), iconButton("attach", word("attach"), () => picker.click()), picker, input, toggle,
    iconButton("send", word("send"), send, { class: "round filled" }));
}

function fit(input) {
  input.style.height = "auto";
  input.style.height = `${Math.min(input.scrollHeight, 160)}px`;
}

function menuButton(chat) {
  const menu = chat.menu_button || {};
  if (menu.type === "web_app" && chat.type === "private") {
    return make("button", { type: "button", class: "menu-app", onclick: () => tell("launch", { url: menu.web_app.url, title: menu.text }) }, icon("app"), make("span", {}, menu.text));
  }
  return chat.commands?.length ? iconButton("menu", word("commands"), (event) => openCommands(chat, event.currentTarget)) : null;
}

function openCommands(chat, button) {
  const old = document.querySelector(".commands");
  if (old) return old.remove();
  const list = make("div", { class: "commands", role: "menu" }, chat.commands.map(({ command, description }) => make("button", {
    type: "button", role: "menuitem", onclick: () => {
      list.remove();
      say(`/${command}`);
    },
  }, make("b", {}, `/${command}`), make("span", {}, description))));
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    list.remove();
    button.focus();
  });
  setTimeout(() => document.addEventListener("click", () => list.remove(), { once: true }));
  document.getElementById("below").append(list);
  list.querySelector("button").focus();
  return list;
}

export function startComposer() {
  on("say", async ({ text }) => {
    await say(text);
    const keyboard = state.chats.get(state.chat).keyboard;
    if (keyboard?.one_time_keyboard) {
      keysShown = false;
      drawComposer();
    }
  });
  on("compose", ({ chat, text }) => {
    if (chat !== state.chat) tell("open-chat", { chat, as: state.me });
    compose(text);
  });
  on("reply-to", ({ message }) => setReply(messagesOf(message.chat.id).get(message.message_id)));
  on("chat-open", () => (replyTo = null));
  on("keyboard", ({ chat_id }) => {
    if (chat_id !== state.chat) return;
    keysShown = true;
    redraw();
  });
  on("people", redraw);
  const thread = document.getElementById("talk");
  thread.addEventListener("dragover", (event) => event.preventDefault());
  thread.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files[0] && state.chat) sendFile(event.dataTransfer.files[0]);
  });
}

// Draws the bottom anew but leaves what is being typed alone.
function redraw() {
  if (!state.chat) return;
  const input = document.getElementById("words");
  const [draft, focused] = [input?.value || "", document.activeElement === input];
  drawComposer();
  const fresh = document.getElementById("words");
  if (fresh) fresh.value = draft;
  if (focused) fresh?.focus();
}
