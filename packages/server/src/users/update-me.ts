import { badRequest, notFound } from '@carillon/kernel/errors.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import type { Ctx, Tx } from '../ctx.js';
import { accessSelf } from './access.js';
import { presentMe, sortName } from './model.js';
import { insertChanges, readMe, updatePerson } from './store.js';

/**
 * The caller, or the person with this id (for work on their behalf), with account and licence as of now; NotFound when
 * there is none.
 */
export async function getMe(ctx: Ctx, id: PersonId = accessSelf(ctx)): Promise<Me> {
  const row = await readMe(ctx.sql, id);
  if (!row) throw notFound('person');
  return presentMe(row, ctx.now());
}

/** Changes the caller's name or language; the caller's other devices hear of it. */
export async function updateMe(ctx: Ctx, set: { displayName?: string; locale?: 'en' | 'it' }): Promise<Me> {
  const self = accessSelf(ctx);
  return changeProfile(ctx, self, tx =>
    updatePerson(tx.sql, self, {
      ...(set.displayName !== undefined && { displayName: set.displayName.trim(), sortName: sortName(set.displayName) }),
      ...(set.locale !== undefined && { locale: set.locale }),
    }),
  );
}

/** The picture is decoded and encoded anew, so that its metadata (place, camera) is gone. */
export async function putPicture(ctx: Ctx, bytes: Buffer): Promise<Me> {
  const self = accessSelf(ctx);
  const picture = await ctx.pictures.makeProfile(bytes);
  if (!picture) throw badRequest('This file is not a picture the server can read. Use a JPEG, PNG, WebP or GIF.', 'picture-unreadable');
  // Another number with every upload, also within a second and with a clock that ran back: the address of a picture is
  // cached for a week.
  const version = Math.max(Math.floor(ctx.clock.now() / 1000), ((await getMe(ctx)).pictureVersion ?? 0) + 1);
  await ctx.blobs.put(pictureKey(self), picture.bytes);
  return changeProfile(ctx, self, tx => updatePerson(tx.sql, self, { pictureVersion: version }));
}

/** Back to initials. */
export async function deletePicture(ctx: Ctx): Promise<Me> {
  const self = accessSelf(ctx);
  const me = await changeProfile(ctx, self, tx => updatePerson(tx.sql, self, { pictureVersion: null }));
  await ctx.blobs.delete(pictureKey(self));
  return me;
}

/** The blob of a person's picture. */
export function pictureKey(id: PersonId): string {
  return `picture/${id}`;
}

/** Does the work and tells the person's devices of the outcome, in one transaction. */
export async function changeProfile(ctx: Ctx, self: PersonId, work: (tx: Tx) => Promise<void>): Promise<Me> {
  return ctx.tx(async tx => {
    await work(tx);
    const [numbered] = await insertChanges(tx.sql, [self], { kind: 'profile' }, ctx.now());
    const row = await readMe(tx.sql, self);
    if (!row || !numbered) throw notFound('person');
    const me = presentMe(row, ctx.now());
    tx.emit(`person.${self}`, { t: 'change', change: { kind: 'profile', seq: numbered.seq }, me });
    return me;
  });
}
