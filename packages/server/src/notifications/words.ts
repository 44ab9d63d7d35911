import type { News } from './model.js';
import { plainContent } from './model.js';

const TEXT_LENGTH_MAX = 200;

const WORDS = {
  en: { message: 'New message', mention: 'Somebody mentioned you', call: 'A meeting has started', callBy: (name: string) => `${name} started a meeting` },
  it: { message: 'Nuovo messaggio', mention: 'Qualcuno ti ha menzionato', call: 'È iniziata una riunione', callBy: (name: string) => `${name} ha iniziato una riunione` },
};

/** What a notification says: names and words only when the person allowed it. */
export function notificationText(news: News, wanted: { locale: string | null; content: boolean; mentioned: boolean }): { title: string; body: string } {
  const words = WORDS[wanted.locale === 'it' ? 'it' : 'en'];
  const plain = news.kind === 'call' ? words.call : wanted.mentioned ? words.mention : words.message;
  if (!wanted.content) return { title: 'Carillon', body: plain };
  if (news.kind === 'call') return { title: 'Carillon', body: words.callBy(news.fromName) };
  return { title: news.fromName, body: plainContent(news.content).slice(0, TEXT_LENGTH_MAX) || plain };
}
