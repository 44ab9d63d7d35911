import { sql as raw } from 'kysely';
import type { AccountId, PersonId } from '@carillon/kernel/ids.js';
import { randomSecret } from '@carillon/kernel/chance.js';
import { hashSecret } from '@carillon/server/platform/secrets.js';
import type { Ctx } from '@carillon/server/ctx.js';

/** People of a bench in an account, each with a session: written in bulk, for thousands who signed in one by one would take minutes. */

const BATCH = 1_000;
const SESSION_LASTS_MS = 24 * 3_600_000;

export interface SeededPeople { people: PersonId[]; /** The `cookie` header of each, in the same order. */ cookies: string[] }

export async function seedPeople(system: Ctx, accountId: AccountId, count: number): Promise<SeededPeople> {
  const people = Array.from({ length: count }, (_, i) => ({
    id: system.ids.next<'Person'>(), session: system.ids.next<'Session'>(), secret: randomSecret(system.chance), email: `p${i}@acme.example`, name: `Person ${i}`, number: String(1_000_000_000 + i),
  }));
  for (let first = 0; first < count; first += BATCH) {
    const rows = people.slice(first, first + BATCH).map(({ secret, ...row }) => ({ ...row, hash: hashSecret(secret).toString('hex') }));
    await insertPeople(system, accountId, JSON.stringify(rows));
  }
  return { people: people.map(row => row.id), cookies: people.map(row => `carillon_session=${row.secret}`) };
}

async function insertPeople(system: Ctx, accountId: AccountId, rows: string): Promise<void> {
  const at = system.now();
  const until = new Date(at.getTime() + SESSION_LASTS_MS);
  await raw`
    with given as (
      select * from jsonb_to_recordset(${rows}::jsonb) as one (id uuid, session uuid, hash text, email text, name text, number text)
    ), people as (
      insert into person (id, email, display_name, sort_name, personal_meeting_number, verified_at, created_at)
      select id, email, name, lower(name), number, ${at}::timestamptz, ${at}::timestamptz from given
    ), members as (
      insert into membership (person_id, account_id, licence, status, joined_at) select id, ${accountId}::uuid, 'Pro', 'Joined', ${at}::timestamptz from given
    )
    insert into session (id, kind, token_hash, person_id, label, created_at, last_seen_at, expires_at)
    select session, 'person', decode(hash, 'hex'), id, 'bench', ${at}::timestamptz, ${at}::timestamptz, ${until}::timestamptz from given`.execute(system.sql);
}
