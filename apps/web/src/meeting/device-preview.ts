import { readChoices } from './kept-choices.js';

/** Why a microphone or camera cannot be had: `insecure` is plain HTTP from another machine, where browsers give none. */
export type Refusal = 'insecure' | 'denied' | 'missing' | 'busy';

export interface PreviewState {
  readonly ready: boolean;
  readonly audio: MediaStream | null;
  readonly video: MediaStream | null;
  readonly microphoneRefusal: Refusal | null;
  readonly cameraRefusal: Refusal | null;
  readonly devices: readonly MediaDeviceInfo[];
}

const NOTHING: PreviewState = { ready: false, audio: null, video: null, microphoneRefusal: null, cameraRefusal: null, devices: [] };

/** Microphone and camera while one stands before the door: opened to be seen and heard by oneself, let go on the way in. */
export class DevicePreview {
  #state: PreviewState = NOTHING;
  #closed = false;
  readonly #listeners = new Set<() => void>();

  constructor() {
    void this.#start();
  }

  readonly getState = (): PreviewState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async openMicrophone(deviceId: string): Promise<void> {
    stop(this.#state.audio);
    const opened = await open({ audio: audioOf(deviceId) });
    this.#set({ audio: opened.stream, microphoneRefusal: opened.refusal });
  }

  async openCamera(deviceId: string): Promise<void> {
    stop(this.#state.video);
    const opened = await open({ video: videoOf(deviceId) });
    this.#set({ video: opened.stream, cameraRefusal: opened.refusal });
  }

  closeCamera(): void {
    stop(this.#state.video);
    this.#set({ video: null });
  }

  close(): void {
    this.#closed = true;
    stop(this.#state.audio);
    stop(this.#state.video);
    navigator.mediaDevices?.removeEventListener('devicechange', this.#changed);
    this.#listeners.clear();
  }

  async #start(): Promise<void> {
    // Absent altogether outside of secure pages.
    if (navigator.mediaDevices === undefined) return this.#set({ ready: true, microphoneRefusal: 'insecure', cameraRefusal: 'insecure' });
    const { microphoneId, cameraId, cameraOn } = readChoices();
    // Together first: the browser then asks the person once.
    const both = cameraOn ? await open({ audio: audioOf(microphoneId), video: videoOf(cameraId) }) : null;
    if (both?.stream) this.#set({ audio: new MediaStream(both.stream.getAudioTracks()), video: new MediaStream(both.stream.getVideoTracks()) });
    else {
      await this.openMicrophone(microphoneId);
      if (cameraOn) await this.openCamera(cameraId);
    }
    navigator.mediaDevices.addEventListener('devicechange', this.#changed);
    await this.#list();
    this.#set({ ready: true });
  }

  readonly #changed = (): void => void this.#list();

  async #list(): Promise<void> {
    this.#set({ devices: (await navigator.mediaDevices.enumerateDevices()).filter(device => device.deviceId !== '') });
  }

  #set(part: Partial<PreviewState>): void {
    // What the browser gives after one has left is given back.
    if (this.#closed) { stop(part.audio); stop(part.video); return; }
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

async function open(wanted: MediaStreamConstraints): Promise<{ stream: MediaStream | null; refusal: Refusal | null }> {
  try {
    return { stream: await navigator.mediaDevices.getUserMedia(wanted), refusal: null };
  } catch (error) {
    return { stream: null, refusal: refusalOf(error) };
  }
}

export function refusalOf(error: unknown): Refusal {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError' || name === 'PermissionDeniedError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy';
}

// `ideal`: a device that is gone since last time is no reason to have none.
function audioOf(deviceId: string): MediaTrackConstraints | true { return deviceId === '' ? true : { deviceId: { ideal: deviceId } }; }
function videoOf(deviceId: string): MediaTrackConstraints {
  return { width: { ideal: 1280 }, height: { ideal: 720 }, ...(deviceId === '' ? {} : { deviceId: { ideal: deviceId } }) };
}

function stop(stream: MediaStream | null | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
