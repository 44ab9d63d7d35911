import type { Chance } from '@carillon/kernel/chance.js';
import type { Timers } from '../net/timers.js';
import type { PeerTransport, PeerTransportEvents } from './types.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type Log = (level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>) => void;

export interface TransportHubOptions {
  /** UDP and TCP port, on all addresses of the host; 0 lets the system choose one. */
  readonly port: number;
  /** NAT 1:1 addresses; when empty, every address of the host that is not internal is a candidate. */
  readonly announcedAddresses: readonly string[];
  /** Monotone milliseconds. */
  readonly nowMs: () => number;
  readonly chance: Chance;
  readonly log: Log;
  /** The system's timers when absent. */
  readonly timers?: Timers;
}

export interface OpenTransportOptions {
  /** Adds 127.0.0.1 and ::1 to the candidates, because the page itself came from this host. */
  readonly includeLoopback: boolean;
}

/** Numbers since the start of the hub, for metrics and reports of trouble. */
export interface TransportHubStats {
  readonly transports: number;
  readonly connected: number;
  readonly handshakesDone: number;
  readonly handshakesFailed: number;
  readonly tcpConnections: number;
  readonly datagramsIn: number;
  /** Datagrams of no known transport, of no known protocol or refused by a bound. */
  readonly datagramsIgnored: number;
  readonly datagramsOut: number;
  /** Sends the kernel refused because its buffer was full. */
  readonly sendsRefused: number;
  /** What carries packets out: batches with segmentation offload, or Node's own datagrams. */
  readonly egress: 'sendmmsg' | 'dgram';
}

/** Everything that carries packets in one worker: one UDP port, one TCP listener, all transports behind them. */
export interface TransportHub {
  readonly port: number;
  openTransport(events: PeerTransportEvents, options: OpenTransportOptions): PeerTransport;
  stats(): TransportHubStats;
  /** Closes all transports and sockets, and frees all native memory. */
  close(): Promise<void>;
}

export function createTransportHub(_options: TransportHubOptions): Promise<TransportHub> {
  return Promise.reject(new Error('The media transport of this build carries nothing yet.'));
}
