import { expect, test } from 'vitest';
import { KEPT_CHANNELS_MAX, KEPT_MESSAGES_MAX, keepState, parseKept, restoreState } from './kept-state.js';
import { EMPTY_STATE, type SyncState } from './state.js';

const me = { id: 'me', displayName: 'Me', pictureVersion: null };
const view = (i: number, kind = 'room') => ({
  channel: { id: `c${i}`, kind, lastMessage: null, createdAt: new Date(1_700_000_000_000 + i * 1000).toISOString() }, opened: true, hasOlder: false,
  messages: Array.from({ length: 50 }, (_, seq) => ({ seq })),
});
const stateOf = (...views: ReturnType<typeof view>[]) => ({ ...EMPTY_STATE, me, ready: true, channels: Object.fromEntries(views.map(each => [each.channel.id, each])) }) as unknown as SyncState;

test('the newest channels and their last messages are kept and come back, a meeting’s chat is not', () => {
  const state = stateOf(...Array.from({ length: KEPT_CHANNELS_MAX + 5 }, (_, i) => view(i)), view(999, 'meeting'));
  const kept = parseKept(JSON.parse(JSON.stringify(keepState(state))));
  const restored = restoreState(EMPTY_STATE, kept!);
  expect(Object.keys(restored.channels)).toHaveLength(KEPT_CHANNELS_MAX);
  expect(restored).toMatchObject({ ready: true, online: false, me, self: { id: 'me' } });
  const newest = restored.channels['c204' as never]!;
  expect(newest).toMatchObject({ opened: true, hasOlder: true });
  expect(newest.messages).toHaveLength(KEPT_MESSAGES_MAX);
  expect(newest.messages.at(-1)).toMatchObject({ seq: 49 });
  expect(restored.channels['c0' as never]).toBeUndefined();
});

test('nothing is kept before the list is here, and nothing of another form is taken', () => {
  expect(keepState({ ...stateOf(), ready: false })).toBeNull();
  expect([null, 'x', {}, { version: 2, me, channels: [] }].map(parseKept)).toEqual([null, null, null, null]);
});
