import type { AudioOutput } from '../mixer/meeting-mixer.js';
import { FRAME_SAMPLES } from '../mixer/opus-codec.js';
import { buildSdes, buildSenderReport } from '../rtp/build-rtcp.js';
import type { OutgoingHeader, OutgoingStream } from '../transport/types.js';
import { ntpTime } from './ntp-time.js';

/** The one sound stream a session receives: 50 packets a second without an end. */
export class AudioDownlink implements AudioOutput {
  readonly owner: string;
  silent: boolean;
  readonly #stream: OutgoingStream;
  readonly #header: OutgoingHeader;
  #packetCount = 0;
  #octetCount = 0;

  constructor(owner: string, silent: boolean, stream: OutgoingStream, first: { payloadType: number; sequenceNumber: number; timestamp: number }) {
    this.owner = owner;
    this.silent = silent;
    this.#stream = stream;
    this.#header = { ...first, marker: true, extensions: [] };
  }

  get ssrc(): number {
    return this.#stream.ssrc;
  }

  get packetCount(): number {
    return this.#packetCount;
  }

  setPayloadType(payloadType: number): void {
    this.#header.payloadType = payloadType;
  }

  sendAudio(payload: Uint8Array): void {
    const header = this.#header;
    header.sequenceNumber = (header.sequenceNumber + 1) & 0xffff;
    header.timestamp = (header.timestamp + FRAME_SAMPLES) >>> 0;
    if (!this.#stream.sendRtp(header, payload)) return;
    header.marker = false;
    this.#packetCount += 1;
    this.#octetCount += payload.length;
  }

  /** Sender report and name, as they begin a compound (RFC 3550 6.1). */
  report(wallMs: number): Uint8Array[] {
    const report = buildSenderReport({
      ssrc: this.ssrc, ...ntpTime(wallMs), rtpTimestamp: this.#header.timestamp, packetCount: this.#packetCount, octetCount: this.#octetCount, reports: [],
    });
    return [report, buildSdes(this.ssrc, 'carillon')];
  }

  close(): void {
    this.#stream.close();
  }
}
