import type { Chance } from '@carillon/kernel/chance.js';
import type { Clock } from '@carillon/kernel/clock.js';
import type { GuestId, Ids, MeetingId, PersonId, SessionId } from '@carillon/kernel/ids.js';
import type { Config } from './config.js';
import type { AuditLog } from './platform/audit.js';
import type { Blobs } from './platform/blobs.js';
import type { Bus, Subject } from './platform/bus.js';
import type { Database, Sql } from './platform/database/database.js';
import type { EnqueueOptions, Jobs } from './platform/jobs.js';
import type { Log } from './platform/log.js';
import type { Memo } from './platform/memo.js';
import type { Pictures } from './platform/pictures.js';
import type { RateLimits } from './platform/rate-limits.js';
import type { ServerSecrets } from './platform/secrets.js';
import type { Together } from './platform/together.js';
import type { TxtRecords } from './platform/txt-records.js';
import type { Call } from './operation.js';
import type { ConsoleSessionRow } from './console/model.js';
import type { ServerPush } from '@carillon/wire/socket/frames.js';
import type { Hooks } from './hooks.js';

/** Who acts. Doors make it from a session; jobs and start-up act as `system`. */
export type Actor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly personId: PersonId; readonly sessionId: SessionId }
  | { readonly kind: 'guest'; readonly guestId: GuestId; readonly meetingId: MeetingId; readonly sessionId: SessionId }
  | { readonly kind: 'principal'; readonly principal: Principal; readonly call?: Call; readonly consoleSession?: { readonly row: ConsoleSessionRow; readonly own: Principal; readonly principal: Principal } }
  | { readonly kind: 'system' };

/** An identity of IAM: whoever signs requests, or administers in the console. */
export interface Principal {
  /** The 12-digit account it belongs to, and whose things it reaches. */
  readonly ownerAccountId: string;
  readonly type: 'Root' | 'IAMUser' | 'AssumedRole' | 'FederatedUser';
  readonly arn: string;
  /** `AIDA…`; of a session `AROA…:name`; of the root user the account. */
  readonly principalId: string;
  readonly userName?: string | undefined;
  readonly accessKeyId?: string | undefined;
  readonly mfaAuthenticated: boolean;
  /** Of temporary credentials. */
  readonly session?: PrincipalSession | undefined;
}

export interface PrincipalSession {
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly issuer?: { readonly type: 'Role' | 'IAMUser' | 'Root'; readonly principalId: string; readonly arn: string; readonly accountId: string; readonly userName?: string | undefined } | undefined;
  /** The user's or role's id whose permissions the session has; undefined for the root user. */
  readonly entityId: string | undefined;
  /** Policies that narrow what the session may do: JSON documents. */
  readonly policies: readonly string[];
  /** Signed in to the console with a password: such a session may what its user may. */
  readonly console?: true;
}

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
  readonly memo: Memo;
  readonly together: Together;
  readonly txtRecords: TxtRecords;
  readonly audit: AuditLog;
  /** What lower rooms ask of higher ones; `app.ts` fills it. */
  readonly hooks: Hooks;
}

/** A transaction: rows, pushes and jobs commit together or not at all. */
export interface Tx {
  readonly sql: Sql;
  /** Goes out after the commit to everyone who listens to the subject. A hint: nothing may depend on its arrival. */
  emit(to: Subject, push: ServerPush): void;
  /** Whether there is a new job; see `insertJob`. */
  enqueue(kind: string, payload: Record<string, unknown>, options?: EnqueueOptions): Promise<boolean>;
  /** Runs when the transaction has committed: for orders to sockets and to the media node. */
  afterCommit(work: () => void): void;
}

/** The first argument of everything that acts. */
export interface Ctx extends Deps {
  readonly actor: Actor;
  /** Where links of this request point to, without a slash at the end: `https://meet.example.com`. */
  readonly origin: string;
  readonly sql: Sql;
  now(): Date;
  /** In a context that is inside a transaction already (an operation's), the work joins it. */
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}
