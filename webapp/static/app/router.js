// Moves between pages without leaving Telegram's frame: the server's own pages, only their <main> is replaced.
import { adoptButtons } from "./buttons.js";
import { Refused, ask, session } from "./session.js";
import { feel, guardLeaving } from "./telegram.js";
import { hush, tellError } from "./words.js";

const pages = {};
let leave = null;
let journey = 0;

export function definePage(name, open) {
  pages[name] = open;
}

export const currentPage = () => document.getElementById("page");

// Begins the page that stands there: its script, its buttons.
export function adoptPage() {
  const page = currentPage();
  leave?.();
  leave = null;
  guardLeaving(false);
  adoptButtons(page);
  leave = pages[page.dataset.page]?.(page) ?? null;
}

export async function go(address, { replace = false, keep = false } = {}) {
  const url = new URL(address, location.href);
  const mine = ++journey;
  document.documentElement.classList.add("moving");
  try {
    const fresh = await fetchPage(url);
    if (mine !== journey) return;
    if (replace) history.replaceState({}, "", url);
    else history.pushState({}, "", url);
    hush();
    await swap(fresh, keep);
  } catch (error) {
    if (mine === journey) tellError(error);
  } finally {
    if (mine === journey) document.documentElement.classList.remove("moving", "entering");
  }
}

export const refresh = () => go(location.href, { replace: true, keep: true });

async function fetchPage(url) {
  const answer = await ask(url.pathname + url.search, {
    headers: { "X-Stario-Fragment": "1", Accept: "text/html", "Accept-Language": session.language },
  });
  if (!answer.ok) throw new Refused(answer.status, await answer.json());
  return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("page");
}

async function swap(page, keep) {
  const change = () => {
    currentPage().replaceWith(document.adoptNode(page));
    document.title = page.dataset.title;
    document.documentElement.dataset.language = page.dataset.language;
    if (!keep) window.scrollTo(0, 0);
    adoptPage();
    if (!keep) currentPage().focus({ preventScroll: true });
  };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (keep || still || !document.startViewTransition) return change();
  const motion = document.startViewTransition(change);
  // A window that changes its size meanwhile ends the motion, not the journey.
  for (const part of [motion.ready, motion.finished]) part.catch(() => {});
  await motion.updateCallbackDone;
}

export function startRouter() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-link], a[data-back]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    feel("pick");
    go(link.href, { replace: link.dataset.link === "replace" });
  });
  window.addEventListener("popstate", () => go(location.href, { replace: true }));
}
