// What the page knows: people, chats, messages; and the stream of news that keeps it true.

export const state = {
  bot: {}, people: new Map(), chats: new Map(), messages: new Map(), themes: {}, words: {},
  me: null, chat: null, unread: new Map(), actions: new Map(), theme: "light",
};
const listeners = new Map();

export function on(kind, listener) {
  if (!listeners.has(kind)) listeners.set(kind, []);
  listeners.get(kind).push(listener);
}

export function tell(kind, news = {}) {
  for (const listener of listeners.get(kind) || []) listener(news);
}

export function word(key) {
  return state.words[key] || key;
}

export async function api(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error || answer.statusText);
  return told;
}

// Runs a step that a person started; what goes wrong is said, not swallowed.
export async function attempt(step) {
  try {
    return await step();
  } catch (problem) {
    tell("toast", { text: problem.message });
    return null;
  }
}

export async function loadState() {
  const told = await api("GET", "/control/state");
  state.bot = told.bot;
  state.themes = told.themes;
  state.faultKinds = told.fault_kinds;
  state.limits = told.limits;
  state.people = new Map(told.people.map((person) => [person.id, person]));
  state.chats = new Map(told.chats.map((chat) => [chat.id, chat]));
}

export async function loadWords(language) {
  const told = await api("GET", `/control/words?language=${encodeURIComponent(language || "")}`);
  state.words = told.words;
  document.documentElement.lang = told.language;
}

export async function loadMessages(chatId) {
  const list = await api("GET", `/control/chats/${chatId}/messages`);
  state.messages.set(chatId, new Map(list.map((message) => [message.message_id, message])));
}

export function messagesOf(chatId) {
  if (!state.messages.has(chatId)) state.messages.set(chatId, new Map());
  return state.messages.get(chatId);
}

export function person(id = state.me) {
  return state.people.get(id);
}

const TAKE = {
  message({ chat_id, message }) {
    messagesOf(chat_id).set(message.message_id, message);
    const chat = state.chats.get(chat_id);
    if (chat) chat.last_message = message;
    state.actions.delete(chat_id);
    if (chat_id !== state.chat) state.unread.set(chat_id, (state.unread.get(chat_id) || 0) + 1);
  },
  edited({ chat_id, message }) {
    messagesOf(chat_id).set(message.message_id, message);
    const chat = state.chats.get(chat_id);
    if (chat?.last_message?.message_id === message.message_id) chat.last_message = message;
  },
  deleted({ chat_id, message_id }) {
    messagesOf(chat_id).delete(message_id);
  },
  keyboard({ chat_id, keyboard }) {
    const chat = state.chats.get(chat_id);
    if (chat) chat.keyboard = keyboard;
  },
  pinned({ chat_id, ids }) {
    const chat = state.chats.get(chat_id);
    if (chat) chat.pinned = ids;
  },
  action({ chat_id, action }) {
    state.actions.set(chat_id, { action, until: Date.now() + 5500 });
  },
};

export function followNews() {
  const stream = new EventSource("/control/events");
  let lost = false;
  stream.onmessage = async (event) => {
    const news = JSON.parse(event.data);
    if (["person", "group", "profile"].includes(news.kind)) {
      await loadState();
      tell("people");
    }
    TAKE[news.kind]?.(news);
    tell(news.kind, news);
  };
  stream.onerror = () => {
    lost = true;
    tell("offline");
  };
  stream.onopen = async () => {
    if (!lost) return;
    lost = false;
    await loadState();
    if (state.chat) await loadMessages(state.chat);
    tell("online");
  };
}
