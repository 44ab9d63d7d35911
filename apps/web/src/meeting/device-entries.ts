import { useEffect, useState } from 'react';
import type { MenuEntry, MenuItem } from '@carillon/ui/menu.js';
import { useWords } from '../i18n.js';
import { useCall } from './call-context.js';
import { canChooseSpeaker } from './device-menus.js';
import { keepChoices, readChoices } from './kept-choices.js';

/** Devices as they are now; the list follows what is plugged in. */
export function useDevices(): readonly MediaDeviceInfo[] {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  useEffect(() => {
    const { mediaDevices } = navigator;
    if (mediaDevices === undefined) return;
    const list = (): void => void mediaDevices.enumerateDevices().then(found => setDevices(found.filter(device => device.deviceId !== '')));
    list();
    mediaDevices.addEventListener('devicechange', list);
    return () => mediaDevices.removeEventListener('devicechange', list);
  }, []);
  return devices;
}

/** The menus behind the carets of microphone and camera. */
export function useDeviceEntries(): { sound: readonly MenuEntry[]; cameras: readonly MenuEntry[] } {
  const { t } = useWords();
  const { client } = useCall();
  const devices = useDevices();
  const [choices, setChoices] = useState(readChoices);
  const entriesOf = (kind: MediaDeviceKind, key: 'microphoneId' | 'cameraId' | 'speakerId', choose: (id: string) => Promise<void>): MenuItem[] => {
    const found = devices.filter(device => device.kind === kind);
    const chosen = found.some(device => device.deviceId === choices[key]) ? choices[key] : found[0]?.deviceId;
    return found.map((device, index) => ({
      label: device.label || t('door.device', { number: index + 1 }), checked: device.deviceId === chosen,
      onSelect: () => { keepChoices({ [key]: device.deviceId }); setChoices(readChoices()); void choose(device.deviceId); },
    }));
  };
  const microphones = entriesOf('audioinput', 'microphoneId', id => client.chooseMicrophone(id));
  const speakers = canChooseSpeaker() ? entriesOf('audiooutput', 'speakerId', id => client.chooseSpeaker(id)) : [];
  const cameras = entriesOf('videoinput', 'cameraId', id => client.chooseCamera(id));
  const none = (text: string): MenuItem => ({ label: text, disabled: true, onSelect: () => undefined });
  return {
    sound: [t('door.microphone'), ...(microphones.length === 0 ? [none(t('door.noMicrophone'))] : microphones), ...(speakers.length === 0 ? [] : [null, t('door.speaker'), ...speakers])],
    cameras: [t('door.camera'), ...(cameras.length === 0 ? [none(t('door.noCamera'))] : cameras)],
  };
}
