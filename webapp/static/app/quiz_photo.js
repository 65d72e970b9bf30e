// The photo of the quiz at hand: it stays in this page's memory, for the card that the person makes on this phone.
export const photo = { quiz: "", blob: null, face: null };

export function keepPhoto(blob) {
  Object.assign(photo, { quiz: "", blob, face: null });
}
