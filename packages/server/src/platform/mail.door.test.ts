import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import * as identity from '@carillon/wire/rest/identity.js';
import { createWorld, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';

/** A real SMTP server on loopback, which can be told to be busy. */
const inbox: { to: string; text: string }[] = [];
let busy = false;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    stream.on('end', () => {
      if (busy) return done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
      inbox.push({ to: session.envelope.rcptTo[0]!.address, text });
      done();
    });
  },
});

let world: World;
let olga: TestPerson;

beforeAll(async () => {
  await new Promise<void>(done => smtp.listen(0, '127.0.0.1', done));
  const address = smtp.server.address();
  world = await createWorld(['--smtp-url', `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, '--public-url', 'https://meet.acme.example']);
  olga = await setUpOwner(world);
});
afterAll(async () => {
  await world.stop();
  await new Promise<void>(done => smtp.close(done));
});

test('GST-09 an invitation goes out by SMTP with a link to the public address, and is not shown to the inviter', async () => {
  const { results } = await olga.call(identity.invitePeople, { body: { emails: ['new@acme.example'] } });
  expect(results).toEqual([{ email: 'new@acme.example', status: 'invited' }]);
  await world.runJobs();
  expect(inbox).toHaveLength(1);
  expect(inbox[0]).toMatchObject({ to: 'new@acme.example' });
  expect(inbox[0]!.text.replaceAll('=\r\n', '')).toMatch(/https:\/\/meet\.acme\.example\/invite\//);
});

test('a mail server that is busy gets the mail again later, once', async () => {
  busy = true;
  await olga.call(identity.requestPasswordReset, { body: { email: olga.me.email } });
  await world.runJobs();
  busy = false;
  await world.runJobs();
  expect(inbox.filter(mail => mail.to === olga.me.email)).toHaveLength(0);
  world.clock.advance(MINUTE_MS);
  await world.runJobs();
  world.clock.advance(10 * MINUTE_MS);
  await world.runJobs();
  expect(inbox.filter(mail => mail.to === olga.me.email)).toHaveLength(1);
});
