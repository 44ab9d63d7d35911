import { systemChance } from '@carillon/kernel/chance.js';
import { createTransportHub } from '@carillon/media/transport/transport-hub.js';
import type { IncomingRtp, OutgoingHeader, OutgoingStream, PeerTransport, PeerTransportEvents } from '@carillon/media/transport/types.js';
import { fromWire, type ForwardWorkerCommand, type ForwardWorkerMessage } from './forward-messages.js';

/**
 * The media worker of `forward.ts`: forwards each packet of the publisher to all receivers, with a header of its own.
 */
const HISTORY_PACKETS = 1_000;

let forwarded = 0;
let publisher: PeerTransport | undefined;
const receivers: { transport: PeerTransport; stream: OutgoingStream }[] = [];
const header: OutgoingHeader = { payloadType: 96, marker: false, sequenceNumber: 0, timestamp: 0, extensions: [] };

function forward(packet: IncomingRtp): void {
  const payload = packet.packet.subarray(packet.payloadOffset, packet.payloadOffset + packet.payloadLength);
  header.sequenceNumber = packet.sequenceNumber;
  header.timestamp = packet.timestamp;
  for (const { stream } of receivers) if (stream.sendRtp(header, payload)) forwarded += 1;
}

function answer(message: ForwardWorkerMessage): void {
  process.send?.(message);
}

async function open(count: number, egress: 'best' | 'dgram'): Promise<void> {
  const hub = await createTransportHub({
    port: 0, announcedAddresses: ['127.0.0.1'], nowMs: () => performance.now(), chance: systemChance, log: () => undefined,
    ...(egress === 'dgram' ? { egress } : {}),
  });
  const events: PeerTransportEvents = {
    connected: () => undefined, rtp: () => undefined, rtcp: () => undefined, failed: reason => process.stderr.write(`${reason}\n`),
  };
  publisher = hub.openTransport({ ...events, rtp: forward }, { includeLoopback: true });
  for (let i = 0; i < count; i += 1) {
    const transport = hub.openTransport(events, { includeLoopback: true });
    receivers.push({ transport, stream: transport.addStream(1_000 + i, HISTORY_PACKETS) });
  }
  answer({ kind: 'opened', publisher: publisher.local, receivers: receivers.map(({ transport }) => transport.local), egress: hub.stats().egress });
}

process.on('message', (command: ForwardWorkerCommand) => {
  if (command.kind === 'open') void open(command.receivers, command.egress);
  else if (command.kind === 'start') (command.index < 0 ? publisher : receivers[command.index]?.transport)?.start(fromWire(command.remote));
  else {
    const { user, system } = process.cpuUsage();
    answer({ kind: 'usage', cpuUs: user + system, forwarded });
  }
});
