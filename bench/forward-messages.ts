import type { LocalParameters, RemoteParameters } from '@carillon/media/transport/types.js';

/** What the three processes of `forward.ts` tell each other over IPC, which carries JSON. */
export interface WireRemote { readonly iceUfrag: string; readonly icePwd: string; readonly fingerprintHex: string }

export type ForwardWorkerCommand =
  | { kind: 'open'; receivers: number; egress: 'best' | 'dgram' }
  | { kind: 'start'; index: number; remote: WireRemote }
  | { kind: 'usage' };

export type ForwardWorkerMessage =
  | { kind: 'opened'; publisher: LocalParameters; receivers: LocalParameters[]; egress: string }
  | { kind: 'usage'; cpuUs: number; forwarded: number };

export type ForwardReceiverCommand = { kind: 'connect'; locals: LocalParameters[] } | { kind: 'count' };
export type ForwardReceiverMessage = { kind: 'remote'; index: number; remote: WireRemote } | { kind: 'connected' } | { kind: 'counted'; packets: number };

export function toWire(remote: RemoteParameters): WireRemote {
  return { iceUfrag: remote.iceUfrag, icePwd: remote.icePwd, fingerprintHex: Buffer.from(remote.fingerprintSha256).toString('hex') };
}

export function fromWire(remote: WireRemote): RemoteParameters {
  return { iceUfrag: remote.iceUfrag, icePwd: remote.icePwd, fingerprintSha256: Buffer.from(remote.fingerprintHex, 'hex') };
}
