import { badRequest, notFound } from '@carillon/kernel/errors.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import type { Ctx, Tx } from '../ctx.js';
import { accessSelf } from './access.js';
import { presentMe, sortName } from './model.js';
import { insertChange, readMe, updatePerson } from './store.js';

export async function getMe(ctx: Ctx, id: PersonId = accessSelf(ctx)): Promise<Me> {
  const row = await readMe(ctx.sql, id);
  if (!row) throw notFound('person');
  return presentMe(row, ctx.now());
}

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
  const version = Math.floor(ctx.clock.now() / 1000);
  await ctx.blobs.put(pictureKey(self), picture.bytes);
  return changeProfile(ctx, self, tx => updatePerson(tx.sql, self, { pictureVersion: version }));
}

export async function deletePicture(ctx: Ctx): Promise<Me> {
  const self = accessSelf(ctx);
  const me = await changeProfile(ctx, self, tx => updatePerson(tx.sql, self, { pictureVersion: null }));
  await ctx.blobs.delete(pictureKey(self));
  return me;
}

export function pictureKey(id: PersonId): string {
  return `picture/${id}`;
}

async function changeProfile(ctx: Ctx, self: PersonId, work: (tx: Tx) => Promise<void>): Promise<Me> {
  return ctx.tx(async tx => {
    await work(tx);
    const change = await insertChange(tx.sql, self, { kind: 'profile' }, ctx.now());
    const row = await readMe(tx.sql, self);
    if (!row) throw notFound('person');
    const me = presentMe(row, ctx.now());
    tx.emit(`person.${self}`, { t: 'change', change, me });
    return me;
  });
}
