import { createApi } from '@carillon/client/api.js';
import { ASSISTANT_ID } from '@carillon/wire/assistant.js';

/** The API of the page's own origin. */
export const api = createApi();

export function pictureOf(person: { id: string | null; pictureVersion: number | null }): string | null {
  if (person.id === ASSISTANT_ID) return '/assistant.svg';
  return person.id === null || person.pictureVersion === null ? null : `/api/people/${person.id}/picture?v=${person.pictureVersion}`;
}

export function meetingUrl(number: string): string { return `${location.origin}/m/${number}`; }
export function channelUrl(channelId: string, seq?: number): string { return `${location.origin}/chat/${channelId}${seq === undefined ? '' : `?m=${seq}`}`; }

export function socketUrl(after: number): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/socket?after=${after}`;
}
