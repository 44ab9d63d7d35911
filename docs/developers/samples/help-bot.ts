/**
 * A bot that answers `help`: https on PORT, with the certificate in CERT_FILE and KEY_FILE. SECURITY_TOKEN is the bot's.
 * npx tsx help-bot.ts
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { env } from 'node:process';

interface BotEvent {
  EventType: 'HTTPSEndpointVerification' | 'Invite' | 'Mention' | 'Remove';
  Challenge?: string;
  Sender: { SenderId: string };
  InboundHttpsEndpoint?: { Url: string };
  Message?: string;
}

const HELP = '**help** shows this. **time** tells the time.';
const BODY_BYTES_MAX = 100_000;
/** Older requests are somebody's copy. */
const AGE_MS_MAX = 5 * 60_000;

/** Base64 of the HMAC-SHA256 of time, bar and body, compared in constant time. */
function isGenuine(timestamp: string, signature: string, body: string): boolean {
  const expected = createHmac('sha256', env['SECURITY_TOKEN'] ?? '').update(`${timestamp}|${body}`).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) && Math.abs(Date.now() - Date.parse(timestamp)) < AGE_MS_MAX;
}

function answerTo(event: BotEvent): string | undefined {
  if (event.EventType === 'Invite') return `Hello. ${HELP}`;
  if (event.EventType !== 'Mention') return undefined;
  const words = (event.Message ?? '').toLowerCase();
  return words.includes('time') ? `It is ${new Date().toISOString()}.` : HELP;
}

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > BODY_BYTES_MAX) return void request.destroy();
  }
  const { 'chime-signature': signature, 'chime-request-timestamp': timestamp } = request.headers;
  if (!isGenuine(String(timestamp), String(signature), body)) return void response.writeHead(401).end();
  const event = JSON.parse(body) as BotEvent;
  if (event.EventType === 'HTTPSEndpointVerification') return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ Challenge: event.Challenge }));
  // Within two seconds: first the answer to the server, then the one to the room.
  response.writeHead(200).end();
  const Content = answerTo(event);
  if (Content === undefined || !event.InboundHttpsEndpoint) return;
  const reply = await fetch(event.InboundHttpsEndpoint.Url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ Content }) });
  if (!reply.ok) throw new Error(`The room did not take the answer: ${reply.status}`);
}

const server = createServer({ cert: readFileSync(env['CERT_FILE'] ?? 'cert.pem'), key: readFileSync(env['KEY_FILE'] ?? 'key.pem') }, (request, response) => {
  take(request, response).catch((error: unknown) => console.error(error));
});
server.listen(Number(env['PORT'] ?? 8443), () => console.log('listening'));
