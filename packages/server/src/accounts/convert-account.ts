import type { AccountId } from '@carillon/kernel/ids.js';
import type { Sql } from '../platform/database/database.js';
import { makeEnterprise } from './store.js';

/** The first verified domain makes a Team account an Enterprise account whose people sign in with passwords of ours (guide, ACC-05, ACC-06). */
export async function enterpriseFrom(sql: Sql, id: AccountId): Promise<void> {
  await makeEnterprise(sql, id);
}
