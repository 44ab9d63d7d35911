import { NativeMemory, type Address } from '../native/memory.js';
import { checkHandle, NONE, type CipherContextHandle, type Openssl } from '../native/openssl.js';
import type { SessionKeys } from './keys.js';
import { RTCP_HEADER_BYTES, SRTCP_ENCRYPTED, SRTCP_INDEX_BYTES, type PacketIndex, type PacketProtection } from './protection.js';

/**
 * AEAD_AES_128_GCM for SRTP and SRTCP (RFC 7714).
 *
 * ```
 * SRTP   | header, CSRCs, extensions |     payload      | tag(16) |
 *        |<--- associated data ----->|<-- encrypted --->|
 *
 * SRTCP  | header(8) |  rest of the compound  | tag(16) |1| index(31) |
 *        |<- a.d. -->|<----- encrypted ------>|         |<-- a.d. --->|
 *
 * nonce  | 00 00 | SSRC(4) | ROC(4)   | SEQ(2)   |   XOR salt(12)      SRTP, 8.1
 *        | 00 00 | SSRC(4) | 00 00 | 0 | index(31)|   XOR salt(12)      SRTCP, 9.1
 * ```
 */
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const CTRL_GET_TAG = 0x10;
const CTRL_SET_TAG = 0x11;

/** Layout of the scratch block that the calls share. */
const NONCE_AT = 0;
const AAD_AT = 16;
const WRITTEN_AT = 32;
const SCRATCH_BYTES = 48;

export class GcmProtection implements PacketProtection {
  readonly #openssl: Openssl;
  readonly #scratch = new NativeMemory(SCRATCH_BYTES);
  readonly #nonceAddress = this.#scratch.at(NONCE_AT, NONCE_BYTES);
  readonly #writtenAddress = this.#scratch.at(WRITTEN_AT, 4);
  readonly #rtcpAadAddress = this.#scratch.at(AAD_AT, RTCP_HEADER_BYTES + SRTCP_INDEX_BYTES);
  readonly #rtpSalt: Buffer;
  readonly #rtcpSalt: Buffer;
  #rtp: CipherContextHandle | 0;
  #rtcp: CipherContextHandle | 0;

  /** `direction` fixes what this key is for: a context is either a sealing or an opening one. */
  constructor(openssl: Openssl, keys: SessionKeys, direction: 'seal' | 'open') {
    this.#openssl = openssl;
    this.#rtpSalt = keys.rtpSalt;
    this.#rtcpSalt = keys.rtcpSalt;
    this.#rtp = this.#createContext(keys.rtpKey, direction);
    this.#rtcp = this.#createContext(keys.rtcpKey, direction);
  }

  #createContext(key: Buffer, direction: 'seal' | 'open'): CipherContextHandle {
    const openssl = this.#openssl;
    const block = new NativeMemory(16);
    block.bytes.set(key.subarray(0, 16));
    const context = checkHandle(openssl.EVP_CIPHER_CTX_new());
    const initialise = direction === 'seal' ? openssl.EVP_EncryptInit_ex : openssl.EVP_DecryptInit_ex;
    const done = initialise(context, openssl.EVP_aes_128_gcm(), NONE, block.at(0, 16), NONE);
    block.bytes.fill(0);
    if (done !== 1) {
      openssl.EVP_CIPHER_CTX_free(context);
      throw new Error('OpenSSL refused an AES-128-GCM key.');
    }
    return context;
  }

  sealRtp(memory: NativeMemory, offset: number, headerBytes: number, length: number, index: PacketIndex): number {
    if (this.#rtp === 0) return 0;
    this.#writeRtpNonce(index);
    const sealed = this.#seal(this.#rtp, memory, memory.at(offset, headerBytes), headerBytes, offset + headerBytes, length - headerBytes);
    return sealed ? length + TAG_BYTES : 0;
  }

  openRtp(memory: NativeMemory, offset: number, headerBytes: number, length: number, index: PacketIndex): number {
    const plainBytes = length - headerBytes - TAG_BYTES;
    if (this.#rtp === 0 || plainBytes < 0) return 0;
    this.#writeRtpNonce(index);
    const opened = this.#open(this.#rtp, memory, memory.at(offset, headerBytes), headerBytes, offset + headerBytes, plainBytes);
    return opened ? length - TAG_BYTES : 0;
  }

  sealRtcp(memory: NativeMemory, offset: number, length: number, ssrc: number, index: number): number {
    if (this.#rtcp === 0 || length < RTCP_HEADER_BYTES) return 0;
    this.#writeRtcpNonce(ssrc, index);
    this.#writeRtcpAad(memory, offset, index);
    const bodyBytes = length - RTCP_HEADER_BYTES;
    memory.at(offset, length + TAG_BYTES + SRTCP_INDEX_BYTES);
    if (!this.#seal(this.#rtcp, memory, this.#rtcpAadAddress, 12, offset + RTCP_HEADER_BYTES, bodyBytes)) return 0;
    memory.bytes.writeUInt32BE((SRTCP_ENCRYPTED | index) >>> 0, offset + length + TAG_BYTES);
    return length + TAG_BYTES + SRTCP_INDEX_BYTES;
  }

  openRtcp(memory: NativeMemory, offset: number, length: number, ssrc: number, index: number): number {
    const bodyBytes = length - RTCP_HEADER_BYTES - TAG_BYTES - SRTCP_INDEX_BYTES;
    if (this.#rtcp === 0 || bodyBytes < 0) return 0;
    this.#writeRtcpNonce(ssrc, index);
    this.#writeRtcpAad(memory, offset, index);
    return this.#open(this.#rtcp, memory, this.#rtcpAadAddress, 12, offset + RTCP_HEADER_BYTES, bodyBytes) ? RTCP_HEADER_BYTES + bodyBytes : 0;
  }

  /** Encrypts `length` bytes at `dataOffset` in place and writes the tag behind them. */
  #seal(context: CipherContextHandle, memory: NativeMemory, aad: Address, aadBytes: number, dataOffset: number, length: number): boolean {
    const openssl = this.#openssl;
    const written = this.#writtenAddress;
    const data = memory.at(dataOffset, length + TAG_BYTES);
    return openssl.EVP_EncryptInit_ex(context, NONE, NONE, NONE, this.#nonceAddress) === 1
      && openssl.EVP_EncryptUpdate(context, NONE, written, aad, aadBytes) === 1
      && (length === 0 || openssl.EVP_EncryptUpdate(context, data, written, data, length) === 1)
      && openssl.EVP_EncryptFinal_ex(context, this.#nonceAddress, written) === 1
      && openssl.EVP_CIPHER_CTX_ctrl(context, CTRL_GET_TAG, TAG_BYTES, memory.at(dataOffset + length, TAG_BYTES)) === 1;
  }

  #open(context: CipherContextHandle, memory: NativeMemory, aad: Address, aadBytes: number, dataOffset: number, length: number): boolean {
    const openssl = this.#openssl;
    const written = this.#writtenAddress;
    const data = memory.at(dataOffset, length + TAG_BYTES);
    return openssl.EVP_DecryptInit_ex(context, NONE, NONE, NONE, this.#nonceAddress) === 1
      && openssl.EVP_DecryptUpdate(context, NONE, written, aad, aadBytes) === 1
      && (length === 0 || openssl.EVP_DecryptUpdate(context, data, written, data, length) === 1)
      && openssl.EVP_CIPHER_CTX_ctrl(context, CTRL_SET_TAG, TAG_BYTES, memory.at(dataOffset + length, TAG_BYTES)) === 1
      && openssl.EVP_DecryptFinal_ex(context, this.#nonceAddress, written) === 1;
  }

  #writeRtpNonce({ ssrc, rolloverCounter, sequenceNumber }: PacketIndex): void {
    const nonce = this.#scratch.bytes;
    const salt = this.#rtpSalt;
    nonce.writeUInt16BE(salt.readUInt16BE(0), 0);
    nonce.writeUInt32BE((salt.readUInt32BE(2) ^ ssrc) >>> 0, 2);
    nonce.writeUInt32BE((salt.readUInt32BE(6) ^ rolloverCounter) >>> 0, 6);
    nonce.writeUInt16BE(salt.readUInt16BE(10) ^ sequenceNumber, 10);
  }

  #writeRtcpNonce(ssrc: number, index: number): void {
    const nonce = this.#scratch.bytes;
    const salt = this.#rtcpSalt;
    nonce.writeUInt16BE(salt.readUInt16BE(0), 0);
    nonce.writeUInt32BE((salt.readUInt32BE(2) ^ ssrc) >>> 0, 2);
    nonce.writeUInt16BE(salt.readUInt16BE(6), 6);
    nonce.writeUInt32BE((salt.readUInt32BE(8) ^ index) >>> 0, 8);
  }

  /** RFC 7714 9.2: the first eight bytes and the trailing word do not lie side by side in the packet. */
  #writeRtcpAad(memory: NativeMemory, offset: number, index: number): void {
    memory.bytes.copy(this.#scratch.bytes, AAD_AT, offset, offset + RTCP_HEADER_BYTES);
    this.#scratch.bytes.writeUInt32BE((SRTCP_ENCRYPTED | index) >>> 0, AAD_AT + RTCP_HEADER_BYTES);
  }

  close(): void {
    for (const context of [this.#rtp, this.#rtcp]) {
      if (context !== 0) this.#openssl.EVP_CIPHER_CTX_free(context);
    }
    this.#rtp = 0;
    this.#rtcp = 0;
  }
}
