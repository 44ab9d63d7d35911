/** A wish for a key frame: told to the sender at most twice a second, again and again until one comes. */
const REQUEST_INTERVAL_MS = 500;

export class KeyFrameRequest {
  #wanted = false;
  #askedMs = Number.NEGATIVE_INFINITY;

  want(): void {
    this.#wanted = true;
  }

  arrived(): void {
    this.#wanted = false;
  }

  /** True when the sender is to be asked now. */
  takeDue(nowMs: number): boolean {
    if (!this.#wanted || nowMs - this.#askedMs < REQUEST_INTERVAL_MS) return false;
    this.#askedMs = nowMs;
    return true;
  }
}
