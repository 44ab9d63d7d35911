import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';

/** The people of the presence bench, in a process of their own: each connects, puts 30 others on screen, and waits to hear of them. */

export interface PeopleCommand { url: string; cookies: string[]; people: string[] }
export interface PeopleAnswer { seconds: number; told: number }

const CONNECT_AT_ONCE = 50;
const ON_SCREEN = 30;
let told = 0;

process.on('message', (command: PeopleCommand) => void connectAll(command));
process.on('disconnect', () => process.exit(0));

async function connectAll({ url, cookies, people }: PeopleCommand): Promise<void> {
  const begun = performance.now();
  told = 0;
  let next = 0;
  const one = async () => {
    while (next < cookies.length) {
      const i = next++;
      await connect(`${url.replace('http', 'ws')}/api/socket`, cookies[i]!, Array.from({ length: ON_SCREEN }, (_, k) => people[(i + k + 1) % people.length]!));
    }
  };
  await Promise.all(Array.from({ length: CONNECT_AT_ONCE }, one));
  process.send?.({ seconds: (performance.now() - begun) / 1000, told } satisfies PeopleAnswer);
}

function connect(url: string, cookie: string, watched: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const socket = new WebSocket(url, { headers: { cookie }, perMessageDeflate: false });
    socket.once('error', fail);
    // The welcome first; then the answer to `watch` says that all is done.
    socket.once('message', () => socket.send(JSON.stringify({ t: 'watch', people: watched })));
    socket.on('message', data => {
      const count = (data as Buffer).toString().split('"t":"presence"').length - 1;
      told += count;
      if (count > 0) done();
    });
  });
}
