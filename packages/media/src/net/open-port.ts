import { TcpListener, type TcpEvents } from './tcp-listener.js';
import type { Timers } from './timers.js';
import { UdpSocket } from './udp-socket.js';

export interface PortEvents extends TcpEvents {
  datagram(socket: UdpSocket, datagram: Buffer, address: string, port: number): void;
}

/** UDP and TCP on one port number, over IPv4 and, where the host has it, IPv6. */
export interface OpenPort {
  readonly port: number;
  readonly ipv6: boolean;
  readonly receiveBufferBytes: number;
  tcpConnectionCount(): number;
  close(): Promise<void>;
}

interface Closeable { close(): Promise<void> }

/** When the system chooses the number for one protocol, another may have taken it for the next. */
const ATTEMPTS_MAX = 20;
const NO_IPV6 = new Set(['EAFNOSUPPORT', 'EADDRNOTAVAIL', 'EINVAL']);

/** `port` 0 lets the system choose. Rejects with the system's error when the port is taken. */
export async function openPort(port: number, timers: Timers, events: PortEvents): Promise<OpenPort> {
  for (let attempt = 1; ; attempt += 1) {
    const opened: Closeable[] = [];
    try {
      return await openAll(port, timers, events, opened);
    } catch (error) {
      await Promise.all(opened.map(one => one.close()));
      if (port !== 0 || attempt === ATTEMPTS_MAX || errorCode(error) !== 'EADDRINUSE') throw error;
    }
  }
}

async function openAll(wanted: number, timers: Timers, events: PortEvents, opened: Closeable[]): Promise<OpenPort> {
  const udp = async (family: 'udp4' | 'udp6', port: number): Promise<UdpSocket> => {
    const socket: UdpSocket = await UdpSocket.open(family, port, {
      datagram: (datagram, address, from) => events.datagram(socket, datagram, address, from), failed: error => events.failed(error),
    });
    opened.push(socket);
    return socket;
  };
  const tcp = async (host: '0.0.0.0' | '::', port: number): Promise<TcpListener> => {
    const listener = await TcpListener.open(host, port, timers, events);
    opened.push(listener);
    return listener;
  };
  const { port, receiveBufferBytes } = await udp('udp4', wanted);
  const listeners = [await tcp('0.0.0.0', port)];
  let ipv6 = true;
  try {
    await udp('udp6', port);
    listeners.push(await tcp('::', port));
  } catch (error) {
    if (!NO_IPV6.has(errorCode(error))) throw error;
    ipv6 = false;
  }
  return {
    port,
    ipv6,
    receiveBufferBytes,
    tcpConnectionCount: () => listeners.reduce((sum, listener) => sum + listener.connectionCount, 0),
    close: async () => {
      await Promise.all(opened.map(one => one.close()));
    },
  };
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
