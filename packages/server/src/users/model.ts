import { badRequest } from '@carillon/kernel/errors.js';
import type { AccountId, PersonId } from '@carillon/kernel/ids.js';
import { DAY_MS } from '@carillon/kernel/clock.js';
import { ASSISTANT_EMAIL } from '@carillon/wire/assistant.js';
import type { License } from '@carillon/wire/aws/generated/chime-types.js';
import type { Registration } from '../migrations/tables.js';
import type { Me, Person, PresenceMode, StatusMessage } from '@carillon/wire/rest/identity.js';
import type { PersonChange } from '@carillon/wire/socket/frames.js';

/** Pro for every new person (guide, GST-02). */
export const TRIAL_MS = 30 * DAY_MS;
export const PEOPLE_PAGE = 100;
export const FOUND_MAX = 20;
/** Changes of one person are kept this long; whoever was away longer fetches everything anew. */
export const CHANGES_KEPT_MS = 30 * DAY_MS;
export const PICTURE_BYTES_MAX = 10 * 1024 * 1024;

/** Under which name messages of deleted people stand. */
export const DELETED_NAME = 'Deleted user';

/** What concerns one person alone, before it has its number. */
export type NewChange = PersonChange extends infer Change ? (Change extends { seq: number } ? Omit<Change, 'seq'> : never) : never;

export interface PersonRow {
  id: PersonId;
  email: string;
  displayName: string;
  pictureVersion: number | null;
}

/** What a person says of their presence, beside who they are. */
export interface StatusRow {
  presenceMode: PresenceMode;
  statusMessage: StatusMessage | null;
}

export interface MeRow extends PersonRow, StatusRow {
  accountId: AccountId | null;
  accountName: string | null;
  licence: string | null;
  trialEndsAt: Date | null;
  personalMeetingNumber: string;
  locale: string | null;
  totpEnabled: boolean;
  isOwner: boolean;
}

/** A person as the administrators of an account see them. */
export interface MemberRow {
  id: PersonId;
  accountId: AccountId;
  email: string;
  displayName: string;
  licence: License;
  status: 'Invited' | 'Joined';
  invitedAt: Date | null;
  joinedAt: Date | null;
  registration: Registration;
  /** Set when a removed domain let the person go: then their data is deleted. */
  purgeAfter: Date | null;
  trialEndsAt: Date | null;
  personalMeetingNumber: string;
  telephony: Telephony | null;
}

export interface Telephony {
  InboundCalling: boolean;
  OutboundCalling: boolean;
  SMS: boolean;
}

/** The wire form of a person as colleagues see them. */
export function presentPerson(row: PersonRow): Person {
  return { id: row.id, displayName: row.displayName, email: row.email, pictureVersion: row.pictureVersion };
}

/** Pro when the account gives it; else the trial while it runs; else Basic (guide, GST-02, PRO). */
export function licenceOf(row: Pick<MeRow, 'licence' | 'trialEndsAt'>, now: Date): Me['licence'] {
  if (row.licence === 'Pro') return 'Pro';
  return row.trialEndsAt !== null && row.trialEndsAt > now ? 'ProTrial' : 'Basic';
}

/** The wire form of oneself, with the licence as of `now`. */
export function presentMe(row: MeRow, now: Date): Me {
  const licence = licenceOf(row, now);
  return {
    ...presentPerson(row),
    licence,
    trialEndsAt: licence === 'ProTrial' && row.trialEndsAt ? row.trialEndsAt.toISOString() : null,
    personalMeetingNumber: row.personalMeetingNumber,
    account: row.accountId && row.accountName !== null ? { id: row.accountId, name: row.accountName } : null,
    locale: row.locale === 'it' || row.locale === 'en' ? row.locale : null,
    totpEnabled: row.totpEnabled,
    isOwner: row.isOwner,
    presenceMode: row.presenceMode,
    statusMessage: currentMessage(row.statusMessage, now),
  };
}

/** The message, unless its time is over. */
export function currentMessage(message: StatusMessage | null, now: Date): StatusMessage | null {
  return message !== null && message.until !== null && Date.parse(message.until) <= now.getTime() ? null : message;
}

/** What names are sorted and searched by: lower case without accents. */
export function sortName(displayName: string): string {
  return displayName.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** The form in which addresses are stored and compared. */
export function canonicalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Nobody signs up with the Assistant's address, nor is invited by it. */
export function isReserved(email: string): boolean {
  return canonicalEmail(email) === ASSISTANT_EMAIL;
}

/** An address in the form in which it is stored; BadRequest for the Assistant's. */
export function checkAddress(email: string): string {
  if (isReserved(email)) throw badRequest('This address is the Assistant’s. Use another one.', 'address-reserved');
  return canonicalEmail(email);
}
