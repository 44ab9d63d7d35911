import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import { pictureOf } from '../api.js';
import { useWords } from '../i18n.js';
import type { DevicePreview, PreviewState } from './device-preview.js';
import { keepChoices, readChoices } from './kept-choices.js';
import { LevelMeter } from './level-meter.js';

/** One's own picture, mirrored as in a mirror, with the two switches and what the microphone hears. */
export function SelfView({ preview, state, name, me }: { preview: DevicePreview; state: PreviewState; name: string; me: Me | null }): ReactNode {
  const { t } = useWords();
  const [choices, setChoices] = useState(readChoices);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => { if (video.current !== null) video.current.srcObject = state.video; }, [state.video]);
  const keep = (part: Partial<typeof choices>): void => { keepChoices(part); setChoices({ ...choices, ...part }); };
  const toggleCamera = (): void => {
    keep({ cameraOn: !choices.cameraOn });
    if (choices.cameraOn) preview.closeCamera();
    else void preview.openCamera(choices.cameraId);
  };
  const microphoneOn = choices.microphoneOn && state.microphoneRefusal === null;
  const cameraOn = choices.cameraOn && state.cameraRefusal === null;
  const why = state.cameraRefusal !== null && choices.cameraOn ? t(`refusal.camera.${state.cameraRefusal}`) : t('door.cameraOff');
  return (
    <div className="self" data-theme="dark">
      {cameraOn && state.video !== null ? <video ref={video} className="mirror" autoPlay muted playsInline aria-label={t('door.picture')} />
        : state.ready || !choices.cameraOn ? <div className="self-none"><Avatar id={me?.id ?? name} name={name || '?'} size={88} picture={me === null ? null : pictureOf(me)} /><p>{why}</p></div> : null}
      {microphoneOn ? <HeardLabel stream={state.audio} /> : null}
      <div className="self-switches">
        <button type="button" aria-pressed={microphoneOn} data-off={microphoneOn ? undefined : ''} disabled={state.microphoneRefusal !== null} onClick={() => keep({ microphoneOn: !choices.microphoneOn })}>
          {microphoneOn ? <Mic size={20} strokeWidth={1.75} aria-hidden /> : <MicOff size={20} strokeWidth={1.75} aria-hidden />}{t(microphoneOn ? 'bar.mute' : 'bar.unmute')}
        </button>
        <button type="button" aria-pressed={cameraOn} data-off={cameraOn ? undefined : ''} disabled={state.cameraRefusal !== null && state.cameraRefusal !== 'busy'} onClick={toggleCamera}>
          {cameraOn ? <Video size={20} strokeWidth={1.75} aria-hidden /> : <VideoOff size={20} strokeWidth={1.75} aria-hidden />}{t(cameraOn ? 'bar.stopVideo' : 'bar.startVideo')}
        </button>
      </div>
    </div>
  );
}

function HeardLabel({ stream }: { stream: MediaStream | null }): ReactNode {
  const { t } = useWords();
  const [heard, setHeard] = useState(false);
  const onHeard = useCallback(() => setHeard(true), []);
  return <div className="self-heard"><LevelMeter stream={stream} onHeard={onHeard} /><span>{t(heard ? 'door.heard' : 'door.saySomething')}</span></div>;
}
