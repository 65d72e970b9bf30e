// Building elements, and the line drawings used as icons.

export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else if (name in node && typeof value !== "string") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const PATHS = {
  send: "M4 12l16-8-5 16-3.5-6.5z M11.5 13.5L20 4",
  attach: "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8l-8.3 8.3a1.7 1.7 0 0 1-2.4-2.4L14.5 7",
  keys: "M3 6h18v12H3z M7 10h.01 M11 10h.01 M15 10h.01 M7 14h10",
  menu: "M4 7h16 M4 12h16 M4 17h10",
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12 M18 6L6 18",
  more: "M12 5h.01 M12 12h.01 M12 19h.01",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8z M12 2v2 M12 20v2 M2 12h2 M20 12h2 M5 5l1.4 1.4 M17.6 17.6L19 19 M5 19l1.4-1.4 M17.6 6.4L19 5",
  card: "M3 6h18v12H3zM3 10h18M7 15h4",
  bolt: "M13 2L5 14h6l-1 8 8-12h-6z",
  plus: "M12 5v14 M5 12h14",
  play: "M8 5.5v13l11-6.5z",
  pause: "M8 5v14 M16 5v14",
  file: "M6 3h8l4 4v14H6z M14 3v4h4",
  block: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z M5.7 5.7l12.6 12.6",
  reply: "M10 6L4 12l6 6 M4 12h10a6 6 0 0 1 6 6",
  link: "M14 4h6v6 M20 4l-9 9 M18 14v6H4V6h6",
  app: "M4 4h7v7H4z M13 4h7v7h-7z M4 13h7v7H4z M13 13h7v7h-7z",
  pin: "M9 3h6l-1 7 3 3H7l3-3z M12 13v8",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.dataset.name = name;
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name, label, onclick, extra = {}) {
  return make("button", { type: "button", class: "round", "aria-label": label, title: label, onclick, ...extra }, icon(name));
}

const HUES = [252, 205, 162, 24, 340, 285, 130, 48];

export function avatar(person, size = "") {
  const name = person.title || [person.first_name, person.last_name].filter(Boolean).join(" ");
  const letters = name.split(/\s+/).map((word) => [...word][0] || "").filter((c) => /\p{L}|\p{N}/u.test(c)).slice(0, 2).join("").toUpperCase();
  const face = make("span", { class: `avatar ${size}`, "aria-hidden": "true" }, letters || "·");
  face.style.setProperty("--hue", HUES[Math.abs(person.id) % HUES.length]);
  return face;
}

export function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit" });
}

export function length(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
