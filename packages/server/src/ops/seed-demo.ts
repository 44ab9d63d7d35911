import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { randomSecret } from '@carillon/kernel/chance.js';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import type { AccountId, ChannelId, PersonId, SessionId } from '@carillon/kernel/ids.js';
import { isSetUp } from '../accounts/access.js';
import { joinAccount } from '../accounts/join-account.js';
import { createRoom } from '../chat/rooms/create-room.js';
import { openConversation } from '../chat/open-conversation.js';
import { sendMessage } from '../chat/messages/send-message.js';
import type { Ctx } from '../ctx.js';
import { createAdministrator } from '../iam/create-administrator.js';
import { hashPassword } from '../platform/password.js';
import { createOwner } from '../identity/set-up.js';
import { startMeeting } from '../meetings/start-meeting.js';
import { createCtx, inTransaction } from '../platform/create-ctx.js';
import { createPerson } from '../users/create-person.js';
import { getMe } from '../users/update-me.js';
import { demoFilePath, type DemoFile } from './demo-page.js';

/** Who lives in the demo. All data of it is invented. */
const OWNER = { name: 'Elena Riva', email: 'elena.riva@demo.example' };
const PEOPLE = [
  { name: 'Giulia Ferri', email: 'giulia.ferri@demo.example' },
  { name: 'Marco Conti', email: 'marco.conti@demo.example' },
  { name: 'Aiko Tanaka', email: 'aiko.tanaka@demo.example' },
  { name: 'David Osei', email: 'david.osei@demo.example' },
] as const;

type Who = 0 | 1 | 2 | 3;

/** Minutes ago, who, what; in order. */
const ROOM_TALK: readonly (readonly [number, Who, string])[] = [
  [1_520, 1, 'Good morning. I opened this room for the move to the new servers.'],
  [1_516, 2, 'Good. I put the plan in three parts: **copy**, **check**, **switch**.'],
  [1_509, 3, 'I take the check. One query is enough:\n\n```sql\nselect name, count(*) as rows\n  from moved_table\n where state <> \'ok\' group by name;\n```'],
  [1_502, 0, 'Perfect :thumbsup:'],
  [96, 1, 'The trial move is done: 41 minutes, no row lost.'],
  [95, 1, 'The full logs are in the project folder.'],
  [88, 3, 'Great. Then Thursday stands?'],
  [74, 2, 'For me yes. The steps for Thursday:\n\n1. Announce the pause at 18:00\n2. Copy, about 40 minutes\n3. Check together in the meeting here'],
  [26, 3, 'I have written the welcome page too, who reads it over today?'],
  [12, 1, 'I can. For the dates of phase two see https://wiki.demo.example/aurora'],
];

const DIRECT_TALK: readonly (readonly [Who, Who, readonly (readonly [number, Who, string])[]])[] = [
  [0, 2, [[180, 2, 'Have you two minutes for the numbers?'], [171, 0, 'After eleven, gladly.'], [9, 2, 'I am in the room when you are ready.']]],
  [0, 1, [[240, 0, 'Thanks for yesterday, it went well.'], [233, 1, 'Perfect, we talk after the meeting.']]],
];

/** Fills an empty server. Returns what `demo.json` holds; the file is 0600, because it has passwords. */
export async function seedDemo(system: Ctx, url: string): Promise<DemoFile | undefined> {
  if (await isSetUp(system.sql)) return undefined;
  const ownerPassword = randomSecret(system.chance, 9);
  const ownerHash = await hashPassword(ownerPassword);
  const { owner, administrator } = await system.tx(async tx => {
    const made = await createOwner(system, tx.sql, { displayName: OWNER.name, email: OWNER.email, password: ownerPassword, accountName: 'Aurora Demo' }, ownerHash);
    return { owner: made, administrator: await createAdministrator(inTransaction(system, tx), made.ownerAccountId, 'administrator') };
  });
  const people = [];
  for (const person of PEOPLE) people.push(await seedPerson(system, person, owner.accountId));
  const ids = people.map(person => person.id);
  const as = (who: Who, minutesAgo = 0) => actingFor(system, ids[who]!, minutesAgo);
  const room = await createRoom(as(1, 1_521), 'Project Aurora', [...ids, owner.personId]);
  await seedTalk(as, room.id, ROOM_TALK);
  for (const [one, other, talk] of DIRECT_TALK) await seedTalk(as, (await openConversation(as(one, 241), [ids[other]!])).id, talk);
  await startMeeting(as(1), { title: 'Aurora weekly', channelId: room.id });
  const host = await getMe(as(1));
  const demo: DemoFile = {
    url,
    people: people.map(({ name, email, password }) => ({ name, email, password })),
    // A person's own number always works: a meeting that nobody is in ends after a while.
    meetingUrl: `${url}/m/${host.personalMeetingNumber}`,
    ownerAccountId: owner.ownerAccountId,
    rootEmail: OWNER.email,
    rootPassword: ownerPassword,
    region: 'us-east-1',
    ...administrator,
  };
  writeDemo(system, demo);
  return demo;
}

/** The demo of an earlier start, with today's address; undefined when the folder holds other data. */
export function reopenDemo(system: Ctx, url: string): DemoFile | undefined {
  const path = demoFilePath(system.config.dataFolder);
  if (!existsSync(path)) return undefined;
  const demo = JSON.parse(readFileSync(path, 'utf8')) as DemoFile;
  const moved = { ...demo, url, meetingUrl: `${url}${new URL(demo.meetingUrl).pathname}` };
  if (moved.url !== demo.url) writeDemo(system, moved);
  return moved;
}

function writeDemo(system: Ctx, demo: DemoFile): void {
  writeFileSync(demoFilePath(system.config.dataFolder), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
}

async function seedPerson(system: Ctx, person: { name: string; email: string }, accountId: AccountId) {
  const password = randomSecret(system.chance, 9);
  const passwordHash = await hashPassword(password);
  const id = await system.tx(async tx => {
    const personId = await createPerson(system, tx.sql, { email: person.email, displayName: person.name, passwordHash, locale: null, verified: true });
    await joinAccount(system, tx.sql, { personId, accountId, licence: 'Pro' });
    return personId;
  });
  return { ...person, id, password };
}

async function seedTalk(as: (who: Who, minutesAgo: number) => Ctx, channelId: ChannelId, talk: readonly (readonly [number, Who, string])[]): Promise<void> {
  for (const [i, [minutesAgo, who, content]] of talk.entries()) await sendMessage(as(who, minutesAgo), channelId, { clientToken: `demo-${String(i).padStart(6, '0')}`, content });
}

/** The real verbs, as that person, some minutes ago. */
function actingFor(system: Ctx, personId: PersonId, minutesAgo: number): Ctx {
  const clock = { now: () => system.clock.now() - minutesAgo * MINUTE_MS };
  return createCtx({ ...system, clock }, { kind: 'person', personId, sessionId: personId as string as SessionId }, system.origin);
}
