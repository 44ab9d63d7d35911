import { useEffect, useState } from 'react';
import { systemClock } from '@carillon/kernel/clock.js';

/** The app's only door to time: everything that shows or measures it comes through here. */
export const clock = systemClock;

/** The time in milliseconds, renewed every `everyMs` while the component stands. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** The local calendar day as a number that grows by one a day, whatever summer time does. */
export function localDay(ms: number): number {
  const date = new Date(ms);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

export function localYear(ms: number): number { return new Date(ms).getFullYear(); }
export function localHour(ms: number): number { return new Date(ms).getHours(); }
