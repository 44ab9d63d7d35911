import { expect, test } from 'vitest';
import { parseAddresses } from './addresses.js';

test('USR-02 addresses are separated by semicolons, or however a list was pasted, and named once', () => {
  expect(parseAddresses('anna@acme.example; Ben Baker <ben@acme.example>,\n ANNA@acme.example ;;\ncem@acme.example\n')).toEqual({ addresses: ['ANNA@acme.example', 'ben@acme.example', 'cem@acme.example'], wrong: [] });
});

test('what is no address is told, with the others kept', () => {
  expect(parseAddresses('anna@acme.example; ben, cem@acme; two words@acme.example')).toEqual({ addresses: ['anna@acme.example'], wrong: ['ben', 'cem@acme', 'two words@acme.example'] });
});
