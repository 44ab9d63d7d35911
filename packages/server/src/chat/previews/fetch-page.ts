import type { Ctx } from '../../ctx.js';
import { fetchOutside, OutsideUnwanted, type OutsideAnswer, type OutsideLimit } from '../../platform/fetch-outside.js';
import { OutsideNotAllowed } from '../../platform/outside-address.js';
import type { MadePicture } from '../../platform/pictures.js';
import { contentTypeOf, isPicture } from '../messages/content-type.js';
import { decodePage } from './decode-page.js';
import { NOTHING, type FoundPreview } from './model.js';
import { readHead, type PageHead } from './read-head.js';

const PAGE_BYTES_MAX = 512 * 1024;
const PICTURE_BYTES_MAX = 5 * 1024 * 1024;
const PAGES = new Set(['text/html', 'application/xhtml+xml']);
/** SVG is not among them: it is a program. */
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']);
const ACCEPT_PICTURE = [...PICTURES].join(', ');
const ACCEPT = `text/html, application/xhtml+xml;q=0.9, ${[...PICTURES].map(each => `${each};q=0.8`).join(', ')}`;

/**
 * Where a link leads: a page with what it says of itself, or a picture. NOTHING when it may not be asked or has nothing to show; rejects when it may go better
 * another time.
 */
export async function fetchPage(ctx: Ctx, link: string, stopping: AbortSignal): Promise<FoundPreview> {
  const limitOf = (contentType: string) => (PAGES.has(contentType) ? { bytesMax: PAGE_BYTES_MAX, whole: false } : pictureLimitOf(contentType));
  const answer = await ask(ctx, link, { accept: ACCEPT, limitOf, stopping });
  if (!answer) return NOTHING;
  if (PICTURES.has(answer.contentType)) return foundPicture(ctx, answer);
  const head = readHead(decodePage(answer.bytes, answer.charset), answer.address);
  return head.title === null ? NOTHING : foundPage(head, await fetchPicture(ctx, head, stopping));
}

function pictureLimitOf(contentType: string): OutsideLimit | undefined {
  return PICTURES.has(contentType) ? { bytesMax: PICTURE_BYTES_MAX, whole: true } : undefined;
}

async function ask(ctx: Ctx, link: string, wanted: { accept: string; limitOf: (contentType: string) => OutsideLimit | undefined; stopping: AbortSignal }): Promise<OutsideAnswer | undefined> {
  await ctx.limits.spend('preview-server', 'server');
  try {
    return await fetchOutside(link, { ...wanted, privateAddresses: ctx.config.previewPrivateAddresses });
  } catch (error) {
    if (error instanceof OutsideNotAllowed || error instanceof OutsideUnwanted) return undefined;
    throw error;
  }
}

interface PagePicture {
  still: NonNullable<MadePicture>;
  moving: MadePicture;
}

/** The page's picture, or its sign; a page without either, or with one that cannot be had, is shown without. */
async function fetchPicture(ctx: Ctx, head: PageHead, stopping: AbortSignal): Promise<PagePicture | undefined> {
  for (const address of [head.picture, head.icon]) {
    const answer = address === undefined ? undefined : await ask(ctx, address, { accept: ACCEPT_PICTURE, limitOf: pictureLimitOf, stopping }).catch((error: unknown) => {
      // The page is worth showing without it; but a server that stops begins again later.
      if (stopping.aborted) throw error;
      return undefined;
    });
    const still = answer && isOfItsKind(answer) ? await ctx.pictures.makeCardPicture(answer.bytes) : undefined;
    if (answer && still) return { still, moving: still.frames > 1 ? await ctx.pictures.makeMoving(answer.bytes) : undefined };
  }
  return undefined;
}

/** What the answer calls it, its first bytes must say too: nothing else gets to the decoder. */
function isOfItsKind(answer: OutsideAnswer): boolean {
  return isPicture(contentTypeOf(answer.bytes));
}

function foundPage(head: PageHead, picture: PagePicture | undefined): FoundPreview {
  const { address, siteName, title, description } = head;
  return {
    row: {
      outcome: 'page', address, siteName, title, description, pictureWidth: picture?.still.width ?? null, pictureHeight: picture?.still.height ?? null, pictureMoves: picture?.moving !== undefined,
    },
    still: picture?.still.bytes, moving: picture?.moving?.bytes,
  };
}

async function foundPicture(ctx: Ctx, answer: OutsideAnswer): Promise<FoundPreview> {
  const still = isOfItsKind(answer) ? await ctx.pictures.makePreview(answer.bytes) : undefined;
  if (!still) return NOTHING;
  const moving = still.frames > 1 ? await ctx.pictures.makeMoving(answer.bytes) : undefined;
  return {
    row: {
      outcome: 'picture', address: answer.address.href, siteName: null, title: null, description: null, pictureWidth: still.width, pictureHeight: still.height, pictureMoves: moving !== undefined,
    },
    still: still.bytes, moving: moving?.bytes,
  };
}
