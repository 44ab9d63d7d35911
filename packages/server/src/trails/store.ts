import type { Sql } from '../platform/database/database.js';

export interface EventRow {
  id: string;
  at: Date;
  source: string;
  name: string;
  userName: string;
  accessKeyId: string | null;
  readOnly: boolean;
  record: Record<string, unknown>;
}

export interface EventFilter {
  start: Date | undefined;
  end: Date | undefined;
  name?: string;
  userName?: string;
  source?: string;
  accessKeyId?: string;
  id?: string;
  readOnly?: boolean;
}

/** Newest first, below the position where one is given, and one more than `limit`. */
export async function readEvents(sql: Sql, owner: string, filter: EventFilter, before: { at: string; id: string } | undefined, limit: number): Promise<EventRow[]> {
  let query = sql
    .selectFrom('audit_event')
    .select(['id', 'at', 'source', 'name', 'user_name as userName', 'access_key_id as accessKeyId', 'read_only as readOnly', 'record'])
    .where('owner_account_id', '=', owner);
  if (filter.start) query = query.where('at', '>=', filter.start);
  if (filter.end) query = query.where('at', '<=', filter.end);
  if (filter.name !== undefined) query = query.where('name', '=', filter.name);
  if (filter.userName !== undefined) query = query.where('user_name', '=', filter.userName);
  if (filter.source !== undefined) query = query.where('source', '=', filter.source);
  if (filter.accessKeyId !== undefined) query = query.where('access_key_id', '=', filter.accessKeyId);
  if (filter.readOnly !== undefined) query = query.where('read_only', '=', filter.readOnly);
  // Ids are made by us; one of another form finds nothing.
  if (filter.id !== undefined) query = query.where(eb => eb(eb.cast<string>('id', 'text'), '=', filter.id!));
  if (before) query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '<', tuple(new Date(before.at), before.id as never)));
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
}
