/** Turns 16-bit sequence numbers into numbers that rise without end (RFC 3550 A.1). */
export class SequenceUnwrapper {
  #newest: number | undefined;

  get newest(): number | undefined {
    return this.#newest;
  }

  /** The number nearest to the newest one that has these 16 bits. */
  unwrap(sequenceNumber: number): number {
    if (this.#newest === undefined) {
      // One round above zero, so that packets that were sent before the first one have numbers too.
      this.#newest = sequenceNumber + 0x1_0000;
      return this.#newest;
    }
    const number = this.#newest + ((((sequenceNumber - this.#newest) & 0xffff) + 0x8000) % 0x1_0000) - 0x8000;
    if (number > this.#newest) this.#newest = number;
    return number;
  }
}
