import type { Ctx } from '../ctx.js';

/**
 * Where a meeting's media is: what the Chime SDK's client takes. It connects to SignalingUrl alone; the other two must
 * be there.
 */
export function mediaPlacement(ctx: Ctx, meetingId: string) {
  const signalling = `${ctx.origin.replace(/^http/, 'ws')}/media/${workerOf(meetingId, ctx.config.mediaWorkerCount)}/${meetingId}`;
  return { AudioHostUrl: 'carillon', SignalingUrl: signalling, TurnControlUrl: '' };
}

/** A meeting begins on one worker, by its id's random digits; all its people are sent there. */
function workerOf(meetingId: string, workerCount: number): number {
  return parseInt(meetingId.slice(-6), 16) % workerCount;
}
