/** One-shot timers, so that a test can move them. `after` gives the function that cancels. */
export interface Timers {
  after(delayMs: number, callback: () => void): () => void;
}

/** The system's timers; they do not keep the process alive. */
export const systemTimers: Timers = {
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
