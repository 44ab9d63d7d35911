import { systemChance } from '@carillon/kernel/chance.js';
import { buildCompound } from '@carillon/media/rtp/build-rtcp.js';
import { parseRtcp } from '@carillon/media/rtp/rtcp.js';
import { createTransportHub } from '@carillon/media/transport/transport-hub.js';
import type { LocalParameters, OutgoingStream, PeerTransport } from '@carillon/media/transport/types.js';

/** The child of `datagrams.test.ts`: a live hub whose transports return every packet they get. */
export type HubCommand = { kind: 'open'; iceUfrag: string; icePwd: string; fingerprintHex: string } | { kind: 'close'; number: number } | { kind: 'measure' };
export type HubAnswer = { kind: 'opened'; number: number; local: LocalParameters } | { kind: 'closed' } | { kind: 'measured'; rssBytes: number; stats: Record<string, number | string> };

const hub = await createTransportHub({ port: 0, announcedAddresses: [], nowMs: () => performance.now(), chance: systemChance, log: () => undefined });
const transports: (PeerTransport | undefined)[] = [];
const EXTENSION_IDS = [1, 5, 14, 200];

function open(command: HubCommand & { kind: 'open' }): HubAnswer {
  let stream: OutgoingStream | undefined;
  const transport = hub.openTransport({
    connected: () => { stream = transport.addStream(77, 100); },
    rtp: packet => {
      for (const id of EXTENSION_IDS) packet.extension(id);
      const payload = packet.packet.subarray(packet.payloadOffset, packet.payloadOffset + packet.payloadLength);
      stream?.sendRtp({ payloadType: packet.payloadType, marker: packet.marker, sequenceNumber: packet.sequenceNumber, timestamp: packet.timestamp, extensions: [] }, payload);
    },
    rtcp: packet => {
      parseRtcp(packet);
      transport.sendRtcp(buildCompound([packet]));
    },
    failed: () => undefined,
  }, { includeLoopback: true });
  transport.start({ iceUfrag: command.iceUfrag, icePwd: command.icePwd, fingerprintSha256: Buffer.from(command.fingerprintHex, 'hex') });
  return { kind: 'opened', number: transports.push(transport) - 1, local: transport.local };
}

function obey(command: HubCommand): HubAnswer {
  if (command.kind === 'open') return open(command);
  if (command.kind === 'close') {
    transports[command.number]?.close();
    transports[command.number] = undefined;
    return { kind: 'closed' };
  }
  globalThis.gc?.();
  return { kind: 'measured', rssBytes: process.memoryUsage.rss(), stats: { ...hub.stats() } };
}

process.on('message', (command: HubCommand) => { process.send?.(obey(command)); });
process.send?.({ kind: 'closed' } satisfies HubAnswer);
