import { Type, type Static } from 'typebox';

/**
 * The border between the control plane and a media node. Over IPC to the media child, later over the bus.
 *
 * The media node has no database. It trusts join tokens, obeys numbered commands and reports numbered events;
 * both sides ignore a number they have already seen, so either may repeat what it is unsure about.
 */

/**
 * What a join token says. The token is `hex(utf8(JSON(claims))) + hex(Ed25519 signature over those JSON bytes)`: letters
 * and digits only, because it travels as a WebSocket subprotocol. The signature is always the last 128 characters.
 */
export const JoinClaims = Type.Object({
  /** Meeting id. */
  m: Type.String({ minLength: 1, maxLength: 64 }),
  /** Attendee id; never contains `#`. */
  a: Type.String({ minLength: 1, maxLength: 64, pattern: '^[^#]+$' }),
  /** External user id, as every client of the meeting sees it. */
  u: Type.String({ minLength: 1, maxLength: 64 }),
  /** Expiry, seconds since 1970. */
  x: Type.Integer(),
});
export type JoinClaims = Static<typeof JoinClaims>;

/** What an attendee may send and receive of one kind of media (Chime SDK, AttendeeCapabilities). */
export const MediaCapability = Type.Union([Type.Literal('SendReceive'), Type.Literal('Send'), Type.Literal('Receive'), Type.Literal('None')]);
export type MediaCapability = Static<typeof MediaCapability>;

/** `content` is the shared screen with its sound. */
export const Capabilities = Type.Object({ attendeeId: Type.String(), audio: MediaCapability, video: MediaCapability, content: MediaCapability });
export type Capabilities = Static<typeof Capabilities>;

/** What the control plane holds about a meeting and a media node must obey, replayed after the node restarts. */
export const StandingOrders = Type.Object({
  meetingId: Type.String(),
  ended: Type.Boolean(),
  removedAttendeeIds: Type.Array(Type.String(), { maxItems: 10_000 }),
  /** Of attendees who may not do everything. */
  capabilities: Type.Optional(Type.Array(Capabilities, { maxItems: 10_000 })),
});
export type StandingOrders = Static<typeof StandingOrders>;

export const MediaCommand = Type.Union([
  Type.Object({ kind: Type.Literal('orders'), number: Type.Integer(), orders: Type.Array(StandingOrders) }),
  /** Everyone gets AUDIO_STATUS 410; later joins with old tokens are refused the same way. */
  Type.Object({ kind: Type.Literal('end'), number: Type.Integer(), meetingId: Type.String() }),
  /** The attendee and its content share get AUDIO_STATUS 411; their tokens are refused from now on. */
  Type.Object({ kind: Type.Literal('remove'), number: Type.Integer(), meetingId: Type.String(), attendeeId: Type.String() }),
  /** What these attendees may send and receive from now on. */
  Type.Object({ kind: Type.Literal('capabilities'), number: Type.Integer(), meetingId: Type.String(), capabilities: Type.Array(Capabilities, { maxItems: 10_000 }) }),
  /** Asks for a snapshot of one meeting (or of the node, without `meetingId`); answered by a `debug` report. */
  Type.Object({ kind: Type.Literal('debug'), number: Type.Integer(), meetingId: Type.Optional(Type.String()) }),
  Type.Object({ kind: Type.Literal('stop'), number: Type.Integer() }),
]);
export type MediaCommand = Static<typeof MediaCommand>;

export const MediaReport = Type.Union([
  /** Sent once all workers listen. `signalPorts[i]` is worker i's loopback port for WebSocket upgrades. */
  Type.Object({ kind: Type.Literal('ready'), number: Type.Integer(), signalPorts: Type.Array(Type.Integer()), mediaPorts: Type.Array(Type.Integer()) }),
  Type.Object({ kind: Type.Literal('joined'), number: Type.Integer(), meetingId: Type.String(), attendeeId: Type.String(), externalUserId: Type.String(), at: Type.Integer() }),
  Type.Object({
    kind: Type.Literal('left'), number: Type.Integer(), meetingId: Type.String(), attendeeId: Type.String(), at: Type.Integer(),
    reason: Type.Union([Type.Literal('left'), Type.Literal('dropped'), Type.Literal('removed'), Type.Literal('ended')]),
  }),
  /** A content share (`<attendee>#content`) began or ended. */
  Type.Object({ kind: Type.Literal('sharing'), number: Type.Integer(), meetingId: Type.String(), attendeeId: Type.String(), sharing: Type.Boolean(), at: Type.Integer() }),
  Type.Object({ kind: Type.Literal('worker'), number: Type.Integer(), worker: Type.Integer(), state: Type.Union([Type.Literal('up'), Type.Literal('down')]), signalPort: Type.Integer() }),
  Type.Object({ kind: Type.Literal('debug'), number: Type.Integer(), inReplyTo: Type.Integer(), snapshot: Type.Unknown() }),
  /** Counters for /metrics, every 5 s. */
  Type.Object({ kind: Type.Literal('metrics'), number: Type.Integer(), values: Type.Record(Type.String(), Type.Number()) }),
]);
export type MediaReport = Static<typeof MediaReport>;

/** How the server starts its media child; passed as one JSON argument. */
export const MediaNodeConfig = Type.Object({
  /** Worker i uses `mediaPort + i` for UDP and ICE-TCP. */
  mediaPort: Type.Integer({ minimum: 1, maximum: 65_535 }),
  workerCount: Type.Integer({ minimum: 1, maximum: 64 }),
  /** NAT 1:1 addresses; when empty, every address of the host is a candidate. */
  announcedAddresses: Type.Array(Type.String()),
  /** Ed25519 public key that join tokens are checked with, SPKI DER in base64. */
  tokenPublicKey: Type.String(),
  logLevel: Type.String(),
});
export type MediaNodeConfig = Static<typeof MediaNodeConfig>;
