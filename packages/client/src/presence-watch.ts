import type { PersonId } from '@carillon/kernel/ids.js';
import { WATCHED_PEOPLE_MAX } from '@carillon/wire/socket/frames.js';

export const WATCH_DELAY_MS = 150;

/** Whose presence is on screen now, counted by those who show it; the server hears the list once it rests. */
export class PresenceWatch {
  readonly #send: (people: PersonId[]) => void;
  readonly #counts = new Map<PersonId, number>();
  #told = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (people: PersonId[]) => void) {
    this.#send = send;
  }

  /** Shows these people until the returned function is called. */
  readonly watch = (people: readonly PersonId[]): (() => void) => {
    for (const id of people) this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
    this.#soon();
    return () => {
      for (const id of people) {
        const count = (this.#counts.get(id) ?? 0) - 1;
        if (count > 0) this.#counts.set(id, count);
        else this.#counts.delete(id);
      }
      this.#soon();
    };
  };

  /** A new connection knows nothing of the list. */
  tell(): void {
    this.#told = '';
    this.#soon();
  }

  close(): void { clearTimeout(this.#timer); }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const people = [...this.#counts.keys()].slice(0, WATCHED_PEOPLE_MAX);
      const text = people.join();
      if (text === this.#told) return;
      this.#told = text;
      this.#send(people);
    }, WATCH_DELAY_MS);
  }
}
