// The left column: everybody whom one can be, and the groups they are in.
import { openDialog } from "./dialogs.js";
import { avatar, clock, icon, iconButton, make } from "./dom.js";
import { summary } from "./bubble.js";
import { openFaults } from "./faults.js";
import { api, attempt, on, person, state, tell, word } from "./state.js";

const ROLES = [["fan", "fans"], ["artist", "artists"], ["staff", "staff"]];

export function drawPeople() {
  const groups = [...state.chats.values()].filter((chat) => chat.type !== "private");
  const sections = ROLES.map(([role, title]) => {
    const people = [...state.people.values()].filter((who) => (ROLES.some(([known]) => known === who.role) ? who.role : "fan") === role);
    if (!people.length) return null;
    const rows = people.map((who) => row(state.chats.get(who.id), who, who.id));
    rows.unshift(...groups.filter((chat) => groupRole(chat) === role).map((chat) => row(chat, chat, groupMember(chat))));
    return make("section", {}, make("h2", {}, word(title)), rows);
  });
  document.getElementById("people").replaceChildren(
    make("header", { class: "people-head" },
      make("img", { src: "/static/icon.svg", alt: "", width: 34, height: 34 }),
      make("div", {}, make("strong", {}, "Stario"), make("small", {}, word("title"))),
      iconButton("plus", word("add-person"), addPerson),
      iconButton("bolt", word("faults"), openFaults),
      iconButton("card", word("rail-all"), () => window.open("/rails", "_blank", "noopener")),
      iconButton("sun", word("theme"), () => tell("switch-theme"))),
    make("div", { class: "people-list" }, sections));
  document.getElementById("people").setAttribute("aria-label", word("people"));
}

// A group stands among the people who founded it.
function groupRole(chat) {
  const role = state.people.get(chat.members[0])?.role;
  return ROLES.some(([known]) => known === role) ? role : "fan";
}

// Whoever already plays stays in the group; otherwise its first member steps in.
function groupMember(chat) {
  return chat.members.includes(state.me) ? state.me : chat.members[0];
}

function row(chat, face, as) {
  const last = chat?.last_message;
  const unread = state.unread.get(chat.id);
  const open = state.chat === chat.id;
  const name = face.title || [face.first_name, face.last_name].filter(Boolean).join(" ");
  return make("button", { type: "button", class: `person ${open ? "open" : ""}`, "aria-current": open ? "true" : false, onclick: () => tell("open-chat", { chat: chat.id, as }) },
    avatar(face),
    make("span", { class: "about" },
      make("span", { class: "line" }, make("strong", {}, name), face.blocked ? icon("block") : null, last ? make("time", {}, clock(last.date)) : null),
      make("span", { class: "line" }, make("span", { class: "last" }, last ? summary(last) : face.title ? word("group") : face.username ? `@${face.username}` : word("start")),
        unread ? make("span", { class: "badge" }, unread) : null)));
}

async function addPerson() {
  const field = (name, label, extra = {}) => make("label", {}, label, make("input", { name, autocomplete: "off", maxlength: "32", ...extra }));
  const added = await openDialog(word("add-person"), (close) => {
    const languages = [["uz", "Oʻzbekcha"], ["uz-Cyrl", "Ўзбекча"], ["ru", "Русский"], ["en", "English"]];
    const select = make("select", { name: "language_code" }, languages.map(([code, name]) => make("option", { value: code }, name)));
    const form = make("form", { class: "sheet-body form" }, field("first_name", word("first-name"), { required: true, autofocus: true }),
      field("username", word("username")), make("label", {}, word("language"), select), make("button", { class: "wide primary" }, word("add")));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const user = await attempt(() => api("POST", "/control/users", Object.fromEntries(new FormData(form))));
      if (user) close(user);
    });
    return form;
  }, "small");
  if (added) tell("arrived", { user: added });
}

export function startPeople() {
  for (const kind of ["message", "edited", "people", "chat-open"]) on(kind, drawPeople);
}

export function drawHead() {
  const chat = state.chats.get(state.chat);
  const who = person();
  const group = chat.type !== "private";
  const title = group ? chat.title : state.bot.first_name;
  const face = group ? chat : { id: 5, first_name: "★" };
  const note = group ? `${chat.members.length + 1} · ${word("group")}` : `@${state.bot.username}`;
  const self = make("span", { class: "self" }, make("span", { class: "only-wide" }, `${word("you-are")} `), make("b", {}, who.first_name), make("span", { class: "stars" }, ` ⭐ ${who.stars.toLocaleString("ru")}`));
  document.getElementById("talk-head").replaceChildren(...[
    iconButton("back", word("back"), () => tell("leave-chat"), { class: "round only-small" }),
    group ? avatar(face) : make("img", { src: "/static/icon.svg", alt: "", class: "avatar bot" }),
    make("div", { class: "titles" }, make("h1", {}, title), make("small", {}, who.blocked && !group ? word("blocked") : note)),
    group ? actAs(chat) : self,
    group ? null : iconButton("block", word(who.blocked ? "unblock" : "block"), () => attempt(() => api("POST", `/control/users/${who.id}/${who.blocked ? "unblock" : "block"}`))),
  ].filter(Boolean));
}

function actAs(chat) {
  const select = make("select", { "aria-label": word("you-are"), class: "act-as", onchange: () => tell("open-chat", { chat: chat.id, as: Number(select.value) }) },
    chat.members.map((id) => make("option", { value: String(id), selected: id === state.me }, state.people.get(id).first_name)));
  return select;
}
