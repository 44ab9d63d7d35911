import { expect, test } from 'vitest';
import { coverageText, idsOf, readRequirements } from './write-coverage.mjs';

test('the list holds all 433 requirements, each once, each with a title and an area or a reason', () => {
  const requirements = readRequirements();
  expect(new Set(requirements.map(({ id }) => id)).size).toBe(433);
  for (const { id, title, otherwise } of requirements) {
    expect(id).toMatch(/^[A-Z]{3}-\d{2}$/);
    expect(title.length).toBeGreaterThan(4);
    expect(otherwise).toMatch(/^(API|chat|console|bots|media|meetings|directory|telephony|reports|operations|integrations|not applicable: .+)$/);
  }
});

test('a row is shown only by a test that passed and begins with its id', () => {
  expect(idsOf('RET-05 RET-06 both at once')).toEqual(['RET-05', 'RET-06']);
  expect(idsOf('mentions RET-05 later')).toEqual([]);
  const list = [{ id: 'RET-05', title: 'One', otherwise: 'chat' }, { id: 'HIS-01', title: 'Two', otherwise: 'not applicable: history' }, { id: 'RET-06', title: 'Three', otherwise: 'chat' }];
  const text = coverageText(list, [{ name: 'RET-05 holds', file: 'a.test.ts', status: 'passed' }, { name: 'RET-06 breaks', file: 'a.test.ts', status: 'failed' }]);
  expect(text).toContain('| RET-05 | One | shown | a.test.ts › RET-05 holds |');
  expect(text).toContain('| RET-06 | Three | waits: chat |  |');
  expect(text).toContain('| HIS-01 | Two | not applicable: history |  |');
});
