// The face quiz: consent, a photo from the camera or a file, its way straight to the store, and which face is meant.
import { openCamera } from "./quiz_camera.js";
import { keepPhoto, photo } from "./quiz_photo.js";
import { sendPhoto, shrink } from "./quiz_upload.js";
import { definePage, go } from "./router.js";
import { api } from "./session.js";
import { askYes, feel } from "./telegram.js";
import { hush, tell, tellError } from "./words.js";

definePage("quiz", (page) => {
  const quiz = new Quiz(page);
  quiz.open();
  return () => quiz.close();
});

class Quiz {
  constructor(page) {
    this.page = page;
    this.box = page.querySelector("#quiz");
    this.next = page.querySelector("#next");
    this.texts = JSON.parse(page.querySelector("#quiz-texts").textContent);
    this.camera = null;
    this.left = false;
  }

  find(selector) {
    return this.page.querySelector(selector);
  }

  open() {
    this.form = this.find("#consent");
    this.form.addEventListener("input", () => this.update());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.find("#file").addEventListener("change", (event) => this.take(event.target.files[0]));
    this.find("#no-camera").addEventListener("click", () => this.show("choose"));
    this.find("#withdraw").addEventListener("click", () => this.withdraw());
    this.next.addEventListener("click", () => this.go());
    this.show(this.box.dataset.part);
  }

  close() {
    this.left = true;
    this.camera?.close();
    URL.revokeObjectURL(this.shown);
  }

  // -- one step at a time; the big button does what the step is about
  show(part) {
    this.part = part;
    if (part !== "camera") {
      this.camera?.close();
      this.camera = null;
    }
    for (const section of this.box.children) section.hidden = section.dataset.for !== part;
    this.update();
    window.scrollTo(0, 0);
  }

  update() {
    const words = { consent: this.texts.agree, choose: this.texts.camera, camera: this.texts.shoot }[this.part];
    const isYoung = this.form.age.value === "guardian";
    this.find("#guardian-box").hidden = !isYoung;
    this.next.hidden = !words;
    if (words) this.next.textContent = words;
    const agreed = this.form.age.value === "adult" || (isYoung && this.form.guardian.value.trim().length > 1);
    this.next.disabled = (this.part === "consent" && !agreed) || (this.part === "camera" && !this.camera);
  }

  go() {
    hush();
    if (this.part === "consent") return this.agree();
    if (this.part === "choose") return this.look();
    if (this.part === "camera") return this.shoot();
  }

  async agree() {
    const age = this.form.age.value;
    this.next.setAttribute("aria-busy", "true");
    try {
      await api("POST", "/face-quiz/consent", { consent: true, age, guardian_name: age === "guardian" ? this.form.guardian.value.trim() : "" });
      feel("success");
      this.show("choose");
    } catch (error) {
      tellError(error);
    }
    this.next.setAttribute("aria-busy", "false");
  }

  async withdraw() {
    if (!(await askYes(this.find("#withdraw").dataset.ask))) return;
    try {
      await api("POST", "/face-quiz/consent/withdraw", {});
      this.show("consent");
    } catch (error) {
      tellError(error);
    }
  }

  // -- where the photo comes from
  async look() {
    this.show("camera");
    try {
      const camera = await openCamera(this.find("#lens"));
      if (this.part !== "camera" || this.left) return camera.close();
      this.camera = camera;
      this.update();
    } catch {
      // No camera, or no permission: the other way in is right there.
      this.show("choose");
      tell(this.texts["no-camera"]);
      this.find("#file").focus();
    }
  }

  async shoot() {
    feel("tap");
    const picture = await this.camera.shoot();
    this.take(picture);
  }

  async take(file) {
    if (!file) return;
    this.find("#file").value = "";
    hush();
    this.preview(file);
    this.show("working");
    try {
      const picture = await shrink(file);
      keepPhoto(picture);
      const { quiz_id, upload_url, upload_headers } = await this.start(picture);
      this.quiz = quiz_id;
      await sendPhoto(upload_url, upload_headers, picture, (percent) => this.progress(percent));
      this.say(this.texts.looking);
      await this.analyse();
    } catch (error) {
      this.fail(error);
    }
  }

  start(picture) {
    return api("POST", "/face-quiz/start", { consent: true, content_type: picture.type, content_length: picture.size });
  }

  async analyse(face) {
    try {
      await api("POST", `/face-quiz/${this.quiz}/analyze`, face === undefined ? {} : { face });
    } catch (error) {
      if (error.problem?.faces) return this.ask(error.problem.faces);
      throw error;
    }
    feel("success");
    photo.quiz = this.quiz;
    if (!this.left) await go(`/app/quiz/${this.quiz}`, { replace: true });
  }

  fail(error) {
    if (this.left) return;
    feel("error");
    this.show("choose");
    if (error.message === "upload") tell(this.texts["upload-failed"]);
    else tellError(error);
  }

  // -- what is seen meanwhile; the picture is the one on this phone
  preview(file) {
    URL.revokeObjectURL(this.shown);
    this.shown = URL.createObjectURL(file);
    this.find("#preview").src = this.shown;
    this.progress(0);
    this.say(this.texts.sending);
  }

  progress(percent) {
    const ring = this.find("#progress");
    ring.setAttribute("aria-valuenow", percent);
    ring.querySelector(".ring-done").setAttribute("stroke-dasharray", `${percent} 100`);
  }

  say(words) {
    this.find("#doing").textContent = words;
  }

  // -- several people: boxes over the picture, tap one
  ask(faces) {
    this.show("faces");
    const frame = this.find("#faces");
    frame.querySelector("img").src = this.shown;
    frame.querySelectorAll("button").forEach((button) => button.remove());
    faces.forEach((face, index) => frame.append(this.frameFace(face, index)));
    frame.querySelector("button").focus();
  }

  frameFace(face, index) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", this.texts.face.replace("%s", index + 1));
    const share = (part) => `${(part * 100).toFixed(2)}%`;
    Object.assign(button.style, { left: share(face.x), top: share(face.y), width: share(face.width), height: share(face.height) });
    button.addEventListener("click", () => {
      feel("pick");
      photo.face = face;
      this.show("working");
      this.progress(100);
      this.say(this.texts.looking);
      this.analyse(index).catch((error) => this.fail(error));
    });
    return button;
  }
}
