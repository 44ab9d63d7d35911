import { ASSISTANT_ID } from '@carillon/wire/assistant.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import type { Words } from '../i18n.js';

/** What a person is found by: name and address, and the Assistant by what it is called in one's language. */
export function wordsOfPerson(person: Person, t: Words['t']): string {
  return `${person.displayName} ${person.email}${person.id === ASSISTANT_ID ? ` ${t('assistant.otherNames')}` : ''}`;
}
