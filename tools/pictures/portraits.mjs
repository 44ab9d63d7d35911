import { writeFileSync } from 'node:fs';
import sharp from 'sharp';

/** Drawn people who stand in for cameras in the README's pictures: a still of 1280 × 720 that Chromium plays as a camera. */

export const PORTRAITS = [
  { wall: ['#6f8f8a', '#51706c'], skin: '#f1c7a6', hair: '#4a2c21', hairShape: 'long', shirt: '#0f6b66' },
  { wall: ['#8aa0b4', '#5f7990'], skin: '#e8b78f', hair: '#2d211b', hairShape: 'short', shirt: '#27384f' },
  { wall: ['#c2a793', '#99806e'], skin: '#f3d2b0', hair: '#17131a', hairShape: 'bob', shirt: '#d9dfe4' },
  { wall: ['#7d9a86', '#587561'], skin: '#8a5a3c', hair: '#1c1512', hairShape: 'short', shirt: '#a2552f' },
];

function hairOf({ hair, hairShape }) {
  const top = `<path d="M520 300 q0 -150 120 -150 q120 0 120 150 q-30 -70 -120 -70 q-90 0 -120 70z" fill="${hair}"/>`;
  if (hairShape === 'short') return { behind: '', before: top };
  const length = hairShape === 'long' ? 640 : 420;
  return { behind: `<path d="M505 300 q0 -165 135 -165 q135 0 135 165 V${length} H505z" fill="${hair}"/>`, before: top };
}

export function portraitSvg(look) {
  const { behind, before } = hairOf(look);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720">
  <defs><linearGradient id="w" x2="1" y2="1"><stop stop-color="${look.wall[0]}"/><stop offset="1" stop-color="${look.wall[1]}"/></linearGradient></defs>
  <rect width="1280" height="720" fill="url(#w)"/>
  <g opacity=".35"><rect x="90" y="90" width="240" height="170" rx="8" fill="#fff" opacity=".35"/><rect x="930" y="120" width="260" height="14" fill="#000" opacity=".3"/>
  <rect x="950" y="60" width="26" height="60" fill="#fff" opacity=".5"/><rect x="984" y="48" width="22" height="72" fill="#000" opacity=".3"/><circle cx="1120" cy="92" r="28" fill="#fff" opacity=".4"/></g>
  ${behind}
  <path d="M350 720 q20 -190 200 -205 h180 q180 15 200 205z" fill="${look.shirt}"/>
  <path d="M590 430 h100 v90 q-50 50 -100 0z" fill="${look.skin}" style="filter:brightness(.9)"/>
  <ellipse cx="640" cy="330" rx="104" ry="132" fill="${look.skin}"/>
  ${before}
  <g fill="#241a16"><ellipse cx="600" cy="330" rx="9" ry="11"/><ellipse cx="680" cy="330" rx="9" ry="11"/></g>
  <path d="M585 300 q16 -12 32 -2 M663 298 q16 -10 32 2" stroke="${look.hair}" stroke-width="7" fill="none" stroke-linecap="round"/>
  <path d="M606 395 q34 26 68 0" stroke="#8f3f36" stroke-width="7" fill="none" stroke-linecap="round"/>
</svg>`;
}

/** YUV4MPEG2 with two equal frames: what Chromium takes for a camera. Planes 4:2:0, BT.601. */
export async function writeCamera(look, path) {
  const { data, info } = await sharp(Buffer.from(portraitSvg(look))).resize(1280, 720).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const planes = Buffer.alloc(width * height * 1.5);
  const at = (x, y, channel) => data[(y * width + x) * 3 + channel];
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) planes[y * width + x] = 16 + 0.257 * at(x, y, 0) + 0.504 * at(x, y, 1) + 0.098 * at(x, y, 2);
  const chroma = (offset, r, g, b) => {
    for (let y = 0; y < height; y += 2) for (let x = 0; x < width; x += 2) planes[offset + (y / 2) * (width / 2) + x / 2] = 128 + r * at(x, y, 0) + g * at(x, y, 1) + b * at(x, y, 2);
  };
  chroma(width * height, -0.148, -0.291, 0.439);
  chroma(width * height * 1.25, 0.439, -0.368, -0.071);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), planes]);
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420jpeg\n`), frame, frame]));
}
