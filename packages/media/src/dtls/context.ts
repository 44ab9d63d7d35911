import { timingSafeEqual } from 'node:crypto';
import { NativeMemory } from '../native/memory.js';
import {
  checkHandle, loadOpenssl, NONE, registerTimerCallback, registerVerifyCallback, type FunctionHandle, type Openssl, type SslContextHandle,
} from '../native/openssl.js';
import type { DtlsCertificate } from './certificate.js';

/** Public constants of openssl/ssl.h, the same in 3.0 to 3.5. */
const DTLS1_2_VERSION = 0xfefd;
const SSL_CTRL_SET_SESS_CACHE_MODE = 44;
const SSL_CTRL_SET_MAX_CERT_LIST = 51;
const SSL_CTRL_SET_GROUPS_LIST = 92;
const SSL_CTRL_SET_MIN_PROTO_VERSION = 123;
const SSL_CTRL_SET_MAX_PROTO_VERSION = 124;
const SSL_OP_NO_QUERY_MTU = 2 ** 12;
const SSL_OP_NO_TICKET = 2 ** 14;
const SSL_OP_CIPHER_SERVER_PREFERENCE = 2 ** 22;
const SSL_OP_NO_RENEGOTIATION = 2 ** 30;
const SSL_VERIFY_PEER_OR_FAIL = 3;
const EVP_PKEY_EC = 408;
const X509_V_ERR_CERT_REJECTED = 28;

const CIPHERS = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES256-GCM-SHA384';
const GROUPS = 'X25519:P-256\0';
/** GCM first: it is the cheapest; counter mode is mandatory to implement. */
const SRTP_PROFILES = 'SRTP_AEAD_AES_128_GCM:SRTP_AES128_CM_SHA1_80';
const PEER_CERTIFICATES_BYTES_MAX = 8_192;
const DIGEST_BYTES = 32;

const FIRST_TIMEOUT_US = 200_000;
const TIMEOUT_US_MAX = 2_000_000;

/** The SSL_CTX all endpoints of one role share. */
export interface DtlsContext {
  readonly openssl: Openssl;
  /** Undefined after `close`: then no endpoint can be made. */
  handle(): SslContextHandle | undefined;
  readonly timerCallback: FunctionHandle;
  close(): void;
}

/**
 * DTLS 1.2 only, certificates of both sides mandatory, no tickets, no renegotiation, no session cache. The product uses
 * the role of the server (`a=setup:passive`); that of the client lets a test play the browser.
 */
export function createDtlsContext(role: 'server' | 'client', certificate: DtlsCertificate): DtlsContext {
  const openssl = loadOpenssl();
  const callbacks = registerCallbacks(openssl);
  openssl.ERR_clear_error();
  const context = checkHandle(openssl.SSL_CTX_new(role === 'server' ? openssl.DTLS_server_method() : openssl.DTLS_client_method()));
  if (!configure(openssl, context, certificate, callbacks.verify)) {
    openssl.SSL_CTX_free(context);
    openssl.ERR_clear_error();
    throw new Error('OpenSSL refused the DTLS configuration.');
  }
  let open: SslContextHandle | undefined = context;
  return {
    openssl,
    handle: () => open,
    timerCallback: callbacks.timer,
    close: () => {
      const closing = open;
      open = undefined;
      // Endpoints still alive hold references of their own.
      if (closing !== undefined) openssl.SSL_CTX_free(closing);
    },
  };
}

function configure(openssl: Openssl, context: SslContextHandle, certificate: DtlsCertificate, verify: FunctionHandle): boolean {
  const own = new NativeMemory(4_096);
  own.bytes.set(certificate.certificateDer, 0);
  own.bytes.set(certificate.privateKeyDer, 2_048);
  own.bytes.write(GROUPS, 3_072, 'latin1');
  openssl.SSL_CTX_set_options(context, SSL_OP_NO_QUERY_MTU + SSL_OP_NO_TICKET + SSL_OP_CIPHER_SERVER_PREFERENCE + SSL_OP_NO_RENEGOTIATION);
  openssl.SSL_CTX_ctrl(context, SSL_CTRL_SET_SESS_CACHE_MODE, 0, NONE);
  openssl.SSL_CTX_ctrl(context, SSL_CTRL_SET_MAX_CERT_LIST, PEER_CERTIFICATES_BYTES_MAX, NONE);
  openssl.SSL_CTX_set_verify(context, SSL_VERIFY_PEER_OR_FAIL, NONE);
  openssl.SSL_CTX_set_cert_verify_callback(context, verify, NONE);
  const done = openssl.SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, DTLS1_2_VERSION, NONE) === 1
    && openssl.SSL_CTX_ctrl(context, SSL_CTRL_SET_MAX_PROTO_VERSION, DTLS1_2_VERSION, NONE) === 1
    && openssl.SSL_CTX_ctrl(context, SSL_CTRL_SET_GROUPS_LIST, 0, own.at(3_072, GROUPS.length)) === 1
    && openssl.SSL_CTX_set_cipher_list(context, CIPHERS) === 1
    && openssl.SSL_CTX_use_certificate_ASN1(context, certificate.certificateDer.length, own.at(0, certificate.certificateDer.length)) === 1
    && openssl.SSL_CTX_use_PrivateKey_ASN1(EVP_PKEY_EC, context, own.at(2_048, certificate.privateKeyDer.length), certificate.privateKeyDer.length) === 1
    && openssl.SSL_CTX_check_private_key(context) === 1
    && openssl.SSL_CTX_set_tlsext_use_srtp(context, SRTP_PROFILES) === 0;
  own.bytes.fill(0);
  return done;
}

/**
 * The fingerprint the peer being driven must show. Calls into OpenSSL are synchronous, so there is only one at a time.
 */
let expectedFingerprint: Uint8Array | undefined;

/** Runs a native section for one peer. Without a fingerprint every certificate is refused. */
export function whileExpecting<T>(fingerprintSha256: Uint8Array, section: () => T): T {
  expectedFingerprint = fingerprintSha256;
  try {
    return section();
  } finally {
    expectedFingerprint = undefined;
  }
}

let registered: { verify: FunctionHandle; timer: FunctionHandle } | undefined;

/** Two callbacks for the life of the process; they never throw, free or send. */
function registerCallbacks(openssl: Openssl): { verify: FunctionHandle; timer: FunctionHandle } {
  if (registered !== undefined) return registered;
  const digest = new NativeMemory(DIGEST_BYTES + 32);
  const verify = registerVerifyCallback(store => {
    try {
      openssl.X509_STORE_CTX_set_error(store, X509_V_ERR_CERT_REJECTED);
      const certificate = openssl.X509_STORE_CTX_get0_cert(store);
      if (certificate === 0 || expectedFingerprint?.length !== DIGEST_BYTES) return 0;
      if (openssl.X509_digest(certificate, openssl.EVP_sha256(), digest.at(0, DIGEST_BYTES), digest.at(DIGEST_BYTES, 4)) !== 1) return 0;
      if (!timingSafeEqual(digest.bytes.subarray(0, DIGEST_BYTES), expectedFingerprint)) return 0;
      openssl.X509_STORE_CTX_set_error(store, 0);
      return 1;
    } catch {
      // Whatever went wrong, an unchecked certificate is a refused one.
      return 0;
    }
  });
  const timer = registerTimerCallback(timeoutUs => (timeoutUs === 0 ? FIRST_TIMEOUT_US : Math.min(timeoutUs * 2, TIMEOUT_US_MAX)));
  registered = { verify, timer };
  return registered;
}
