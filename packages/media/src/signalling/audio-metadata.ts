import { FrameType, type OutgoingFrame } from './frame.js';

/**
 * AUDIO_METADATA: volume and signal strength, every 200 ms (signalling notes 5.6). A frame with any volume sets
 * everybody it does not list to 0, and one with any strength sets the others to 1; so only the exceptions are listed,
 * and in a silent meeting with good connections nothing is sent.
 */
export interface AttendeeSound {
  readonly audioStreamId: number;
  /** RFC 6464 level: decibels below full scale. */
  readonly level: number;
  /** 0 bad, 1 fair, 2 good. */
  readonly signalStrength: number;
}

/** The client shows 42 and more as silence. */
const AUDIBLE_LEVEL_MAX = 42;
const SILENT_LEVEL = 127;
export const GOOD_SIGNAL = 2;

export class AudioMetadata {
  #hadVolume = false;
  #hadWeakness = false;

  /** The frame that tells the change, or undefined when there is none to tell. */
  update(sounds: readonly AttendeeSound[]): OutgoingFrame | undefined {
    const [first] = sounds;
    if (first === undefined) return undefined;
    const audible = sounds.some(isAudible);
    const weak = sounds.some(isWeak);
    const tellsVolume = audible || this.#hadVolume;
    const tellsStrength = weak || this.#hadWeakness;
    this.#hadVolume = audible;
    this.#hadWeakness = weak;
    if (!tellsVolume && !tellsStrength) return undefined;
    const listed = sounds.filter(sound => isAudible(sound) || isWeak(sound));
    // When everything is over, one entry is needed to say so.
    if (listed.length === 0 || (tellsVolume && !audible) || (tellsStrength && !weak)) if (!listed.includes(first)) listed.push(first);
    return {
      type: FrameType.AUDIO_METADATA,
      audioMetadata: {
        attendeeStates: listed.map(sound => ({
          audioStreamId: sound.audioStreamId,
          ...(tellsVolume ? { volume: isAudible(sound) ? sound.level : SILENT_LEVEL } : {}),
          ...(tellsStrength ? { signalStrength: sound.signalStrength } : {}),
        })),
      },
    };
  }

  /** Somebody new knows nothing yet: the next frame tells everything. */
  forget(): void {
    this.#hadVolume = true;
    this.#hadWeakness = true;
  }
}

function isAudible(sound: AttendeeSound): boolean {
  return sound.level < AUDIBLE_LEVEL_MAX;
}

function isWeak(sound: AttendeeSound): boolean {
  return sound.signalStrength < GOOD_SIGNAL;
}
