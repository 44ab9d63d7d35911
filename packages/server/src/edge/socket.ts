import type { IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Duplex } from 'node:stream';
import { Compile } from 'typebox/compile';
import { WebSocketServer, type WebSocket } from 'ws';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import type { ChannelId, GuestId, MeetingId, PersonId, SessionId } from '@carillon/kernel/ids.js';
import type { PresenceMode, StatusMessage } from '@carillon/wire/rest/identity.js';
import {
  ClientFrame, CLOSE_MALFORMED, CLOSE_SIGNED_OUT, CLOSE_TOO_MUCH, FRAME_BYTES_MAX, PRESENT_TOLD_MAX, type PresenceState, type ServerPush,
} from '@carillon/wire/socket/frames.js';
import { accessMemberId } from '../chat/access.js';
import { listChannelNumbers } from '../chat/present-channels.js';
import type { Ctx, Deps } from '../ctx.js';
import { findEndedSessions, findSession } from '../identity/sessions.js';
import { listOpenSeats } from '../meetings/find-meetings.js';
import type { Subject } from '../platform/bus.js';
import { createCtx } from '../platform/create-ctx.js';
import { OpenChannels } from '../presence/open-channels.js';
import { Presence } from '../presence/presence.js';
import { accessVisiblePeople } from '../users/access.js';
import { currentMessage } from '../users/model.js';
import { listChanges } from '../users/number-change.js';
import { getPresenceMode } from '../users/set-status.js';
import { actorOf } from './actor.js';
import { APP_COOKIE, readSessionCookie } from './cookies.js';
import { encodeFrame, Flusher, Outbox, type Frame } from './outbox.js';
import type { RequestOrigin } from './request-origin.js';

const clientFrame = Compile(ClientFrame);
const SOCKETS_PER_SESSION_MAX = 20;
/** Client frames a socket may send in ten seconds. */
const FRAMES_MAX = 100;
const FRAMES_WINDOW_MS = 10_000;
const PING_EVERY_MS = 30_000;
/** How long a socket may outlive its session when nobody said that it ended: it ran out, or another node ended it. */
const SESSIONS_CHECKED_EVERY_MS = MINUTE_MS;

/** One open socket of a person or guest. */
interface Connection {
  readonly ctx: Ctx;
  readonly sessionId: SessionId;
  readonly outbox: Outbox;
  readonly subjects: Set<Subject>;
  readonly watched: Set<PersonId>;
  /** Subjects that were left while the socket opened: an older list must not bring them back. */
  leftWhileOpening: Set<Subject> | undefined;
  /** Counts `watch` frames: the last one holds, whichever is answered last. */
  watches: number;
  /** A phone or a tablet, as its browser says. */
  readonly mobile: boolean;
  idle: boolean;
  /** What the person chose while this socket opened: newer than what was read for it. */
  mode: PresenceMode | undefined;
  visible: boolean;
  alive: boolean;
  framesInWindow: number;
  windowStartMs: number;
}

/**
 * The push sockets: backfill by number, then hints as they come. A push is encoded once and goes to those of this
 * node's sockets that listen to its subject.
 */
export class SocketGateway {
  readonly #deps: Deps;
  readonly #readOrigin: (request: IncomingMessage) => RequestOrigin;
  readonly #build: string;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: FRAME_BYTES_MAX, perMessageDeflate: false, clientTracking: false });
  readonly #connections = new Set<Connection>();
  readonly #bySubject = new Map<Subject, Set<Connection>>();
  readonly #watchers = new Map<PersonId, Set<Connection>>();
  readonly #flusher = new Flusher(() => performance.now());
  readonly #unsubscribe: () => void;
  readonly #pings: NodeJS.Timeout;
  readonly #sessionChecks: NodeJS.Timeout;
  readonly presence: Presence;
  readonly openChannels: OpenChannels<Connection>;

  constructor(deps: Deps, readOrigin: (request: IncomingMessage) => RequestOrigin, build: string) {
    this.#deps = deps;
    this.#readOrigin = readOrigin;
    this.#build = build;
    this.presence = new Presence((personId, state) => this.#tellPresence(personId, { state }), () => deps.clock.now());
    this.openChannels = new OpenChannels((devices, channelId, people) => this.#tellHere(devices, channelId, people));
    this.#unsubscribe = deps.bus.subscribe((subject, push) => this.#deliver(subject, push));
    this.#pings = setInterval(() => this.#pingAll(), PING_EVERY_MS).unref();
    this.#sessionChecks = setInterval(() => void this.endOrphans().catch((error: unknown) => deps.log.warn({ err: error }, 'sessions of sockets could not be checked')), SESSIONS_CHECKED_EVERY_MS).unref();
  }

  get count(): number {
    return this.#connections.size;
  }

  /**
   * Sockets end at once when their sessions are signed out: all of a person's or guest's, one session's, or all but one
   * session's.
   */
  endSockets(memberId: PersonId | GuestId, { only, except }: { only?: SessionId | undefined; except?: SessionId | undefined }): void {
    for (const connection of this.#connectionsOf(memberId)) {
      if (connection.sessionId !== except && (only === undefined || connection.sessionId === only)) endSignedOut(connection);
    }
  }

  /** Whether the person has the app before them on a device in use. */
  isAttending(personId: PersonId): boolean {
    return [...(this.#bySubject.get(`person.${personId}`) ?? [])].some(connection => !connection.idle && connection.visible);
  }

  /** Whoever left a meeting hears no more of it. */
  endListening(memberId: PersonId | GuestId, meeting: { id: MeetingId; chatChannelId: ChannelId }): void {
    for (const connection of this.#connectionsOf(memberId)) this.#leaveMeeting(connection, meeting.id, meeting.chatChannelId);
  }

  /** Ends the sockets whose session ran out or was ended elsewhere. Called every minute. */
  async endOrphans(): Promise<void> {
    const connections = [...this.#connections];
    const nobody = createCtx(this.#deps, { kind: 'nobody' }, '');
    const ended = await findEndedSessions(nobody, [...new Set(connections.map(connection => connection.sessionId))]);
    for (const connection of connections) if (ended.has(connection.sessionId)) endSignedOut(connection);
  }

  #connectionsOf(memberId: PersonId | GuestId): Connection[] {
    return [...(this.#bySubject.get(`person.${memberId as PersonId}`) ?? []), ...(this.#bySubject.get(`guest.${memberId as GuestId}`) ?? [])];
  }

  close(): void {
    clearInterval(this.#pings);
    clearInterval(this.#sessionChecks);
    this.openChannels.close();
    this.#unsubscribe();
    for (const connection of this.#connections) {
      connection.outbox.socket.close(1001, 'the server stops');
      connection.outbox.socket.terminate();
    }
  }

  /** Answers an upgrade of `/api/socket`. Only our own page may open one: browsers always send Origin here. */
  async accept(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const from = this.#readOrigin(request);
    const secret = readSessionCookie(APP_COOKIE, request.headers.cookie);
    const foreign = request.headers.origin !== undefined && new URL(request.headers.origin).host !== request.headers.host && request.headers.origin !== from.origin;
    const nobody = createCtx(this.#deps, { kind: 'nobody' }, from.origin);
    const session = secret === undefined || foreign ? undefined : await findSession(nobody, secret);
    const actor = actorOf(session);
    if (!session || actor.kind === 'nobody') return void socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
    const ctx = createCtx(this.#deps, actor, from.origin);
    const after = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('after') ?? 0);
    const mobile = isMobile(request.headers['user-agent'] ?? '');
    this.#server.handleUpgrade(request, socket, head, opened => void this.#open(ctx, session.id, mobile, opened, socket, Number.isSafeInteger(after) && after >= 0 ? after : 0));
  }

  async #open(ctx: Ctx, sessionId: SessionId, mobile: boolean, socket: WebSocket, stream: Duplex, after: number): Promise<void> {
    const connection: Connection = {
      ctx, sessionId, outbox: new Outbox(socket, stream), subjects: new Set(), watched: new Set(), leftWhileOpening: new Set(), watches: 0, mobile, idle: false, mode: undefined, visible: false, alive: true, framesInWindow: 0, windowStartMs: 0,
    };
    // First of all: a socket without a listener for errors takes the process with it.
    socket.on('error', () => socket.terminate());
    const own: Subject = ctx.actor.kind === 'guest' ? `guest.${ctx.actor.guestId}` : `person.${accessMemberId(ctx) as PersonId}`;
    if ([...(this.#bySubject.get(own) ?? [])].filter(other => other.sessionId === sessionId).length >= SOCKETS_PER_SESSION_MAX) return socket.close(CLOSE_TOO_MUCH, 'too many sockets');
    this.#connections.add(connection);
    socket.on('message', (data, binary) => this.#receive(connection, binary ? undefined : String(data)));
    socket.on('pong', () => (connection.alive = true));
    socket.on('close', () => this.#forget(connection));
    // Subscribed first, read afterwards: what happens in between waits behind the welcome, and a number seen twice is
    // harmless.
    this.#subscribe(connection, own);
    try {
      const mode = ctx.actor.kind === 'person' ? await getPresenceMode(ctx) : undefined;
      const subjects: Subject[] = (await listChannelNumbers(ctx)).map(({ id }): Subject => `channel.${id}`);
      for (const meetingId of await listOpenSeats(ctx)) subjects.push(`meeting.${meetingId}`);
      for (const subject of subjects) if (!connection.leftWhileOpening?.has(subject)) this.#subscribe(connection, subject);
      connection.leftWhileOpening = undefined;
      connection.outbox.open(encodeFrame(await this.#welcome(ctx, after)));
      this.#flusher.add(connection.outbox);
      if (ctx.actor.kind === 'person' && this.#connections.has(connection)) this.presence.hold(ctx.actor.personId, connection, connection, connection.mode ?? mode);
    } catch (error) {
      ctx.log.warn({ err: error }, 'a socket could not be welcomed');
      return socket.close(1011, 'try again');
    }
  }

  async #welcome(ctx: Ctx, after: number): Promise<ServerPush> {
    const channels = await listChannelNumbers(ctx);
    if (ctx.actor.kind !== 'person') return { t: 'welcome', personSeq: 0, changes: [], channels, build: this.#build };
    return { t: 'welcome', ...(await listChanges(ctx, after)), channels, build: this.#build };
  }

  #receive(connection: Connection, text: string | undefined): void {
    const socket = connection.outbox.socket;
    const nowMs = performance.now();
    if (nowMs - connection.windowStartMs > FRAMES_WINDOW_MS) [connection.windowStartMs, connection.framesInWindow] = [nowMs, 0];
    if (++connection.framesInWindow > FRAMES_MAX) return socket.close(CLOSE_TOO_MUCH, 'too many frames');
    const frame = text === undefined ? undefined : parseClientFrame(text);
    if (!frame) return socket.close(CLOSE_MALFORMED, 'malformed frame');
    switch (frame.t) {
      case 'ping':
        return this.#send(connection, encodeFrame({ t: 'pong' }));
      case 'typing':
        // Only into a channel one sits in.
        if (connection.subjects.has(`channel.${frame.channelId}`)) this.#deps.bus.publish(`channel.${frame.channelId}`, { t: 'typing', channelId: frame.channelId, personId: accessMemberId(connection.ctx) });
        return;
      case 'open':
        return this.#show(connection, frame.channelId);
      case 'activity':
        connection.idle = frame.idle;
        if (connection.ctx.actor.kind === 'person') this.presence.hold(connection.ctx.actor.personId, connection, connection);
        return;
      case 'view':
        connection.visible = frame.visible;
        return;
      case 'watch':
        return void this.#watch(connection, frame.people).catch((error: unknown) => connection.ctx.log.warn({ err: error }, 'presence could not be watched'));
    }
  }

  /** Only people one may know of are watched; the others are passed over in silence. */
  async #watch(connection: Connection, people: readonly PersonId[]): Promise<void> {
    if (connection.ctx.actor.kind !== 'person') return;
    const watch = ++connection.watches;
    const visible = await accessVisiblePeople(connection.ctx, people);
    if (!this.#connections.has(connection) || watch !== connection.watches) return;
    for (const id of connection.watched) this.#unwatch(connection, id);
    for (const { id } of visible) {
      connection.watched.add(id);
      addTo(this.#watchers, id, connection);
    }
    this.#send(connection, encodeFrame({ t: 'presence', people: visible.map(({ id, presenceMode, statusMessage }) => ({ id, state: this.presence.stateOf(id), message: presenceMode === 'private' ? null : currentMessage(statusMessage, connection.ctx.now()) })) }));
  }

  /** Only a channel one sits in is shown; guests are no people of the member list. */
  #show(connection: Connection, channelId: ChannelId | null): void {
    if (connection.ctx.actor.kind !== 'person') return;
    const seated = channelId !== null && connection.subjects.has(`channel.${channelId}`);
    this.openChannels.show(connection, connection.ctx.actor.personId, seated ? channelId : null);
  }

  #tellHere(devices: Iterable<Connection>, channelId: ChannelId, people: PersonId[]): void {
    const frame = encodeFrame({ t: 'here', channelId, people: people.slice(0, PRESENT_TOLD_MAX) });
    for (const connection of devices) this.#send(connection, frame);
  }

  #tellPresence(personId: PersonId, told: { state: PresenceState; message?: StatusMessage | null }): void {
    const watchers = this.#watchers.get(personId);
    if (!watchers) return;
    const frame = encodeFrame({ t: 'presence', people: [{ id: personId, ...told }] });
    for (const connection of watchers) this.#send(connection, frame);
  }

  /** A person's own profile goes by here: what it says of their presence is for those who watch them too. */
  #followStatus(push: ServerPush): void {
    if (push.t !== 'change' || push.change.kind !== 'profile' || !push.me) return;
    const { id, presenceMode, statusMessage } = push.me;
    for (const connection of this.#bySubject.get(`person.${id}`) ?? []) connection.mode = presenceMode;
    this.presence.setMode(id, presenceMode);
    this.#tellPresence(id, { state: this.presence.stateOf(id), message: presenceMode === 'private' ? null : statusMessage });
  }

  #deliver(subject: Subject, push: ServerPush): void {
    this.#followStatus(push);
    const listeners = this.#bySubject.get(subject);
    if (!listeners) return;
    const frame = encodeFrame(push);
    for (const connection of listeners) this.#send(connection, frame);
    // Whoever follows may leave the list.
    if (push.t === 'change' || push.t === 'seat' || push.t === 'meeting') for (const connection of [...listeners]) this.#followSeats(connection, push);
  }

  /** A seat gained or lost changes what its holder's sockets listen to. */
  #followSeats(connection: Connection, push: ServerPush): void {
    if (push.t === 'change' && push.change.kind === 'channel-joined') this.#subscribe(connection, `channel.${push.change.channelId}`);
    if (push.t === 'change' && push.change.kind === 'channel-left') {
      this.#leave(connection, `channel.${push.change.channelId}`);
      this.openChannels.hide(connection, push.change.channelId);
    }
    if (push.t === 'seat' && push.state === 'admitted') {
      this.#subscribe(connection, `meeting.${push.meetingId}`);
      this.#subscribe(connection, `channel.${push.chatChannelId}`);
    }
    if (push.t === 'seat' && push.state === 'removed') this.#leaveMeeting(connection, push.meetingId, push.chatChannelId);
    if (push.t === 'meeting' && push.meeting.state === 'ended') this.#leaveMeeting(connection, push.meeting.id, push.meeting.chatChannelId);
  }

  #leaveMeeting(connection: Connection, id: MeetingId, chatChannelId: ChannelId): void {
    this.#leave(connection, `meeting.${id}`);
    this.#leave(connection, `channel.${chatChannelId}`);
  }

  #send(connection: Connection, frame: Frame): void {
    if (connection.outbox.push(frame)) this.#flusher.add(connection.outbox);
  }

  #subscribe(connection: Connection, subject: Subject): void {
    if (!this.#connections.has(connection)) return;
    connection.leftWhileOpening?.delete(subject);
    connection.subjects.add(subject);
    addTo(this.#bySubject, subject, connection);
  }

  #leave(connection: Connection, subject: Subject): void {
    connection.leftWhileOpening?.add(subject);
    connection.subjects.delete(subject);
    removeFrom(this.#bySubject, subject, connection);
  }

  #unwatch(connection: Connection, id: PersonId): void {
    connection.watched.delete(id);
    removeFrom(this.#watchers, id, connection);
  }

  #forget(connection: Connection): void {
    this.#connections.delete(connection);
    this.openChannels.hide(connection);
    for (const subject of connection.subjects) this.#leave(connection, subject);
    for (const id of connection.watched) this.#unwatch(connection, id);
    if (connection.ctx.actor.kind === 'person') this.presence.release(connection.ctx.actor.personId, connection);
  }

  /** A socket that did not answer the last ping is dead, whatever TCP thinks. */
  #pingAll(): void {
    for (const connection of this.#connections) {
      if (!connection.alive) connection.outbox.socket.terminate();
      connection.alive = false;
      if (connection.outbox.socket.readyState === connection.outbox.socket.OPEN) connection.outbox.socket.ping();
    }
  }
}

function endSignedOut(connection: Connection): void {
  connection.outbox.socket.close(CLOSE_SIGNED_OUT, 'signed out');
}

/** Phones and tablets say so (RFC 9110 leaves the form open; `Mobi` is what browsers agree on). */
function isMobile(userAgent: string): boolean {
  return /Mobi|Android|iPad/.test(userAgent);
}

function parseClientFrame(text: string): ClientFrame | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return clientFrame.Check(value) ? value : undefined;
  } catch {
    // Not JSON: the caller closes the socket.
    return undefined;
  }
}

function addTo<K>(map: Map<K, Set<Connection>>, key: K, connection: Connection): void {
  const set = map.get(key);
  if (set) set.add(connection);
  else map.set(key, new Set([connection]));
}

function removeFrom<K>(map: Map<K, Set<Connection>>, key: K, connection: Connection): void {
  const set = map.get(key);
  set?.delete(connection);
  if (set?.size === 0) map.delete(key);
}
