import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import type { PictureReply, PictureRequest } from './pictures.js';

/**
 * Decodes what strangers sent. In a thread of its own, with few pixels allowed and one picture at a time; the parent
 * ends the thread when one takes too long. The output is always a fresh encoding: no metadata survives.
 */
sharp.cache(false);
sharp.concurrency(1);

parentPort?.on('message', (request: PictureRequest) => {
  void make(request).then(reply => parentPort?.postMessage(reply));
});

async function make(request: PictureRequest): Promise<PictureReply> {
  const { id, from, shape, pixelsMax, widthMax, heightMax } = request;
  try {
    const { width = 0, height = 0, format, orientation, pages: frames = 1 } = await sharp(from, { limitInputPixels: pixelsMax, failOn: 'error' }).metadata();
    if (!request.formats.includes(format ?? '')) return { kind: 'refused', id, why: `format ${format}` };
    const moving = shape === 'moving';
    if (moving && (frames < 2 || width * height * frames > pixelsMax)) return { kind: 'refused', id, why: `${frames} frames of ${width} x ${height}` };
    const turned = orientation !== undefined && orientation >= 5;
    const image = sharp(from, { limitInputPixels: pixelsMax, failOn: 'error', animated: moving, sequentialRead: true });
    const square = shape === 'square';
    const resized = (moving ? image : image.rotate()).resize({ width: widthMax, height: heightMax, fit: square ? 'cover' : 'inside', withoutEnlargement: !square });
    const bytes = await resized.webp(moving ? { quality: 60, effort: 1, loop: 0 } : { quality: 82 }).toBuffer();
    return { kind: 'made', id, bytes, width: turned ? height : width, height: turned ? width : height, frames };
  } catch (error) {
    return { kind: 'refused', id, why: String(error) };
  }
}
