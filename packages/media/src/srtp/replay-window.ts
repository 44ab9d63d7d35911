/**
 * Which of the last indices were already seen (RFC 3711 3.3.2). A ring of bits, addressed by index modulo its size:
 * when the window moves up, the bits it passes are cleared.
 */
export const REPLAY_WINDOW_PACKETS = 1_024;

export class ReplayWindow {
  readonly #bits = new Uint32Array(REPLAY_WINDOW_PACKETS / 32);
  #highest = -1;

  /** The highest index taken, -1 before the first. */
  get highest(): number {
    return this.#highest;
  }

  /** Whether a packet with this index (up to 2^48) is new. To be asked before authentication; changes nothing. */
  isNew(index: number): boolean {
    if (index > this.#highest) return true;
    if (index <= this.#highest - REPLAY_WINDOW_PACKETS || index < 0) return false;
    const bit = index % REPLAY_WINDOW_PACKETS;
    return ((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0;
  }

  /** Marks an index as seen. Only for packets that were authenticated. */
  take(index: number): void {
    if (index > this.#highest) {
      const steps = Math.min(index - this.#highest, REPLAY_WINDOW_PACKETS);
      for (let i = 0; i < steps; i += 1) this.#set((index - i) % REPLAY_WINDOW_PACKETS, false);
      this.#highest = index;
    }
    this.#set(index % REPLAY_WINDOW_PACKETS, true);
  }

  #set(bit: number, seen: boolean): void {
    const word = this.#bits[bit >>> 5] ?? 0;
    this.#bits[bit >>> 5] = seen ? word | (1 << (bit & 31)) : word & ~(1 << (bit & 31));
  }
}
