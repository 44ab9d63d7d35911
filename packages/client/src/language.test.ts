import { expect, test } from 'vitest';
import { firstLanguage } from './language.js';

test('what was chosen comes first, then the browser’s wishes in their order, then English', () => {
  expect(firstLanguage('it', ['en-GB'])).toBe('it');
  expect(firstLanguage(null, ['de-DE', 'it-CH', 'en'])).toBe('it');
  expect(firstLanguage('fr', ['de'])).toBe('en');
  expect(firstLanguage(null, [])).toBe('en');
});
