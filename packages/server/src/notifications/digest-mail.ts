import { senderLabel } from '@carillon/wire/rest/chat.js';
import { plainContent } from './model.js';
import { runsOf } from './runs-of.js';
import type { MissedMessage } from './store.js';

const LINES_MAX = 10;
const TEXT_LENGTH_MAX = 200;

const WORDS = {
  en: {
    subject: (count: number) => (count === 1 ? 'An unread message for you' : `${count} unread messages for you`),
    lead: (count: number) => (count === 1 ? 'A message for you waits in Carillon:' : `${count} messages for you wait in Carillon:`),
    from: (count: number) => (count === 1 ? '1 message' : `${count} messages`),
    rest: (count: number) => `and ${count} more`,
    direct: 'a conversation', foot: 'This mail comes at most every four hours while you are away. Turn it off here:',
  },
  it: {
    subject: (count: number) => (count === 1 ? 'Un messaggio per te da leggere' : `${count} messaggi per te da leggere`),
    lead: (count: number) => (count === 1 ? 'Un messaggio per te ti aspetta in Carillon:' : `${count} messaggi per te ti aspettano in Carillon:`),
    from: (count: number) => (count === 1 ? '1 messaggio' : `${count} messaggi`),
    rest: (count: number) => `e altri ${count}`,
    direct: 'una conversazione', foot: 'Questa mail arriva al massimo ogni quattro ore mentre sei via. La disattivi qui:',
  },
};

/** What a person missed, by conversation; names of people and words of messages only when they allowed it. */
export function digestMail(missed: readonly MissedMessage[], wanted: { locale: string | null; withContent: boolean; origin: string }): { subject: string; text: string } {
  const words = WORDS[wanted.locale === 'it' ? 'it' : 'en'];
  const lines = wanted.withContent ? missed.slice(0, LINES_MAX).map(quoted) : runsOf(missed, row => row.channelId).slice(0, LINES_MAX).map(rows => `${rows[0]?.channelName ?? words.direct}: ${words.from(rows.length)}`);
  const left = wanted.withContent ? missed.length - lines.length : 0;
  const list = [...lines, ...(left > 0 ? [words.rest(left)] : [])].map(line => `* ${line}`).join('\n');
  return { subject: words.subject(missed.length), text: `${words.lead(missed.length)}\n\n${list}\n\n${wanted.origin}/chat\n\n${words.foot}\n${wanted.origin}/settings` };
}

function quoted(row: MissedMessage): string {
  const place = row.channelName === null ? '' : ` (${row.channelName})`;
  return `${senderLabel({ kind: row.senderKind, name: row.senderName })}${place}: ${plainContent(row.content).replaceAll(/\s+/g, ' ').slice(0, TEXT_LENGTH_MAX)}`;
}
