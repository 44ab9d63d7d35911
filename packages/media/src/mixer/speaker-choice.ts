import { SILENT_LEVEL, type AudioInput } from './audio-input.js';

/**
 * Who is heard: at most `places` of all inputs, by the level in the packets' headers, before anything is decoded.
 * Changes are slow on purpose; with five people talking for three places, choosing anew every moment chops every
 * word.
 */
export const PLACES = 4;
/** Quieter than this is not speech. */
const SPEECH_LOUDNESS_MIN = SILENT_LEVEL - 55;
/** A place is kept so long after the last word, and so long at least. */
const HOLD_MS = 1_500;
/** How much louder somebody must be to take the place of a speaker. */
const HYSTERESIS_DB = 6;

export interface ChoiceChange {
  readonly added: readonly AudioInput[];
  readonly removed: readonly AudioInput[];
}

/** Updates `chosen` in place. `inputs` are all inputs of the meeting; `chosen` may hold some that are gone. */
export function chooseSpeakers(inputs: ReadonlySet<AudioInput>, chosen: Set<AudioInput>, nowMs: number, places = PLACES): ChoiceChange {
  const added: AudioInput[] = [];
  const removed: AudioInput[] = [];
  for (const input of chosen) {
    if (input.loudness(nowMs) >= SPEECH_LOUDNESS_MIN) input.lastSpeechMs = nowMs;
    if (inputs.has(input) && !input.muted && nowMs - input.lastSpeechMs <= HOLD_MS) continue;
    chosen.delete(input);
    removed.push(input);
  }
  // Each round seats the loudest one outside; the bound is the number of places.
  for (let round = 0; round < places; round += 1) {
    const candidate = loudestOutside(inputs, chosen, nowMs);
    if (candidate === undefined) break;
    if (chosen.size >= places) {
      const weakest = quietestReplaceable(chosen, nowMs);
      if (weakest === undefined || candidate.loudness(nowMs) < weakest.loudness(nowMs) + HYSTERESIS_DB) break;
      chosen.delete(weakest);
      removed.push(weakest);
    }
    chosen.add(candidate);
    added.push(candidate);
  }
  return { added, removed };
}

function loudestOutside(inputs: ReadonlySet<AudioInput>, chosen: ReadonlySet<AudioInput>, nowMs: number): AudioInput | undefined {
  let loudest: AudioInput | undefined;
  let loudness = SPEECH_LOUDNESS_MIN;
  for (const input of inputs) {
    const own = input.loudness(nowMs);
    if (own < loudness || chosen.has(input)) continue;
    loudest = input;
    loudness = own;
  }
  return loudest;
}

function quietestReplaceable(chosen: ReadonlySet<AudioInput>, nowMs: number): AudioInput | undefined {
  let quietest: AudioInput | undefined;
  for (const input of chosen) {
    if (nowMs - input.chosenSinceMs < HOLD_MS) continue;
    if (quietest === undefined || input.loudness(nowMs) < quietest.loudness(nowMs)) quietest = input;
  }
  return quietest;
}
