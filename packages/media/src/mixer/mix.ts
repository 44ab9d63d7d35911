/** Sums of sound frames: pure functions over arrays of samples, and one limiter. */

const FULL_SCALE = 32_767;
/** How fast the limiter lets the sound grow again, per frame. */
const GAIN_RECOVERY = 1.05;

/** Adds `frame` into `sum`. */
export function addFrame(sum: Int32Array, frame: Int16Array): void {
  for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (frame[i] ?? 0);
}

/** `total` without `frame`, into `into`. */
export function subtractFrame(into: Int32Array, total: Int32Array, frame: Int16Array): void {
  for (let i = 0; i < into.length; i += 1) into[i] = (total[i] ?? 0) - (frame[i] ?? 0);
}

/** RFC 6464 level of a frame: decibels below full scale, root mean square, 127 for silence. */
export function frameLevel(frame: Int16Array): number {
  let energy = 0;
  for (let i = 0; i < frame.length; i += 1) energy += (frame[i] ?? 0) ** 2;
  if (energy === 0 || frame.length === 0) return 127;
  return Math.min(127, Math.max(0, -10 * Math.log10(energy / frame.length / FULL_SCALE ** 2)));
}

/** Keeps the sum of several loud voices within 16 bits without the crackle of cutting it off. */
export class Limiter {
  #gain = 1;

  /** `sum` to 16 bits, into `into`. */
  apply(sum: Int32Array, into: Int16Array): void {
    let peak = 0;
    for (let i = 0; i < sum.length; i += 1) peak = Math.max(peak, Math.abs(sum[i] ?? 0));
    const from = this.#gain;
    const to = Math.min(1, this.#gain * GAIN_RECOVERY, peak === 0 ? 1 : FULL_SCALE / peak);
    // Downwards at once, since the peak is in this very frame; upwards gliding, so that no step is heard.
    const start = Math.min(from, to);
    const step = (to - start) / sum.length;
    for (let i = 0; i < sum.length; i += 1) into[i] = Math.round((sum[i] ?? 0) * (start + step * i));
    this.#gain = to;
  }
}
