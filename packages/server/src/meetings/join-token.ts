import { sign } from 'node:crypto';
import type { JoinClaims } from '@carillon/wire/media.js';
import type { Ctx } from '../ctx.js';
import { TOKEN_LIFE_MS, type AttendeeRow } from './model.js';

/** Who a token lets into which meeting. */
export interface TokenHolder {
  meetingId: string;
  attendeeId: string;
  externalUserId: string;
}

/**
 * What a client shows the media node: `hex(JSON) + hex(Ed25519 signature)`, letters and digits only (wire/media.ts).
 */
export function signJoinToken(ctx: Ctx, holder: TokenHolder): string {
  const claims: JoinClaims = { m: holder.meetingId, a: holder.attendeeId, u: holder.externalUserId, x: Math.floor((ctx.clock.now() + TOKEN_LIFE_MS) / 1000) };
  const bytes = Buffer.from(JSON.stringify(claims));
  return bytes.toString('hex') + sign(null, bytes, ctx.secrets.tokenKey).toString('hex');
}

/** The person, or the guest: as every client of the meeting sees it. */
export function externalUserId(seat: AttendeeRow): string {
  return seat.personId ?? seat.guestId ?? seat.id;
}
