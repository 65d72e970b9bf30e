// A greeting on its way: moves with the server's events, asks by itself where events do not come through.
import { definePage, go, refresh } from "./router.js";
import { api, session } from "./session.js";
import { askYes, feel, openInvoice, shareLink } from "./telegram.js";
import { tellError } from "./words.js";

const EVERY = 2000;
const SETTLED = ["completed", "failed"];
const ORDER = ["review", "payment", "queue", "voice", "video", "approval", "sending"];

definePage("video", (page) => {
  const way = page.querySelector("#way");
  page.querySelector("#pay")?.addEventListener("click", () => pay(way));
  page.querySelector("#cancel")?.addEventListener("click", () => cancel(way));
  page.querySelector("#share")?.addEventListener("click", () => shareLink(way.dataset.shareUrl || location.href, way.dataset.shareText));
  if (SETTLED.includes(way.dataset.status)) return null;
  const url = new URL(location.href);
  if (url.searchParams.has("pay")) {
    url.searchParams.delete("pay");
    history.replaceState({}, "", url);
    pay(way);
  }
  return follow(way);
});

function follow(way) {
  let stopped = false;
  let timer = 0;
  let failures = 0;
  const path = `/videos/jobs/${way.dataset.job}`;
  const hear = (job) => !stopped && show(way, job);
  const events = window.EventSource ? new EventSource(`/api/v1${path}/events?as=${session.person}`) : null;
  const poll = async () => {
    try {
      hear(await api("GET", path));
    } catch (error) {
      if (error.status === 401 || error.status === 404) return tellError(error);
    }
    if (!stopped) timer = setTimeout(poll, EVERY);
    return null;
  };
  if (!events) poll();
  events?.addEventListener("progress", (event) => {
    failures = 0;
    hear(JSON.parse(event.data));
  });
  events?.addEventListener("error", () => {
    failures += 1;
    if (failures < 3 || stopped) return;
    events.close();
    poll();
  });
  return () => {
    stopped = true;
    events?.close();
    clearTimeout(timer);
  };
}

function show(way, job) {
  const moved = job.status !== way.dataset.status && !(isMaking(job.status) && isMaking(way.dataset.status));
  const reviewed = job.stage !== way.dataset.stage && [job.stage, way.dataset.stage].includes("approval");
  if (moved || reviewed) {
    if (SETTLED.includes(job.status)) feel(job.status === "completed" ? "success" : "error");
    way.dataset.status = job.status;
    way.dataset.stage = job.stage;
    refresh();
    return;
  }
  way.dataset.status = job.status;
  way.dataset.stage = job.stage;
  const ring = way.querySelector("#ring");
  ring.setAttribute("aria-valuenow", job.progress);
  ring.querySelector(".ring-done").setAttribute("stroke-dasharray", `${job.progress} 100`);
  const percent = way.querySelector("#percent");
  percent.textContent = `${job.progress} %`;
  percent.hidden = !["voice", "video", "sending"].includes(job.stage);
  say(way.querySelector("#message"), job.message);
  say(way.querySelector("#eta"), job.eta_message ?? "");
  const at = ORDER.indexOf(job.stage);
  for (const step of way.querySelectorAll(".step")) {
    const place = ORDER.indexOf(step.dataset.stage);
    step.className = `step is-${at < 0 || place < at ? "done" : place === at ? "now" : "ahead"}`;
  }
}

const isMaking = (status) => status === "queued" || status === "processing";

function say(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

async function pay(way) {
  const button = way.querySelector("#pay");
  if (!button || button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    const link = way.dataset.pay || (await api("GET", `/videos/jobs/${way.dataset.job}`)).payment_url;
    if (!link) throw new Error("no payment link");
    const status = await openInvoice(link);
    feel(status === "paid" ? "success" : "warning");
    // Paid: the page moves on by itself as soon as the payment is booked, and keeps the button busy till then.
    if (status !== "paid") button.setAttribute("aria-busy", "false");
  } catch (error) {
    button.setAttribute("aria-busy", "false");
    tellError(error);
  }
}

async function cancel(way) {
  if (!(await askYes(way.dataset.cancelAsk))) return;
  try {
    await api("POST", `/videos/${way.dataset.job}/cancel`, {});
    await refresh();
  } catch (error) {
    tellError(error);
    await go(location.href, { replace: true, keep: true });
  }
}
