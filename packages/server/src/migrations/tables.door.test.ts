import { readFileSync } from 'node:fs';
import { sql as raw } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '@carillon/testkit/world.js';
import { MIGRATIONS } from './list.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.stop());

/** `table.column` with `null` where it may be missing and `default` where an insert may leave it out. */
type Columns = Record<string, string>;

/** The text of `tables.ts`, whose types are gone at run time: `name: { column: Type; … };` */
function writtenColumns(): Columns {
  const text = readFileSync(new URL('./tables.ts', import.meta.url), 'utf8');
  const body = text.slice(text.indexOf('export interface Tables {'));
  const columns: Columns = {};
  for (const [, table, inside = ''] of body.matchAll(/^ {2}(\w+): \{([\s\S]*?)\};?$/gm)) {
    for (const part of splitAtDepth(inside)) {
      const [, column, type = ''] = /^\s*(\w+): ([\s\S]+)$/.exec(part) ?? [];
      if (column) columns[`${table}.${column}`] = [/\| null$/.test(type.trim()) && 'null', /^WithDefault(Json)?</.test(type) && 'default'].filter(Boolean).join(' ');
    }
  }
  return columns;
}

/** Semicolons inside a type's own braces part nothing. */
function splitAtDepth(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (character === ';' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

async function storedColumns(): Promise<Columns> {
  const { rows } = await raw<{ table: string; column: string; nullable: boolean; filled: boolean }>`
    select table_name as "table", column_name as "column", is_nullable = 'YES' as nullable, column_default is not null as filled
    from information_schema.columns where table_schema = 'public' and table_name <> 'schema_migration'`.execute(world.app.system.sql);
  return Object.fromEntries(rows.map(row => [`${row.table}.${row.column}`, [row.nullable && 'null', row.filled && 'default'].filter(Boolean).join(' ')]));
}

test('the tables as TypeScript sees them are those of the database: names, what may be missing, what has a default', async () => {
  const written = writtenColumns();
  expect(Object.keys(written).length).toBeGreaterThan(100);
  expect(written).toEqual(await storedColumns());
});

test('every migration is written down as applied, in its order', async () => {
  const { rows } = await raw<{ name: string }>`select name from schema_migration order by name`.execute(world.app.system.sql);
  expect(rows.map(row => row.name)).toEqual(MIGRATIONS.map(migration => migration.name));
  expect(MIGRATIONS.map(migration => migration.name)).toEqual(MIGRATIONS.map(migration => migration.name).toSorted());
});
