import type { ChannelId, PersonId, SessionId } from '@carillon/kernel/ids.js';
import { HOUR_MS, MINUTE_MS, SECOND_MS, DAY_MS } from '@carillon/kernel/clock.js';
import type { Mention, NotificationLevel } from '@carillon/wire/rest/chat.js';
import type { PresenceMode } from '@carillon/wire/rest/identity.js';
import type { NotificationSettings } from '@carillon/wire/rest/notifications.js';

/** At most one push a person and channel within this time. */
export const PUSH_EVERY_MS = 10 * SECOND_MS;
/** How late another node's first subscription may be heard of; this node's own is known at once. */
export const SUBSCRIBED_KNOWN_MS = 10 * SECOND_MS;
export const SUBSCRIBED_KEY = 'notifications.subscribed';
/** How long a push service keeps a message for a browser that is off. */
export const MESSAGE_TTL_S = 24 * 3600;
/** A call that nobody heard in time is no call. */
export const CALL_TTL_S = 60;
/** At most one mail a person within this time. */
export const DIGEST_EVERY_MS = 4 * HOUR_MS;
export const DIGEST_JOB_EVERY_MS = 5 * MINUTE_MS;
/** The shortest retention is a day: what is younger is never hidden. */
export const DIGEST_LOOKS_BACK_MS = DAY_MS;

export const DEFAULT_SETTINGS: NotificationSettings = { desktop: 'always', mobile: 'always', calls: true, pushContent: false, digest: true, digestContent: false };

/** A browser that takes pushes, with what decides whether it gets one. */
export interface PushTarget extends NotificationSettings {
  sessionId: SessionId;
  personId: PersonId;
  endpoint: string;
  p256dh: Buffer;
  auth: Buffer;
  isMobile: boolean;
  presenceMode: PresenceMode;
  locale: string | null;
  /** Of the seat in the channel, for this kind of device. */
  channelLevel: string;
}

/** What people may want to be told of. */
export interface News {
  kind: 'message' | 'call';
  channelId: ChannelId;
  /** Whom it comes from; they are not told. */
  fromId: string;
  fromName: string;
  content: string;
  /** As the message keeps them: people, or `all`. */
  mentions: readonly Mention[];
  /** Where a press on the notification leads, within the app. */
  path: string;
}

/** The level a member chose for one channel. */
export function levelOf(channelLevel: string): NotificationLevel {
  return channelLevel === 'mentions' || channelLevel === 'never' ? channelLevel : 'always';
}

/** Whether a message names the person, or everybody. Whoever was there when it said so is named. */
export function isMentioned(personId: PersonId, message: { mentions: readonly Mention[] }): boolean {
  return message.mentions.includes(personId) || message.mentions.includes('all');
}

/** Whether a person wants to hear of it on such a device. Do not disturb silences everything; a direct message is addressed to one, like a mention. */
export function wantsNews(target: Omit<PushTarget, 'sessionId' | 'endpoint' | 'p256dh' | 'auth'>, news: News, channelKind: string): boolean {
  if (target.presenceMode === 'dnd') return false;
  const device = target.isMobile ? 'mobile' : 'desktop';
  const level = levelOf(target.channelLevel);
  if (news.kind === 'call') return target.calls && level !== 'never';
  const mentioned = isMentioned(target.personId, news);
  return passes(level, mentioned) && passes(target[device], mentioned || channelKind === 'direct');
}

function passes(level: NotificationLevel, addressed: boolean): boolean {
  return level === 'always' || (level === 'mentions' && addressed);
}

/** Mentions as their names: `<@…|Anna>` is `@Anna`; those of everybody are words of their own in any language. */
export function plainContent(content: string): string {
  return content.replaceAll(/<@(all|present)\|[^>]*>/g, '@$1').replaceAll(/<@[^|>]*\|([^>]*)>/g, '@$1').trim();
}
