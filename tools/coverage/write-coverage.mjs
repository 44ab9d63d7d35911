import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes docs/coverage.md from a full test run: one row a requirement, in the order of the list. A row is shown when a test whose name begins with
 * its id passed; otherwise it waits for its area, or does not apply, as the list says.
 */

const list = new URL('./requirements.tsv', import.meta.url);
const page = new URL('../../docs/coverage.md', import.meta.url);

export function readRequirements() {
  return readFileSync(list, 'utf8').trimEnd().split('\n').map(line => {
    const [id, title, otherwise] = line.split('\t');
    return { id, title, otherwise };
  });
}

/** `RET-05 …` and `RET-05 RET-06 …` name what a test shows: its own title, without the words of its group. */
export function idsOf(name) {
  return /^((?:[A-Z]{3}-\d{2} )+)/.exec(`${name} `)?.[1].trim().split(' ') ?? [];
}

export function coverageText(requirements, tests) {
  const shown = new Map();
  for (const test of tests.filter(one => one.status === 'passed')) {
    for (const id of idsOf(test.title ?? test.name)) shown.set(id, [...(shown.get(id) ?? []), `${test.file} › ${test.name}`]);
  }
  const rows = requirements.map(({ id, title, otherwise }) => {
    const names = [...new Set(shown.get(id) ?? [])].sort();
    const state = names.length > 0 ? 'shown' : otherwise.startsWith('not applicable') ? otherwise : `waits: ${otherwise}`;
    return `| ${id} | ${title} | ${state} | ${names.join('; ').replaceAll('|', '\\|')} |`;
  });
  const count = requirements.filter(({ id }) => shown.has(id)).length;
  return [
    '# Coverage of the administration guide',
    '',
    '<!-- Written by a full run of `npm test`; do not edit. -->',
    '',
    `${count} of ${requirements.length} requirements are shown by tests of the last full run.`,
    '',
    '| Requirement | Title | State | Tests |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** False, with a sentence, when a test claims an id that is not in the list. */
export function writeCoverage(tests) {
  const requirements = readRequirements();
  const known = new Set(requirements.map(({ id }) => id));
  const unknown = tests.flatMap(test => idsOf(test.title ?? test.name)).filter(id => !known.has(id));
  if (unknown.length > 0) console.error(`Tests name requirements that are not in the list: ${[...new Set(unknown)].join(', ')}`);
  writeFileSync(page, coverageText(requirements, tests));
  return unknown.length === 0;
}
