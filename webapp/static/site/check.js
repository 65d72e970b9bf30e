// Compares a file's fingerprint with the one on the page; the file stays on this device.
const box = document.getElementById("check");

document.getElementById("file").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  if (!file) return;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  const print = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const same = print === box.dataset.print;
  box.querySelector("[data-same]").hidden = !same;
  box.querySelector("[data-other]").hidden = same;
  box.dataset.result = same ? "same" : "other";
});
