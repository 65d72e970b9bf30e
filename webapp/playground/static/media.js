// Photos, videos, round videos, voices and files inside a message.
import { icon, length, make } from "./dom.js";
import { word } from "./state.js";

const file = (id) => `/control/files/${id}`;

// → an element for whatever media the message carries, or null. `dataset.key` tells media apart.
export function showMedia(message) {
  const kinds = { photo, video, animation, video_note: videoNote, voice, audio, document: document_, sticker, location, contact, dice };
  for (const [kind, show] of Object.entries(kinds)) {
    if (!message[kind] || (kind === "document" && message.animation)) continue;
    const node = show(message[kind], message);
    const shape = Array.isArray(message[kind]) ? message[kind].at(-1) : message[kind];
    node.dataset.key = `${kind} ${shape.file_unique_id || JSON.stringify(shape)}`;
    return node;
  }
  return null;
}

function frame(shape, most = 360) {
  const ratio = (shape.width || 4) / (shape.height || 3);
  return `--ratio:${ratio};--most:${Math.round(Math.min(most, most * Math.max(ratio, 0.62)))}px`;
}

function photo(sizes) {
  const large = sizes.at(-1);
  const image = make("img", { src: file(large.file_id), alt: word("photo"), loading: "lazy" });
  return make("button", { type: "button", class: "photo", style: frame(large), "aria-label": word("photo"), onclick: () => lightbox(file(large.file_id)) }, image);
}

export function lightbox(src) {
  const box = make("dialog", { class: "lightbox", onclick: () => box.close(), onclose: () => box.remove() },
    make("img", { src, alt: word("photo") }));
  document.body.append(box);
  box.showModal();
}

function video(shape) {
  const poster = shape.cover?.at(-1) || shape.thumbnail;
  const film = make("video", { src: file(shape.file_id), preload: poster ? "none" : "metadata", playsinline: true, poster: poster ? file(poster.file_id) : undefined });
  const start = make("button", { type: "button", class: "start", "aria-label": word("play"), onclick: () => film.play() }, icon("play"));
  const box = make("div", { class: "video", style: frame(shape) }, film, start, make("span", { class: "pill" }, length(shape.duration)));
  film.addEventListener("play", () => {
    film.controls = true;
    box.classList.add("playing");
  });
  return box;
}

function animation(shape) {
  const film = make("video", { src: file(shape.file_id), autoplay: true, loop: true, playsinline: true });
  film.muted = true;
  return make("div", { class: "video", style: frame(shape) }, film);
}

function videoNote(shape) {
  const film = make("video", { src: file(shape.file_id), preload: "metadata", playsinline: true });
  const box = make("button", { type: "button", class: "note", "aria-label": word("video-note") }, film, make("span", { class: "start" }, icon("play")), make("span", { class: "pill" }, length(shape.duration)));
  box.addEventListener("click", () => (film.paused ? film.play() : film.pause()));
  film.addEventListener("timeupdate", () => box.style.setProperty("--done", `${(100 * film.currentTime) / (film.duration || 1)}%`));
  for (const event of ["play", "pause", "ended"]) film.addEventListener(event, () => box.classList.toggle("playing", !film.paused));
  return box;
}

function voice(shape) {
  const sound = make("audio", { src: file(shape.file_id), preload: "metadata" });
  const button = make("button", { type: "button", class: "round filled", "aria-label": word("play") }, icon("play"));
  const bars = make("span", { class: "bars", "aria-hidden": "true" }, [...shape.file_unique_id].slice(-34).concat([..."waveform"]).map((letter, index) => {
    const bar = make("i");
    bar.style.height = `${22 + ((letter.charCodeAt(0) * 13 + index * 29) % 78)}%`;
    return bar;
  }));
  const time = make("span", { class: "quiet time" }, length(shape.duration));
  button.addEventListener("click", () => (sound.paused ? sound.play() : sound.pause()));
  for (const event of ["play", "pause", "ended"]) {
    sound.addEventListener(event, () => button.replaceChildren(icon(sound.paused ? "play" : "pause")));
  }
  sound.addEventListener("timeupdate", () => {
    const share = sound.currentTime / (sound.duration || shape.duration || 1);
    [...bars.children].forEach((bar, index) => bar.classList.toggle("done", index / bars.children.length < share));
    time.textContent = length(sound.currentTime || shape.duration);
  });
  return make("div", { class: "voice" }, button, bars, time, sound);
}

function audio(shape) {
  return make("div", { class: "audio" }, make("strong", {}, shape.title || shape.file_name || "Audio"),
    make("audio", { src: file(shape.file_id), controls: true, preload: "metadata" }));
}

function document_(shape) {
  const size = shape.file_size > 1048576 ? `${(shape.file_size / 1048576).toFixed(1)} MB` : `${Math.ceil(shape.file_size / 1024)} KB`;
  return make("a", { class: "document", href: file(shape.file_id), download: shape.file_name || "file" },
    make("span", { class: "round filled" }, icon("file")),
    make("span", {}, make("strong", {}, shape.file_name || word("file")), make("small", {}, size)));
}

function sticker(shape) {
  return make("img", { class: "sticker", src: file(shape.file_id), alt: "" });
}

function location(place) {
  return make("div", { class: "place" }, "📍 ", `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`);
}

function contact(card) {
  return make("div", { class: "place" }, "👤 ", `${card.first_name} ${card.last_name || ""} +${String(card.phone_number).replace(/^\+/, "")}`);
}

function dice(roll) {
  return make("div", { class: "dice" }, roll.emoji, make("small", {}, roll.value));
}
