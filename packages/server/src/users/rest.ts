import { Readable } from 'node:stream';
import { ApiError, notFound } from '@carillon/kernel/errors.js';
import { isId, type PersonId } from '@carillon/kernel/ids.js';
import * as wire from '@carillon/wire/rest/identity.js';
import * as contactsWire from '@carillon/wire/rest/contacts.js';
import * as chatWire from '@carillon/wire/rest/chat.js';
import { handle, type FileDoor, type RestDoor } from '../door.js';
import { accessPeople } from './access.js';
import { addContact, listContacts, removeContact } from './contacts.js';
import { listPeople } from './find-people.js';
import { importContacts } from './import-contacts.js';
import { PICTURE_BYTES_MAX } from './model.js';
import { setStatus } from './set-status.js';
import { deletePicture, pictureKey, putPicture } from './update-me.js';

async function readAll(stream: Readable, bytesMax: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw new ApiError('PayloadTooLarge', `The picture is larger than ${bytesMax / 1024 / 1024} MB. Choose a smaller one.`, { reason: 'file-too-large' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export const userDoors: readonly RestDoor[] = [
  handle(wire.putPicture, async (ctx, { bytes }) => ({ me: await putPicture(ctx, await readAll(bytes, PICTURE_BYTES_MAX)) })),
  handle(wire.deletePicture, async ctx => ({ me: await deletePicture(ctx) })),
  handle(wire.setStatus, async (ctx, { body }) => ({ me: await setStatus(ctx, body) })),
  handle(chatWire.listPeople, (ctx, { query }) => listPeople(ctx, query.after)),
  handle(contactsWire.listContacts, async ctx => ({ contacts: await listContacts(ctx) })),
  handle(contactsWire.addContact, async (ctx, { body }) => ({ contact: await addContact(ctx, body) })),
  handle(contactsWire.removeContact, async (ctx, { query }) => {
    await removeContact(ctx, query.email);
    return {};
  }),
  handle(contactsWire.importContacts, (ctx, { bytes }) => importContacts(ctx, bytes)),
];

export const userFiles: readonly FileDoor[] = [
  {
    path: '/api/people/:id/picture',
    work: async (ctx, id) => {
      if (!isId(id)) throw notFound('person');
      const [person] = await accessPeople(ctx, [id as PersonId]);
      const found = person && person.pictureVersion !== null && (await ctx.blobs.stream(pictureKey(person.id)));
      if (!found) throw notFound('picture');
      return { contentType: 'image/webp', inline: true, name: 'picture.webp', bytes: found.bytes, body: found.body, cacheSeconds: 7 * 24 * 3600 };
    },
  },
];
