import { timingSafeEqual } from 'node:crypto';
import { NativeMemory, type Address } from '../native/memory.js';
import { checkHandle, NONE, type CipherContextHandle, type MacContextHandle, type Openssl } from '../native/openssl.js';
import type { SessionKeys } from './keys.js';
import { RTCP_HEADER_BYTES, SRTCP_ENCRYPTED, SRTCP_INDEX_BYTES, type PacketIndex, type PacketProtection } from './protection.js';

/**
 * AES_CM_128_HMAC_SHA1_80 for SRTP and SRTCP (RFC 3711 4.1.1, 4.2.1).
 *
 * ```
 * SRTP   | header, CSRCs, extensions |     payload      | tag(10) |   HMAC-SHA1 over packet and ROC(4), unsent
 *                                    |<-- encrypted --->|
 * SRTCP  | header(8) |  rest of the compound  |E| index(31) | tag(10) |
 *                    |<----- encrypted ------>|
 *
 * counter block = salt · 2^16  XOR  SSRC · 2^64  XOR  index · 2^16
 *          | salt(4) | salt(4) ^ SSRC(4) | salt(4) ^ ROC(4) | salt(2) ^ SEQ(2) | 00 00 |
 * ```
 */
const TAG_BYTES = 10;
const DIGEST_BYTES = 20;
const COUNTER_BYTES = 16;

const COUNTER_AT = 0;
const ROC_AT = 16;
const DIGEST_AT = 20;
const WRITTEN_AT = 40;
const SCRATCH_BYTES = 48;

interface KeyContexts { readonly cipher: CipherContextHandle; readonly mac: MacContextHandle; readonly salt: Buffer }

export class CounterModeProtection implements PacketProtection {
  readonly #openssl: Openssl;
  readonly #scratch = new NativeMemory(SCRATCH_BYTES);
  readonly #counterAddress = this.#scratch.at(COUNTER_AT, COUNTER_BYTES);
  readonly #rocAddress = this.#scratch.at(ROC_AT, 4);
  readonly #digestAddress = this.#scratch.at(DIGEST_AT, DIGEST_BYTES);
  readonly #writtenAddress = this.#scratch.at(WRITTEN_AT, 4);
  readonly #tag = this.#scratch.bytes.subarray(DIGEST_AT, DIGEST_AT + TAG_BYTES);
  #rtp: KeyContexts | undefined;
  #rtcp: KeyContexts | undefined;

  constructor(openssl: Openssl, keys: SessionKeys) {
    this.#openssl = openssl;
    this.#rtp = this.#createContexts(keys.rtpKey, keys.rtpAuthenticationKey, keys.rtpSalt);
    this.#rtcp = this.#createContexts(keys.rtcpKey, keys.rtcpAuthenticationKey, keys.rtcpSalt);
  }

  #createContexts(key: Buffer, authenticationKey: Buffer, salt: Buffer): KeyContexts {
    const openssl = this.#openssl;
    const block = new NativeMemory(36);
    block.bytes.set(key.subarray(0, 16));
    block.bytes.set(authenticationKey.subarray(0, DIGEST_BYTES), 16);
    const cipher = checkHandle(openssl.EVP_CIPHER_CTX_new());
    const mac = checkHandle(openssl.HMAC_CTX_new());
    const done = openssl.EVP_EncryptInit_ex(cipher, openssl.EVP_aes_128_ctr(), NONE, block.at(0, 16), NONE) === 1
      && openssl.HMAC_Init_ex(mac, block.at(16, DIGEST_BYTES), DIGEST_BYTES, openssl.EVP_sha1(), NONE) === 1;
    block.bytes.fill(0);
    if (!done) {
      openssl.EVP_CIPHER_CTX_free(cipher);
      openssl.HMAC_CTX_free(mac);
      throw new Error('OpenSSL refused an AES-128 counter mode key.');
    }
    return { cipher, mac, salt };
  }

  sealRtp(memory: NativeMemory, offset: number, headerBytes: number, length: number, index: PacketIndex): number {
    const keys = this.#rtp;
    if (keys === undefined) return 0;
    memory.at(offset, length + TAG_BYTES);
    if (!this.#applyKeystream(keys, memory, offset + headerBytes, length - headerBytes, index)) return 0;
    if (!this.#authenticateRtp(keys, memory, offset, length, index.rolloverCounter)) return 0;
    memory.bytes.set(this.#tag, offset + length);
    return length + TAG_BYTES;
  }

  openRtp(memory: NativeMemory, offset: number, headerBytes: number, length: number, index: PacketIndex): number {
    const keys = this.#rtp;
    const plainLength = length - TAG_BYTES;
    if (keys === undefined || plainLength < headerBytes) return 0;
    if (!this.#authenticateRtp(keys, memory, offset, plainLength, index.rolloverCounter)) return 0;
    if (!timingSafeEqual(this.#tag, memory.bytes.subarray(offset + plainLength, offset + length))) return 0;
    return this.#applyKeystream(keys, memory, offset + headerBytes, plainLength - headerBytes, index) ? plainLength : 0;
  }

  sealRtcp(memory: NativeMemory, offset: number, length: number, ssrc: number, index: number): number {
    const keys = this.#rtcp;
    if (keys === undefined || length < RTCP_HEADER_BYTES) return 0;
    memory.at(offset, length + SRTCP_INDEX_BYTES + TAG_BYTES);
    if (!this.#applyKeystream(keys, memory, offset + RTCP_HEADER_BYTES, length - RTCP_HEADER_BYTES, rtcpCounter(ssrc, index))) return 0;
    memory.bytes.writeUInt32BE((SRTCP_ENCRYPTED | index) >>> 0, offset + length);
    if (!this.#authenticate(keys, memory.at(offset, length + SRTCP_INDEX_BYTES), length + SRTCP_INDEX_BYTES, 0)) return 0;
    memory.bytes.set(this.#tag, offset + length + SRTCP_INDEX_BYTES);
    return length + SRTCP_INDEX_BYTES + TAG_BYTES;
  }

  openRtcp(memory: NativeMemory, offset: number, length: number, ssrc: number, index: number): number {
    const keys = this.#rtcp;
    const authenticatedLength = length - TAG_BYTES;
    const plainLength = authenticatedLength - SRTCP_INDEX_BYTES;
    if (keys === undefined || plainLength < RTCP_HEADER_BYTES) return 0;
    if (!this.#authenticate(keys, memory.at(offset, authenticatedLength), authenticatedLength, 0)) return 0;
    if (!timingSafeEqual(this.#tag, memory.bytes.subarray(offset + authenticatedLength, offset + length))) return 0;
    return this.#applyKeystream(keys, memory, offset + RTCP_HEADER_BYTES, plainLength - RTCP_HEADER_BYTES, rtcpCounter(ssrc, index)) ? plainLength : 0;
  }

  /** Encrypts or decrypts, which is the same in counter mode. */
  #applyKeystream(keys: KeyContexts, memory: NativeMemory, offset: number, length: number, index: PacketIndex): boolean {
    if (length === 0) return true;
    const counter = this.#scratch.bytes;
    const salt = keys.salt;
    counter.writeUInt32BE(salt.readUInt32BE(0), 0);
    counter.writeUInt32BE((salt.readUInt32BE(4) ^ index.ssrc) >>> 0, 4);
    counter.writeUInt32BE((salt.readUInt32BE(8) ^ index.rolloverCounter) >>> 0, 8);
    counter.writeUInt16BE(salt.readUInt16BE(12) ^ index.sequenceNumber, 12);
    counter.writeUInt16BE(0, 14);
    const data = memory.at(offset, length);
    return this.#openssl.EVP_EncryptInit_ex(keys.cipher, NONE, NONE, NONE, this.#counterAddress) === 1
      && this.#openssl.EVP_EncryptUpdate(keys.cipher, data, this.#writtenAddress, data, length) === 1;
  }

  #authenticateRtp(keys: KeyContexts, memory: NativeMemory, offset: number, length: number, rolloverCounter: number): boolean {
    this.#scratch.bytes.writeUInt32BE(rolloverCounter, ROC_AT);
    return this.#authenticate(keys, memory.at(offset, length), length, 4);
  }

  /** Leaves the tag in the scratch block. */
  #authenticate(keys: KeyContexts, from: Address, length: number, rocBytes: 0 | 4): boolean {
    const openssl = this.#openssl;
    return openssl.HMAC_Init_ex(keys.mac, NONE, 0, NONE, NONE) === 1
      && openssl.HMAC_Update(keys.mac, from, length) === 1
      && (rocBytes === 0 || openssl.HMAC_Update(keys.mac, this.#rocAddress, rocBytes) === 1)
      && openssl.HMAC_Final(keys.mac, this.#digestAddress, this.#writtenAddress) === 1;
  }

  close(): void {
    for (const keys of [this.#rtp, this.#rtcp]) {
      if (keys === undefined) continue;
      this.#openssl.EVP_CIPHER_CTX_free(keys.cipher);
      this.#openssl.HMAC_CTX_free(keys.mac);
    }
    this.#rtp = undefined;
    this.#rtcp = undefined;
  }
}

/** RFC 3711 3.4: the 31-bit index of SRTCP takes the place of the 48-bit one, aligned right. */
function rtcpCounter(ssrc: number, index: number): PacketIndex {
  return { ssrc, rolloverCounter: index >>> 16, sequenceNumber: index & 0xffff };
}
