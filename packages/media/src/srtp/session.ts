import type { Openssl } from '../native/openssl.js';
import { CounterModeProtection } from './counter-mode-protection.js';
import { GcmProtection } from './gcm-protection.js';
import { deriveSessionKeys, SRTP_AEAD_AES_128_GCM, type MasterKey, type SrtpProfile } from './keys.js';
import { SrtpReceiver } from './receiver.js';
import { SrtpSender } from './sender.js';

/** Both directions of one peer, made from what DTLS exported (RFC 5764 4.2). */
export interface SrtpSession {
  readonly sender: SrtpSender;
  readonly receiver: SrtpReceiver;
  close(): void;
}

export function createSrtpSession(openssl: Openssl, profile: SrtpProfile, keys: { local: MasterKey; remote: MasterKey }): SrtpSession {
  const local = deriveSessionKeys(profile, keys.local);
  const remote = deriveSessionKeys(profile, keys.remote);
  const gcm = profile === SRTP_AEAD_AES_128_GCM;
  const sealing = gcm ? new GcmProtection(openssl, local, 'seal') : new CounterModeProtection(openssl, local);
  const opening = gcm ? new GcmProtection(openssl, remote, 'open') : new CounterModeProtection(openssl, remote);
  const sender = new SrtpSender(sealing);
  const receiver = new SrtpReceiver(opening, gcm ? 'last' : 'before-tag');
  return {
    sender,
    receiver,
    close: () => {
      sender.close();
      receiver.close();
    },
  };
}
