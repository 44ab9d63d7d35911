import type { PersonId } from '@carillon/kernel/ids.js';
import { publicOrigin } from '../config.js';
import type { Ctx } from '../ctx.js';
import { postOutside } from '../platform/post-outside.js';
import { CALL_TTL_S, isMentioned, MESSAGE_TTL_S, PUSH_EVERY_MS, SUBSCRIBED_KEY, SUBSCRIBED_KNOWN_MS, wantsNews, type News, type PushTarget } from './model.js';
import { encryptPush, vapidHeader } from './push-message.js';
import { deleteSubscription, isAnySubscribed, readPushTargets } from './store.js';
import { notificationText } from './words.js';

/** News that wait; more are dropped: a push is a hint, and the unread counts are the truth. */
const WAITING_MAX = 1_000;
const TARGETS_MAX = 10_000;
const SENT_AT_ONCE = 16;
const TOLD_KEPT_MAX = 50_000;
const TOKEN_LASTS_S = 12 * 3600;

/** Tells people who are not looking, through the push services of their browsers; in memory, one piece of news after the other. */
export class Notifier {
  readonly #ctx: Ctx;
  readonly #waiting: News[] = [];
  /** When each person was told of each channel last. */
  readonly #told = new Map<string, number>();
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(ctx: Ctx) {
    this.#ctx = ctx;
  }

  take(news: News): void {
    if (this.#closed || this.#waiting.length >= WAITING_MAX) return;
    this.#waiting.push(news);
    this.#running ??= this.#drain().finally(() => (this.#running = undefined));
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting.length = 0;
    await this.#running;
  }

  async #drain(): Promise<void> {
    for (let news = this.#waiting.shift(); news !== undefined; news = this.#waiting.shift()) {
      await this.#tell(news).catch((error: unknown) => this.#ctx.log.warn({ err: error }, 'people could not be notified'));
    }
  }

  async #tell(news: News): Promise<void> {
    const ctx = this.#ctx;
    if (!(await ctx.memo.get(SUBSCRIBED_KEY, SUBSCRIBED_KNOWN_MS, () => isAnySubscribed(ctx.sql)))) return;
    const targets = await readPushTargets(ctx.sql, news.channelId, news.fromId, ctx.now(), TARGETS_MAX);
    const wanting = targets.filter(target => wantsNews(target, news, target.channelKind) && !ctx.hooks.isAttending(target.personId));
    const people = new Set(wanting.map(target => target.personId).filter(personId => this.#mayTell(personId, news)));
    const chosen = wanting.filter(target => people.has(target.personId));
    for (let i = 0; i < chosen.length && !this.#closed; i += SENT_AT_ONCE) {
      await Promise.all(chosen.slice(i, i + SENT_AT_ONCE).map(target => this.#push(target, news)));
    }
  }

  /** A person hears of a channel once in PUSH_EVERY_MS; a call is never held back by a message. */
  #mayTell(personId: PersonId, news: News): boolean {
    const now = this.#ctx.clock.now();
    const key = `${personId} ${news.channelId} ${news.kind}`;
    if (now - (this.#told.get(key) ?? -Infinity) < PUSH_EVERY_MS) return false;
    this.#told.delete(key);
    this.#told.set(key, now);
    for (const [old, at] of this.#told) {
      if (now - at < PUSH_EVERY_MS && this.#told.size <= TOLD_KEPT_MAX) break;
      this.#told.delete(old);
    }
    return true;
  }

  async #push(target: PushTarget, news: News): Promise<void> {
    const { chance, secrets, config, clock, log, sql } = this.#ctx;
    const mentioned = news.kind === 'message' && isMentioned(target.personId, news);
    const text = notificationText(news, { locale: target.locale, content: target.pushContent, mentioned });
    try {
      const body = encryptPush(JSON.stringify({ ...text, path: news.path, tag: `${news.kind} ${news.channelId}` }), target, { privateKey: chance.bytes(32), salt: chance.bytes(16) });
      const headers = {
        authorization: vapidHeader(target.endpoint, contactOf(config), Math.floor(clock.now() / 1000) + TOKEN_LASTS_S, secrets.pushKey, secrets.pushPublicKey),
        'content-encoding': 'aes128gcm', 'content-type': 'application/octet-stream', ttl: String(news.kind === 'call' ? CALL_TTL_S : MESSAGE_TTL_S),
        urgency: news.kind === 'call' || mentioned ? 'high' : 'normal', topic: news.channelId.replaceAll('-', '').slice(0, 32),
      };
      const { status } = await postOutside(target.endpoint, { headers, body, privateAddresses: config.pushPrivateAddresses, plainHttp: config.pushPrivateAddresses });
      // The browser gave the subscription up (RFC 8030, section 7.3).
      if (status === 404 || status === 410) await deleteSubscription(sql, target.sessionId);
      else if (status >= 300) log.warn({ status, service: new URL(target.endpoint).host }, 'a push service refused a push');
    } catch (error) {
      log.warn({ err: error }, 'a push could not be sent');
    }
  }
}

/** Whom a push service may write to about our pushes (RFC 8292, section 2.1). */
function contactOf(config: Ctx['config']): string {
  const origin = publicOrigin(config);
  return origin.startsWith('https:') ? origin : `mailto:${/<([^>]+)>/.exec(config.mailFrom)?.[1] ?? config.mailFrom}`;
}
