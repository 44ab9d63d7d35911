import { forbidden } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { signedOut, type FoundConsoleSession } from './sessions.js';

/** The console's session of whoever asks; Unauthorized (`console-signed-out`) without one. */
export function accessConsoleSession(ctx: Ctx): FoundConsoleSession {
  if (ctx.actor.kind !== 'principal' || !ctx.actor.consoleSession) throw signedOut();
  return ctx.actor.consoleSession;
}

/** For what only the root user has, and only as itself. */
export function accessRoot(ctx: Ctx): FoundConsoleSession {
  const session = accessConsoleSession(ctx);
  if (session.row.user) throw forbidden('Only the root user can do this.', 'not-root');
  return session;
}
