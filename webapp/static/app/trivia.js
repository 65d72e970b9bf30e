// One game: a question and its clock, what the answer was worth, the next one, the board.
import { definePage, go } from "./router.js";
import { api } from "./session.js";
import { feel, guardLeaving } from "./telegram.js";
import { hush, tellError } from "./words.js";

definePage("trivia_game", (page) => {
  const part = (id) => page.querySelector(`#trivia-${id}`);
  const root = page.querySelector(".trivia");
  const words = JSON.parse(part("words").content.textContent);
  const button = part("go");
  let question = null;
  let step = begin;
  let clock = 0;

  button.addEventListener("click", () => act(step));

  async function act(what) {
    button.setAttribute("aria-busy", "true");
    hush();
    try {
      await what();
    } catch (error) {
      feel("error");
      tellError(error);
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  function show(name) {
    for (const one of root.querySelectorAll("[data-for]")) one.hidden = one.dataset.for !== name;
    root.dataset.part = name;
  }

  async function begin() {
    ask(await api("POST", `/trivia/${root.dataset.slug}/games`, undefined, crypto.randomUUID()));
  }

  function ask(next) {
    question = next;
    guardLeaving(true);
    part("place").textContent = `${next.position + 1} / ${next.count}`;
    part("text").textContent = next.text;
    part("told").hidden = true;
    part("choices").replaceChildren(...next.choices.map(choiceButton));
    button.hidden = true;
    startClock(next.seconds);
    show("question");
    part("choices").querySelector("button").focus({ preventScroll: true });
  }

  function choiceButton(choice, place) {
    const tap = document.createElement("button");
    tap.type = "button";
    tap.textContent = choice;
    tap.addEventListener("click", () => act(() => answer(place)));
    const item = document.createElement("li");
    item.append(tap);
    return item;
  }

  function startClock(seconds) {
    const bar = page.querySelector(".trivia-clock i");
    bar.getAnimations().forEach((one) => one.cancel());
    bar.animate([{ transform: "scaleX(1)" }, { transform: "scaleX(0)" }], { duration: seconds * 1000, fill: "forwards" });
    clearTimeout(clock);
    clock = setTimeout(() => tellBelow(words.late), seconds * 1000);
  }

  async function answer(place) {
    const taps = [...part("choices").querySelectorAll("button")];
    taps.forEach((tap) => (tap.disabled = true));
    let told;
    try {
      told = await api("POST", `/trivia/games/${question.game_id}/answer`, { position: question.position, choice: place }, crypto.randomUUID());
    } catch (error) {
      taps.forEach((tap) => (tap.disabled = false));
      throw error;
    }
    clearTimeout(clock);
    page.querySelector(".trivia-clock i").getAnimations().forEach((one) => one.pause());
    taps[place].classList.add(told.is_right ? "is-right" : "is-wrong");
    taps[told.right].classList.add("is-right");
    feel(told.is_right ? "success" : "error");
    part("total").textContent = told.total ? `${told.total}` : "";
    tellBelow([told.is_right ? `+${told.points}` : "", told.note].filter(Boolean).join(" · "));
    button.textContent = told.is_last ? words.finish : words.next;
    button.hidden = false;
    step = turn;
  }

  function tellBelow(line) {
    part("told").textContent = line;
    part("told").hidden = !line;
  }

  async function turn() {
    const next = await api("POST", `/trivia/games/${question.game_id}/next`, { position: question.position }, crypto.randomUUID());
    if (next.question) ask(next.question);
    else finish(next.result);
  }

  function finish(result) {
    guardLeaving(false);
    part("points").textContent = words.points.replace("987", result.points);
    part("rights").textContent = `${result.rights} / ${result.count}`;
    if (result.artist_slug) {
      part("artist").href = `/app/artists/${result.artist_slug}`;
      part("artist").textContent = words.greeting.replace("%", result.artist_name);
      part("artist").hidden = false;
    }
    part("board").replaceChildren(...result.board.map(boardLine));
    button.textContent = words.again;
    step = () => go("/app/trivia", { replace: true });
    show("result");
  }

  function boardLine(line) {
    const item = document.createElement("li");
    if (line.is_me) item.className = "is-me";
    for (const [tag, told] of [["span", line.place], ["b", line.name], ["span", line.points]]) {
      const piece = document.createElement(tag);
      piece.textContent = told;
      item.append(piece);
    }
    return item;
  }

  return () => clearTimeout(clock);
});
