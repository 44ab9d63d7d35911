import { ApiError } from '@carillon/kernel/errors.js';
import type { Id } from '@carillon/kernel/ids.js';
import type { Database, Sql } from './database/database.js';
import type { Log } from './log.js';

/** One line of the audit log, in CloudTrail's own form (guide, CTR-03), with what it is looked up by. */
export interface AuditEvent {
  readonly id: Id<'AuditEvent'>;
  readonly ownerAccountId: string;
  readonly at: Date;
  readonly source: string;
  readonly name: string;
  readonly userName: string;
  readonly accessKeyId: string | undefined;
  readonly readOnly: boolean;
  readonly record: Record<string, unknown>;
}

interface KeyUse {
  readonly at: Date;
  readonly service: string;
  readonly region: string;
}

const FLUSH_MS = 500;
const FLUSH_AT = 500;
const WAITING_MAX = 10_000;
const ROWS_PER_STATEMENT = 200;

/**
 * Writes records with `sql`, so that they commit with the change they tell of, and with them, in the same statement, what each trail
 * of the owner has still to deliver. A trail's list is a queue and no position in time: what commits late is delivered late, and once.
 */
export async function insertAuditEvents(sql: Sql, events: readonly AuditEvent[]): Promise<void> {
  for (let i = 0; i < events.length; i += ROWS_PER_STATEMENT) {
    await sql
      .with('written', db => db
      .insertInto('audit_event')
      .values(events.slice(i, i + ROWS_PER_STATEMENT).map(event => ({
        id: event.id, owner_account_id: event.ownerAccountId, at: event.at, source: event.source, name: event.name, user_name: event.userName, access_key_id: event.accessKeyId ?? null,
        read_only: event.readOnly, record: JSON.stringify(event.record),
      })))
      // Written already, by a try that broke off later.
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning(['id', 'owner_account_id', 'at', 'read_only']))
      .insertInto('trail_record')
      .columns(['trail_id', 'event_id', 'at'])
      .expression(db => db
        .selectFrom('written')
        .innerJoin('trail', 'trail.owner_account_id', 'written.owner_account_id')
        .select(['trail.id', 'written.id as eventId', 'written.at'])
        .where('trail.logging', '=', true)
        .where(eb => eb.or([eb('trail.read_write', '=', 'All'), eb.and([eb('trail.read_write', '=', 'ReadOnly'), eb('written.read_only', '=', true)]), eb.and([eb('trail.read_write', '=', 'WriteOnly'), eb('written.read_only', '=', false)])])))
      .onConflict(conflict => conflict.columns(['trail_id', 'event_id']).doNothing())
      .execute();
  }
}

/**
 * Records of reads, written in groups within half a second (data.md), and when which key was used. What could not be
 * written is tried again; while too much waits, reads are refused, so that none goes unrecorded for long.
 */
export class AuditLog {
  readonly #database: Database;
  readonly #log: Log;
  #waiting: AuditEvent[] = [];
  #uses = new Map<string, KeyUse>();
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> | undefined;

  constructor(database: Database, log: Log) {
    this.#database = database;
    this.#log = log;
  }

  /** Resolves at once, unless so much waits that it is written first. */
  async add(event: AuditEvent): Promise<void> {
    if (this.#waiting.length >= WAITING_MAX) throw new ApiError('ServiceUnavailable', 'The audit log cannot be written. Try again later.');
    this.#waiting.push(event);
    this.#schedule();
    if (this.#waiting.length % FLUSH_AT === 0) await this.flush();
  }

  noteUse(accessKeyId: string, use: KeyUse): void {
    this.#uses.set(accessKeyId, use);
    this.#schedule();
  }

  /** Writes what waits; resolves also when that failed, which the log tells. */
  async flush(): Promise<void> {
    const after = this.#flushing ?? Promise.resolve();
    this.#flushing = after.then(() => this.#write());
    await this.#flushing;
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.flush();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, FLUSH_MS).unref();
  }

  async #write(): Promise<void> {
    const events = this.#waiting;
    this.#waiting = [];
    await this.#writeUses();
    if (events.length === 0) return;
    try {
      await insertAuditEvents(this.#database.sql, events);
    } catch (error) {
      this.#log.error({ err: error, waiting: events.length }, 'audit records could not be written; they are tried again');
      this.#waiting = [...events, ...this.#waiting];
      this.#schedule();
    }
  }

  async #writeUses(): Promise<void> {
    const uses = this.#uses;
    this.#uses = new Map();
    try {
      for (const [id, use] of uses) await this.#database.sql.updateTable('iam_access_key').set({ last_used_at: use.at, last_used_service: use.service, last_used_region: use.region }).where('id', '=', id).execute();
    } catch (error) {
      this.#log.warn({ err: error }, 'when keys were last used could not be written');
    }
  }
}
