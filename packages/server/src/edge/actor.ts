import type { Actor } from '../ctx.js';
import type { SessionRow } from '../identity/model.js';

/** Who acts with this session; nobody without one. */
export function actorOf(session: SessionRow | undefined): Actor {
  if (session?.kind === 'person' && session.personId) return { kind: 'person', personId: session.personId, sessionId: session.id };
  if (session?.kind === 'guest' && session.guestId && session.meetingId) return { kind: 'guest', guestId: session.guestId, meetingId: session.meetingId, sessionId: session.id };
  return { kind: 'nobody' };
}
