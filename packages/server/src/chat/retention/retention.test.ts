import { describe, expect, test } from 'vitest';
import { DAY_MS } from '@carillon/kernel/clock.js';
import type { AccountId } from '@carillon/kernel/ids.js';
import { seededRandom } from '@carillon/testkit/random.js';
import type { RetentionPolicy } from '../../accounts/model.js';
import { cutoffOf, deletesNow, nextRetention, ruleOf, type ChannelFacts, type RetentionAccount } from './retention.js';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const policy = (days: number, setDaysAgo = 40): RetentionPolicy => ({ days, setAt: new Date(NOW - setDaysAgo * DAY_MS).toISOString(), deletesFrom: new Date(NOW + (30 - setDaysAgo) * DAY_MS).toISOString() });
const account = (id: string, enterprise: boolean, days: { room?: number; conversation?: number } = {}): RetentionAccount => ({
  id: id as AccountId, enterprise, room: days.room === undefined ? null : policy(days.room), conversation: days.conversation === undefined ? null : policy(days.conversation),
});

const ACME = account('acme', true, { room: 30, conversation: 7 });
const BETA = account('beta', true, { room: 365, conversation: 100 });
const UNSET = account('unset', true);
const TEAM = account('team', false, { room: 5, conversation: 5 });
const OTHER_TEAM = account('other-team', false);
const room = (of: RetentionAccount | null): ChannelFacts => ({ kind: 'room', account: of, members: [] });
const talk = (...members: (RetentionAccount | null)[]): ChannelFacts => ({ kind: members.length > 2 ? 'group' : 'direct', account: null, members });
/** `own:days`, `mixed:90`, or `none`. */
const shown = (facts: ChannelFacts) => {
  const rule = ruleOf(facts);
  return rule ? `${rule.source === 'mixed' ? 'mixed' : (rule.accountId ?? '?')}:${rule.days}` : 'none';
};

describe('the matrix of the guide', () => {
  test('RET-05 RET-01 a conversation among members of one Enterprise account has that account’s period', () => expect([shown(talk(ACME, ACME)), shown(talk(ACME, ACME, ACME)), shown(talk(UNSET, UNSET))]).toEqual(['acme:7', 'acme:7', 'none']));
  test('RET-06 RET-03 an Enterprise member with anybody from outside the account: 90 days, whatever is set', () => expect([shown(talk(ACME, null)), shown(talk(ACME, TEAM)), shown(talk(ACME, BETA)), shown(talk(UNSET, BETA)), shown(talk(ACME, ACME, BETA))]).toEqual(['mixed:90', 'mixed:90', 'mixed:90', 'mixed:90', 'mixed:90']));
  test('RET-07 RET-08 RET-14 RET-15 RET-20 a room that an Enterprise member made has that account’s period, for whoever is in it', () => expect([shown(room(ACME)), shown(room(BETA)), shown(room(UNSET))]).toEqual(['acme:30', 'beta:365', 'none']));
  test('RET-09 RET-12 RET-13 RET-18 RET-19 RET-04 to a room made in a Team account or in none it does not apply', () => expect([shown(room(TEAM)), shown(room(OTHER_TEAM)), shown(room(null))]).toEqual(['none', 'none', 'none']));
  test('RET-10 RET-16 to conversations without Enterprise members it does not apply', () => expect([shown(talk(TEAM, TEAM)), shown(talk(TEAM, OTHER_TEAM)), shown(talk(TEAM, null)), shown(talk(null, null))]).toEqual(['none', 'none', 'none', 'none']));
  test('RET-11 RET-17 a Team member, or somebody of no account, with at least one Enterprise member: 90 days', () => expect([shown(talk(TEAM, UNSET)), shown(talk(null, BETA)), shown(talk(null, TEAM, ACME))]).toEqual(['mixed:90', 'mixed:90', 'mixed:90']));
  test('a meeting’s chat is not judged by time', () => expect(shown({ kind: 'meeting', account: ACME, members: [] })).toBe('none'));
});

/** A second reading of the guide's table (p. 28 to 30), row by row, from the member's side. */
function tableSays(viewer: RetentionAccount | null, facts: ChannelFacts): number | 'n/a' {
  const isEnterprise = (one: RetentionAccount | null) => one !== null && one.enterprise;
  if (facts.kind === 'room') {
    if (!isEnterprise(facts.account)) return 'n/a';
    return facts.account!.room?.days ?? 'n/a';
  }
  if (isEnterprise(viewer)) {
    const onlyOwn = facts.members.every(member => member?.id === viewer!.id);
    return onlyOwn ? (viewer!.conversation?.days ?? 'n/a') : 90;
  }
  return facts.members.some(isEnterprise) ? 90 : 'n/a';
}

test('RET-02 random accounts, members, rooms, periods and times: every member’s row of the table says what the rule says, and what is older is hidden', () => {
  const random = seededRandom(20_261_124);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  for (let round = 0; round < 5_000; round++) {
    const days = () => (random() < 0.3 ? undefined : 1 + Math.floor(random() * 5_475));
    const accounts = Array.from({ length: 4 }, (_, i) => {
      const [ofRoom, ofTalk] = [days(), days()];
      return account(`account-${i}`, random() < 0.5, { ...(ofRoom !== undefined && { room: ofRoom }), ...(ofTalk !== undefined && { conversation: ofTalk }) });
    });
    const anybody = () => (random() < 0.25 ? null : pick(accounts));
    const members = Array.from({ length: 2 + Math.floor(random() * 4) }, anybody);
    const facts: ChannelFacts = random() < 0.4 ? room(anybody()) : talk(...members);
    const rule = ruleOf(facts);
    for (const viewer of facts.kind === 'room' ? [anybody()] : facts.members) {
      const said = tableSays(viewer, facts);
      expect(rule?.days ?? 'n/a').toBe(said);
      if (!rule || said === 'n/a') continue;
      const age = Math.floor(random() * 6_000) * DAY_MS + 1;
      expect(NOW - age < cutoffOf(rule, NOW).getTime()).toBe(age > said * DAY_MS);
    }
  }
});

describe('the grace', () => {
  const own = ruleOf(room(ACME))!;
  const mixed = ruleOf(talk(ACME, null))!;
  const within = ruleOf(talk(ACME, ACME))!;
  const keptOf = (rule: typeof own, deletesFrom: string | null = null) => ({ source: rule.source, accountId: rule.accountId, days: rule.days, deletesFrom });
  const in30Days = new Date(NOW + 30 * DAY_MS).toISOString();

  test('RST-01 RST-03 for 30 days after a period is set nothing is deleted, then what lies behind it is', () => {
    const fresh = { ...own, policy: policy(30, 0) };
    const kept = nextRetention(null, fresh, true, NOW);
    expect(kept).toEqual(keptOf(fresh));
    expect([deletesNow(fresh, kept!, NOW), deletesNow(fresh, kept!, NOW + 29 * DAY_MS), deletesNow(fresh, kept!, NOW + 30 * DAY_MS)]).toEqual([false, false, true]);
  });

  test('a channel that comes under another, shorter rule has 30 days of its own; one with nothing old, or a longer rule, has none', () => {
    expect(nextRetention(null, mixed, true, NOW)).toEqual(keptOf(mixed, in30Days));
    expect(nextRetention(null, mixed, false, NOW)).toEqual(keptOf(mixed));
    expect(nextRetention(keptOf(mixed), within, true, NOW)).toEqual(keptOf(within, in30Days));
    expect(nextRetention(keptOf(within), mixed, true, NOW)).toEqual(keptOf(mixed));
    expect(nextRetention(null, own, true, NOW)).toEqual(keptOf(own));
    expect(nextRetention(keptOf(mixed, in30Days), mixed, true, NOW + DAY_MS)).toEqual(keptOf(mixed, in30Days));
    expect(nextRetention(keptOf(mixed), undefined, true, NOW)).toBeNull();
    expect([deletesNow(mixed, keptOf(mixed), NOW), deletesNow(mixed, keptOf(mixed, in30Days), NOW)]).toEqual([true, false]);
  });
});
