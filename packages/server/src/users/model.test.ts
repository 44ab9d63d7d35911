import { expect, test } from 'vitest';
import { canonicalEmail, licenceOf, sortName, TRIAL_MS } from './model.js';

const now = new Date('2026-11-24T09:00:00Z');
const inMs = (ms: number) => new Date(now.getTime() + ms);

test('GST-02 the trial is Pro until its last moment and Basic from then on; an account’s Pro outlasts it', () => {
  expect(licenceOf({ licence: null, trialEndsAt: inMs(TRIAL_MS) }, now)).toBe('ProTrial');
  expect(licenceOf({ licence: 'Basic', trialEndsAt: inMs(1) }, now)).toBe('ProTrial');
  expect(licenceOf({ licence: 'Basic', trialEndsAt: now }, now)).toBe('Basic');
  expect(licenceOf({ licence: null, trialEndsAt: null }, now)).toBe('Basic');
  expect(licenceOf({ licence: 'Pro', trialEndsAt: inMs(-1) }, now)).toBe('Pro');
});

test('names sort without case and accents, addresses compare without case and spaces', () => {
  expect(sortName(' Ångström Élan ')).toBe('angstrom elan');
  expect(canonicalEmail(' Anna@ACME.example ')).toBe('anna@acme.example');
});
