/** Where packets of a peer come from and go to: an address behind our UDP socket, or a TCP connection. */
export interface Remote {
  readonly protocol: 'udp' | 'tcp';
  readonly address: string;
  readonly port: number;
  /** The same for all packets of one remote, and for no other. */
  readonly key: string;
  /** False when what is sent now would be thrown away. */
  accepts(): boolean;
  /** Sends one packet at once; the bytes are copied. For what is not media, and for all on TCP. */
  send(packet: Uint8Array): void;
}
