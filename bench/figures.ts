import { cpus } from 'node:os';

/** Small arithmetic of the benches. */

export function median(list: readonly number[]): number {
  return quantile(list, 0.5);
}

/** The value below which the part `q` of the values lies (nearest rank); 0 of an empty list. */
export function quantile(list: readonly number[], q: number): number {
  return list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))] ?? 0;
}

export function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

/** What a figure was measured on. */
export function machine(): { machine: string; node: string } {
  return { machine: `${cpus().length} × ${cpus()[0]?.model ?? ''}`, node: process.version };
}
