import { expect, test } from 'vitest';
import { readConfirmation } from '@carillon/wire/assistant.js';
import { confirmationText, plainName, wordsFor } from './words.js';

test('in both languages an answer asks for the exact English words', () => {
  for (const locale of ['en', 'it', null]) {
    expect(readConfirmation(confirmationText(locale, 'deletion', 'aofrkq', false))).toEqual({ command: 'deletion', words: 'Delete me aofrkq' });
    expect(readConfirmation(confirmationText(locale, 'attachments', 'ktsben', true))).toEqual({ command: 'attachments', words: 'Get my attachments ktsben' });
    for (const other of [wordsFor(locale).help, wordsFor(locale).hint, wordsFor(locale).managed('Acme'), wordsFor(locale).collecting]) expect(readConfirmation(other)).toBeUndefined();
  }
  expect(wordsFor('it').wait(1)).toContain('tra un giorno');
  expect(wordsFor('en').wait(3)).toContain('in 3 days');
});

test('an account’s name is no Markdown, no link and no mention', () => {
  expect(plainName('[Acme](https://x.example) *& Sons*')).toBe('\\[Acme\\]\\(https\\://x\\.example\\) \\*& Sons\\*');
});
