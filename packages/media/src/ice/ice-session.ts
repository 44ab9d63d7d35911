import { timingSafeEqual } from 'node:crypto';
import type { Chance } from '@carillon/kernel/chance.js';
import type { Remote } from '../net/remote.js';
import type { Timers } from '../net/timers.js';
import { BINDING_REQUEST, buildBindingError, buildBindingSuccess, hasRightIntegrity, type StunMessage } from './stun.js';

/**
 * The lite side of ICE (RFC 8445 2.5): we gather host candidates, answer checks and never send any. The browser is full
 * and therefore controls: it nominates a pair by USE-CANDIDATE, and may nominate another whenever its network changes.
 *
 * Consent (RFC 7675) is the browser's checks: when none comes for 30 s, it is gone.
 */
export const CONSENT_MS_MAX = 30_000;
/** A browser has a few interfaces; each may show several addresses behind a NAT. */
const REMOTES_MAX = 8;
const UFRAG_CHARACTERS = 8;
const PASSWORD_CHARACTERS = 24;
const ICE_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export interface IceEvents {
  /** This address is the peer's; packets from it are for this session. */
  validated(remote: Remote): void;
  forgotten(remote: Remote): void;
  /** No valid check for 30 s. At most once. */
  expired(): void;
}

export interface IceSessionOptions {
  readonly chance: Chance;
  readonly nowMs: () => number;
  readonly timers: Timers;
}

export class IceSession {
  readonly ufrag: string;
  readonly password: string;
  readonly #options: IceSessionOptions;
  readonly #events: IceEvents;
  readonly #remotes = new Map<string, Remote>();
  #peerUfrag: string | undefined;
  #selected: Remote | undefined;
  #lastCheckMs = 0;
  #cancelConsent: (() => void) | undefined;
  #closed = false;

  constructor(options: IceSessionOptions, events: IceEvents) {
    this.#options = options;
    this.#events = events;
    this.ufrag = randomIceText(options.chance, UFRAG_CHARACTERS);
    this.password = randomIceText(options.chance, PASSWORD_CHARACTERS);
  }

  /** The pair media goes to: the nominated one; before any nomination the first that was validated. */
  get selected(): Remote | undefined {
    return this.#selected;
  }

  /** Checks are answered from here on. */
  start(peerUfrag: string): void {
    this.#peerUfrag = peerUfrag;
    this.#lastCheckMs = this.#options.nowMs();
    this.#watchConsent();
  }

  /** Takes in a binding request or indication; gives the answer to send back, undefined for none. */
  receiveCheck(message: StunMessage, datagram: Buffer, remote: Remote): Buffer | undefined {
    if (this.#closed || message.type !== BINDING_REQUEST || !this.#isAuthentic(message, datagram)) return undefined;
    const { transactionId } = message;
    if (message.unknownAttributes.length > 0) return buildBindingError(transactionId, 420, 'Unknown Attribute', this.password, message.unknownAttributes);
    // RFC 8445 6.1.1: next to a lite agent the full one controls. A peer that thinks otherwise is told to change
    // (7.3.1.1).
    if (message.controlled) return buildBindingError(transactionId, 487, 'Role Conflict', this.password);
    this.#lastCheckMs = this.#options.nowMs();
    this.#validate(remote, message.useCandidate);
    return buildBindingSuccess(transactionId, remote, this.password);
  }

  /** Who does not know both fragments and the password gets no answer: nothing can be reflected, nothing is told. */
  #isAuthentic(message: StunMessage, datagram: Buffer): boolean {
    if (this.#peerUfrag === undefined || message.username === undefined) return false;
    const expected = Buffer.from(`${this.ufrag}:${this.#peerUfrag}`);
    const actual = Buffer.from(message.username);
    return actual.length === expected.length && timingSafeEqual(actual, expected) && hasRightIntegrity(datagram, message, this.password);
  }

  #validate(remote: Remote, nominated: boolean): void {
    const known = this.#remotes.get(remote.key) ?? remote;
    // Re-inserting moves it to the end: the front of the map is the one longest without a check.
    this.#remotes.delete(known.key);
    this.#remotes.set(known.key, known);
    if (nominated || this.#selected === undefined) this.#selected = known;
    if (known === remote) {
      this.#forgetOldest();
      this.#events.validated(known);
    }
  }

  #forgetOldest(): void {
    if (this.#remotes.size <= REMOTES_MAX) return;
    for (const candidate of this.#remotes.values()) {
      if (candidate === this.#selected) continue;
      this.forget(candidate);
      return;
    }
  }

  /** A TCP connection ended, or there are too many addresses. */
  forget(remote: Remote): void {
    if (!this.#remotes.delete(remote.key)) return;
    if (this.#selected?.key === remote.key) this.#selected = [...this.#remotes.values()].at(-1);
    this.#events.forgotten(remote);
  }

  #watchConsent(): void {
    const restMs = this.#lastCheckMs + CONSENT_MS_MAX - this.#options.nowMs();
    this.#cancelConsent = this.#options.timers.after(Math.max(restMs, 1), () => {
      if (this.#closed) return;
      if (this.#options.nowMs() - this.#lastCheckMs < CONSENT_MS_MAX) this.#watchConsent();
      else this.#events.expired();
    });
  }

  /** Forgets all addresses. Idempotent. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelConsent?.();
    this.#selected = undefined;
    for (const remote of [...this.#remotes.values()]) this.forget(remote);
  }
}

/** RFC 8445 5.3: at least 24 bits in the fragment and 128 in the password; a character here has six. */
function randomIceText(chance: Chance, length: number): string {
  return Array.from(chance.bytes(length), byte => ICE_CHARACTERS[byte & 63] ?? '').join('');
}
