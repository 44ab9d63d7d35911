import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Paths whose values never reach a log: bodies, tokens, addresses (architecture: no secrets in logs). */
const MASKED = ['password', 'secret', 'token', 'cookie', 'authorization', 'email', 'to', 'content', '*.password', '*.secret', '*.token', '*.email', '*.content', 'err.parameters'];

/** JSON lines on standard error, so that standard output stays for what the person who started it should read. */
export function createLog(level: string): Log {
  return pino(
    { level, base: null, redact: { paths: MASKED, censor: '[masked]' }, formatters: { level: label => ({ level: label }) }, timestamp: () => `,"time":"${isoNow()}"` },
    process.stderr,
  );
}

/**
 * A log line's own time: the one place besides the clock that reads it, because a log must tell the real time also in
 * tests.
 */
function isoNow(): string {
  return new Date().toISOString();
}
