import { Mic, Video, Volume2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Select } from '@carillon/ui/field.js';
import { useWords } from '../i18n.js';
import type { DevicePreview, PreviewState } from './device-preview.js';
import { keepChoices, readChoices, type Choices } from './kept-choices.js';

/** Browsers that let a page choose where sound comes out. */
export function canChooseSpeaker(): boolean { return typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype; }

export function DeviceMenus({ preview, state }: { preview: DevicePreview; state: PreviewState }): ReactNode {
  const { t } = useWords();
  const [choices, setChoices] = useState(readChoices);
  const keep = (part: Partial<Choices>): void => { keepChoices(part); setChoices({ ...choices, ...part }); };
  const of = (kind: MediaDeviceKind, none: string): { value: string; label: string }[] => {
    const found = state.devices.filter(device => device.kind === kind).map((device, index) => ({ value: device.deviceId, label: device.label || t('door.device', { number: index + 1 }) }));
    return found.length === 0 ? [{ value: '', label: none }] : found;
  };
  const microphones = of('audioinput', t('door.noMicrophone'));
  const cameras = of('videoinput', t('door.noCamera'));
  const speakers = of('audiooutput', t('door.systemSpeaker'));
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <div className="door-devices">
      <Select label={t('door.microphone')} icon={<Mic {...icon} />} options={microphones} value={known(choices.microphoneId, microphones)} disabled={state.microphoneRefusal !== null} onChange={id => { keep({ microphoneId: id }); void preview.openMicrophone(id); }} />
      <Select label={t('door.speaker')} icon={<Volume2 {...icon} />} options={speakers} value={known(choices.speakerId, speakers)} disabled={!canChooseSpeaker()} onChange={id => keep({ speakerId: id })} />
      <Select label={t('door.camera')} icon={<Video {...icon} />} options={cameras} value={known(choices.cameraId, cameras)} disabled={state.cameraRefusal !== null} onChange={id => { keep({ cameraId: id, cameraOn: true }); void preview.openCamera(id); }} />
    </div>
  );
}

function known(id: string, options: readonly { value: string }[]): string {
  return options.some(option => option.value === id) ? id : options[0]?.value ?? '';
}
