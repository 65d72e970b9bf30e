// The answer: it counts up before one's eyes, the photo goes before one's eyes, and the card leaves for friends.
import { drawMine } from "./quiz_card.js";
import { photo } from "./quiz_photo.js";
import { definePage } from "./router.js";
import { api } from "./session.js";
import { able, feel, shareLink, telegram } from "./telegram.js";
import { tell, tellError } from "./words.js";

const REVEAL = 1500; // milliseconds
const EVERY = 600;
const PATIENCE = 20000;

definePage("quiz_result", (page) => {
  const look = new Look(page);
  look.open();
  return () => look.close();
});

class Look {
  constructor(page) {
    this.page = page;
    this.box = page.querySelector("#look");
    this.texts = JSON.parse(page.querySelector("#quiz-texts").textContent);
    this.quiz = this.box.dataset.quiz;
    this.timers = new Set();
    this.isFresh = photo.quiz === this.quiz;
  }

  find(selector) {
    return this.page.querySelector(selector);
  }

  open() {
    if (this.isFresh) this.reveal();
    if (this.find("#gone").classList.contains("is-done")) this.proveServed();
    else this.countDown();
    this.find("#share").addEventListener("click", () => this.share());
    const story = this.find("#story");
    story.hidden = !able("7.8");
    story.addEventListener("click", () => this.tellStory());
    if (this.isFresh && photo.blob) this.offerMine();
  }

  close() {
    this.timers.forEach(clearTimeout);
    this.isOver = true;
    URL.revokeObjectURL(this.made);
  }

  later(act, pause) {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      if (!this.isOver) act();
    }, pause);
    this.timers.add(timer);
  }

  // -- the percent
  reveal() {
    const wanted = Number(this.box.dataset.percent);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return feel("success");
    this.box.classList.add("is-revealing");
    const began = performance.now();
    const step = (now) => {
      const part = Math.min(1, (now - began) / REVEAL);
      const shown = Math.round(wanted * (1 - (1 - part) ** 3));
      this.find("#percent").textContent = shown;
      this.find("#arc").setAttribute("stroke-dasharray", `${shown} 100`);
      if (part < 1 && !this.isOver) return void requestAnimationFrame(step);
      this.box.classList.remove("is-revealing");
      feel("success");
    };
    requestAnimationFrame(step);
  }

  // -- the photo goes
  countDown() {
    const due = Date.parse(this.box.dataset.answered) + 3000;
    const left = Math.ceil((due - Date.now()) / 1000);
    // A phone whose clock is off shows no false seconds.
    if (left < 1 || left > 3) return this.askReceipt(Date.now() + PATIENCE);
    this.sayGone(this.texts.deleting.replace("%s", left));
    this.later(() => this.countDown(), due - Date.now() - (left - 1) * 1000);
  }

  sayGone(words) {
    const line = this.find("#gone-words");
    if (line.textContent !== words) line.textContent = words;
  }

  async askReceipt(until) {
    this.sayGone(this.texts["deleting-now"]);
    try {
      const receipt = await api("GET", `/face-quiz/${this.quiz}/receipt`);
      if (this.isOver) return;
      if (receipt.deleted_at) return this.prove(receipt);
    } catch (error) {
      if (Date.now() > until) tellError(error);
    }
    if (Date.now() < until) this.later(() => this.askReceipt(until), EVERY);
  }

  prove(receipt) {
    const gone = this.find("#gone");
    gone.classList.add("is-done");
    gone.querySelector("path").setAttribute("d", "M5 12.5l4.5 4.5L19 7.5");
    this.sayGone(this.texts.deleted);
    this.sayProof(receipt.deleted_at);
    this.find("#proof-hash").textContent = receipt.object_hashes.join(" ");
    this.find("#proof").hidden = false;
  }

  // Served in the server's time; people read theirs.
  proveServed() {
    this.sayProof(this.find("#proof").dataset.deleted);
  }

  sayProof(moment) {
    const time = new Date(moment).toLocaleTimeString("en-GB");
    this.find("#proof-words").textContent = this.texts.proof.replace("%s", time);
  }

  // -- friends
  async prepare() {
    this.prepared ??= await api("POST", `/face-quiz/${this.quiz}/share`, {});
    return this.prepared;
  }

  async busy(button, act) {
    button.disabled = true;
    button.classList.add("is-busy");
    try {
      await act();
    } catch (error) {
      feel("error");
      tellError(error);
    }
    button.disabled = false;
    button.classList.remove("is-busy");
  }

  share() {
    return this.busy(this.find("#share"), async () => {
      const { message_id, page_url, words } = await this.prepare();
      if (!able("8.0")) return shareLink(page_url, words);
      telegram.shareMessage(message_id, (sent) => {
        if (!sent) return;
        feel("success");
        tell(this.texts.shared);
      });
      this.prepared = null; // a prepared message is good for one sending
    });
  }

  tellStory() {
    return this.busy(this.find("#story"), async () => {
      const { story_url, page_url, words } = await this.prepare();
      telegram.shareToStory(story_url, { text: words, widget_link: { url: page_url, name: "Stario" } });
    });
  }

  // -- one's own photo on the card, if one wishes; it never leaves this phone by us
  offerMine() {
    this.find("#mine-box").hidden = false;
    this.find("#mine").addEventListener("change", (event) => this.changeCard(event.target.checked));
  }

  async changeCard(isMine) {
    const card = this.find("#card");
    this.plain ??= card.src;
    URL.revokeObjectURL(this.made);
    this.made = null;
    if (isMine) {
      try {
        await this.show(card, this.plain);
        this.made = URL.createObjectURL(await drawMine(card, photo, getComputedStyle(this.box).getPropertyValue("--ring").trim() || "#fff7eb"));
      } catch (error) {
        this.find("#mine").checked = false;
        tellError(error);
      }
    }
    card.src = this.find("#save").href = this.made ?? this.plain;
    feel("pick");
  }

  async show(card, source) {
    card.loading = "eager";
    if (card.src !== source) card.src = source;
    await card.decode();
  }
}
