import {
  ConsoleLogger, DefaultActiveSpeakerPolicy, DefaultDeviceController, DefaultMeetingSession, LogLevel, MeetingSessionConfiguration, MeetingSessionStatusCode,
  type AudioVideoFacade, type AudioVideoObserver, type MeetingSessionStatus, type VideoTileState,
} from 'amazon-chime-sdk-js';
import type { MediaSession } from '@carillon/wire/rest/meetings.js';
import { CONTENT, FIRST_CALL_STATE, isContentId, TALKING_HOLD_MS, TALKING_VOLUME, type CallEnd, type CallPerson, type CallState } from './call-state.js';
import type { Choices } from './kept-choices.js';

const SHARE_FRAME_RATE = 15;

const ENDS: Partial<Record<MeetingSessionStatusCode, CallEnd>> = {
  [MeetingSessionStatusCode.Left]: 'left', [MeetingSessionStatusCode.OK]: 'left', [MeetingSessionStatusCode.MeetingEnded]: 'ended',
  [MeetingSessionStatusCode.AudioAttendeeRemoved]: 'removed', [MeetingSessionStatusCode.AudioJoinedFromAnotherDevice]: 'elsewhere', [MeetingSessionStatusCode.AudioCallAtCapacity]: 'full',
};

/** One stay in a meeting, through the unmodified Chime SDK: its events become a state, its verbs ours. */
export class MeetingClient {
  readonly myId: string;
  readonly #session: DefaultMeetingSession;
  readonly #devices: DefaultDeviceController;
  readonly #av: AudioVideoFacade;
  readonly #quietTimers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();
  #choices: Choices;
  #state: CallState;
  #closed = false;

  constructor(media: MediaSession, choices: Choices) {
    // The library's log is for its makers; people are told in words on the page.
    const logger = new ConsoleLogger('carillon', LogLevel.ERROR);
    this.myId = media.Attendee.AttendeeId;
    this.#choices = choices;
    this.#devices = new DefaultDeviceController(logger);
    this.#session = new DefaultMeetingSession(new MeetingSessionConfiguration(media, media), logger, this.#devices);
    this.#av = this.#session.audioVideo;
    this.#state = { ...FIRST_CALL_STATE, muted: !choices.microphoneOn, people: { [this.myId]: newPerson(this.myId) } };
    this.#av.addObserver(this.#observer);
    this.#av.addContentShareObserver({ contentShareDidStart: () => this.#set({ sharing: true }), contentShareDidStop: () => this.#set({ sharing: false }) });
    this.#av.realtimeSubscribeToAttendeeIdPresence((attendeeId, present) => this.#presence(attendeeId, present));
    this.#av.realtimeSubscribeToMuteAndUnmuteLocalAudio(muted => { this.#set({ muted }); this.#person(this.myId, { muted }); });
    this.#av.subscribeToActiveSpeakerDetector(new DefaultActiveSpeakerPolicy(), ids => this.#set({ speakers: ids.filter(id => !isContentId(id)) }));
  }

  readonly getState = (): CallState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Goes in. Without a microphone one still hears and is seen. */
  async start(audioElement: HTMLAudioElement): Promise<void> {
    const { microphoneId, speakerId, microphoneOn } = this.#choices;
    await this.#try('microphone', () => this.#av.startAudioInput(microphoneId === '' ? 'default' : microphoneId));
    if (speakerId !== '') await this.chooseSpeaker(speakerId);
    if (this.#closed) return;
    await this.#av.bindAudioElement(audioElement).catch(() => this.#set({ soundBlocked: true }));
    if (!microphoneOn) this.#av.realtimeMuteLocalAudio();
    this.#av.start();
  }

  toggleMute(): void {
    if (this.#state.muted) this.#av.realtimeUnmuteLocalAudio();
    else this.#av.realtimeMuteLocalAudio();
  }

  async setCamera(on: boolean): Promise<void> {
    if (!on) {
      this.#av.stopLocalVideoTile();
      await this.#av.stopVideoInput();
      return this.#set({ cameraOn: false });
    }
    const { cameraId } = this.#choices;
    const device = cameraId !== '' ? cameraId : (await this.#av.listVideoInputDevices())[0]?.deviceId ?? '';
    if (!await this.#try('camera', () => this.#av.startVideoInput(device))) return;
    this.#av.startLocalVideoTile();
    this.#set({ cameraOn: true });
  }

  async setSharing(on: boolean): Promise<void> {
    if (!on) return this.#av.stopContentShare();
    try {
      await this.#av.startContentShareFromScreenCapture(undefined, SHARE_FRAME_RATE);
    } catch (error) {
      // Closing the browser's own dialog is a choice, not a trouble.
      if (!(error instanceof Error) || error.name !== 'NotAllowedError') this.#set({ trouble: 'share' });
    }
  }

  async chooseMicrophone(id: string): Promise<void> {
    this.#choices = { ...this.#choices, microphoneId: id };
    await this.#try('microphone', () => this.#av.startAudioInput(id));
  }

  async chooseCamera(id: string): Promise<void> {
    this.#choices = { ...this.#choices, cameraId: id };
    if (this.#state.cameraOn) await this.#try('camera', () => this.#av.startVideoInput(id));
  }

  async chooseSpeaker(id: string): Promise<void> {
    // Where the browser cannot choose, the system's speaker plays.
    await this.#av.chooseAudioOutput(id).catch(() => undefined);
  }

  bind(tileId: number, element: HTMLVideoElement): void { this.#av.bindVideoElement(tileId, element); }
  unbind(tileId: number): void { this.#av.unbindVideoElement(tileId); }
  forgetTrouble(): void { this.#set({ trouble: null }); }
  soundAllowed(): void { this.#set({ soundBlocked: false }); }

  leave(): void { this.#av.stop(); }

  close(): void {
    if (this.#closed) return;
    this.#av.stopContentShare();
    this.#av.stop();
    this.#closed = true;
    this.#listeners.clear();
    for (const timer of this.#quietTimers.values()) clearTimeout(timer);
    void this.#letGo();
  }

  async #letGo(): Promise<void> {
    await Promise.allSettled([this.#av.stopAudioInput(), this.#av.stopVideoInput()]);
    this.#av.unbindAudioElement();
    await Promise.allSettled([this.#devices.destroy()]);
  }

  readonly #observer: AudioVideoObserver = {
    audioVideoDidStartConnecting: reconnecting => this.#set({ phase: reconnecting ? 'reconnecting' : 'connecting' }),
    audioVideoDidStart: () => this.#started(),
    audioVideoDidStop: status => this.#stopped(status),
    videoTileDidUpdate: tile => this.#tile(tile),
    videoTileWasRemoved: tileId => {
      const tiles = { ...this.#state.tiles };
      delete tiles[tileId];
      this.#set({ tiles });
    },
    connectionDidBecomePoor: () => this.#set({ poor: true }),
    connectionDidBecomeGood: () => this.#set({ poor: false }),
    videoSendDidBecomeUnavailable: () => this.#set({ cameraOn: false, trouble: 'video-full' }),
  };

  #started(): void {
    const first = this.#state.phase === 'connecting';
    this.#set({ phase: 'connected', poor: false });
    if (first && this.#choices.cameraOn && !this.#state.cameraOn) void this.setCamera(true);
  }

  #stopped(status: MeetingSessionStatus): void {
    void this.#letGo();
    this.#set({ phase: 'over', end: ENDS[status.statusCode()] ?? 'failed', tiles: {}, cameraOn: false, sharing: false });
  }

  #tile(tile: VideoTileState): void {
    if (tile.tileId === null || (tile.boundAttendeeId === null && !tile.localTile)) return;
    const attendeeId = tile.boundAttendeeId ?? this.myId;
    const next = { tileId: tile.tileId, attendeeId, local: tile.localTile, content: tile.isContent || attendeeId.endsWith(CONTENT), paused: tile.paused };
    this.#set({ tiles: { ...this.#state.tiles, [tile.tileId]: next } });
  }

  #presence(attendeeId: string, present: boolean): void {
    if (isContentId(attendeeId)) return;
    if (!present) {
      this.#av.realtimeUnsubscribeFromVolumeIndicator(attendeeId);
      const people = { ...this.#state.people };
      delete people[attendeeId];
      return this.#set({ people });
    }
    if (this.#state.people[attendeeId] === undefined) this.#set({ people: { ...this.#state.people, [attendeeId]: newPerson(attendeeId) } });
    this.#av.realtimeUnsubscribeFromVolumeIndicator(attendeeId);
    this.#av.realtimeSubscribeToVolumeIndicator(attendeeId, (id, volume, muted, signal) => this.#volume(id, volume, muted, signal));
  }

  #volume(id: string, volume: number | null, muted: boolean | null, signal: number | null): void {
    if (muted !== null) this.#person(id, { muted, ...(muted ? { talking: false } : {}) });
    if (signal !== null) this.#person(id, { signal });
    if (volume === null || volume < TALKING_VOLUME || this.#state.people[id]?.muted) return;
    this.#person(id, { talking: true });
    clearTimeout(this.#quietTimers.get(id));
    this.#quietTimers.set(id, setTimeout(() => this.#person(id, { talking: false }), TALKING_HOLD_MS));
  }

  #person(id: string, part: Partial<CallPerson>): void {
    const person = this.#state.people[id];
    if (person === undefined || Object.entries(part).every(([key, value]) => person[key as keyof CallPerson] === value)) return;
    this.#set({ people: { ...this.#state.people, [id]: { ...person, ...part } } });
  }

  async #try(trouble: 'microphone' | 'camera', work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch {
      // Not being heard is worse than not being seen, so that is what stays told.
      if (this.#state.trouble !== 'microphone') this.#set({ trouble });
      return false;
    }
  }

  #set(part: Partial<CallState>): void {
    if (this.#closed) return;
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

function newPerson(attendeeId: string): CallPerson { return { attendeeId, muted: false, talking: false, signal: 1 }; }
