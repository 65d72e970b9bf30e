// The catalogue: search as one types, and the language of everything.
import { currentPage, definePage, go } from "./router.js";
import { api, session } from "./session.js";
import { feel } from "./telegram.js";
import { tellError } from "./words.js";

const PAUSE = 250;

definePage("catalogue", (page) => {
  const search = page.querySelector("#search");
  let timer = 0;
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => find(search), PAUSE);
  });
  search.form.addEventListener("submit", (event) => {
    event.preventDefault();
    search.blur();
    find(search);
  });
  page.querySelector("[data-language-switch]").addEventListener("change", (event) => speak(event.target.value));
  page.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest", inline: "center" });
  return () => clearTimeout(timer);
});

// Only the list changes, so the keyboard stays where it is.
async function find(search) {
  const url = new URL(location.href);
  url.searchParams.set("search", search.value.trim());
  if (!search.value.trim()) url.searchParams.delete("search");
  const caret = search.selectionStart;
  const focused = document.activeElement === search;
  await go(url, { replace: true, keep: true });
  const fresh = currentPage().querySelector("#search");
  if (focused && fresh) {
    if (fresh.value !== search.value) fresh.value = search.value;
    fresh.focus({ preventScroll: true });
    fresh.setSelectionRange(caret, caret);
  }
}

async function speak(language) {
  feel("pick");
  document.cookie = `stario_language=${language}; path=/; max-age=31536000; samesite=lax`;
  try {
    if (session.person) await api("PATCH", "/me", { language });
    session.language = language;
    const url = new URL(location.href);
    url.searchParams.delete("lang");
    history.replaceState({}, "", url);
    location.reload();
  } catch (error) {
    tellError(error);
  }
}
