import { useState, type KeyboardEvent } from 'react';

/** A list under the field that offers how to go on: the keys are its own while it is open. */
export interface Completion<Offer> {
  readonly found: readonly Offer[];
  readonly at: number;
  /** True when the key was the list's. */
  pressed(event: KeyboardEvent): boolean;
  look(): void;
  choose(offer: Offer): void;
  /** What the field says of the list to a screen reader. */
  readonly field: Record<string, unknown>;
}

export interface CompletionPlace {
  readonly at: number;
  setAt(at: number): void;
  /** The beginning for which the list was sent away. */
  readonly closedFor: string | null;
  setClosedFor(typed: string | null): void;
}

export function useCompletionPlace(): CompletionPlace {
  const [at, setAt] = useState(0);
  const [closedFor, setClosedFor] = useState<string | null>(null);
  return { at, setAt, closedFor, setClosedFor };
}

/** Arrows move, Tab or Enter takes what is marked, Esc lets it be. */
export function completionOf<Offer>(place: CompletionPlace, list: { id: string; typed: string | null; found: readonly Offer[]; choose: (offer: Offer) => void; look: () => void }): Completion<Offer> {
  const { id, typed, found, choose, look } = list;
  const { at, setAt, setClosedFor } = place;
  const shownAt = Math.min(at, Math.max(0, found.length - 1));
  const pressed = (event: KeyboardEvent): boolean => {
    const current = found[shownAt];
    if (current === undefined) return false;
    if (event.key === 'ArrowDown') setAt((at + 1) % found.length);
    else if (event.key === 'ArrowUp') setAt((at + found.length - 1) % found.length);
    else if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey)) choose(current);
    else if (event.key === 'Escape') { event.stopPropagation(); setClosedFor(typed); }
    else return false;
    event.preventDefault();
    return true;
  };
  return { found, at: shownAt, pressed, look, choose, field: found.length > 0 ? { 'aria-autocomplete': 'list', 'aria-controls': id, 'aria-activedescendant': `${id}-${shownAt}` } : {} };
}
