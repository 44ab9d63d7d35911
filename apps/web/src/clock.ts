import { useCallback, useSyncExternalStore } from 'react';
import { systemClock } from '@carillon/kernel/clock.js';

/** The app's only door to time: everything that shows or measures it comes through here. */
export const clock = systemClock;

interface Ticker { now: number; readonly listeners: Set<() => void>; timer: ReturnType<typeof setInterval> | undefined }
const tickers = new Map<number, Ticker>();

/** The time in milliseconds, renewed every `everyMs`. All who ask for the same pace share one timer: a list has hundreds of rows. */
export function useNow(everyMs: number): number {
  return useSyncExternalStore(useCallback(listener => listen(everyMs, listener), [everyMs]), () => tickerOf(everyMs).now);
}

function tickerOf(everyMs: number): Ticker {
  const known = tickers.get(everyMs);
  if (known !== undefined) return known;
  const made: Ticker = { now: clock.now(), listeners: new Set(), timer: undefined };
  tickers.set(everyMs, made);
  return made;
}

function listen(everyMs: number, listener: () => void): () => void {
  const ticker = tickerOf(everyMs);
  ticker.listeners.add(listener);
  const tick = (): void => {
    ticker.now = clock.now();
    for (const each of ticker.listeners) each();
  };
  if (ticker.timer === undefined) {
    // Nobody listened for a while, so the time is old.
    ticker.now = clock.now();
    ticker.timer = setInterval(tick, everyMs);
  }
  return () => {
    ticker.listeners.delete(listener);
    if (ticker.listeners.size > 0) return;
    clearInterval(ticker.timer);
    ticker.timer = undefined;
  };
}

/** The local calendar day as a number that grows by one a day, whatever summer time does. */
export function localDay(ms: number): number {
  const date = new Date(ms);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

export function localYear(ms: number): number { return new Date(ms).getFullYear(); }
export function localHour(ms: number): number { return new Date(ms).getHours(); }
