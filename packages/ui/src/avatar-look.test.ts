import { expect, it } from 'vitest';
import { gradientOf, initialsOf } from './avatar-look.js';

it('takes the first letters of the first and last word', () => {
  expect(initialsOf('Giulia Ferri')).toBe('GF');
  expect(initialsOf('  maria de la cruz ')).toBe('MC');
  expect(initialsOf('Annunci')).toBe('A');
  expect(initialsOf('ياسمين حداد')).toBe('يح');
  expect(initialsOf('🎉')).toBe('?');
});

it('one id has one colour, and ids spread over the colours', () => {
  expect(gradientOf('a')).toBe(gradientOf('a'));
  const colours = new Set(Array.from({ length: 200 }, (_, i) => gradientOf(`0192f0c1-0000-7000-8000-${i}`)));
  expect(colours.size).toBe(12);
});
