import { sql as raw } from 'kysely';
import { DAY_MS, SECOND_MS } from '@carillon/kernel/clock.js';
import type { JobId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import type { Sql } from './database/database.js';
import { isUniqueViolation } from './database/errors.js';

/**
 * Work that must happen at least once, as rows written in the transaction that wants it. Time is the application's, so that tests
 * move it. A job that fails is tried again with a growing delay; after the last try it stays, with its error, for people to see.
 */
export type JobWork = (ctx: Ctx, payload: Record<string, unknown>) => Promise<void>;

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
const LOCK_MS = 5 * 60 * SECOND_MS;
/** A hundred years: out of the way, but still in the table. */
const GIVEN_UP_MS = 100 * 365 * DAY_MS;
const BATCH = 10;
const POLL_MS = SECOND_MS;

export async function insertJob(ctx: Pick<Ctx, 'ids' | 'now'>, sql: Sql, kind: string, payload: Record<string, unknown>, options: EnqueueOptions = {}): Promise<void> {
  const now = ctx.now();
  await sql
    .insertInto('job')
    .values({ id: ctx.ids.next<'Job'>(), kind, payload: JSON.stringify(payload), unique_key: options.uniqueKey ?? null, run_at: options.runAt ?? now, created_at: now, locked_until: null, last_error: null })
    .onConflict(conflict => conflict.column('unique_key').doNothing())
    .execute();
}

export class Jobs {
  readonly #work = new Map<string, JobWork>();
  readonly #schedules: Schedule[] = [];
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  register(kind: string, work: JobWork): void {
    this.#work.set(kind, work);
  }

  schedule(schedule: Schedule): void {
    this.#schedules.push(schedule);
  }

  /** Polls until `stop`. `wake` makes the next look happen at once. */
  start(ctx: Ctx): void {
    const tick = () => {
      if (this.#stopped) return;
      this.#running = this.runDue(ctx)
        .then(() => undefined, (error: unknown) => ctx.log.error({ err: error }, 'the job queue could not be read'))
        .finally(() => {
          if (!this.#stopped) this.#timer = setTimeout(tick, POLL_MS).unref();
        });
    };
    void this.#seedSchedules(ctx).then(tick, (error: unknown) => {
      ctx.log.error({ err: error }, 'scheduled jobs could not be written');
      tick();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Runs everything that is due by the application's clock; returns how many jobs ran. */
  async runDue(ctx: Ctx): Promise<number> {
    let count = 0;
    for (;;) {
      const batch = await claimJobs(ctx);
      for (const job of batch) await this.#run(ctx, job);
      count += batch.length;
      if (batch.length < BATCH || this.#stopped) return count;
    }
  }

  async #run(ctx: Ctx, job: ClaimedJob): Promise<void> {
    try {
      const work = this.#work.get(job.kind);
      if (!work) throw new Error(`No work is known for jobs of kind ${job.kind}.`);
      await work(ctx, job.payload);
      await ctx.sql.deleteFrom('job').where('id', '=', job.id).execute();
    } catch (error) {
      ctx.log.warn({ err: error, kind: job.kind, attempt: job.attempts }, 'a job failed');
      const delayMs = job.attempts >= ATTEMPTS_MAX ? GIVEN_UP_MS : RETRY_DELAY_MS * 2 ** (job.attempts - 1);
      const update = { locked_until: null, last_error: String(error).slice(0, 500), run_at: new Date(ctx.clock.now() + delayMs) };
      await ctx.sql.updateTable('job').set(update).where('id', '=', job.id).execute();
    }
    const schedule = this.#schedules.find(one => one.kind === job.kind);
    if (schedule) await insertJob(ctx, ctx.sql, schedule.kind, {}, { uniqueKey: schedule.kind, runAt: new Date(ctx.clock.now() + schedule.everyMs) });
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

interface ClaimedJob {
  id: JobId;
  kind: string;
  payload: Record<string, unknown>;
  attempts: number;
}

/** `skip locked`, so that several nodes share the queue; a node that dies loses its claim after LOCK_MS. */
async function claimJobs(ctx: Ctx): Promise<ClaimedJob[]> {
  const now = ctx.now();
  const until = new Date(now.getTime() + LOCK_MS);
  const { rows } = await raw<ClaimedJob>`
    update job set locked_until = ${until}, attempts = attempts + 1
    where id in (
      select id from job where run_at <= ${now} and (locked_until is null or locked_until <= ${now})
      order by run_at limit ${BATCH} for update skip locked
    )
    returning id, kind, payload, attempts`.execute(ctx.sql);
  return rows;
}
