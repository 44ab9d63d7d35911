import type { Capabilities, MediaCommand, StandingOrders } from '@carillon/wire/media.js';
import { FrameType, NetworkAdaption, plainNumber, type SignalFrame } from '../signalling/frame.js';
import type { JoinTicket } from '../signalling/join-token.js';
import type { Visitor } from '../signalling/signal-door.js';
import { CLOSE_ENDED, CLOSE_MALFORMED, CLOSE_NORMAL } from '../signalling/signal-socket.js';
import { ClientSession } from './client-session.js';
import { Meeting, type MeetingDeps } from './meeting.js';
import { meetingSnapshot } from './meeting-snapshot.js';
import { sends } from './capabilities.js';
import { Attendee } from './roster.js';
import { VIDEO_SUBSCRIPTIONS_MAX } from './video-downlinks.js';

/** From the open socket to JOIN. */
const JOIN_WAIT_MS = 10_000;
/** For the client to read why it was refused, and to close by itself. */
const REFUSAL_WAIT_MS = 2_000;
/** What AWS allows. */
export const ATTENDEES_MAX = 250;
export const SHARES_MAX = 2;
/** An empty meeting stays, so that its ids go on rising for those who come back. */
const EMPTY_MS_MAX = 300_000;
/** No token is valid longer than a day, so a meeting that ended before then is refused by its tokens' expiry. */
const ORDERS_KEPT_MS = 25 * 3_600_000;

const STATUS_REFUSED = 403;
const STATUS_CAPACITY = 409;
const STATUS_REMOVED = 411;

interface Orders {
  ended: boolean;
  readonly removedAttendeeIds: Set<string>;
  readonly capabilities: Map<string, Capabilities>;
  givenMs: number;
}

/** All meetings of one worker, and the way in. */
export class MeetingHouse {
  readonly #deps: MeetingDeps;
  readonly #meetings = new Map<string, Meeting>();
  readonly #orders = new Map<string, Orders>();
  #prunedMs = 0;

  constructor(deps: MeetingDeps) {
    this.#deps = deps;
  }

  get meetingCount(): number {
    return this.#meetings.size;
  }

  get sessionCount(): number {
    let count = 0;
    for (const meeting of this.#meetings.values()) count += meeting.roster.size;
    return count;
  }

  /** Somebody has opened a socket. The client sends JOIN by itself; refusals are answers to it. */
  visit(visitor: Visitor): void {
    const { socket } = visitor;
    const cancel = this.#deps.timers.after(JOIN_WAIT_MS, () => socket.close(CLOSE_MALFORMED, 'no JOIN'));
    socket.listen({
      closed: cancel,
      frame: frame => {
        cancel();
        if (frame.type !== FrameType.JOIN) return socket.close(CLOSE_MALFORMED, 'JOIN expected');
        this.#join(visitor, frame);
      },
    });
  }

  /** Orders of the control plane. Obeying one twice is harmless. */
  obey(command: MediaCommand): void {
    switch (command.kind) {
      case 'orders':
        for (const orders of command.orders) this.#obeyStanding(orders);
        break;
      case 'end':
        this.#ordersFor(command.meetingId).ended = true;
        this.#meetings.get(command.meetingId)?.end();
        break;
      case 'remove':
        this.#ordersFor(command.meetingId).removedAttendeeIds.add(command.attendeeId);
        this.#meetings.get(command.meetingId)?.remove(command.attendeeId);
        break;
      case 'capabilities':
        this.#limit(command.meetingId, command.capabilities);
        break;
      case 'debug': case 'stop':
        break;
    }
  }

  tick(nowMs: number): void {
    for (const meeting of this.#meetings.values()) {
      try {
        meeting.tick(nowMs);
      } catch (error) {
        // A mistake of ours costs this meeting a reconnect, and no other meeting anything.
        this.#deps.log('error', 'A meeting is restarted after an error.', { meetingId: meeting.meetingId, error: String(error), stack: error instanceof Error ? error.stack : undefined });
        this.#meetings.delete(meeting.meetingId);
        meeting.close();
      }
      if (meeting.emptySinceMs !== undefined && nowMs - meeting.emptySinceMs > EMPTY_MS_MAX) {
        this.#meetings.delete(meeting.meetingId);
        meeting.close();
      }
    }
    if (nowMs - this.#prunedMs > EMPTY_MS_MAX) this.#pruneOrders(nowMs);
  }

  snapshot(meetingId?: string): unknown {
    const nowMs = this.#deps.nowMs();
    if (meetingId === undefined) {
      return Array.from(this.#meetings.values(), meeting => ({
        meetingId: meeting.meetingId, attendees: meeting.roster.size, videos: meeting.videos.count, speakers: meeting.mixer.speakers.size,
      }));
    }
    const meeting = this.#meetings.get(meetingId);
    return meeting === undefined ? undefined : meetingSnapshot(meeting, nowMs);
  }

  close(): void {
    for (const meeting of this.#meetings.values()) meeting.close();
    this.#meetings.clear();
  }

  #join(visitor: Visitor, frame: SignalFrame): void {
    const { socket, ticket, meetingId } = visitor;
    if (ticket === undefined) return this.#refuse(visitor, STATUS_REFUSED, 'The join token is not valid.');
    const orders = this.#orders.get(meetingId);
    if (orders?.ended === true) return socket.close(CLOSE_ENDED, 'ended');
    if (orders?.removedAttendeeIds.has(ticket.claims.a) === true) {
      socket.send({ type: FrameType.AUDIO_STATUS, audioStatus: { audioStatus: STATUS_REMOVED } });
      return this.#refuse(visitor, STATUS_REFUSED, 'The attendee was removed.');
    }
    const limits = orders?.capabilities.get(ticket.claims.a);
    if (ticket.content && limits !== undefined && !sends(limits.content)) return this.#refuse(visitor, STATUS_REFUSED, 'The attendee may not share content.');
    const meeting = this.#meetingFor(meetingId);
    const attendee = this.#attendeeFor(meeting, ticket);
    if (attendee === undefined) return this.#refuse(visitor, STATUS_CAPACITY, 'The meeting is full.');
    attendee.capabilities = limits;
    const audioSessionId = plainNumber(frame.join?.audioSessionId);
    const compressesSdp = frame.join?.wantsCompressedSdp ?? false;
    meeting.enter(attendee, audioSessionId);
    const session = new ClientSession(meeting, attendee, socket, { audioSessionId, compressesSdp, sameHost: visitor.sameHost });
    attendee.session = session;
    socket.send({
      type: FrameType.JOIN_ACK,
      joinack: {
        // Without any URI the client uses our candidates at once, and logs no error.
        turnCredentials: { username: '', password: '', ttl: 0, uris: [] },
        videoSubscriptionLimit: VIDEO_SUBSCRIPTIONS_MAX,
        wantsCompressedSdp: compressesSdp,
        defaultServerSideNetworkAdaption: NetworkAdaption.NONE,
      },
    });
    meeting.sendIndex(session);
  }

  /** The attendee of this ticket, known or new; undefined when there is no room for a new one. */
  #attendeeFor(meeting: Meeting, ticket: JoinTicket): Attendee | undefined {
    const { a, u } = ticket.claims;
    const attendeeId = ticket.content ? `${a}#content` : a;
    const known = meeting.roster.get(attendeeId);
    if (known !== undefined) return known;
    if (meeting.roster.count(ticket.content) >= (ticket.content ? SHARES_MAX : ATTENDEES_MAX)) return undefined;
    const attendee = new Attendee(attendeeId, a, u, ticket.content);
    meeting.roster.add(attendee);
    return attendee;
  }

  #refuse({ socket }: Visitor, status: number, description: string): void {
    socket.send({ type: FrameType.JOIN_ACK, joinack: {}, error: { status, description } });
    socket.listen({ frame: () => undefined, closed: () => undefined });
    this.#deps.timers.after(REFUSAL_WAIT_MS, () => socket.close(CLOSE_NORMAL, 'refused'));
  }

  #meetingFor(meetingId: string): Meeting {
    const known = this.#meetings.get(meetingId);
    if (known !== undefined) return known;
    const meeting = new Meeting(meetingId, this.#deps);
    this.#meetings.set(meetingId, meeting);
    return meeting;
  }

  #ordersFor(meetingId: string): Orders {
    let orders = this.#orders.get(meetingId);
    if (orders === undefined) {
      orders = { ended: false, removedAttendeeIds: new Set(), capabilities: new Map(), givenMs: 0 };
      this.#orders.set(meetingId, orders);
    }
    orders.givenMs = this.#deps.nowMs();
    return orders;
  }

  #obeyStanding(standing: StandingOrders): void {
    const orders = this.#ordersFor(standing.meetingId);
    if (standing.ended) {
      orders.ended = true;
      this.#meetings.get(standing.meetingId)?.end();
    }
    for (const attendeeId of standing.removedAttendeeIds) {
      orders.removedAttendeeIds.add(attendeeId);
      this.#meetings.get(standing.meetingId)?.remove(attendeeId);
    }
    this.#limit(standing.meetingId, standing.capabilities ?? []);
  }

  #limit(meetingId: string, capabilities: readonly Capabilities[]): void {
    const orders = this.#ordersFor(meetingId);
    for (const one of capabilities) {
      orders.capabilities.set(one.attendeeId, one);
      this.#meetings.get(meetingId)?.limit(one);
    }
  }

  #pruneOrders(nowMs: number): void {
    this.#prunedMs = nowMs;
    for (const [meetingId, orders] of this.#orders) {
      if (nowMs - orders.givenMs > ORDERS_KEPT_MS && !this.#meetings.has(meetingId)) this.#orders.delete(meetingId);
    }
  }
}

