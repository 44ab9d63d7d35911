import { Type } from 'typebox';
import { PersonIdValue } from '../values.js';
import { Person } from './identity.js';
import { route } from './route.js';

/** People one does not want to hear from: the two have no conversation of their own. */

export const BLOCKED_MAX = 1_000;

const params = Type.Object({ personId: PersonIdValue });

export const listBlocked = route('GET', '/api/blocked', { reply: Type.Object({ people: Type.Array(Person) }) });
export const blockPerson = route('PUT', '/api/blocked/:personId', { params });
export const unblockPerson = route('DELETE', '/api/blocked/:personId', { params });
