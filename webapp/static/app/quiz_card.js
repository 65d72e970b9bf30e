// The card with the person's own photo: put together on this phone, from the server's card and the photo in memory.
const PLACE = { x: 868, y: 520, r: 148 }; // on the card of 1080 × 1350: beside the star, above the type
const RING = 10;

export async function drawMine(card, photo, accent) {
  const picture = await createImageBitmap(photo.blob, { imageOrientation: "from-image" });
  const canvas = document.createElement("canvas");
  canvas.width = card.naturalWidth;
  canvas.height = card.naturalHeight;
  const pen = canvas.getContext("2d");
  pen.drawImage(card, 0, 0);
  const { x, y, r } = PLACE;
  pen.beginPath();
  pen.arc(x, y, r + RING, 0, 2 * Math.PI);
  pen.fillStyle = accent;
  pen.fill();
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.clip();
  const { left, top, side } = cropOf(picture, photo.face);
  pen.drawImage(picture, left, top, side, side, x - r, y - r, 2 * r, 2 * r);
  picture.close();
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.92));
}

// A square: around the face that was tapped, else the middle of the picture, a little above.
export function cropOf({ width, height }, face) {
  if (!face) {
    const side = Math.min(width, height);
    return { left: (width - side) / 2, top: (height - side) * 0.35, side };
  }
  const side = Math.min(width, height, Math.max(face.width * width, face.height * height) * 1.8);
  const hold = (middle, whole) => Math.min(Math.max(0, middle - side / 2), whole - side);
  return { left: hold((face.x + face.width / 2) * width, width), top: hold((face.y + face.height / 2) * height, height), side };
}
