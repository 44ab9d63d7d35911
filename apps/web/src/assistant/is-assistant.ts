import { ASSISTANT_ID } from '@carillon/wire/assistant.js';
import type { Channel } from '@carillon/wire/rest/chat.js';

/** One's own conversation with the Assistant. */
export function isWithAssistant(channel: Channel): boolean {
  return channel.kind === 'direct' && channel.people[0]?.id === ASSISTANT_ID;
}

/** For pickers of people who come together: the Assistant talks to one person at a time. */
export const NOT_THE_ASSISTANT: ReadonlySet<string> = new Set([ASSISTANT_ID]);
