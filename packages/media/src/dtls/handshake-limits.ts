/**
 * How many handshakes may be under way: a half-open one costs up to 134 kB when it is fed with future fragments. Who
 * finds no place is not answered; his client sends its flight again in a second.
 */
export const HANDSHAKES_MAX = 400;
export const HANDSHAKES_PER_ADDRESS_MAX = 64;

export class HandshakeLimits {
  readonly #perAddress = new Map<string, number>();
  #total = 0;

  /** Takes a place for `address`; gives the function that frees it (once), or undefined. */
  take(address: string): (() => void) | undefined {
    const ofAddress = this.#perAddress.get(address) ?? 0;
    if (this.#total >= HANDSHAKES_MAX || ofAddress >= HANDSHAKES_PER_ADDRESS_MAX) return undefined;
    this.#total += 1;
    this.#perAddress.set(address, ofAddress + 1);
    let taken = true;
    return () => {
      if (!taken) return;
      taken = false;
      this.#total -= 1;
      const rest = (this.#perAddress.get(address) ?? 1) - 1;
      if (rest === 0) this.#perAddress.delete(address);
      else this.#perAddress.set(address, rest);
    };
  }
}
