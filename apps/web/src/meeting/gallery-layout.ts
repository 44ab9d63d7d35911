export interface Grid { readonly columns: number; readonly rows: number; readonly width: number; readonly height: number }

const ASPECT_IDEAL = 4 / 3;
const ASPECT_MIN = 1;
const ASPECT_MAX = 2;

/** Columns and tile size with which `count` tiles show the most picture in a frame. Sizes in pixels. */
export function galleryGrid(count: number, frameWidth: number, frameHeight: number, gap: number): Grid {
  let best: Grid = { columns: 1, rows: count, width: 0, height: 0 };
  let bestArea = -1;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const cellWidth = (frameWidth - gap * (columns - 1)) / columns;
    const cellHeight = (frameHeight - gap * (rows - 1)) / rows;
    if (cellWidth <= 0 || cellHeight <= 0) continue;
    // What counts is the picture of the usual shape that fits; the tile itself then takes the whole cell, within bounds.
    const seen = Math.min(cellWidth, cellHeight * ASPECT_IDEAL);
    if (seen * seen <= bestArea) continue;
    bestArea = seen * seen;
    best = { columns, rows, width: Math.floor(Math.min(cellWidth, cellHeight * ASPECT_MAX)), height: Math.floor(Math.min(cellHeight, cellWidth / ASPECT_MIN)) };
  }
  return best;
}

export const GALLERY_PAGE = 25;
export const FILMSTRIP_PLACES = 6;

/** Pages of at most 25; who is seen or heard comes first when there are more. */
export function galleryOrder(ids: readonly string[], isSeen: (id: string) => boolean, talking: (id: string) => boolean): readonly string[] {
  if (ids.length <= GALLERY_PAGE) return ids;
  const rank = (id: string): number => (talking(id) ? 0 : isSeen(id) ? 1 : 2);
  return [...ids].sort((a, b) => rank(a) - rank(b));
}
