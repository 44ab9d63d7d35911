import { FrameType, type SignalFrame } from '../signalling/frame.js';
import { CLOSE_MALFORMED, CLOSE_NORMAL } from '../signalling/signal-socket.js';
import { MESSAGES_PER_FRAME_MAX, throttledFrame } from '../signalling/data-messages.js';
import type { ClientSession } from './client-session.js';
import { subscribe } from './subscribe.js';

/** More in one frame is nobody's real wish. */
const UPDATES_MAX = 64;

/** What a client says after its JOIN, frame by frame (signalling notes, section 5). */
export function receiveFrame(session: ClientSession, frame: SignalFrame): void {
  switch (frame.type) {
    case FrameType.SUBSCRIBE:
      if (frame.sub) subscribe(session, frame.sub);
      break;
    case FrameType.AUDIO_CONTROL:
      session.meeting.setMuted(session, frame.audioControl?.muted ?? false);
      break;
    case FrameType.DATA_MESSAGE:
      receiveDataMessages(session, frame);
      break;
    case FrameType.PAUSE:
    case FrameType.RESUME:
      session.downlinks.pause((frame.pause?.streamIds ?? []).slice(0, UPDATES_MAX), frame.type === FrameType.PAUSE);
      break;
    case FrameType.REMOTE_VIDEO_UPDATE:
      updateRemoteVideo(session, frame);
      break;
    case FrameType.LEAVE:
      session.socket.send({ type: FrameType.LEAVE_ACK, leaveAck: {} });
      session.meeting.leave(session);
      session.socket.close(CLOSE_NORMAL, 'left');
      break;
    case FrameType.PRIMARY_MEETING_JOIN:
      // Replica meetings do not exist here.
      session.socket.send({ type: FrameType.PRIMARY_MEETING_JOIN_ACK, primaryMeetingJoinAck: {}, error: { status: 403, description: 'This meeting has no primary meeting.' } });
      break;
    case FrameType.JOIN:
      session.socket.close(CLOSE_MALFORMED, 'joined twice');
      break;
    default:
      // Statistics, and what later clients may say.
      break;
  }
}

function receiveDataMessages(session: ClientSession, frame: SignalFrame): void {
  const { attendee, meeting } = session;
  for (const message of (frame.dataMessage?.messages ?? []).slice(0, MESSAGES_PER_FRAME_MAX)) {
    const allowed = session.dataBucket.take(1, meeting.deps.clock.now());
    const result = allowed ? meeting.dataMessages.accept(attendee, message, meeting.deps.clock.now()) : 'throttled';
    if (result === 'throttled') session.socket.send(throttledFrame(attendee, message.topic ?? '', message.data ?? new Uint8Array(0)));
    else if (result !== 'refused') meeting.broadcast(result, other => other !== session && !other.attendee.content);
  }
}

function updateRemoteVideo(session: ClientSession, frame: SignalFrame): void {
  const update = frame.remoteVideoUpdate;
  for (const subscription of (update?.addedOrUpdatedVideoSubscriptions ?? []).slice(0, UPDATES_MAX)) {
    session.downlinks.switchTo(subscription.mid, subscription.streamId ?? 0);
  }
  for (const mid of (update?.removedVideoSubscriptionMids ?? []).slice(0, UPDATES_MAX)) session.downlinks.stop(mid);
}
