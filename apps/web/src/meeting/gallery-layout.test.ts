import { expect, it } from 'vitest';
import { galleryGrid, galleryOrder } from './gallery-layout.js';

it('nine on a wide stage stand three by three', () => {
  expect(galleryGrid(9, 1060, 800, 8)).toMatchObject({ columns: 3, rows: 3 });
});

it('two on a phone stand above each other, on a screen beside each other', () => {
  expect(galleryGrid(2, 340, 600, 8)).toMatchObject({ columns: 1, rows: 2 });
  expect(galleryGrid(2, 1200, 700, 8)).toMatchObject({ columns: 2, rows: 1 });
});

it('one takes the stage', () => {
  expect(galleryGrid(1, 1200, 700, 8)).toEqual({ columns: 1, rows: 1, width: 1200, height: 700 });
});

it('twenty-five fit', () => {
  const grid = galleryGrid(25, 1240, 700, 8);
  expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(25);
  expect(grid.columns * grid.width + (grid.columns - 1) * 8).toBeLessThanOrEqual(1240);
});

it('only a meeting that needs pages puts the seen and heard first', () => {
  const ids = Array.from({ length: 30 }, (_, i) => `p${i}`);
  expect(galleryOrder(ids, id => id === 'p28', id => id === 'p29').slice(0, 3)).toEqual(['p29', 'p28', 'p0']);
  expect(galleryOrder(ids.slice(0, 3), () => false, id => id === 'p2')).toEqual(['p0', 'p1', 'p2']);
});
