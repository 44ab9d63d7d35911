import type { Chance } from '@carillon/kernel/chance.js';
import type { Clock } from '@carillon/kernel/clock.js';
import type { GuestId, Ids, MeetingId, PersonId, SessionId } from '@carillon/kernel/ids.js';
import type { Config } from './config.js';
import type { Blobs } from './platform/blobs.js';
import type { Bus, Subject } from './platform/bus.js';
import type { Database, Sql } from './platform/database/database.js';
import type { EnqueueOptions, Jobs } from './platform/jobs.js';
import type { Log } from './platform/log.js';
import type { Pictures } from './platform/pictures.js';
import type { RateLimits } from './platform/rate-limits.js';
import type { ServerSecrets } from './platform/secrets.js';
import type { ServerPush } from '@carillon/wire/socket/frames.js';
import type { Hooks } from './hooks.js';

/** Who acts. Doors make it from a session; jobs and start-up act as `system`. */
export type Actor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly personId: PersonId; readonly sessionId: SessionId }
  | { readonly kind: 'guest'; readonly guestId: GuestId; readonly meetingId: MeetingId; readonly sessionId: SessionId }
  | { readonly kind: 'system' };

/** Built once at start. */
export interface Deps {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly ids: Ids;
  readonly log: Log;
  readonly config: Config;
  readonly secrets: ServerSecrets;
  readonly database: Database;
  readonly blobs: Blobs;
  readonly bus: Bus;
  readonly jobs: Jobs;
  readonly pictures: Pictures;
  readonly limits: RateLimits;
  /** What lower rooms ask of higher ones; `app.ts` fills it. */
  readonly hooks: Hooks;
}

/** A transaction: rows, pushes and jobs commit together or not at all. */
export interface Tx {
  readonly sql: Sql;
  /** Goes out after the commit to everyone who listens to the subject. A hint: nothing may depend on its arrival. */
  emit(to: Subject, push: ServerPush): void;
  enqueue(kind: string, payload: Record<string, unknown>, options?: EnqueueOptions): Promise<void>;
}

/** The first argument of everything that acts. */
export interface Ctx extends Deps {
  readonly actor: Actor;
  /** Where links of this request point to, without a slash at the end: `https://meet.example.com`. */
  readonly origin: string;
  readonly sql: Sql;
  now(): Date;
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}
