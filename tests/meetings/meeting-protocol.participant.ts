/** What the page of a participant (`page/meeting-page.ts`) can be told and asked by the test. */
export interface Presence {
  readonly attendeeId: string;
  readonly present: boolean;
  readonly dropped: boolean;
  readonly externalUserId: string;
}

export interface JoinOptions {
  readonly meetingId: string;
  readonly attendeeId: string;
  readonly externalUserId: string;
  readonly joinToken: string;
  readonly signalingUrl: string;
  /** The microphone's sound; 0 for silence. */
  readonly toneHertz: number;
  readonly simulcast: boolean;
  /** Where media is to be sent instead of the port in the server's candidates, over UDP only. */
  readonly relayPort: number | undefined;
}

export interface ParticipantState {
  readonly startCount: number;
  /** `MeetingSessionStatusCode` of `audioVideoDidStop`. */
  readonly stoppedWith: number | undefined;
  readonly contentStarted: number;
  readonly contentStopped: number;
  readonly present: readonly string[];
  readonly presences: readonly Presence[];
  readonly muted: Readonly<Record<string, boolean>>;
  readonly volumes: Readonly<Record<string, number>>;
  readonly tiles: readonly { readonly attendeeId: string; readonly local: boolean; readonly content: boolean }[];
  readonly messages: readonly { readonly topic: string; readonly text: string; readonly sender: string; readonly throttled: boolean }[];
  readonly problems: readonly string[];
}

export interface ReceivedVideo {
  readonly decoded: number;
  readonly width: number;
  readonly lost: number;
  /** In which the picture stood still for longer than it usually does between two frames. */
  readonly frozenMs: number;
  readonly codec: string;
}

export type CodecName = 'VP8' | 'VP9' | 'H264' | 'AV1';

export interface PageParticipant {
  join(options: JoinOptions): Promise<void>;
  /** The only codec this participant wants to send. */
  preferCodec(name: CodecName): void;
  startVideo(): Promise<void>;
  stopVideo(): Promise<void>;
  shareCanvas(): Promise<void>;
  stopShare(): void;
  setMuted(muted: boolean): void;
  say(text: string, lifetimeMs?: number): void;
  leave(): void;
  state(): ParticipantState;
  /** Of all received videos, over all connections that live. */
  receivedVideos(): Promise<ReceivedVideo[]>;
  receivedAudio(): Promise<{ packets: number; lost: number; energy: number }>;
  /** Loudness of a tone in what is heard, in decibels of the analyser. */
  hears(hertz: number): Promise<number>;
}

declare global {
  /** In the page. */
  var participant: PageParticipant;
}
