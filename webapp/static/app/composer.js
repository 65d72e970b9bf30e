// Composing a greeting: every word is judged while it is typed, by the same filter that judges the order.
import { definePage, go } from "./router.js";
import { api, session } from "./session.js";
import { feel, guardLeaving } from "./telegram.js";
import { tell, tellError } from "./words.js";

const PAUSE = 350;

definePage("composer", (page) => {
  const desk = new Desk(page.querySelector("#composer"));
  desk.open();
  return () => desk.close();
});

function makeLine(words) {
  const line = document.createElement("span");
  line.textContent = words;
  return line;
}

class Desk {
  constructor(form) {
    this.form = form;
    const { prompts, texts } = JSON.parse(form.querySelector("#composer-data").textContent);
    this.prompts = prompts;
    this.texts = texts;
    this.own = false; // the words are the person's, not a prompt of the artist's
    this.turn = 0;
    this.timers = {};
    this.verdicts = { name: null, words: null };
    this.order = form.querySelector("#order");
    this.name = form.recipient;
    this.words = form.querySelector("#text");
    this.memory = `composer:${form.dataset.artist}`;
  }

  open() {
    this.recall();
    this.form.addEventListener("change", (event) => this.pick(event.target));
    this.name.addEventListener("input", () => this.changeName());
    this.words.addEventListener("input", () => this.changeWords());
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.form.querySelector("#hear").addEventListener("click", () => this.hear());
    this.form.querySelector("#next-prompt").addEventListener("click", () => this.nextPrompt());
    this.form.querySelector("#own-words").addEventListener("click", () => this.writeOwn());
    if (!this.own) this.fillPrompt();
    this.checkSoon("words", 0);
    if (this.name.value) this.checkSoon("name", 0);
    this.form.querySelector("#occasions :checked")?.parentElement.scrollIntoView({ block: "nearest", inline: "center" });
    this.update();
  }

  close() {
    Object.values(this.timers).forEach(clearTimeout);
    this.form.querySelector("#name-sound").pause();
  }

  // -- what was typed survives a reload of the page
  remember() {
    const kept = { name: this.name.value, text: this.words.value, own: this.own, language: this.form.language?.value };
    sessionStorage.setItem(this.memory, JSON.stringify(kept));
    guardLeaving(Boolean(this.name.value || this.own));
  }

  recall() {
    const kept = JSON.parse(sessionStorage.getItem(this.memory) ?? "null");
    if (!kept) return;
    this.name.value = kept.name;
    this.own = kept.own;
    if (kept.own) this.words.value = kept.text;
    const language = kept.language && this.form.querySelector(`[name=language][value="${kept.language}"]`);
    if (language) language.checked = true;
    guardLeaving(Boolean(this.name.value || this.own));
  }

  // -- the artist's own words
  get language() {
    return this.form.language?.value ?? Object.keys(this.prompts)[0];
  }

  get choices() {
    return this.prompts[this.language]?.[this.form.occasion.value] ?? [];
  }

  fillPrompt() {
    const prompt = this.choices[this.turn % Math.max(1, this.choices.length)];
    if (!prompt) return;
    this.words.value = prompt.replace("{name}", this.name.value.trim() || this.texts.name_here);
    this.grow();
  }

  nextPrompt() {
    feel("pick");
    this.turn = this.own ? 0 : this.turn + 1;
    this.own = false;
    this.fillPrompt();
    this.checkSoon("words", 0);
    this.remember();
    this.update();
  }

  writeOwn() {
    this.own = true;
    this.words.value = "";
    this.words.focus();
    this.changeWords();
  }

  pick(target) {
    if (target.name !== "occasion" && target.name !== "language") return;
    feel("pick");
    this.turn = 0;
    if (!this.own) this.fillPrompt();
    this.checkSoon("words", 0);
    this.remember();
    this.update();
  }

  changeName() {
    if (!this.own) {
      this.fillPrompt();
      this.checkSoon("words");
    }
    this.checkSoon("name");
    this.remember();
    this.update();
  }

  changeWords() {
    this.own = true;
    this.grow();
    this.checkSoon("words");
    this.remember();
    this.update();
  }

  grow() {
    this.words.style.height = "auto";
    this.words.style.height = `${this.words.scrollHeight + 2}px`;
  }

  // -- the same judgement as the order will get
  checkSoon(what, pause = PAUSE) {
    clearTimeout(this.timers[what]);
    this.verdicts[what] = null;
    this.form.querySelector(what === "name" ? "#name-says" : "#words-say").classList.add("is-stale");
    this.timers[what] = setTimeout(() => this.check(what), pause);
  }

  async check(what) {
    const asked = what === "name" ? this.name.value : this.words.value;
    const request =
      what === "name"
        ? api("POST", "/moderation/name", { recipient: asked })
        : api("POST", "/moderation/check", { text: asked, artist_id: this.form.dataset.artist, language: this.language });
    try {
      const verdict = await request;
      const now = what === "name" ? this.name.value : this.words.value;
      if (now !== asked) return; // something newer is on its way
      this.verdicts[what] = verdict;
      this.show(what, verdict, asked);
    } catch (error) {
      tellError(error);
    }
    this.update();
  }

  show(what, verdict, asked) {
    const says = this.form.querySelector(what === "name" ? "#name-says" : "#words-say");
    const untouched = !asked.trim();
    says.className = `says is-${untouched ? "quiet" : verdict.verdict}`;
    says.replaceChildren(...(untouched ? [] : this.sentences(what, verdict)).map(makeLine));
    const field = what === "name" ? this.name : this.words;
    field.setAttribute("aria-invalid", String(!untouched && verdict.verdict === "blocked"));
    if (what === "words") this.showLength(verdict);
  }

  sentences(what, verdict) {
    if (verdict.verdict === "blocked") return verdict.reasons;
    if (verdict.verdict === "review") return [...verdict.reasons, this.texts.review];
    return what === "words" ? [this.texts.good] : [];
  }

  showLength(verdict) {
    const limit = Number(this.form.dataset.max);
    const meter = this.form.querySelector("#meter");
    meter.querySelector("i").style.inlineSize = `${Math.min(100, (verdict.seconds / limit) * 100)}%`;
    meter.classList.toggle("is-over", verdict.seconds > limit);
    const seconds = Math.max(verdict.seconds ? 1 : 0, Math.round(verdict.seconds));
    this.form.querySelector("#length").textContent = this.texts.length.replace("%s", seconds).replace("%l", limit);
  }

  update() {
    const { name, words } = this.verdicts;
    const allowed = name && words && name.verdict !== "blocked" && words.verdict !== "blocked";
    this.order.disabled = !allowed || !this.name.value.trim() || this.order.getAttribute("aria-busy") === "true";
    this.order.textContent = words?.verdict === "review" ? this.texts.order_review : this.texts.order;
    this.form.querySelector("#hear").disabled = !name || name.verdict === "blocked" || !this.name.value.trim() || this.hearing;
    this.form.querySelector("#own-words").hidden = this.own;
    this.form.querySelector("#next-prompt").hidden = !this.choices.length || (!this.own && this.choices.length < 2);
  }

  async hear() {
    const button = this.form.querySelector("#hear");
    const sound = this.form.querySelector("#name-sound");
    if (!session.person) return void tell(this.texts.no_telegram);
    feel("tap");
    this.hearing = true;
    button.classList.add("is-busy");
    button.querySelector("span").textContent = this.texts.recording;
    this.update();
    try {
      const body = { artist_id: this.form.dataset.artist, recipient: this.name.value, language: this.language };
      const { url } = await api("POST", "/videos/name-sample", body);
      sound.src = url;
      // A phone may refuse to play by itself after a wait; then the player shows itself.
      await sound.play().catch(() => (sound.hidden = false));
    } catch (error) {
      tellError(error);
      feel("error");
    } finally {
      this.hearing = false;
      button.classList.remove("is-busy");
      button.querySelector("span").textContent = this.texts.hear;
      this.update();
    }
  }

  // -- ordering; the same form sent twice is one order
  async submit(event) {
    event.preventDefault();
    if (this.order.disabled) return;
    if (!session.person) return void tell(this.texts.no_telegram);
    const body = {
      artist_id: this.form.dataset.artist,
      occasion: this.form.occasion.value,
      recipient: this.name.value,
      text: this.words.value,
      language: this.language,
    };
    const said = JSON.stringify(body);
    if (said !== this.said) Object.assign(this, { said, key: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}` });
    this.order.setAttribute("aria-busy", "true");
    try {
      const job = await api("POST", "/videos/generate", body, this.key);
      feel("success");
      sessionStorage.removeItem(this.memory);
      guardLeaving(false);
      const pay = job.status === "awaiting_payment" ? "?pay=1" : "";
      await go(`/app/videos/${job.job_id}${pay}`, { replace: true });
    } catch (error) {
      feel("error");
      tellError(error);
      this.order.setAttribute("aria-busy", "false");
      this.update();
    }
  }
}
