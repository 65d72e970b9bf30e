// Who we are: Telegram's signed word is exchanged once for a cookie, and sent anew when the session has run out.
import { inTelegram, telegram } from "./telegram.js";

export const session = { person: "", language: document.documentElement.dataset.language };
let entering = null;

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? String(status));
    this.status = status;
    this.problem = problem;
  }
}

export function enter() {
  entering ??= exchange().finally(() => (entering = null));
  return entering;
}

async function exchange() {
  const answer = await fetch("/app/session", {
    method: "POST",
    headers: { "Content-Type": "application/json", "Accept-Language": session.language },
    body: JSON.stringify({ init_data: telegram.initData }),
  });
  const told = await answer.json();
  if (!answer.ok) throw new Refused(answer.status, told);
  session.person = told.person;
  session.language = told.language;
  return told;
}

export function personHeaders() {
  return session.person ? { "X-Stario-Person": session.person } : {};
}

// One request as this person; a session that ran out is renewed once from initData.
export async function ask(path, options = {}) {
  const send = () => fetch(path, { ...options, headers: { ...options.headers, ...personHeaders() } });
  let answer = await send();
  if (answer.status === 401 && inTelegram) {
    await enter();
    answer = await send();
  }
  if (answer.status === 503) {
    // A part of ours is being restarted; what is asked again is never done twice.
    await new Promise((wake) => setTimeout(wake, 900));
    answer = await send();
  }
  return answer;
}

export async function api(method, path, body, key) {
  const headers = { "Accept-Language": session.language };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (key) headers["Idempotency-Key"] = key;
  const answer = await ask(`/api/v1${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  const told = await answer.json();
  if (!answer.ok) throw new Refused(answer.status, told);
  return told;
}
