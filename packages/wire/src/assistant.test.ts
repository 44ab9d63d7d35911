import { expect, test } from 'vitest';
import { readConfirmation, writeConfirmation } from './assistant.js';

test('what the Assistant asks to be sent is found at the end of its message, and nothing in its other messages', () => {
  expect(readConfirmation(`It cannot be undone. Write:\n\n\`${writeConfirmation('deletion', 'aofrkq')}\``)).toEqual({ command: 'deletion', words: 'Delete me aofrkq' });
  expect(readConfirmation(`Write:\n\n\`${writeConfirmation('attachments', 'ktsben')}\``)).toEqual({ command: 'attachments', words: 'Get my attachments ktsben' });
  for (const other of ['', '`Delete me`', '* `Get my attachments`\n* `Help`', 'Delete me aofrkq', '`Something else here`']) expect(readConfirmation(other)).toBeUndefined();
});
