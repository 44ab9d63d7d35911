import type { Meeting } from './meeting.js';

/** What an operator wants to see of a meeting that misbehaves. No content, no addresses, no keys. */
export function meetingSnapshot(meeting: Meeting, nowMs: number): unknown {
  return {
    meetingId: meeting.meetingId,
    attendees: Array.from(meeting.roster.attendees, attendee => {
      const { session } = attendee;
      return {
        attendeeId: attendee.attendeeId,
        audioStreamId: attendee.audioStreamId,
        muted: attendee.muted,
        absentForMs: attendee.absentSinceMs === undefined ? undefined : nowMs - attendee.absentSinceMs,
        session: session === undefined ? undefined : {
          connected: session.connected,
          answers: session.answerCount,
          roundTripMs: session.roundTripMs,
          uplinkLoss: session.uplinkLoss,
          downlinkLoss: session.downlinkLoss,
          downlinkBps: session.downlinkEstimate.bps,
          uplinkBps: session.uplinkEstimate.bps,
          audio: { level: session.audioInput.level(nowMs), ...session.audioInput.stats, packetsOut: session.audioDownlink?.packetCount },
          transport: session.transport?.stats(),
          sends: session.source?.layers.map(layer => ({
            ...layer.description, ssrc: layer.ssrc, bps: Math.round(layer.meter.bitsPerSecond(nowMs)),
            receivers: layer.forwarders.size, givenUp: layer.order?.givenUp,
          })) ?? [],
          receives: Array.from(session.downlinks.forwarders, forwarder => ({
            mid: forwarder.mid, ssrc: forwarder.ssrc, wanted: forwarder.wanted?.streamId, current: forwarder.current?.streamId,
            paused: forwarder.paused, packets: forwarder.packetCount,
          })),
        },
      };
    }),
  };
}
