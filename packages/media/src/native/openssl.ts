import koffi from 'koffi';
import type { Address } from './memory.js';

/**
 * Every foreign prototype of libssl and libcrypto. Node links OpenSSL statically and exports its symbols for addons;
 * `koffi.load(null)` finds them in this very process.
 *
 * Rules (each exists because breaking it is a segmentation fault, not an exception):
 * - Pointers travel as numbers (`uintptr_t`): user addresses are below 2^53. Handles are branded and stay inside the
 *   class that made them; it takes them out of its field before it frees them.
 * - Addresses come from `NativeMemory.at` only, which checks bounds.
 * - Calls are synchronous; a callback never frees and never throws (koffi gives 0 to C when it does: fails closed).
 */

declare const brand: unique symbol;
type Handle<Kind extends string> = number & { readonly [brand]: Kind };
export type SslContextHandle = Handle<'SSL_CTX'>;
export type SslHandle = Handle<'SSL'>;
export type BioHandle = Handle<'BIO'>;
export type CipherContextHandle = Handle<'EVP_CIPHER_CTX'>;
export type MacContextHandle = Handle<'HMAC_CTX'>;
export type FunctionHandle = Handle<'function'>;
type Constant = Handle<'constant'>;
type StoreContextHandle = Handle<'X509_STORE_CTX'>;
type CertificateHandle = Handle<'X509'>;
/** NULL where a pointer is optional. */
export const NONE = 0;

export interface Openssl {
  OpenSSL_version_num(): number;
  ERR_clear_error(): void;
  ERR_peek_last_error(): number;
  ERR_reason_error_string(error: number): string | null;

  DTLS_server_method(): Constant;
  DTLS_client_method(): Constant;
  SSL_CTX_new(method: Constant): SslContextHandle;
  SSL_CTX_free(context: SslContextHandle): void;
  SSL_CTX_ctrl(context: SslContextHandle, command: number, number: number, pointer: Address | 0): number;
  SSL_CTX_set_options(context: SslContextHandle, options: number): number;
  SSL_CTX_set_cipher_list(context: SslContextHandle, list: string): number;
  SSL_CTX_use_certificate_ASN1(context: SslContextHandle, length: number, der: Address): number;
  SSL_CTX_use_PrivateKey_ASN1(type: number, context: SslContextHandle, der: Address, length: number): number;
  SSL_CTX_check_private_key(context: SslContextHandle): number;
  SSL_CTX_set_verify(context: SslContextHandle, mode: number, callback: 0): void;
  SSL_CTX_set_cert_verify_callback(context: SslContextHandle, callback: FunctionHandle, argument: 0): void;
  /** 0 means success, unlike its neighbours. */
  SSL_CTX_set_tlsext_use_srtp(context: SslContextHandle, profiles: string): number;

  SSL_new(context: SslContextHandle): SslHandle;
  SSL_free(ssl: SslHandle): void;
  SSL_set_bio(ssl: SslHandle, read: BioHandle, write: BioHandle): void;
  SSL_set_accept_state(ssl: SslHandle): void;
  SSL_set_connect_state(ssl: SslHandle): void;
  SSL_do_handshake(ssl: SslHandle): number;
  SSL_read(ssl: SslHandle, into: Address, length: number): number;
  SSL_shutdown(ssl: SslHandle): number;
  SSL_get_error(ssl: SslHandle, result: number): number;
  SSL_ctrl(ssl: SslHandle, command: number, number: number, pointer: Address | 0): number;
  DTLS_set_timer_cb(ssl: SslHandle, callback: FunctionHandle): void;
  /** The address of an SRTP_PROTECTION_PROFILE; read with `readProfileId`. */
  SSL_get_selected_srtp_profile(ssl: SslHandle): number;
  SSL_export_keying_material(
    ssl: SslHandle, into: Address, length: number, label: string, labelLength: number, context: 0, contextLength: 0, useContext: 0,
  ): number;

  BIO_s_mem(): Constant;
  BIO_new(type: Constant): BioHandle;
  BIO_free(bio: BioHandle): number;
  BIO_ctrl(bio: BioHandle, command: number, number: number, pointer: Address | 0): number;
  BIO_write(bio: BioHandle, from: Address, length: number): number;
  BIO_read(bio: BioHandle, into: Address, length: number): number;

  X509_STORE_CTX_get0_cert(store: StoreContextHandle): CertificateHandle;
  X509_STORE_CTX_set_error(store: StoreContextHandle, error: number): void;
  X509_digest(certificate: CertificateHandle, type: Constant, into: Address, length: Address): number;
  EVP_sha256(): Constant;
  EVP_sha1(): Constant;

  EVP_aes_128_gcm(): Constant;
  EVP_aes_128_ctr(): Constant;
  EVP_CIPHER_CTX_new(): CipherContextHandle;
  EVP_CIPHER_CTX_free(context: CipherContextHandle): void;
  EVP_CIPHER_CTX_ctrl(context: CipherContextHandle, command: number, number: number, pointer: Address): number;
  EVP_EncryptInit_ex(context: CipherContextHandle, cipher: Constant | 0, engine: 0, key: Address | 0, iv: Address | 0): number;
  EVP_EncryptUpdate(context: CipherContextHandle, into: Address | 0, written: Address, from: Address, length: number): number;
  EVP_EncryptFinal_ex(context: CipherContextHandle, into: Address, written: Address): number;
  EVP_DecryptInit_ex(context: CipherContextHandle, cipher: Constant | 0, engine: 0, key: Address | 0, iv: Address | 0): number;
  EVP_DecryptUpdate(context: CipherContextHandle, into: Address | 0, written: Address, from: Address, length: number): number;
  EVP_DecryptFinal_ex(context: CipherContextHandle, into: Address, written: Address): number;
  HMAC_CTX_new(): MacContextHandle;
  HMAC_CTX_free(context: MacContextHandle): void;
  HMAC_Init_ex(context: MacContextHandle, key: Address | 0, keyLength: number, type: Constant | 0, engine: 0): number;
  HMAC_Update(context: MacContextHandle, from: Address, length: number): number;
  HMAC_Final(context: MacContextHandle, into: Address, length: Address): number;
}

/** The C types of each function: result first. `p` is a pointer or handle. */
const PROTOTYPES: Readonly<Record<keyof Openssl, string>> = {
  OpenSSL_version_num: 'ulong', ERR_clear_error: 'void', ERR_peek_last_error: 'ulong', ERR_reason_error_string: 'str ulong',
  DTLS_server_method: 'p', DTLS_client_method: 'p', SSL_CTX_new: 'p p', SSL_CTX_free: 'void p', SSL_CTX_ctrl: 'long p int long p',
  SSL_CTX_set_options: 'uint64 p uint64', SSL_CTX_set_cipher_list: 'int p str', SSL_CTX_use_certificate_ASN1: 'int p int p',
  SSL_CTX_use_PrivateKey_ASN1: 'int int p p long', SSL_CTX_check_private_key: 'int p', SSL_CTX_set_verify: 'void p int p',
  SSL_CTX_set_cert_verify_callback: 'void p p p', SSL_CTX_set_tlsext_use_srtp: 'int p str',
  SSL_new: 'p p', SSL_free: 'void p', SSL_set_bio: 'void p p p', SSL_set_accept_state: 'void p', SSL_set_connect_state: 'void p',
  SSL_do_handshake: 'int p', SSL_read: 'int p p int', SSL_shutdown: 'int p', SSL_get_error: 'int p int', SSL_ctrl: 'long p int long p',
  DTLS_set_timer_cb: 'void p p', SSL_get_selected_srtp_profile: 'p p', SSL_export_keying_material: 'int p p size_t str size_t p size_t int',
  BIO_s_mem: 'p', BIO_new: 'p p', BIO_free: 'int p', BIO_ctrl: 'long p int long p', BIO_write: 'int p p int', BIO_read: 'int p p int',
  X509_STORE_CTX_get0_cert: 'p p', X509_STORE_CTX_set_error: 'void p int', X509_digest: 'int p p p p', EVP_sha256: 'p', EVP_sha1: 'p',
  EVP_aes_128_gcm: 'p', EVP_aes_128_ctr: 'p', EVP_CIPHER_CTX_new: 'p', EVP_CIPHER_CTX_free: 'void p', EVP_CIPHER_CTX_ctrl: 'int p int int p',
  EVP_EncryptInit_ex: 'int p p p p p', EVP_EncryptUpdate: 'int p p p p int', EVP_EncryptFinal_ex: 'int p p p',
  EVP_DecryptInit_ex: 'int p p p p p', EVP_DecryptUpdate: 'int p p p p int', EVP_DecryptFinal_ex: 'int p p p',
  HMAC_CTX_new: 'p', HMAC_CTX_free: 'void p', HMAC_Init_ex: 'int p p int p p', HMAC_Update: 'int p p size_t', HMAC_Final: 'int p p p',
};

const UNAVAILABLE = 'The media role needs Linux or macOS with a Node.js that exports OpenSSL 3 (the official builds and Debian\'s do). '
  + 'Run the media role there, or in a container.';

let loaded: Openssl | undefined;

/** Resolves every symbol or throws an Error with a sentence for the operator. Resolved once for each process. */
export function loadOpenssl(): Openssl {
  if (loaded !== undefined) return loaded;
  if (process.platform === 'win32') throw new Error(UNAVAILABLE);
  try {
    loaded = resolveAll();
  } catch (error) {
    throw new Error(UNAVAILABLE, { cause: error });
  }
  // The loaded library says which it is; process.versions tells what Node was built with.
  if (loaded.OpenSSL_version_num() >>> 28 !== 3) {
    loaded = undefined;
    throw new Error(UNAVAILABLE);
  }
  return loaded;
}

function resolveAll(): Openssl {
  const libraries = openLibraries();
  const functions: Record<string, unknown> = {};
  for (const [name, prototype] of Object.entries(PROTOTYPES)) {
    const [result, ...parameters] = prototype.split(' ').map(type => (type === 'p' ? 'uintptr_t' : type));
    functions[name] = resolve(libraries, name, result ?? 'void', parameters);
  }
  // The table above has exactly the keys of the interface, and koffi checks the number and types of arguments.
  return functions as unknown as Openssl;
}

/** Never a system library beside Node's static one: their symbols would mix. */
function openLibraries(): ReturnType<typeof koffi.load>[] {
  const libraries = [koffi.load(null)];
  const variables = process.config.variables as unknown as Readonly<Record<string, unknown>>;
  if (variables['node_shared_openssl'] === true || variables['node_shared_openssl'] === 1) {
    for (const name of ['libssl.so.3', 'libcrypto.so.3']) {
      try {
        libraries.push(koffi.load(name));
      } catch {
        // Then the global scope must hold the symbols; if it does not, resolving says so.
      }
    }
  }
  return libraries;
}

function resolve(libraries: readonly ReturnType<typeof koffi.load>[], name: string, result: string, parameters: string[]): unknown {
  let failure: unknown;
  for (const library of libraries) {
    try {
      return library.func(name, result, parameters);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** `int (*)(X509_STORE_CTX *, void *)`. Registered for the life of the process. */
export function registerVerifyCallback(verify: (store: StoreContextHandle) => 0 | 1): FunctionHandle {
  const type = koffi.pointer(koffi.proto('int', ['uintptr_t', 'uintptr_t']));
  return Number(koffi.register(verify, type)) as FunctionHandle;
}

/** `unsigned (*)(SSL *, unsigned)`: from the last timeout in microseconds (0 at first) to the next. */
export function registerTimerCallback(next: (timeoutUs: number) => number): FunctionHandle {
  const type = koffi.pointer(koffi.proto('uint', ['uintptr_t', 'uint']));
  return Number(koffi.register((_ssl: number, timeoutUs: number) => next(timeoutUs), type)) as FunctionHandle;
}

/** The id of an SRTP_PROTECTION_PROFILE (`const char *name; unsigned long id`), or 0 for NULL. */
export function readProfileId(profile: number): number {
  if (!Number.isSafeInteger(profile) || profile <= 0) return 0;
  return Number(koffi.decode(BigInt(profile), 8, 'ulong'));
}

/** A fresh handle, or an error when C had no memory for it. */
export function checkHandle<H extends number>(handle: H): H {
  if (!Number.isSafeInteger(handle) || handle <= 0) throw new Error('OpenSSL could not allocate an object.');
  return handle;
}
