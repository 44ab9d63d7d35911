/** What one chose before the last meeting, remembered on this device. */
export interface Choices {
  readonly microphoneId: string;
  readonly cameraId: string;
  readonly speakerId: string;
  readonly microphoneOn: boolean;
  readonly cameraOn: boolean;
  readonly name: string;
}

const KEPT = 'carillon.meeting';
const FIRST: Choices = { microphoneId: '', cameraId: '', speakerId: '', microphoneOn: true, cameraOn: true, name: '' };

export function readChoices(): Choices {
  try {
    return { ...FIRST, ...JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Choices> };
  } catch {
    // Somebody else's text under our name: start afresh.
    return FIRST;
  }
}

export function keepChoices(part: Partial<Choices>): void {
  localStorage.setItem(KEPT, JSON.stringify({ ...readChoices(), ...part }));
}
