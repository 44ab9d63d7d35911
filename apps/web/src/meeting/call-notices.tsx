import { TriangleAlert, Volume2, WifiLow, WifiOff, X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { IconButton } from '@carillon/ui/icon-button.js';
import { useWords } from '../i18n.js';
import { useCall } from './call-context.js';

/** What is wrong, in words, above the bar: the connection first, then the network, then a device. */
export function CallNotices({ sound }: { sound: RefObject<HTMLAudioElement | null> }): ReactNode {
  const { t } = useWords();
  const { call, client } = useCall();
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const play = (): void => { sound.current?.play().then(() => client.soundAllowed(), () => undefined); };
  return (
    <div className="call-notices" role="status">
      {call.phase === 'connecting' ? <p className="call-notice">{t('call.connecting')}</p> : null}
      {call.phase === 'reconnecting' ? <p className="call-notice" data-kind="warn"><WifiOff {...icon} />{t('call.reconnecting')}</p> : null}
      {call.phase === 'connected' && call.poor ? <p className="call-notice" data-kind="warn"><WifiLow {...icon} />{t('call.poor')}</p> : null}
      {call.soundBlocked ? <p className="call-notice"><Volume2 {...icon} />{t('call.soundBlocked')}<button type="button" className="link-button" onClick={play}>{t('call.playSound')}</button></p> : null}
      {call.trouble === null ? null : (
        <p className="call-notice" data-kind="warn"><TriangleAlert {...icon} /><span>{t(`trouble.${call.trouble}`)}</span>
          <IconButton label={t('act.close')} size={28} onClick={() => client.forgetTrouble()}><X size={16} strokeWidth={1.75} /></IconButton>
        </p>
      )}
    </div>
  );
}
