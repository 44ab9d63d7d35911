import type { Socket } from 'node:dgram';
import { ClientPeer } from '@carillon/media/transport/client-peer.fixture.js';
import { toWire, type ForwardReceiverCommand, type ForwardReceiverMessage } from './forward-messages.js';

/** The receivers of `forward.ts`: each connects like a browser, then its socket only counts what arrives. */
let packets = 0;

function tell(message: ForwardReceiverMessage): void {
  process.send?.(message);
}

process.on('message', (command: ForwardReceiverCommand) => {
  if (command.kind === 'count') {
    tell({ kind: 'counted', packets });
    return;
  }
  void (async () => {
    for (const [index, local] of command.locals.entries()) {
      const peer = await ClientPeer.open();
      tell({ kind: 'remote', index, remote: toWire(peer.remoteParameters) });
      await peer.connect(local);
      const socket = peer.socket as Socket;
      socket.removeAllListeners('message');
      socket.on('message', datagram => { if ((datagram[0] ?? 0) >= 128) packets += 1; });
    }
    tell({ kind: 'connected' });
  })();
});
