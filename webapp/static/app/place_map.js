// A small map of its own: places by their coordinates, numbered as in the list. No tiles, nobody else is asked.
const SVG = "http://www.w3.org/2000/svg";
const [WIDTH, HEIGHT, EDGE] = [640, 360, 40];

function shape(tag, attributes, ...inside) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

// Metres east and north of the middle: close enough for a city.
function project(points) {
  const middle = points.reduce((sum, one) => ({ lat: sum.lat + one.lat / points.length, lng: sum.lng + one.lng / points.length }), { lat: 0, lng: 0 });
  const flat = points.map((one) => ({ x: (one.lng - middle.lng) * Math.cos((middle.lat * Math.PI) / 180) * 111320, y: (middle.lat - one.lat) * 110574 }));
  const reach = Math.max(500, ...flat.flatMap(({ x, y }) => [Math.abs(x) / ((WIDTH - 2 * EDGE) / 2), Math.abs(y) / ((HEIGHT - 2 * EDGE) / 2)].map((one) => one * 100))) / 100;
  return { metres: reach, at: flat.map(({ x, y }) => [WIDTH / 2 + x / reach, HEIGHT / 2 + y / reach]) };
}

function scaleBar(metres) {
  const round = [100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000].find((one) => one / metres > 60) ?? 200000;
  const length = round / metres;
  const words = round < 1000 ? `${round} m` : `${round / 1000} km`;
  return shape("g", { class: "map-scale" }, shape("path", { d: `M${WIDTH - 20 - length} ${HEIGHT - 14}v5h${length}v-5` }), shape("text", { x: WIDTH - 20 - length / 2, y: HEIGHT - 18 }, words));
}

export function drawMap(box, places, chosen, here, pick) {
  const shown = places.filter((one) => one.lat != null && one.lng != null);
  box.hidden = shown.length < 2;
  if (box.hidden) return box.replaceChildren();
  const { metres, at } = project(here ? [...shown, here] : shown);
  const grid = [];
  for (let x = 0; x <= WIDTH; x += 40) grid.push(`M${x} 0v${HEIGHT}`);
  for (let y = 0; y <= HEIGHT; y += 40) grid.push(`M0 ${y}h${WIDTH}`);
  const pins = shown.map((one, index) => pin(one, places.indexOf(one) + 1, at[index], one === chosen, pick));
  pins.sort((a, b) => a.classList.contains("is-chosen") - b.classList.contains("is-chosen"));
  const spot = here ? [shape("circle", { class: "map-here", cx: at.at(-1)[0], cy: at.at(-1)[1], r: 8 })] : [];
  box.replaceChildren(shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}` }, shape("path", { class: "map-grid", d: grid.join("") }), ...spot, ...pins, scaleBar(metres)));
}

function pin(place, number, [x, y], isChosen, pick) {
  const group = shape("g", { class: `map-pin${isChosen ? " is-chosen" : ""}`, transform: `translate(${x} ${y})`, role: "button", tabindex: "0", "aria-label": `${number}. ${place.name}`, "aria-pressed": isChosen },
    shape("circle", { r: 30, class: "map-touch" }), shape("path", { d: "M0 0c-9-12-15-18-15-27a15 15 0 0 1 30 0c0 9-6 15-15 27z" }), shape("text", { y: -22 }, String(number)));
  group.addEventListener("click", () => pick(place));
  group.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") pick(place);
  });
  return group;
}
