// An artist's page: the portrait becomes the sample video when somebody wants to see it.
import { definePage } from "./router.js";
import { feel } from "./telegram.js";

definePage("artist", (page) => {
  const stage = page.querySelector(".stage[data-sample]");
  stage?.querySelector(".play").addEventListener("click", () => play(stage));
});

function play(stage) {
  feel("tap");
  const video = document.createElement("video");
  Object.assign(video, { controls: true, playsInline: true, autoplay: true, poster: stage.dataset.poster, src: stage.dataset.sample });
  video.setAttribute("playsinline", "");
  stage.classList.add("is-loading");
  video.addEventListener("playing", () => stage.classList.add("is-playing"), { once: true });
  video.addEventListener("error", () => {
    video.remove();
    stage.classList.remove("is-loading", "is-playing");
  });
  stage.append(video);
  video.play().catch(() => stage.classList.add("is-playing")); // where it may not start by itself, its picture waits
}
