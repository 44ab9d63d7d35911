/**
 * The seam between what carries packets (transport/, ice/, dtls/, srtp/, net/, native/) and what knows meetings
 * (signalling/, sfu/, mixer/). Above it packets are plaintext RTP and RTCP; below it nobody knows an attendee.
 */

/** One line `a=candidate` of ours; always of type host (the client deletes others). */
export interface LocalCandidate {
  readonly protocol: 'udp' | 'tcp';
  readonly address: string;
  readonly port: number;
  /** RFC 8445 5.1.2.1. */
  readonly priority: number;
}

/** What the browser's offer said about its side. All three are mandatory: without a fingerprint nobody is let in. */
export interface RemoteParameters {
  readonly iceUfrag: string;
  readonly icePwd: string;
  /** SHA-256 of the client's certificate, 32 bytes. */
  readonly fingerprintSha256: Uint8Array;
}

/** What our answer says. The same for all answers of one session. */
export interface LocalParameters {
  readonly iceUfrag: string;
  readonly icePwd: string;
  /** As SDP writes it: `AB:CD:…`. */
  readonly fingerprintSha256: string;
  readonly candidates: readonly LocalCandidate[];
}

/**
 * A plaintext RTP packet that came in. It is a view into a buffer that is reused after the callback returns: copy what
 * must live longer.
 */
export interface IncomingRtp {
  /** The whole packet, header first. */
  readonly packet: Buffer;
  readonly ssrc: number;
  readonly payloadType: number;
  readonly marker: boolean;
  readonly sequenceNumber: number;
  readonly timestamp: number;
  /** Where the payload begins; behind header, CSRCs and extensions. */
  readonly payloadOffset: number;
  /** Without padding; 0 for a padding-only packet (a bandwidth probe). */
  readonly payloadLength: number;
  /** Milliseconds, monotone; the same source as `PeerTransportDeps.nowMs`. */
  readonly arrivalMs: number;
  /** Value of a header extension by its negotiated id, or undefined (RFC 8285, both forms). */
  extension(id: number): Buffer | undefined;
}

export interface PeerTransportEvents {
  /** ICE has a validated pair and DTLS is done: media flows. At most once. */
  connected(): void;
  rtp(packet: IncomingRtp): void;
  /** A compound RTCP packet, plaintext, authenticated. */
  rtcp(packet: Buffer): void;
  /** Dead: consent lost, DTLS failed or closed by the peer. At most once, never after `close()`. */
  failed(reason: string): void;
}

/**
 * What is written in front of a payload. One object may be reused for every call: it is read before `sendRtp` returns.
 */
export interface OutgoingHeader {
  payloadType: number;
  marker: boolean;
  sequenceNumber: number;
  timestamp: number;
  /** Header extensions as (id 1–14, value of 1–16 bytes), written in the one-byte form; empty for none. */
  extensions: readonly { readonly id: number; readonly value: Uint8Array }[];
}

/** One outgoing SSRC of one peer. Sequence numbers must rise (modulo 2^16, gaps allowed): a number is sealed once. */
export interface OutgoingStream {
  readonly ssrc: number;
  /**
   * `payload` is copied before the call returns. False when the peer is not connected or the queue is full: counted,
   * dropped.
   */
  sendRtp(header: OutgoingHeader, payload: Uint8Array): boolean;
  /** Sends the identical sealed bytes again (for a NACK). False when the packet is no longer kept. */
  resend(sequenceNumber: number): boolean;
  close(): void;
}

export interface PeerTransport {
  readonly local: LocalParameters;
  /** Must be called once, with the first offer, before anything else happens. */
  start(remote: RemoteParameters): void;
  /** `historyPackets`: how many sealed packets are kept for `resend` (0 for audio, about 1,000 for video). */
  addStream(ssrc: number, historyPackets: number): OutgoingStream;
  /** A compound RTCP packet in plaintext (RFC 3550 6.1). */
  sendRtcp(packet: Uint8Array): void;
  stats(): TransportStats;
  /** Idempotent. Ends DTLS, forgets the address, frees native memory. */
  close(): void;
}

export interface TransportStats {
  readonly connected: boolean;
  readonly selectedProtocol: 'udp' | 'tcp' | undefined;
  readonly packetsIn: number;
  readonly bytesIn: number;
  readonly packetsOut: number;
  readonly bytesOut: number;
  readonly dropped: number;
  /** Packets refused by SRTP: forged, replayed or of an unknown key. */
  readonly refused: number;
}
