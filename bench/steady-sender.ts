import { performance } from 'node:perf_hooks';

/** Sends at a steady pace, in a process of its own: each message in its moment, whether or not the one before is answered. */
export interface SenderOrder { url: string; cookies: string[]; channelIds: string[]; everyMs: number; /** An ordinary message without it. */ content?: string; /** How many at most; until `stop` without it. */ count?: number }
export type SenderCommand = ({ kind: 'start' } & SenderOrder) | { kind: 'stop' };
/** From each message's moment to its answer: whoever is kept waiting by the one before waited too. */
export interface SenderAnswer { latenciesMs: number[]; failed: number }

const ORDINARY = 'A message of an ordinary length, as people write them all day long.';

let timer: NodeJS.Timeout | undefined;
let round = 0;
const answers: Promise<number | undefined>[] = [];

process.on('message', (command: SenderCommand) => void (command.kind === 'start' ? start(command) : stop()));
process.on('disconnect', () => process.exit(0));

function start(order: SenderOrder): void {
  const begun = performance.now();
  let sent = 0;
  answers.length = 0;
  round += 1;
  const tick = () => {
    const dueMs = begun + sent * order.everyMs;
    answers.push(send(order, sent, dueMs));
    sent += 1;
    if (sent === order.count) return;
    timer = setTimeout(tick, Math.max(0, begun + sent * order.everyMs - performance.now()));
  };
  tick();
}

async function send({ url, cookies, channelIds, content = ORDINARY }: SenderOrder, i: number, dueMs: number): Promise<number | undefined> {
  const response = await fetch(`${url}/api/channels/${channelIds[i % channelIds.length]}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-carillon': '1', cookie: cookies[Math.floor(i / channelIds.length) % cookies.length]! },
    body: JSON.stringify({ clientToken: `bench-${round}-${String(i).padStart(8, '0')}`, content }),
  }).catch(() => undefined);
  await response?.text();
  return response?.ok ? performance.now() - dueMs : undefined;
}

async function stop(): Promise<void> {
  clearTimeout(timer);
  const latencies = await Promise.all(answers);
  const latenciesMs = latencies.filter(ms => ms !== undefined);
  process.send?.({ latenciesMs, failed: latencies.length - latenciesMs.length } satisfies SenderAnswer);
}
