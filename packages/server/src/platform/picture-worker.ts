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
  try {
    const image = sharp(request.from, { limitInputPixels: request.pixelsMax, failOn: 'error', animated: false, sequentialRead: true });
    const { width = 0, height = 0, format, orientation } = await image.metadata();
    if (!request.formats.includes(format ?? '')) return { kind: 'refused', id: request.id, why: `format ${format}` };
    const turned = orientation !== undefined && orientation >= 5;
    const resized = image.rotate().resize({ width: request.widthMax, height: request.heightMax, fit: request.square ? 'cover' : 'inside', withoutEnlargement: !request.square });
    const bytes = await resized.webp({ quality: 82 }).toBuffer();
    return { kind: 'made', id: request.id, bytes, width: turned ? height : width, height: turned ? width : height };
  } catch (error) {
    return { kind: 'refused', id: request.id, why: String(error) };
  }
}
