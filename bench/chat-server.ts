import { WebSocketServer, type WebSocket } from 'ws';
import { createWorld, setUpOwner } from '../packages/testkit/src/world.js';
import { addMembers } from '../packages/server/src/chat/rooms/change-members.js';
import { createRoom } from '../packages/server/src/chat/rooms/create-room.js';
import { createPerson } from '../packages/server/src/users/create-person.js';
import { insertMembership } from '../packages/server/src/accounts/store.js';
import { openSession } from '../packages/server/src/identity/sessions.js';
import { actAs } from '../packages/server/src/platform/create-ctx.js';
import type { ServerAnswer, ServerCommand } from './chat-messages.js';

/** The server under measurement: the real app with the embedded database, and a bare `ws` server in the same process beside it. */

const tell = (answer: ServerAnswer) => process.send?.(answer);
const BATCH = 200;

const world = await createWorld();
const bare = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
const bareSockets = new Set<WebSocket>();
bare.on('connection', socket => bareSockets.add(socket));
await new Promise(done => bare.once('listening', done));
const address = bare.address();
tell({ kind: 'listening', url: world.url, barePort: typeof address === 'object' && address ? address.port : 0 });

process.on('message', (command: ServerCommand) => void obey(command));

async function obey(command: ServerCommand): Promise<void> {
  if (command.kind === 'usage') {
    const { user, system } = process.cpuUsage();
    tell({ kind: 'usage', cpuUs: user + system });
  } else if (command.kind === 'seed') await seed(command.count, command.room ?? true);
  else {
    for (let i = 0; i < command.frames; i++) {
      const frame = Buffer.from(command.text);
      for (const socket of bareSockets) socket.send(frame, { binary: false });
    }
    tell({ kind: 'bare-sent' });
  }
}

/** A room of `count` people, each with a session of their own. */
async function seed(count: number, withRoom: boolean): Promise<void> {
  const owner = await setUpOwner(world);
  const system = world.app.system;
  const people = [];
  const cookies = [];
  for (let i = 0; i < count; i++) {
    const { id, secret } = await system.tx(async tx => {
      const personId = await createPerson(system, tx.sql, { email: `p${i}@acme.example`, displayName: `Person ${i}`, passwordHash: null, locale: null, verified: true });
      await insertMembership(tx.sql, { personId, accountId: owner.me.account!.id, licence: 'Pro', at: system.now() });
      return { id: personId, secret: (await openSession(system, tx.sql, { personId }, 'bench')).secret };
    });
    people.push(id);
    cookies.push(`carillon_session=${secret}`);
  }
  if (!withRoom) {
    tell({ kind: 'seeded', cookies, people, channelId: '' });
    return;
  }
  const ctx = actAs(system, { kind: 'person', personId: owner.me.id, sessionId: owner.me.id as never });
  const room = await createRoom(ctx, 'Bench', []);
  for (let i = 0; i < people.length; i += BATCH) await addMembers(ctx, room.id, people.slice(i, i + BATCH));
  tell({ kind: 'seeded', cookies, people, channelId: room.id });
}

process.on('disconnect', () => process.exit(0));
