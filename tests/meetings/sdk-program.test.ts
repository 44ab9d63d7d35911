import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchUpdateAttendeeCapabilitiesExceptCommand, ChimeSDKMeetingsClient, CreateMeetingWithAttendeesCommand, DeleteMeetingCommand, type Attendee, type Meeting } from '@aws-sdk/client-chime-sdk-meetings';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { readDemo, startServer, type ServerProcess } from '@carillon/testkit/server-process.js';
import { chromiumHere } from '../browsers/chromium.js';
import { bundlePage, CHROMIUM_ARGS, CHROMIUM_PATH } from './meeting-protocol.stage.js';
import './meeting-protocol.participant.js';

/** A program written for the Chime SDK, of which only the endpoint is Carillon's: the SDK's client makes the meeting, the library joins it. */
describe.skipIf(!chromiumHere)('a program for the Chime SDK', { timeout: 120_000 }, () => {
  let server: ServerProcess;
  let folder: string;
  let browser: Browser;
  let script: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'carillon-program-'));
    [server, browser, script] = await Promise.all([startServer(folder, ['--demo']), chromium.launch({ executablePath: CHROMIUM_PATH, args: CHROMIUM_ARGS }), bundlePage()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  async function enter(meeting: Meeting, attendee: Attendee, toneHertz: number): Promise<Page> {
    // The page stands in for a builder's own site, so the app's policy for its own pages is none of its business.
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${server.url.replace('127.0.0.1', 'localhost')}/healthz`);
    await page.addScriptTag({ content: script });
    await page.evaluate(options => participant.join(options), {
      meetingId: meeting.MeetingId!, attendeeId: attendee.AttendeeId!, externalUserId: attendee.ExternalUserId!, joinToken: attendee.JoinToken!,
      signalingUrl: meeting.MediaPlacement!.SignalingUrl!.replace('127.0.0.1', 'localhost'), toneHertz, simulcast: false, relayPort: undefined,
    });
    return page;
  }

  /** The page says so within twenty seconds, or the test fails with the page's state. */
  async function until(page: Page, what: string, condition: (argument: string) => boolean | Promise<boolean>, argument = ''): Promise<void> {
    const deadlineMs = performance.now() + 20_000;
    while (!(await page.evaluate(condition, argument))) {
      if (performance.now() > deadlineMs) throw new Error(`${what} did not come: ${JSON.stringify(await page.evaluate(() => participant.state()))}`);
      await page.evaluate(() => new Promise(resolve => { setTimeout(resolve, 50); }));
    }
  }

  test('meets on Carillon: two attendees hear each other until one may no longer send, and both learn that it is over', async () => {
    const { accessKeyId, secretAccessKey } = readDemo(folder)!;
    const client = new ChimeSDKMeetingsClient({ endpoint: `${server.url}/aws/chime-sdk-meetings`, region: 'us-east-1', credentials: { accessKeyId, secretAccessKey } });
    const made = await client.send(new CreateMeetingWithAttendeesCommand({ ClientRequestToken: 'program-1', MediaRegion: 'us-east-1', ExternalMeetingId: 'program', Attendees: [{ ExternalUserId: 'ann' }, { ExternalUserId: 'ben' }] }));
    const [ann, ben] = made.Attendees!;
    const [annPage, benPage] = [await enter(made.Meeting!, ann!, 440), await enter(made.Meeting!, ben!, 1_000)];
    for (const page of [annPage, benPage]) await until(page, 'the presence of both', ids => participant.state().present.join() === ids, [ann!.AttendeeId, ben!.AttendeeId].sort().join());
    await until(annPage, 'the tone of ben', async () => (await participant.hears(1_000)) > -40);
    await until(benPage, 'the tone of ann', async () => (await participant.hears(440)) > -40);
    await client.send(new BatchUpdateAttendeeCapabilitiesExceptCommand({ MeetingId: made.Meeting!.MeetingId!, ExcludedAttendeeIds: [{ AttendeeId: ann!.AttendeeId! }], Capabilities: { Audio: 'Receive', Video: 'Receive', Content: 'Receive' } }));
    await until(annPage, 'silence from ben', async () => (await participant.hears(1_000)) < -60);
    await until(benPage, 'the tone of ann, still', async () => (await participant.hears(440)) > -40);
    await client.send(new DeleteMeetingCommand({ MeetingId: made.Meeting!.MeetingId! }));
    // MeetingSessionStatusCode.MeetingEnded
    for (const page of [annPage, benPage]) await until(page, 'the end', () => participant.state().stoppedWith === 5);
  });
});
