// Where an address leads: deep links of the bot are followed here, everything else in a new tab.
import { state, tell } from "./state.js";

export function readDeepLink(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol === "tg:" && url.host === "resolve") {
    const names = url.searchParams;
    return deepLink(names.get("domain"), "", names);
  }
  if (!["t.me", "telegram.me"].includes(url.hostname)) return null;
  const [first, second] = url.pathname.split("/").filter(Boolean);
  if (first === "share") return { kind: "share", url: url.searchParams.get("url") || "", text: url.searchParams.get("text") || "" };
  return deepLink(first, second, url.searchParams);
}

function deepLink(name, app, names) {
  if (!name || name.toLowerCase() !== (state.bot.username || "").toLowerCase()) return null;
  if (names.has("startapp") || app) return { kind: "app", param: names.get("startapp") || "" };
  if (names.has("start")) return { kind: "start", param: names.get("start") };
  return { kind: "chat" };
}

export function openLink(address) {
  const deep = readDeepLink(address);
  if (deep) {
    tell("deep", deep);
    return;
  }
  const slug = payLink(address);
  if (slug) tell("invoice-link", { slug });
  else if (/^(https?|mailto):/i.test(address)) window.open(address, "_blank", "noopener");
}

export function payLink(address) {
  try {
    const url = new URL(address, location.href);
    return url.origin === location.origin && url.pathname.startsWith("/pay/") ? url.pathname.slice(5) : null;
  } catch {
    return null;
  }
}
