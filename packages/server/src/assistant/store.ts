import type { PersonId } from '@carillon/kernel/ids.js';
import type { ConfirmedCommand } from '@carillon/wire/assistant.js';
import type { Sql } from '../platform/database/database.js';

/** Who writes to the Assistant; undefined for whoever cannot sign in any more. */
export async function readAsker(sql: Sql, personId: PersonId): Promise<{ locale: string | null; accountName: string | null } | undefined> {
  return sql
    .selectFrom('person')
    .leftJoin('membership', join => join.onRef('membership.person_id', '=', 'person.id').on('membership.status', '=', 'Joined'))
    .leftJoin('account', 'account.id', 'membership.account_id')
    .select(['person.locale', 'account.name as accountName'])
    .where('person.id', '=', personId)
    .where('registration', '=', 'Registered')
    .executeTakeFirst();
}

/** The code of a command, over an earlier one. */
export async function putCode(sql: Sql, personId: PersonId, command: ConfirmedCommand, code: { hash: Buffer; expiresAt: Date }): Promise<void> {
  const set = { code_hash: code.hash, expires_at: code.expiresAt };
  await sql
    .insertInto('assistant_code')
    .values({ person_id: personId, command, ...set })
    .onConflict(conflict => conflict.columns(['person_id', 'command']).doUpdateSet(set))
    .execute();
}

/** Takes the code of a command away. */
export async function takeCode(sql: Sql, personId: PersonId, command: ConfirmedCommand): Promise<{ hash: Buffer; expiresAt: Date } | undefined> {
  return sql.deleteFrom('assistant_code').where('person_id', '=', personId).where('command', '=', command).returning(['code_hash as hash', 'expires_at as expiresAt']).executeTakeFirst();
}

export async function deleteCodesOf(sql: Sql, personId: PersonId): Promise<void> {
  await sql.deleteFrom('assistant_code').where('person_id', '=', personId).execute();
}

export async function deleteCodesBefore(sql: Sql, before: Date): Promise<void> {
  await sql.deleteFrom('assistant_code').where('expires_at', '<=', before).execute();
}
