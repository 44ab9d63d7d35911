import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '@carillon/kernel/clock.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import * as wire from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let eve: TestPerson;
let channelId: ChannelId;

beforeAll(async () => {
  world = await createWorld();
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  eve = await joinColleague(world, olga, 'Eve Elsewhere');
  channelId = (await olga.call(wire.openConversation, { body: { personIds: [anna.me.id] } })).channel.id;
});
afterAll(() => world.stop());

const upload = async (name: string, bytes: Uint8Array) => (await olga.call(wire.uploadAttachment, { params: { channelId }, query: { name }, bytes })).attachment;
const send = async (attachmentId: wire.Attachment['id']) =>
  (await olga.call(wire.sendMessage, { params: { channelId }, body: { clientToken: `send-${attachmentId.slice(-12)}`, content: '', attachmentIds: [attachmentId] } })).message;

test('a file is stored byte for byte and seen by the others once it was sent', async () => {
  const bytes = Buffer.from('The minutes of Monday.');
  const attachment = await upload('minutes.txt', bytes);
  expect((await anna.fetch(`/api/attachments/${attachment.id}`)).status).toBe(404);
  expect((await send(attachment.id)).attachments).toEqual([attachment]);
  const response = await anna.fetch(`/api/attachments/${attachment.id}`);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  expect((await eve.fetch(`/api/attachments/${attachment.id}`)).status).toBe(404);
});

test('a name that is a path stays a name, and the file lies where our own id says', async () => {
  const attachment = await upload('../../../x', Buffer.from('x'));
  expect(attachment.name).toBe('x');
  expect((await upload('..\\..\\windows\\system.ini', Buffer.from('x'))).name).toBe('system.ini');
  expect((await upload('\u202egnp.exe', Buffer.from('x'))).name).toBe('gnp.exe');
});

test('HTML and SVG are served as downloads under a policy in which nothing runs', async () => {
  for (const [name, content] of [['page.html', '<script>alert(1)</script>'], ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>']] as const) {
    const attachment = await upload(name, Buffer.from(content));
    await send(attachment.id);
    expect(attachment).toMatchObject({ contentType: 'application/octet-stream' });
    expect(attachment.picture).toBeUndefined();
    const { headers } = await anna.fetch(`/api/attachments/${attachment.id}`);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('a picture gets a preview of our own encoding with the dimensions of the original', async () => {
  const bytes = await sharp({ create: { width: 1_600, height: 900, channels: 3, background: '#0b6b6b' } }).jpeg().toBuffer();
  const attachment = await upload('wall.jpg', bytes);
  expect(attachment).toMatchObject({ contentType: 'image/jpeg', picture: { width: 1_600, height: 900 } });
  await send(attachment.id);
  const response = await anna.fetch(`/api/attachments/${attachment.id}/preview`);
  expect(response.headers.get('content-type')).toBe('image/webp');
  expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({ format: 'webp', width: 688, height: 387 });
});

test('a decompression bomb is stored as a file and never decoded', async () => {
  const bomb = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#000' }, limitInputPixels: false }).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(3_000_000);
  const attachment = await upload('bomb.png', bomb);
  expect(attachment.picture).toBeUndefined();
  await expect(olga.call(identity.putPicture, { bytes: bomb })).rejects.toMatchObject({ status: 400, reason: 'picture-unreadable' });
});

test('a file of more than 50 MB is refused with a sentence and leaves nothing behind', async () => {
  await expect(upload('huge.bin', Buffer.alloc(wire.ATTACHMENT_BYTES_MAX + 1))).rejects.toMatchObject({ status: 413, reason: 'file-too-large' });
});

test('a file of somebody else, of another channel or already sent cannot be sent', async () => {
  const attachment = await upload('mine.txt', Buffer.from('mine'));
  const steal = anna.call(wire.sendMessage, { params: { channelId }, body: { clientToken: 'steal-it-now', content: 'look', attachmentIds: [attachment.id] } });
  await expect(steal).rejects.toMatchObject({ status: 404 });
  await send(attachment.id);
  await expect(olga.call(wire.sendMessage, { params: { channelId }, body: { clientToken: 'send-it-twice', content: '', attachmentIds: [attachment.id] } })).rejects.toMatchObject({ status: 404 });
});

test('a file that is never sent is deleted after a day', async () => {
  const attachment = await upload('forgotten.txt', Buffer.from('forgotten'));
  expect((await olga.fetch(`/api/attachments/${attachment.id}`)).status).toBe(200);
  world.clock.advance(DAY_MS + 1);
  const { sweepUnsentFiles } = await import('./attachments.js');
  await sweepUnsentFiles(world.app.system);
  expect((await olga.fetch(`/api/attachments/${attachment.id}`)).status).toBe(404);
});

test('a profile picture is re-encoded to a square and loses its metadata', async () => {
  const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#c42b22' } }).withExif({ IFD0: { Artist: 'Somebody', Copyright: 'A place' } }).jpeg().toBuffer();
  expect((await sharp(bytes).metadata()).exif).toBeDefined();
  const { me } = await olga.call(identity.putPicture, { bytes });
  expect(me.pictureVersion).not.toBeNull();
  const stored = Buffer.from(await (await anna.fetch(`/api/people/${olga.me.id}/picture`)).arrayBuffer());
  const metadata = await sharp(stored).metadata();
  expect(metadata).toMatchObject({ format: 'webp', width: 256, height: 256 });
  expect(metadata.exif).toBeUndefined();
});

test('a file arrives as it is whatever kind the request says it is, JSON and text included', async () => {
  const { channel } = await anna.call(wire.createRoom, { body: { name: 'Kinds', personIds: [] } });
  for (const [type, text] of [['application/json', '{"not": "parsed"'], ['text/plain', 'x'.repeat(400_000)], ['multipart/form-data; boundary=x', '--x--']] as const) {
    const response = await anna.fetch(`/api/channels/${channel.id}/attachments?name=a`, { method: 'POST', headers: { 'content-type': type }, body: text });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ attachment: { bytes: text.length, contentType: 'application/octet-stream' } });
  }
});

test('a file that is sent while the sweep looks for unsent ones stays', async () => {
  const { sweepUnsentFiles } = await import('./attachments.js');
  const { channel } = await anna.call(wire.createRoom, { body: { name: 'Swept', personIds: [] } });
  const { attachment } = await anna.call(wire.uploadAttachment, { params: { channelId: channel.id }, query: { name: 'late.bin' }, bytes: Buffer.from('late') });
  world.clock.advance(DAY_MS + 1);
  const send = anna.call(wire.sendMessage, { params: { channelId: channel.id }, body: { clientToken: 'sent-at-last', content: '', attachmentIds: [attachment.id] } });
  const [sent] = await Promise.allSettled([send, sweepUnsentFiles(world.app.system)]);
  const response = await anna.fetch(`/api/attachments/${attachment.id}`);
  expect(response.status).toBe(sent.status === 'fulfilled' ? 200 : 404);
  if (sent.status === 'fulfilled') expect(await response.text()).toBe('late');
});
