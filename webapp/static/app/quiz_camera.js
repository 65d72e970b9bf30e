// The front camera: opened on a tap, closed as soon as the picture is taken.
import { asJpeg } from "./quiz_upload.js";

const WISH = { audio: false, video: { facingMode: "user", width: { ideal: 1280 }, height: { ideal: 960 } } };

export async function openCamera(lens) {
  if (!navigator.mediaDevices?.getUserMedia) throw new Error("no camera");
  const stream = await navigator.mediaDevices.getUserMedia(WISH);
  lens.srcObject = stream;
  await lens.play();
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
    lens.srcObject = null;
  };
  return { close, shoot: () => asJpeg(lens, lens.videoWidth, lens.videoHeight) };
}
