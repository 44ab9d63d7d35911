import { connect, createServer, type Socket } from 'node:net';

/** A wire between a browser and the server that a test can cut. */
export interface TcpProxy {
  readonly port: number;
  /** Resets every connection whose first request was for a path with this beginning; returns how many. */
  cut(pathStart: string): number;
  close(): Promise<void>;
}

/** A proxy to a port of loopback, whose connections a test can cut; on a port of its own choice without one. */
export function startTcpProxy(targetPort: number, port = 0): Promise<TcpProxy> {
  const wires = new Map<Socket, string>();
  const server = createServer(socket => {
    const upstream = connect(targetPort, '127.0.0.1');
    wires.set(socket, '');
    socket.once('data', chunk => wires.set(socket, chunk.toString('latin1').split('\r\n', 1)[0]?.split(' ')[1] ?? ''));
    socket.pipe(upstream).pipe(socket);
    const end = () => {
      wires.delete(socket);
      socket.destroy();
      upstream.destroy();
    };
    for (const one of [socket, upstream]) one.on('error', end).on('close', end);
  });
  return new Promise(done => {
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      done({
        port: typeof address === 'object' && address ? address.port : 0,
        cut(pathStart) {
          const found = [...wires].filter(([, path]) => path.startsWith(pathStart));
          for (const [socket] of found) socket.resetAndDestroy();
          return found.length;
        },
        close: () => {
          for (const socket of wires.keys()) socket.destroy();
          return new Promise(closed => server.close(() => closed()));
        },
      });
    });
  });
}
