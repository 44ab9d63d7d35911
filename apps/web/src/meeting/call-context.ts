import { createContext, useContext } from 'react';
import type { Attendee, Meeting } from '@carillon/wire/rest/meetings.js';
import { useWords } from '../i18n.js';
import { useSync } from '../session/sync-context.js';
import { ownerOf, type CallState } from './call-state.js';
import type { MeetingClient } from './meeting-client.js';

interface Call { readonly client: MeetingClient; readonly call: CallState; readonly meeting: Meeting; readonly me: Attendee }

export const CallContext = createContext<Call | null>(null);

export function useCall(): Call {
  const call = useContext(CallContext);
  if (call === null) throw new Error('There is no meeting here.');
  return call;
}

const NOBODY: Readonly<Record<string, Attendee>> = {};

/** Our own list of who has a seat, by the id the media node uses. */
export function useAttendees(): Readonly<Record<string, Attendee>> {
  const { meeting } = useCall();
  return useSync(state => state.attendees[meeting.id] as Readonly<Record<string, Attendee>> | undefined) ?? NOBODY;
}

/** The name, picture and colour of an attendee; of somebody whose entry is still on its way, a word. */
export function useFace(attendeeId: string): { id: string; name: string; pictureVersion: number | null; personId: string | null; mine: boolean } {
  const { t } = useWords();
  const { me } = useCall();
  const owner = ownerOf(attendeeId);
  const attendee = useAttendees()[owner];
  return { id: attendee?.personId ?? owner, name: attendee?.name ?? t('typing.somebody'), pictureVersion: attendee?.pictureVersion ?? null, personId: attendee?.personId ?? null, mine: owner === me.id };
}
