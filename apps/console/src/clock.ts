import { systemClock } from '@carillon/kernel/clock.js';

/** The console's only door to time. */
export const clock = systemClock;
