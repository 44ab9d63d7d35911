import { createHash } from 'node:crypto';
import { badRequest, notFound } from '@carillon/kernel/errors.js';
import type { ChannelId, MessageId, PersonId } from '@carillon/kernel/ids.js';
import type { Message } from '@carillon/wire/rest/chat.js';
import type { Ctx } from '../../ctx.js';
import { openPageToken, sealPageToken } from '../../platform/page-tokens.js';
import { accessSelf } from '../../users/access.js';
import { readAttachments, readMessages } from '../messages/message-store.js';
import { CHANNELS_MAX, presentMessage, withinRange } from '../model.js';
import { findHits, readSearchable, readStems, type FoundRow, type SearchableChannel, type SearchStart } from './search-store.js';
import { visibleAfter } from '../retention/visible-range.js';

export const SEARCH_PAGE = 30;
/** More words than anybody types; further ones do not count. */
const TERMS_MAX = 12;
/** How many steps of an index one request takes at most, about; a page needs as many as it has hits. */
const STEPS_MAX = 2_000;

export interface Wanted {
  words: string;
  senderId?: PersonId | undefined;
  channelId?: ChannelId | undefined;
  /** From this moment on. */
  from?: Date | undefined;
  /** Before this moment. */
  until?: Date | undefined;
  files?: boolean | undefined;
  next?: string | undefined;
}

/** A place in the order of all messages: by time, channel and number, the newest first. */
interface Place {
  at: Date;
  channelId: ChannelId;
  seq: number;
}

/**
 * Messages of one's conversations and rooms with all the words, newest first. A page is found in a bounded number of steps; when the steps end
 * before the page is full it is shorter, or empty, and `next` goes on from there. Words that say nothing in either
 * language ("the", "di") do not count; without any word or filter nothing is found.
 */
export async function searchMessages(ctx: Ctx, wanted: Wanted): Promise<{ messages: Message[]; next: string | null }> {
  const self = accessSelf(ctx);
  const { next, ...filters } = wanted;
  // The words themselves would make the token longer than an address may be.
  const scope = `search ${createHash('sha256').update(`${self} ${JSON.stringify(filters)}`).digest('base64url')}`;
  const before = readPlace(openPageToken(ctx, scope, next));
  const channels = await readSearchable(ctx.sql, self, wanted.channelId, CHANNELS_MAX);
  if (wanted.channelId !== undefined && channels.length === 0) throw notFound('conversation');
  const terms = await readTerms(ctx, wanted);
  if (terms.length === 0) return { messages: [], next: null };
  const floors = await readFloors(ctx, channels, wanted.from);
  const look = async (which: readonly SearchableChannel[], hitsMax: number) => {
    const stepsMax = Math.max(hitsMax + 2, Math.floor(STEPS_MAX / terms.length / which.length));
    const found = await findHits(ctx.sql, which.flatMap(channel => startOf(channel, wanted.until, before)), terms, hitsMax, stepsMax);
    return found.filter(row => row.at.getTime() >= (floors.get(row.channelId) ?? -Infinity));
  };
  const { chosen, end } = channels.length <= SEARCH_PAGE + 1 ? { chosen: channels, end: undefined } : chooseNewest(channels, await look(channels, 1));
  const found = [...await look(chosen, SEARCH_PAGE + 1), ...(end === undefined ? [] : [end])].toSorted(byPlace);
  // Below the newest place where the search gave up something may be missing.
  const stop = found.findIndex(row => !row.hit);
  const page = stop < 0 ? found : found.slice(0, stop);
  const shown = page.slice(0, SEARCH_PAGE);
  const goOn = page.length > SEARCH_PAGE ? placeOf(shown.at(-1)!) : stop < 0 ? undefined : placeOf({ ...found[stop]!, seq: found[stop]!.seq + 1 });
  return { messages: await present(ctx, shown), next: goOn === undefined ? null : sealPageToken(ctx, scope, goOn) };
}

function readPlace(position: unknown): Place | undefined {
  if (position === undefined) return undefined;
  const [at, channelId, seq] = position as [number, ChannelId, number];
  return { at: new Date(at), channelId, seq };
}

const placeOf = (row: FoundRow) => [row.at.getTime(), row.channelId, row.seq];

async function readTerms(ctx: Ctx, wanted: Wanted): Promise<string[]> {
  // PostgreSQL's text cannot hold the character, and no message has it.
  if (wanted.words.includes('\0')) throw badRequest('The search holds a character that no message can hold.', 'search-unstorable');
  const words = await readStems(ctx.sql, wanted.words);
  const terms = [...(wanted.senderId === undefined ? [] : [`@${wanted.senderId}`]), ...(wanted.files === true ? ['#file'] : []), ...words.slice(0, TERMS_MAX)];
  const narrowed = wanted.channelId !== undefined || wanted.from !== undefined || wanted.until !== undefined;
  return terms.length === 0 && wanted.words.trim() === '' && narrowed ? ['*'] : terms;
}

/** The moment, in milliseconds since 1970, from which on messages of a channel are wanted and may be seen. */
async function readFloors(ctx: Ctx, channels: readonly SearchableChannel[], from: Date | undefined): Promise<Map<ChannelId, number>> {
  const visible = await visibleAfter(ctx, channels.map(channel => channel.id));
  return new Map(channels.map(({ id }) => [id, Math.max(from?.getTime() ?? -Infinity, visible.get(id)?.getTime() ?? -Infinity)]));
}

/** Below the place where the last page ended and before `until`. */
function startOf(channel: SearchableChannel, until: Date | undefined, before: Place | undefined): SearchStart[] {
  const times = [
    ...(until === undefined ? [] : [until.getTime() - 1]),
    // At one and the same moment the channels stand in the order of their ids, the last first.
    ...(before === undefined ? [] : [channel.id <= before.channelId ? before.at.getTime() : before.at.getTime() - 1]),
  ];
  const seq = before?.channelId === channel.id ? before.seq - 1 : Number(channel.lastSeq);
  return seq < 1 ? [] : [{ id: channel.id, seq, notAfter: times.length === 0 ? null : new Date(Math.min(...times)) }];
}

/** Only channels whose newest hit is among the newest can fill the page; `end` is where others may have something, when it is not full. */
function chooseNewest(channels: readonly SearchableChannel[], firsts: readonly FoundRow[]): { chosen: SearchableChannel[]; end: FoundRow | undefined } {
  const newest = firsts.toSorted(byPlace).slice(0, SEARCH_PAGE + 1);
  const ids = new Set(newest.map(row => row.channelId));
  const last = newest.at(-1);
  const end = last === undefined || firsts.length <= newest.length ? undefined : { ...last, seq: last.hit ? last.seq - 1 : last.seq, hit: false };
  return { chosen: channels.filter(channel => ids.has(channel.id)), end };
}

function byPlace(a: FoundRow, b: FoundRow): number {
  return b.at.getTime() - a.at.getTime() || (a.channelId < b.channelId ? 1 : a.channelId > b.channelId ? -1 : b.seq - a.seq);
}

async function present(ctx: Ctx, hits: readonly FoundRow[]): Promise<Message[]> {
  const ids = hits.flatMap(hit => (hit.id === null ? [] : [hit.id]));
  const rows = new Map((await readMessages(ctx.sql, ids)).map(row => [row.id, row]));
  const attachments = await readAttachments(ctx.sql, ids as MessageId[]);
  const visible = await visibleAfter(ctx, [...new Set(hits.map(hit => hit.channelId))]);
  return ids.flatMap(id => {
    const row = rows.get(id);
    return row === undefined || row.redactedAt !== null ? [] : [presentMessage(withinRange(row, visible.get(row.channelId)), attachments)];
  });
}
