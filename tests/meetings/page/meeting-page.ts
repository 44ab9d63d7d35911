import {
  ConsoleLogger, DefaultDeviceController, DefaultMeetingSession, LogLevel, MeetingSessionConfiguration, VideoCodecCapability, VideoPriorityBasedPolicy,
  type AudioVideoObserver, type DataMessage, type MeetingSessionStatus, type VideoTileState,
} from 'amazon-chime-sdk-js';
import type { CodecName, JoinOptions, PageParticipant, ParticipantState, Presence, ReceivedVideo } from '../meeting-protocol.participant.js';

/**
 * The page of one participant: the unmodified client library, driven and observed by the test through `participant`.
 */
let relayPort: number | undefined;
const connections: RTCPeerConnection[] = [];
const BrowserPeerConnection = window.RTCPeerConnection;
window.RTCPeerConnection = class extends BrowserPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    connections.push(this);
  }

  override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    if (relayPort === undefined) return super.setRemoteDescription(description);
    const lines = (description.sdp ?? '').split('\r\n').filter(line => !/^a=candidate:\S+ 1 tcp /.test(line) && !/^a=candidate.* (?!127\.)[0-9a-f.:]+ \d+ typ/.test(line));
    const sdp = lines.map(line => line.replace(/^(a=candidate:\S+ 1 udp \d+ 127\.0\.0\.1) \d+/, `$1 ${relayPort}`)).join('\r\n');
    return super.setRemoteDescription({ type: description.type, sdp });
  }
};
class Participant implements AudioVideoObserver, PageParticipant {
  readonly present = new Map<string, Presence>();
  readonly presences: Presence[] = [];
  readonly muted = new Map<string, boolean>();
  readonly volumes = new Map<string, number>();
  readonly tiles = new Map<number, { attendeeId: string; local: boolean; content: boolean }>();
  readonly messages: { topic: string; text: string; sender: string; throttled: boolean }[] = [];
  readonly problems: string[] = [];
  startCount = 0;
  stoppedWith: number | undefined;
  contentStarted = 0;
  contentStopped = 0;
  #session: DefaultMeetingSession | undefined;
  #audio = new AudioContext();
  #analyser: AnalyserNode | undefined;
  #analysed: MediaStream | undefined;

  get #av() {
    if (this.#session === undefined) throw new Error('The page has not joined.');
    return this.#session.audioVideo;
  }

  async join(options: JoinOptions): Promise<void> {
    relayPort = options.relayPort;
    const logger = new ConsoleLogger('page', LogLevel.WARN);
    const configuration = new MeetingSessionConfiguration(
      {
        MeetingId: options.meetingId, ExternalMeetingId: options.meetingId,
        MediaPlacement: { AudioHostUrl: 'unused', SignalingUrl: options.signalingUrl, TurnControlUrl: 'unused' },
      },
      { AttendeeId: options.attendeeId, ExternalUserId: options.externalUserId, JoinToken: options.joinToken },
    );
    if (options.simulcast) {
      configuration.enableSimulcastForUnifiedPlanChromiumBasedBrowsers = true;
      configuration.videoDownlinkBandwidthPolicy = new VideoPriorityBasedPolicy(logger);
    }
    this.#session = new DefaultMeetingSession(configuration, logger, new DefaultDeviceController(logger));
    const av = this.#av;
    av.addObserver(this);
    av.addContentShareObserver({ contentShareDidStart: () => { this.contentStarted += 1; }, contentShareDidStop: () => { this.contentStopped += 1; } });
    av.realtimeSubscribeToAttendeeIdPresence((attendeeId, present, externalUserId, dropped) => {
      const presence = { attendeeId, present, dropped: dropped ?? false, externalUserId: externalUserId ?? '' };
      this.presences.push(presence);
      if (!present) this.present.delete(attendeeId);
      else {
        if (!this.present.has(attendeeId)) this.#watchVolume(attendeeId);
        this.present.set(attendeeId, presence);
      }
    });
    av.realtimeSubscribeToReceiveDataMessage('chat', message => this.#receiveMessage(message));
    const element = document.createElement('audio');
    document.body.append(element);
    await av.bindAudioElement(element);
    await av.startAudioInput(this.#tone(options.toneHertz));
    av.start();
  }

  audioVideoDidStart(): void {
    this.startCount += 1;
  }

  audioVideoDidStop(status: MeetingSessionStatus): void {
    this.stoppedWith = status.statusCode();
  }

  videoTileDidUpdate(tile: VideoTileState): void {
    if (tile.tileId === null || tile.boundAttendeeId === null) return;
    if (!this.tiles.has(tile.tileId)) {
      const element = document.createElement('video');
      document.body.append(element);
      this.#av.bindVideoElement(tile.tileId, element);
    }
    this.tiles.set(tile.tileId, { attendeeId: tile.boundAttendeeId, local: tile.localTile, content: tile.isContent });
  }

  videoTileWasRemoved(tileId: number): void {
    this.tiles.delete(tileId);
  }

  connectionDidBecomePoor(): void {
    this.problems.push('poor');
  }

  async startVideo(): Promise<void> {
    const [camera] = await this.#av.listVideoInputDevices();
    if (camera === undefined) throw new Error('The browser has no camera.');
    await this.#av.startVideoInput(camera.deviceId);
    this.#av.startLocalVideoTile();
  }

  preferCodec(name: CodecName): void {
    const codecs = { VP8: VideoCodecCapability.vp8(), VP9: VideoCodecCapability.vp9(), H264: VideoCodecCapability.h264ConstrainedBaselineProfile(), AV1: VideoCodecCapability.av1Main() };
    this.#av.setVideoCodecSendPreferences?.([codecs[name]]);
  }

  async stopVideo(): Promise<void> {
    this.#av.stopLocalVideoTile();
    await this.#av.stopVideoInput();
  }

  async shareCanvas(): Promise<void> {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    const context = canvas.getContext('2d');
    let frame = 0;
    setInterval(() => {
      if (context === null) return;
      frame += 1;
      context.fillStyle = `hsl(${frame % 360} 80% 50%)`;
      context.fillRect(0, 0, 640, 360);
    }, 66);
    await this.#av.startContentShare(canvas.captureStream(15));
  }

  stopShare(): void {
    this.#av.stopContentShare();
  }

  setMuted(muted: boolean): void {
    if (muted) this.#av.realtimeMuteLocalAudio();
    else this.#av.realtimeUnmuteLocalAudio();
  }

  say(text: string, lifetimeMs = 0): void {
    this.#av.realtimeSendDataMessage('chat', text, lifetimeMs);
  }

  leave(): void {
    this.#av.stop();
  }

  async receivedVideos(): Promise<ReceivedVideo[]> {
    const videos: ReceivedVideo[] = [];
    for (const connection of connections.filter(one => one.connectionState === 'connected')) {
      const stats = await connection.getStats();
      for (const entry of stats.values()) {
        if (entry.type !== 'inbound-rtp' || entry.kind !== 'video' || !(entry.packetsReceived > 0)) continue;
        videos.push({ decoded: entry.framesDecoded ?? 0, width: entry.frameWidth ?? 0, lost: entry.packetsLost ?? 0, frozenMs: (entry.totalFreezesDuration ?? 0) * 1_000, codec: stats.get(entry.codecId)?.mimeType ?? '' });
      }
    }
    return videos;
  }

  async receivedAudio(): Promise<{ packets: number; lost: number; energy: number }> {
    let result = { packets: 0, lost: 0, energy: 0 };
    for (const connection of connections.filter(one => one.connectionState === 'connected')) {
      for (const entry of (await connection.getStats()).values()) {
        if (entry.type !== 'inbound-rtp' || entry.kind !== 'audio' || !(entry.packetsReceived > result.packets)) continue;
        result = { packets: entry.packetsReceived, lost: entry.packetsLost ?? 0, energy: entry.totalAudioEnergy ?? 0 };
      }
    }
    return result;
  }

  async hears(hertz: number): Promise<number> {
    const stream = document.querySelector('audio')?.srcObject;
    if (!(stream instanceof MediaStream)) return -Infinity;
    if (this.#analysed !== stream || this.#analyser === undefined) {
      await this.#audio.resume();
      this.#analyser = this.#audio.createAnalyser();
      this.#analyser.fftSize = 8_192;
      this.#audio.createMediaStreamSource(stream).connect(this.#analyser);
      this.#analysed = stream;
    }
    const bins = new Float32Array(this.#analyser.frequencyBinCount);
    this.#analyser.getFloatFrequencyData(bins);
    const at = Math.round((hertz * this.#analyser.fftSize) / this.#audio.sampleRate);
    return Math.max(...bins.subarray(at - 2, at + 3));
  }

  state(): ParticipantState {
    return {
      startCount: this.startCount, stoppedWith: this.stoppedWith, contentStarted: this.contentStarted, contentStopped: this.contentStopped,
      present: [...this.present.keys()].sort(), presences: this.presences, muted: Object.fromEntries(this.muted), volumes: Object.fromEntries(this.volumes),
      tiles: [...this.tiles.values()], messages: this.messages, problems: this.problems,
    };
  }

  #watchVolume(attendeeId: string): void {
    this.#av.realtimeSubscribeToVolumeIndicator(attendeeId, (_id, volume, muted) => {
      if (volume !== null) this.volumes.set(attendeeId, volume);
      if (muted !== null) this.muted.set(attendeeId, muted);
    });
  }

  #receiveMessage(message: DataMessage): void {
    this.messages.push({ topic: message.topic, text: message.text(), sender: message.senderExternalUserId, throttled: message.throttled });
  }

  #tone(hertz: number): MediaStream {
    const oscillator = this.#audio.createOscillator();
    const gain = this.#audio.createGain();
    const destination = this.#audio.createMediaStreamDestination();
    oscillator.frequency.value = hertz;
    gain.gain.value = hertz === 0 ? 0 : 0.3;
    oscillator.connect(gain).connect(destination);
    oscillator.start();
    void this.#audio.resume();
    return destination.stream;
  }
}

globalThis.participant = new Participant();
