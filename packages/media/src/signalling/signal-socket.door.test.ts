import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { systemClock } from '@carillon/kernel/clock.js';
import { systemTimers } from '../net/timers.js';
import { FrameType } from './frame.js';
import { SignalSocket } from './signal-socket.js';

test('a reader that stalls is cut off at a bound, and told to come back', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [accepted] = await once(server, 'connection') as [WebSocket];
  await once(client, 'open');
  client.pause();
  const socket = new SignalSocket(accepted, { clock: systemClock, timers: systemTimers });
  let closed = false;
  socket.listen({ frame: () => undefined, closed: () => { closed = true; } });
  let sent = 0;
  for (; sent < 1_000 && !closed; sent += 1) {
    socket.send({ type: FrameType.NOTIFICATION, notification: { message: 'x'.repeat(64 * 1_024) } });
    await new Promise(resolve => { setImmediate(resolve); });
  }
  expect(closed).toBe(true);
  expect(accepted.bufferedAmount).toBeLessThan(5 * 1_024 * 1_024);
  const before = accepted.bufferedAmount;
  socket.send({ type: FrameType.LEAVE_ACK, leaveAck: {} });
  expect(accepted.bufferedAmount).toBe(before);
  client.resume();
  const [code] = await once(client, 'close') as [number];
  expect(code).toBe(4_500);
  server.close();
});
