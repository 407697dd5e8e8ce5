// Draws every icon from a few shapes: `node assets/icons/make-icons.mjs`. The PNG files beside it are its output.
import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const here = new URL('.', import.meta.url);
const SAMPLES = 4;

/** Signed distances in units of the icon's side (0..1): negative inside. */
const circle = (x, y, radius) => (px, py) => Math.hypot(px - x, py - y) - radius;
const ring = (x, y, radius, width) => (px, py) => Math.abs(Math.hypot(px - x, py - y) - radius) - width / 2;
const bar = (x, y, halfHeight, radius) => (px, py) => Math.hypot(px - x, Math.max(0, Math.abs(py - y) - halfHeight)) - radius;
const roundedSquare = (margin, corner) => (px, py) => {
  const [dx, dy] = [px, py].map((p) => Math.abs(p - 0.5) - (0.5 - margin - corner));
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
};
const slash = (from, to, radius) => (px, py) => {
  const t = Math.max(0, Math.min(1, (px - from + (py - from)) / (2 * (to - from))));
  return Math.hypot(px - from - t * (to - from), py - from - t * (to - from)) - radius;
};
const either =
  (...shapes) =>
  (px, py) =>
    Math.min(...shapes.map((shape) => shape(px, py)));
const without = (shape, hole) => (px, py) => Math.max(shape(px, py), -hole(px, py));

/** A voice: five bars, the middle one tallest. */
const voice = (scale, width) =>
  either(...[0.08, 0.2, 0.3, 0.15, 0.05].map((half, index) => bar(0.5 + (index - 2) * width * 2.15, 0.5, half * scale, width * 0.62)));

/** Draws layers (first below) with `SAMPLES`² samples a pixel. A layer is a shape and a colour by place. */
function draw(size, layers) {
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) pixels.set(pixelOf(size, x, y, layers), (y * size + x) * 4);
  return pixels;
}

function pixelOf(size, x, y, layers) {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const px = (x + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
    const py = (y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
    const layer = layers.findLast(({ shape }) => shape(px, py) <= 0);
    if (layer === undefined) continue;
    const [red, green, blue] = layer.colour(px, py);
    sum[0] += red;
    sum[1] += green;
    sum[2] += blue;
    sum[3] += 1;
  }
  const covered = Math.max(1, sum[3]);
  return [sum[0] / covered, sum[1] / covered, sum[2] / covered, (sum[3] / SAMPLES ** 2) * 255].map(Math.round);
}

function png(size, pixels) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1) pixels.copy(rows, y * (size * 4 + 1) + 1, y * size * 4, (y + 1) * size * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

const solid =
  (...colour) =>
  () =>
    colour;
const dusk = (px, py) =>
  [
    [62, 44],
    [84, 178],
    [196, 186],
  ].map(([from, to]) => from + (to - from) * Math.min(1, Math.max(0, (px + py) / 2)));

const appIcon = [
  { shape: roundedSquare(0.04, 0.22), colour: dusk },
  { shape: voice(1, 0.062), colour: solid(255, 255, 255) },
];

/** Forms differ, not only colours: empty, dot, filled, bars, struck through. */
const TRAY = {
  closed: { shape: ring(0.5, 0.5, 0.36, 0.11), colour: [140, 146, 158] },
  open: { shape: either(ring(0.5, 0.5, 0.36, 0.11), circle(0.5, 0.5, 0.13)), colour: [140, 146, 158] },
  live: { shape: either(ring(0.5, 0.5, 0.41, 0.07), circle(0.5, 0.5, 0.29)), colour: [226, 72, 72] },
  speaking: { shape: voice(1.15, 0.075), colour: [46, 168, 176] },
  blocked: {
    shape: either(without(ring(0.5, 0.5, 0.36, 0.11), slash(0.12, 0.88, 0.13)), slash(0.14, 0.86, 0.055)),
    colour: [190, 138, 40],
  },
};

mkdirSync(new URL('app/', here), { recursive: true });
mkdirSync(new URL('tray/', here), { recursive: true });
for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
  writeFileSync(new URL(`app/${size}x${size}.png`, here), png(size, draw(size, appIcon)));
writeFileSync(new URL('icon.png', here), png(1024, draw(1024, appIcon)));
for (const [name, { shape, colour }] of Object.entries(TRAY))
  for (const [suffix, size] of [
    ['', 22],
    ['@2x', 44],
  ]) {
    writeFileSync(new URL(`tray/${name}${suffix}.png`, here), png(size, draw(size, [{ shape, colour: solid(...colour) }])));
    const template = size === 22 ? 18 : 36;
    writeFileSync(new URL(`tray/${name}Template${suffix}.png`, here), png(template, draw(template, [{ shape, colour: solid(0, 0, 0) }])));
  }
