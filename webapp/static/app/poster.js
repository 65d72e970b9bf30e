// Designing a poster: choose, write, see it, change it, and on to what it is printed on.
import { definePage, go } from "./router.js";
import { api } from "./session.js";
import { feel, guardLeaving } from "./telegram.js";
import { readWords } from "./shop_parts.js";
import { hush, tellError } from "./words.js";

definePage("poster", (page) => {
  const words = readWords(page, "poster-words");
  const form = page.querySelector("#designer");
  const button = page.querySelector("#go");
  const preview = page.querySelector("#preview");
  const easel = page.querySelector("#easel");
  const says = page.querySelector("#says");
  const source = JSON.parse(form.dataset.source);
  let poster = null;
  let drawn = "";

  const value = (name) => form.querySelector(`[name="${name}"]:checked`)?.value ?? "";
  const wish = () => ({
    design: value("design"),
    palette: value(`palette-${value("design")}`),
    size: value("size"),
    recipient: form.recipient.value.trim(),
    words: form.words.value.trim(),
  });
  const isFresh = () => poster && drawn === JSON.stringify([value("artist"), wish()]);

  function label() {
    button.textContent = isFresh() && poster.printable ? words.use : words.draw;
    button.disabled = !form.recipient.value.trim() || !form.words.value.trim();
  }

  form.addEventListener("input", (event) => {
    if (event.target.name === "design") for (const row of form.querySelectorAll(".palettes")) row.hidden = row.dataset.design !== event.target.value;
    guardLeaving(true);
    label();
  });
  // A look is only a tap away once there is something to look at.
  form.addEventListener("change", (event) => {
    if (poster && event.target.type === "radio") act(draw);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  button.addEventListener("click", () => act(isFresh() && poster.printable ? use : draw));

  async function act(what) {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    easel.classList.add("is-waiting");
    hush();
    try {
      await what();
    } catch (error) {
      feel("error");
      if (error.problem?.status === 422) [says.textContent, says.className] = [error.problem.reasons?.join(" ") ?? error.message, "says is-blocked"];
      else tellError(error);
    } finally {
      button.removeAttribute("aria-busy");
      easel.classList.remove("is-waiting");
      label();
    }
  }

  async function draw() {
    if (!form.recipient.value.trim() || !form.words.value.trim()) return;
    const wanted = wish();
    const artist = value("artist");
    const same = poster && poster.wanted_artist === artist;
    const told = same
      ? await api("PATCH", `/posters/${poster.id}`, wanted, crypto.randomUUID())
      : await api("POST", "/posters", { artist_id: artist, ...wanted, ...source }, crypto.randomUUID());
    poster = { ...told, wanted_artist: artist };
    drawn = JSON.stringify([artist, wanted]);
    show();
  }

  function show() {
    if (poster.preview_url) {
      preview.src = poster.preview_url;
      preview.hidden = false;
      delete easel.dataset.empty;
    }
    const waiting = poster.status === "in_review";
    page.querySelector("#sharpness").textContent = poster.printable ? words.dpi.replace("%", poster.dpi) : "";
    says.textContent = waiting ? words.in_review : poster.printable ? "" : (poster.reason ?? "");
    says.className = `says ${waiting ? "is-review" : "is-blocked"}`;
    feel(poster.printable ? "success" : "warning");
    easel.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }

  async function use() {
    guardLeaving(false);
    await go(`/app/shop/${form.dataset.product}?poster=${poster.id}`);
  }

  label();
});
