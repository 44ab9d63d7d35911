import type { Sql } from '../platform/database/database.js';
import { hasOwner } from './store.js';

/** Whether somebody has set this server up. Everybody may know. */
export function isSetUp(sql: Sql): Promise<boolean> {
  return hasOwner(sql);
}
