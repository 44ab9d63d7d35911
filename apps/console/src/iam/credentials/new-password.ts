import { systemChance } from '@carillon/kernel/chance.js';

/** 64 letters without those that are mistaken for one another, so that six bits choose one evenly. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-+=!?*@';
const LENGTH = 20;

/** A password of 120 random bits, for somebody who chooses their own at the first sign-in. */
export function newPassword(): string {
  return Array.from(systemChance.bytes(LENGTH), byte => LETTERS[byte & 63]).join('');
}
