/**
 * Posts an alert into a room: WEBHOOK_URL is the webhook's, the text is the argument or comes by a pipe.
 *
 *     df -h / | WEBHOOK_URL=… npx tsx alert.ts
 */
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

const BYTES_MAX = 4_096;
const TRIES = 5;
const WAIT_SECONDS_MAX = 60;

/** As many whole characters as fit. */
function cut(words: string): string {
  let kept = words;
  while (Buffer.byteLength(kept) > BYTES_MAX) kept = [...kept].slice(0, -1).join('');
  return kept;
}

async function post(url: string, Content: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ Content }) });
    if (response.ok) return;
    // Too fast, or the server is not there now: it says when to come again. Everything else stays wrong however often it is sent.
    if ((response.status !== 429 && response.status !== 503) || tries === TRIES) throw new Error(`${response.status} ${await response.text()}`);
    await sleep(1_000 * Math.min(WAIT_SECONDS_MAX, Number(response.headers.get('retry-after') ?? 1)));
  }
}

const given = process.argv.slice(2).join(' ') || (await text(process.stdin));
await post(process.env['WEBHOOK_URL'] ?? '', cut(given));
