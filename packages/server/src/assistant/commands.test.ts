import { expect, test } from 'vitest';
import { decideAnswer, parseCommand, type Facts } from './commands.js';

const FREE: Facts = { accountName: null, confirmed: false, daysToWait: 0 };

test('commands are understood in any case, trimmed, in quotation marks and with a full stop', () => {
  for (const text of ['Help', 'help', '  HELP \n', '“Help”', 'help!', '`Help`']) expect(parseCommand(text)).toEqual({ kind: 'help' });
  for (const text of ['Get my attachments', 'get  my\nattachments', '"GET MY ATTACHMENTS"']) expect(parseCommand(text)).toEqual({ kind: 'ask', command: 'attachments' });
  expect(parseCommand('delete me')).toEqual({ kind: 'ask', command: 'deletion' });
  expect(parseCommand('Delete me Aofrkq.')).toEqual({ kind: 'confirm', command: 'deletion', code: 'aofrkq' });
  expect(parseCommand('Get my attachments ktsben')).toEqual({ kind: 'confirm', command: 'attachments', code: 'ktsben' });
});

test('whatever else is written is no command: nobody deletes themselves by a sentence', () => {
  for (const text of ['', ' ', 'Hello', 'helpme', 'delete', 'Delete meeting', 'delete me now please', 'please delete me', 'Get my attachments a b', 'Hilfe', 'elimina me']) expect(parseCommand(text)).toEqual({ kind: 'other' });
});

test('members of an account get the same answer to everything', () => {
  for (const text of ['Help', 'Delete me', 'Delete me aofrkq', 'x']) expect(decideAnswer(parseCommand(text), { ...FREE, confirmed: true, accountName: 'Acme' })).toEqual({ kind: 'managed', accountName: 'Acme' });
});

test('nothing is done without the code; a wrong one gives another', () => {
  expect(decideAnswer(parseCommand('Delete me'), FREE)).toEqual({ kind: 'confirm', command: 'deletion', again: false });
  expect(decideAnswer(parseCommand('Delete me aaaaaa'), FREE)).toEqual({ kind: 'confirm', command: 'deletion', again: true });
  expect(decideAnswer(parseCommand('Delete me aofrkq'), { ...FREE, confirmed: true })).toEqual({ kind: 'delete' });
  expect(decideAnswer(parseCommand('Get my attachments ktsben'), { ...FREE, confirmed: true })).toEqual({ kind: 'collect' });
});

test('within seven days attachments wait, also with the right code, and deletion does not', () => {
  for (const text of ['Get my attachments', 'Get my attachments ktsben']) expect(decideAnswer(parseCommand(text), { ...FREE, confirmed: true, daysToWait: 3 })).toEqual({ kind: 'wait', days: 3 });
  expect(decideAnswer(parseCommand('Delete me aofrkq'), { ...FREE, confirmed: true, daysToWait: 3 })).toEqual({ kind: 'delete' });
});
