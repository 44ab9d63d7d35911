import { sql as raw } from 'kysely';
import { DAY_MS, SECOND_MS } from '@carillon/kernel/clock.js';
import type { JobId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import type { Sql } from './database/database.js';
import { isUniqueViolation } from './database/errors.js';

/**
 * Work that must happen at least once, as rows written in the transaction that wants it. Time is the application's, so
 * that tests move it. A job that fails is tried again with a growing delay; after the last try it stays, with its
 * error, for people to see. Jobs run one after the other: what takes long does a part and returns AGAIN, and others come in between.
 */
export type JobWork = (ctx: Ctx, payload: Record<string, unknown>, stopping: AbortSignal) => Promise<void | typeof AGAIN>;

/** More is to be done: the job runs again as soon as those have run that are due. */
export const AGAIN = 'again';

/**
 * Jobs of one lane never wait for those of another. `outside` is for work that waits for strangers' servers, `bots` for their programs: several at a time, and however slow they
 * are, mail and deleting go on.
 */
export type LaneName = 'main' | 'outside' | 'bots';
const LANE_WIDTHS: Readonly<Record<LaneName, number>> = { main: 1, outside: 4, bots: 32 };

export interface EnqueueOptions {
  /** Not before this time; at once without it. */
  runAt?: Date;
  /** At most one waiting job has this key; a second one is dropped. */
  uniqueKey?: string;
}

/** Work that comes back by itself. */
export interface Schedule {
  readonly kind: string;
  readonly everyMs: number;
}

const ATTEMPTS_MAX = 8;
const RETRY_DELAY_MS = 15 * SECOND_MS;
const LAST_ERROR_LENGTH_MAX = 500;
const LOCK_MS = 5 * 60 * SECOND_MS;
/** A hundred years: out of the way, but still in the table. */
const GIVEN_UP_MS = 100 * 365 * DAY_MS;
const POLL_MS = SECOND_MS;
const KEY_TRIES_MAX = 10;

/**
 * Writes a job with `sql`, so that it commits with whatever else that transaction does. Whether there is a new one: the waiting job of the same key serves too, and its work cannot begin
 * to read (`releaseJobKey`) before this transaction has ended, so that it sees what was written here.
 */
export async function insertJob(ctx: Pick<Ctx, 'ids' | 'now'>, sql: Sql, kind: string, payload: Record<string, unknown>, options: EnqueueOptions = {}): Promise<boolean> {
  const { uniqueKey = null, runAt } = options;
  const now = ctx.now();
  const values = raw`(${ctx.ids.next<'Job'>()}::uuid, ${kind}, ${JSON.stringify(payload)}::jsonb, ${uniqueKey}::text, ${runAt ?? now}::timestamptz, ${now}::timestamptz)`;
  for (let tries = 0; tries < KEY_TRIES_MAX; tries++) {
    const { rows } = await raw<{ added: number; held: number }>`
      with added as (insert into job (id, kind, payload, unique_key, run_at, created_at) values ${values} on conflict (unique_key) do nothing returning 1),
        held as (select 1 from job where unique_key = ${uniqueKey}::text for key share)
      select (select count(*)::int from added) as added, (select count(*)::int from held) as held`.execute(sql);
    if (rows[0]!.added > 0) return true;
    if (rows[0]!.held > 0) return false;
    // Its key was given up between the two.
  }
  throw new Error(`The job ${uniqueKey ?? kind} could not be written: its key was taken and given up again and again.`);
}

/** Another job of this key may be written from now on: for work that reads afterwards what there is to do. Waits for transactions that counted on the key. */
export async function releaseJobKey(sql: Sql, uniqueKey: string): Promise<void> {
  await sql.updateTable('job').set({ unique_key: null }).where('unique_key', '=', uniqueKey).execute();
}

export class Jobs {
  readonly #work = new Map<string, JobWork>();
  readonly #lanes: readonly Lane[] = (['main', 'outside', 'bots'] as const).map(name => ({ name, kinds: [], running: new Set() }));
  #tick: ((lane: Lane) => void) | undefined;
  readonly #schedules: Schedule[] = [];
  readonly #timers = new Map<LaneName, NodeJS.Timeout>();
  readonly #looking = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  register(kind: string, work: JobWork, lane: LaneName = 'main'): void {
    this.#work.set(kind, work);
    this.#lanes.find(each => each.name === lane)?.kinds.push(kind);
  }

  schedule(schedule: Schedule): void {
    this.#schedules.push(schedule);
  }

  /** Polls until `stop`, each lane by itself. */
  start(ctx: Ctx): void {
    const tick = (lane: Lane) => {
      if (this.#stopped) return;
      this.#timers.delete(lane.name);
      const look = this.#fill(ctx, lane)
        .then(() => undefined, (error: unknown) => ctx.log.error({ err: error }, 'the job queue could not be read'))
        .finally(() => {
          this.#looking.delete(look);
          if (!this.#stopped) this.#timers.set(lane.name, setTimeout(() => tick(lane), POLL_MS).unref());
        });
      this.#looking.add(look);
    };
    this.#tick = tick;
    const tickAll = () => this.#lanes.forEach(tick);
    void this.#seedSchedules(ctx).then(tickAll, (error: unknown) => {
      ctx.log.error({ err: error }, 'scheduled jobs could not be written');
      tickAll();
    });
  }

  /** A lane looks for work now, not at its next turn: something was written that somebody waits for. */
  wake(name: LaneName): void {
    const timer = this.#timers.get(name);
    const lane = this.#lanes.find(each => each.name === name);
    // Without a timer it is looking at this moment, or has not begun.
    if (!lane || timer === undefined || this.#stopped) return;
    this.#timers.delete(name);
    clearTimeout(timer);
    this.#tick?.(lane);
  }

  /** Work that listens to `stopping` ends early and comes again; the rest is waited for. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The server is stopping.'));
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.all([...this.#looking, ...this.#lanes.flatMap(lane => [...lane.running])]);
  }

  get #stopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  /**
   * Runs everything that is due by the application's clock, in all lanes, to its end; returns how many jobs ran.
   */
  async runDue(ctx: Ctx): Promise<number> {
    const counts = await Promise.all(this.#lanes.map(lane => this.#drain(ctx, lane)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async #drain(ctx: Ctx, lane: Lane): Promise<number> {
    let count = 0;
    for (let more = 1; more > 0 && !this.#stopped; count += more) {
      more = await this.#fill(ctx, lane);
      await Promise.all(lane.running);
    }
    return count;
  }

  /** Begins what is due, as much at a time as the lane is wide; one is claimed at a time, so that none waits out its claim. */
  async #fill(ctx: Ctx, lane: Lane): Promise<number> {
    const others = this.#lanes.filter(each => each.name !== 'main').flatMap(each => each.kinds);
    for (let count = 0; ; count++) {
      if (lane.running.size >= LANE_WIDTHS[lane.name]) await Promise.race(lane.running);
      const job = this.#stopped ? undefined : await claimJob(ctx, lane.name === 'main' ? { not: others } : { of: lane.kinds });
      if (!job) return count;
      const run: Promise<void> = this.#run(ctx, job)
        .catch((error: unknown) => ctx.log.error({ err: error }, 'the end of a job could not be written'))
        .finally(() => lane.running.delete(run));
      lane.running.add(run);
    }
  }

  /** Scheduled work comes back for ever, whatever happens to it; other work is tried ATTEMPTS_MAX times. */
  async #run(ctx: Ctx, job: ClaimedJob): Promise<void> {
    const schedule = this.#schedules.find(one => one.kind === job.kind);
    try {
      const result = await this.#perform(ctx, job);
      if (result === AGAIN) await updateJob(ctx, job.id, { runAt: ctx.now(), attempts: 0, lastError: null });
      else if (schedule) await updateJob(ctx, job.id, { runAt: new Date(ctx.clock.now() + schedule.everyMs), attempts: 0, lastError: null });
      else await ctx.sql.deleteFrom('job').where('id', '=', job.id).execute();
    } catch (error) {
      ctx.log.warn({ err: error, kind: job.kind, attempt: job.attempts }, 'a job failed');
      const retryMs = RETRY_DELAY_MS * 2 ** (Math.min(job.attempts, ATTEMPTS_MAX) - 1);
      const givenUp = !schedule && job.attempts >= ATTEMPTS_MAX;
      const delayMs = schedule ? Math.min(retryMs, schedule.everyMs) : givenUp ? GIVEN_UP_MS : retryMs;
      await updateJob(ctx, job.id, { runAt: new Date(ctx.clock.now() + delayMs), attempts: job.attempts, lastError: String(error).slice(0, LAST_ERROR_LENGTH_MAX) });
      // What stays for people to see keeps nobody from beginning anew.
      if (givenUp && job.uniqueKey !== null) await releaseJobKey(ctx.sql, job.uniqueKey);
    }
  }

  async #perform(ctx: Ctx, job: ClaimedJob): Promise<void | typeof AGAIN> {
    const work = this.#work.get(job.kind);
    if (!work) throw new Error(`No work is known for jobs of kind ${job.kind}.`);
    // Its node died in it each time: it would go on taking nodes down.
    if (job.attempts > ATTEMPTS_MAX && job.uniqueKey === null) throw new Error('The job was begun too often and never ended.');
    return work(ctx, job.payload, this.#stopping.signal);
  }

  async #seedSchedules(ctx: Ctx): Promise<void> {
    for (const { kind, everyMs } of this.#schedules) {
      await insertJob(ctx, ctx.sql, kind, {}, { uniqueKey: kind, runAt: new Date(ctx.clock.now() + Math.min(everyMs, 60 * SECOND_MS)) }).catch((error: unknown) => {
        // Another node was first.
        if (!isUniqueViolation(error)) throw error;
      });
    }
  }
}

interface Lane {
  readonly name: LaneName;
  readonly kinds: string[];
  readonly running: Set<Promise<void>>;
}

interface ClaimedJob {
  id: JobId;
  kind: string;
  payload: Record<string, unknown>;
  uniqueKey: string | null;
  attempts: number;
}

/** `skip locked`, so that several nodes share the queue; a node that dies loses its claim after LOCK_MS. */
async function claimJob(ctx: Ctx, kinds: { of: readonly string[] } | { not: readonly string[] }): Promise<ClaimedJob | undefined> {
  const now = ctx.now();
  const until = new Date(now.getTime() + LOCK_MS);
  const mine = 'of' in kinds;
  const { rows } = await raw<ClaimedJob>`
    update job set locked_until = ${until}, attempts = attempts + 1
    where id = (
      select id from job where run_at <= ${now} and (locked_until is null or locked_until <= ${now}) and (kind in (${raw.join(['', ...(mine ? kinds.of : kinds.not)])})) = ${mine}
      order by run_at limit 1 for update skip locked
    )
    returning id, kind, payload, unique_key as "uniqueKey", attempts`.execute(ctx.sql);
  return rows[0];
}

async function updateJob(ctx: Ctx, id: JobId, set: { runAt: Date; attempts: number; lastError: string | null }): Promise<void> {
  await ctx.sql.updateTable('job').set({ locked_until: null, run_at: set.runAt, attempts: set.attempts, last_error: set.lastError }).where('id', '=', id).execute();
}
