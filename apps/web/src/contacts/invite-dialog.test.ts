import { expect, it } from 'vitest';
import { parseAddresses } from './invite-dialog.js';

it('takes addresses as people paste them', () => {
  expect(parseAddresses('Anna Rossi <Anna@Example.com>, luca@example.com;\nluca@example.com')).toEqual({ emails: ['anna@example.com', 'luca@example.com'], wrong: [] });
});

it('tells what is no address', () => {
  expect(parseAddresses('marco@conti anna@example.com')).toEqual({ emails: ['anna@example.com'], wrong: ['marco@conti'] });
});
