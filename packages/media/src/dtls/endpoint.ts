import type { Timers } from '../net/timers.js';
import { NativeMemory } from '../native/memory.js';
import { checkHandle, NONE, readProfileId, type BioHandle, type Openssl, type SslHandle } from '../native/openssl.js';
import { keyingMaterialBytes, SRTP_AEAD_AES_128_GCM, SRTP_AES128_CM_SHA1_80, type SrtpProfile } from '../srtp/keys.js';
import { whileExpecting, type DtlsContext } from './context.js';
import { packRecords, RECORD_HEADER_BYTES } from './records.js';

/**
 * One side of one DTLS 1.2 association (RFC 6347, RFC 5764), driven by OpenSSL between two memory BIOs:
 *
 * ```
 * datagram ──► read BIO ──► SSL ──► write BIO ──► records packed into datagrams ──► send()
 *                            └──► keying material (EXTRACTOR-dtls_srtp) ──► connected()
 * ```
 * Inside a native section no code of ours runs but the two callbacks of `context.ts`. What comes of it is collected and
 * told afterwards, when the handles are in a state in which a `close` from within an event does no harm.
 */

export const DTLS_DATAGRAM_BYTES_MAX = 1_200;
const INCOMING_BYTES_MAX = 4_096;
const OUTGOING_BYTES_MAX = 16_384;
const HANDSHAKE_MS_MAX = 15_000;
/** Kept after the handshake only to repeat the last flight; 74 kB each. */
const RETIRE_AFTER_MS = 20_000;
const READS_PER_DATAGRAM_MAX = 16;
const EXPORTER_LABEL = 'EXTRACTOR-dtls_srtp';

const BIO_CTRL_RESET = 1;
const BIO_C_SET_BUF_MEM_EOF_RETURN = 130;
const DTLS_CTRL_GET_TIMEOUT = 73;
const DTLS_CTRL_HANDLE_TIMEOUT = 74;
const DTLS_CTRL_SET_LINK_MTU = 120;
const SSL_CTRL_GET_EXTMS_SUPPORT = 122;
const SSL_ERROR_WANT_READ = 2;
const SSL_ERROR_ZERO_RETURN = 6;

export interface DtlsEvents {
  send(datagram: Buffer): void;
  /** The peer is who its fingerprint says. At most once. */
  connected(profile: SrtpProfile, keyingMaterial: Buffer): void;
  /** Failed, or closed by the peer. At most once, never after `close()`; nothing native is left then. */
  closed(reason: string): void;
}

export interface DtlsEndpointOptions {
  readonly context: DtlsContext;
  readonly role: 'server' | 'client';
  readonly fingerprintSha256: Uint8Array;
  readonly timers: Timers;
}

/** What a native section brought about. */
interface Outcome {
  readonly stream: Buffer;
  readonly connected: { readonly profile: SrtpProfile; readonly material: Buffer } | undefined;
  readonly closed: string | undefined;
  readonly timeoutMs: number | undefined;
}

/** Datagram in, stream out, small results; used by one native section at a time. */
let scratchMemory: NativeMemory | undefined;
const OUT_AT = INCOMING_BYTES_MAX;
const SMALL_AT = OUT_AT + OUTGOING_BYTES_MAX;

function scratch(): NativeMemory {
  scratchMemory ??= new NativeMemory(SMALL_AT + 256);
  return scratchMemory;
}

export class DtlsEndpoint {
  readonly #openssl: Openssl;
  readonly #options: DtlsEndpointOptions;
  readonly #events: DtlsEvents;
  #ssl: SslHandle | 0 = 0;
  #readBio: BioHandle | 0 = 0;
  #writeBio: BioHandle | 0 = 0;
  #busy = false;
  #done = false;
  #cancelRetransmission: (() => void) | undefined;
  #cancelDeadline: (() => void) | undefined;

  constructor(options: DtlsEndpointOptions, events: DtlsEvents) {
    this.#openssl = options.context.openssl;
    this.#options = options;
    this.#events = events;
    const context = options.context.handle();
    if (context === undefined) throw new Error('The DTLS context is closed.');
    this.#allocate(context);
    this.#cancelDeadline = options.timers.after(HANDSHAKE_MS_MAX, () => this.#abandon('The DTLS handshake took too long.'));
  }

  #allocate(context: NonNullable<ReturnType<DtlsContext['handle']>>): void {
    const openssl = this.#openssl;
    openssl.ERR_clear_error();
    const ssl = checkHandle(openssl.SSL_new(context));
    const readBio = openssl.BIO_new(openssl.BIO_s_mem());
    const writeBio = openssl.BIO_new(openssl.BIO_s_mem());
    if (readBio === 0 || writeBio === 0) {
      if (readBio !== 0) openssl.BIO_free(readBio);
      if (writeBio !== 0) openssl.BIO_free(writeBio);
      openssl.SSL_free(ssl);
      throw new Error('OpenSSL could not allocate an object.');
    }
    for (const bio of [readBio, writeBio]) openssl.BIO_ctrl(bio, BIO_C_SET_BUF_MEM_EOF_RETURN, -1, NONE);
    // From here on the SSL owns both BIOs.
    openssl.SSL_set_bio(ssl, readBio, writeBio);
    openssl.SSL_ctrl(ssl, DTLS_CTRL_SET_LINK_MTU, DTLS_DATAGRAM_BYTES_MAX, NONE);
    openssl.DTLS_set_timer_cb(ssl, this.#options.context.timerCallback);
    if (this.#options.role === 'server') openssl.SSL_set_accept_state(ssl);
    else openssl.SSL_set_connect_state(ssl);
    this.#ssl = ssl;
    this.#readBio = readBio;
    this.#writeBio = writeBio;
  }

  /** The client speaks first. */
  start(): void {
    this.#run(ssl => this.#advance(ssl));
  }

  /** One datagram from an address that ICE has validated. */
  input(datagram: Buffer): void {
    if (datagram.length < RECORD_HEADER_BYTES || datagram.length > INCOMING_BYTES_MAX) return;
    this.#run(ssl => {
      const memory = scratch();
      memory.bytes.set(datagram, 0);
      // The BIO is a byte stream: exactly one datagram is in it at any time.
      this.#openssl.BIO_ctrl(this.#readBio as BioHandle, BIO_CTRL_RESET, 0, NONE);
      this.#openssl.BIO_write(this.#readBio as BioHandle, memory.at(0, datagram.length), datagram.length);
      return this.#advance(ssl);
    });
  }

  /** A native section, then its consequences in order: what to send, the timer, the news. */
  #run(section: (ssl: SslHandle) => Pick<Outcome, 'connected' | 'closed'>): void {
    const ssl = this.#ssl;
    if (ssl === 0 || this.#busy) return;
    this.#busy = true;
    let outcome: Outcome;
    try {
      this.#openssl.ERR_clear_error();
      outcome = whileExpecting(this.#options.fingerprintSha256, () => ({
        ...section(ssl), stream: this.#takeStream(), timeoutMs: this.#readTimeout(ssl),
      }));
      this.#openssl.ERR_clear_error();
    } finally {
      this.#busy = false;
    }
    if (outcome.closed !== undefined) this.#free();
    else this.#armRetransmission(outcome.timeoutMs);
    for (const datagram of packRecords(outcome.stream, DTLS_DATAGRAM_BYTES_MAX)) this.#events.send(datagram);
    if (outcome.connected !== undefined) this.#events.connected(outcome.connected.profile, outcome.connected.material);
    if (outcome.closed !== undefined) this.#events.closed(outcome.closed);
  }

  #advance(ssl: SslHandle): Pick<Outcome, 'connected' | 'closed'> {
    if (this.#done) return { connected: undefined, closed: this.#readAlerts(ssl) };
    const result = this.#openssl.SSL_do_handshake(ssl);
    if (result === 1) return this.#finish(ssl);
    const error = this.#openssl.SSL_get_error(ssl, result);
    return { connected: undefined, closed: error === SSL_ERROR_WANT_READ ? undefined : this.#describeError() };
  }

  /** Checks what was agreed and exports the keys (RFC 5764 4.2). */
  #finish(ssl: SslHandle): Pick<Outcome, 'connected' | 'closed'> {
    const openssl = this.#openssl;
    const refuse = (closed: string) => ({ connected: undefined, closed });
    // RFC 7627: without the extended master secret, the exported keys do not bind to the certificates.
    if (openssl.SSL_ctrl(ssl, SSL_CTRL_GET_EXTMS_SUPPORT, 0, NONE) !== 1) return refuse('The client has no extended master secret.');
    const profile = readProfileId(openssl.SSL_get_selected_srtp_profile(ssl));
    if (profile !== SRTP_AEAD_AES_128_GCM && profile !== SRTP_AES128_CM_SHA1_80) return refuse('The client shares no SRTP profile with us.');
    const byteCount = keyingMaterialBytes(profile);
    const memory = scratch();
    const into = memory.at(SMALL_AT, byteCount);
    const exported = openssl.SSL_export_keying_material(ssl, into, byteCount, EXPORTER_LABEL, EXPORTER_LABEL.length, NONE, 0, 0);
    if (exported !== 1) return refuse('The SRTP keys could not be exported.');
    const material = Buffer.from(memory.bytes.subarray(SMALL_AT, SMALL_AT + byteCount));
    memory.bytes.fill(0, SMALL_AT, SMALL_AT + byteCount);
    this.#done = true;
    this.#cancelDeadline?.();
    this.#cancelDeadline = this.#options.timers.after(RETIRE_AFTER_MS, () => this.#free());
    return { connected: { profile, material }, closed: undefined };
  }

  /** After the handshake only alerts and repeated flights come; data of the application is read and thrown away. */
  #readAlerts(ssl: SslHandle): string | undefined {
    const memory = scratch();
    for (let i = 0; i < READS_PER_DATAGRAM_MAX; i += 1) {
      const result = this.#openssl.SSL_read(ssl, memory.at(0, INCOMING_BYTES_MAX), INCOMING_BYTES_MAX);
      if (result > 0) continue;
      const error = this.#openssl.SSL_get_error(ssl, result);
      if (error === SSL_ERROR_WANT_READ) return undefined;
      return error === SSL_ERROR_ZERO_RETURN ? 'The other side closed the connection.' : this.#describeError();
    }
    return undefined;
  }

  #describeError(): string {
    const error = this.#openssl.ERR_peek_last_error();
    const reason = error === 0 ? null : this.#openssl.ERR_reason_error_string(error);
    return `DTLS failed: ${reason ?? 'unknown error'}.`;
  }

  #takeStream(): Buffer {
    const memory = scratch();
    const count = this.#openssl.BIO_read(this.#writeBio as BioHandle, memory.at(OUT_AT, OUTGOING_BYTES_MAX), OUTGOING_BYTES_MAX);
    if (count <= 0 || count > OUTGOING_BYTES_MAX) return Buffer.alloc(0);
    const stream = Buffer.from(memory.bytes.subarray(OUT_AT, OUT_AT + count));
    // What is more than one flight is nothing we would ever send.
    this.#openssl.BIO_ctrl(this.#writeBio as BioHandle, BIO_CTRL_RESET, 0, NONE);
    return stream;
  }

  /** Milliseconds until OpenSSL wants to send its flight again; undefined when it waits for nothing. */
  #readTimeout(ssl: SslHandle): number | undefined {
    const memory = scratch();
    // struct timeval { long tv_sec; long tv_usec } on 64-bit systems.
    if (this.#openssl.SSL_ctrl(ssl, DTLS_CTRL_GET_TIMEOUT, 0, memory.at(SMALL_AT, 16)) !== 1) return undefined;
    return memory.bytes.readUInt32LE(SMALL_AT) * 1_000 + Math.ceil(memory.bytes.readUInt32LE(SMALL_AT + 8) / 1_000);
  }

  #armRetransmission(timeoutMs: number | undefined): void {
    this.#cancelRetransmission?.();
    this.#cancelRetransmission = undefined;
    if (timeoutMs === undefined || this.#ssl === 0) return;
    this.#cancelRetransmission = this.#options.timers.after(timeoutMs, () => {
      this.#run(ssl => {
        const result = this.#openssl.SSL_ctrl(ssl, DTLS_CTRL_HANDLE_TIMEOUT, 0, NONE);
        return { connected: undefined, closed: result < 0 ? 'The DTLS handshake was given up after many repetitions.' : undefined };
      });
    });
  }

  #abandon(reason: string): void {
    if (this.#ssl === 0) return;
    this.#free();
    this.#events.closed(reason);
  }

  /** Takes the handle out before it frees it, so that nothing can reach a freed one. The BIOs go with the SSL. */
  #free(): void {
    this.#cancelRetransmission?.();
    this.#cancelDeadline?.();
    this.#cancelRetransmission = undefined;
    this.#cancelDeadline = undefined;
    const ssl = this.#ssl;
    this.#ssl = 0;
    this.#readBio = 0;
    this.#writeBio = 0;
    if (ssl !== 0) this.#openssl.SSL_free(ssl);
    this.#openssl.ERR_clear_error();
  }

  /** Tells the peer, if there is still something to tell it with, and frees everything. Idempotent. */
  close(): void {
    if (this.#ssl === 0 || this.#busy) return;
    let stream: Buffer = Buffer.alloc(0);
    if (this.#done) {
      this.#openssl.ERR_clear_error();
      this.#openssl.SSL_shutdown(this.#ssl);
      stream = this.#takeStream();
    }
    this.#free();
    for (const datagram of packRecords(stream, DTLS_DATAGRAM_BYTES_MAX)) this.#events.send(datagram);
  }
}
