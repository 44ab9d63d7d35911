import { MIGRATIONS } from '../../migrations/list.js';
import { applyMigrations } from './migrate.js';
import { openPGlite } from './durable-fs.js';

/**
 * Makes an embedded database and brings it to the newest schema, as a process of its own: creating one takes 850 MB
 * that the process would never give back. Arguments: the folder and the time to write down.
 */
const [folder, now] = process.argv.slice(2);
if (!folder || !now) throw new Error('Usage: pglite-create <folder> <milliseconds since 1970>');
const database = await openPGlite(folder);
await applyMigrations(
  {
    script: async sql => void (await database.exec(sql)),
    query: async (sql, parameters) => (await database.query<Record<string, unknown>>(sql, parameters)).rows,
  },
  MIGRATIONS,
  Number(now),
);
await database.close();
process.exit(0);
