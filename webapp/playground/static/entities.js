// Text with Bot API entities → elements. Offsets are UTF-16 units, as JavaScript counts.
import { make } from "./dom.js";
import { openLink } from "./links.js";
import { tell } from "./state.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

export function formatText(text, entities = []) {
  return render(text, 0, text.length, entities);
}

function render(text, start, end, entities) {
  const parts = document.createDocumentFragment();
  let position = start;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const from = entity.offset;
    const to = Math.min(entity.offset + entity.length, end);
    if (from < position || from >= end || to <= from) continue;
    parts.append(text.slice(position, from));
    const inner = entities.slice(index + 1).filter((other) => other.offset >= from && other.offset < to);
    parts.append(wrap(entity, text.slice(from, to), render(text, from, to, inner)));
    position = to;
  }
  parts.append(text.slice(position, end));
  return parts;
}

function wrap(entity, words, inside) {
  if (TAGS[entity.type]) return make(TAGS[entity.type], {}, inside);
  if (entity.type === "pre") return make("pre", {}, make("code", {}, inside));
  if (entity.type === "spoiler") return spoiler(inside);
  if (entity.type === "bot_command") return tap(inside, () => tell("say", { text: words }));
  if (["url", "text_link", "mention", "email"].includes(entity.type)) return link(entity, words, inside);
  if (entity.type === "hashtag" || entity.type === "cashtag") return make("span", { class: "tag" }, inside);
  return make("span", {}, inside);
}

function link(entity, words, inside) {
  const url = {
    url: () => (/^[a-z]+:\/\//i.test(words) ? words : `https://${words}`),
    text_link: () => entity.url,
    mention: () => `https://t.me/${words.slice(1)}`,
    email: () => `mailto:${words}`,
  }[entity.type]();
  const safe = /^(https?|tg|mailto):/i.test(url) ? url : "#";
  return make("a", {
    href: safe, rel: "noopener noreferrer", target: "_blank",
    onclick: (event) => {
      event.preventDefault();
      openLink(safe);
    },
  }, inside);
}

function tap(inside, onclick) {
  return make("button", { type: "button", class: "inline-link", onclick }, inside);
}

function spoiler(inside) {
  const node = make("button", { type: "button", class: "spoiler", "aria-label": "Spoiler" }, make("span", {}, inside));
  node.addEventListener("click", () => node.classList.add("shown"));
  return node;
}
