// Files that a person sends: what kind of message each becomes.
import { api, attempt, state } from "./state.js";

const KINDS = [["image/", "photo"], ["video/", "video"], ["audio/ogg", "voice"], ["audio/", "audio"]];

export async function sendFile(file, caption = "") {
  const kind = KINDS.find(([start]) => file.type.startsWith(start) && file.type !== "image/svg+xml")?.[1] || "document";
  const data = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  const body = { from_id: state.me, text: caption, [`${kind}_base64`]: data, file_name: file.name, mime_type: file.type || undefined };
  return attempt(() => api("POST", `/control/chats/${state.chat}/messages`, body));
}
