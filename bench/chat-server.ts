import { WebSocketServer, type WebSocket } from 'ws';
import { createWorld, setUpOwner } from '../packages/testkit/src/world.js';
import { createRoom } from '../packages/server/src/chat/rooms/create-room.js';
import { insertMembers } from '../packages/server/src/chat/store.js';
import { actAs } from '../packages/server/src/platform/create-ctx.js';
import type { ServerAnswer, ServerCommand } from './chat-messages.js';
import { seedPeople } from './seed-people.js';

/** The server under measurement: the real app with the embedded database, and a bare `ws` server in the same process beside it. */

const tell = (answer: ServerAnswer) => process.send?.(answer);

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
  } else if (command.kind === 'seed') await seed(command.count, command.rooms);
  else {
    for (let i = 0; i < command.frames; i++) {
      const frame = Buffer.from(command.text);
      for (const socket of bareSockets) socket.send(frame, { binary: false });
    }
    tell({ kind: 'bare-sent' });
  }
}

/** People with sessions, and rooms of the first so many of them. */
async function seed(count: number, rooms: readonly number[]): Promise<void> {
  const owner = await setUpOwner(world);
  const system = world.app.system;
  const { people, cookies } = await seedPeople(system, owner.me.account!.id, count);
  const ctx = actAs(system, { kind: 'person', personId: owner.me.id, sessionId: owner.me.id as never });
  const channelIds = [];
  for (const size of rooms) {
    const { id } = await createRoom(ctx, `Room of ${size}`, []);
    await system.tx(tx => insertMembers(tx.sql, id, people.slice(0, size).map(person => ({ id: person, kind: 'person', role: 'Member' })), system.now()));
    channelIds.push(id);
  }
  // As the server does by itself within the hour.
  await system.database.tidyUp();
  tell({ kind: 'seeded', cookies, people, channelIds });
}

process.on('disconnect', () => void world.stop().finally(() => process.exit(0)));
