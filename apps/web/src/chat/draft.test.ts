import { expect, it } from 'vitest';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { openDrafts, readDraft, setDraft, type DraftTexts } from './draft.js';

const ROOM = 'room' as ChannelId;

class Memory implements DraftTexts {
  readonly texts = new Map<string, string>();
  full = false;
  getItem(key: string): string | null { return this.texts.get(key) ?? null; }
  setItem(key: string, value: string): void { if (this.full) throw new Error('full'); this.texts.set(key, value); }
  removeItem(key: string): void { this.texts.delete(key); }
}

it('a draft outlives the page, is its writer’s alone, and is gone when it is sent', () => {
  const memory = new Memory();
  openDrafts('anna', memory);
  setDraft(ROOM, { text: 'half a sen' });
  // As after a reload: somebody else in between, then the same person with an empty page.
  openDrafts('ben', memory);
  expect(readDraft(ROOM).text).toBe('');
  openDrafts('anna', memory);
  expect(readDraft(ROOM).text).toBe('half a sen');
  setDraft(ROOM, { text: '', quoted: null });
  expect(memory.texts.size).toBe(0);
});

it('what is no draft is none, and without room a draft lives as long as the page', () => {
  const memory = new Memory();
  memory.texts.set('carillon.draft.carl.room', '{"text":5');
  openDrafts('carl', memory);
  expect(readDraft(ROOM)).toEqual({ text: '', quoted: null, mentions: [] });
  memory.full = true;
  setDraft(ROOM, { text: 'kept here' });
  expect(readDraft(ROOM).text).toBe('kept here');
});
