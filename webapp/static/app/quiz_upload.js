// A photo on its way: made small on the phone, then sent straight to the object store.
const LONGEST = 1280; // pixels; more shows no more of a face
const QUALITY = 0.9;
const TYPES = { heic: "image/heic", heif: "image/heif", jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", webp: "image/webp" };

// A JPEG of at most 1280 pixels, without the place and time that a phone writes into its pictures.
export async function asJpeg(source, width, height) {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext("2d").drawImage(source, 0, 0, canvas.width, canvas.height);
  const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  if (!made) throw new Error("canvas");
  return made;
}

// What this browser cannot read (HEIC in most) goes as it is: the server reads it.
export async function shrink(file) {
  let bitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return withType(file);
  }
  try {
    return await asJpeg(bitmap, bitmap.width, bitmap.height);
  } finally {
    bitmap.close();
  }
}

function withType(file) {
  if (file.type) return file;
  const ending = (file.name ?? "").split(".").at(-1).toLowerCase();
  return new Blob([file], { type: TYPES[ending] ?? "application/octet-stream" });
}

export function sendPhoto(url, headers, photo, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new Error("upload"));
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) {
      // The browser writes the length itself, and lets nobody else.
      if (name.toLowerCase() !== "content-length") request.setRequestHeader(name, value);
    }
    request.upload.addEventListener("progress", (event) => event.lengthComputable && onProgress(Math.round((event.loaded / event.total) * 100)));
    request.addEventListener("load", () => (request.status < 300 ? resolve() : fail()));
    for (const name of ["error", "abort", "timeout"]) request.addEventListener(name, fail);
    request.timeout = 60000;
    request.send(photo);
  });
}
