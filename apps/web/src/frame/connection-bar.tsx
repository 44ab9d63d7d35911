import { WifiOff } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useWords } from '../i18n.js';
import { useSync } from '../session/sync-context.js';
import { takeUpdate, watchUpdate } from '../worker/register-worker.js';

const TOLD_AFTER_MS = 2_500;

/** Says that there is no connection once it lasts: a blink is nobody's concern. Also offers the new version after an update. */
export function ConnectionBar(): ReactNode {
  const { t } = useWords();
  const online = useSync(state => state.online);
  const rebuilt = useSync(state => state.build !== null && state.build.first !== state.build.now);
  const [waiting, setWaiting] = useState(false);
  useEffect(() => watchUpdate(setWaiting), []);
  const updated = rebuilt || waiting;
  const [told, setTold] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setTold(!online), online ? 0 : TOLD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [online]);
  return (
    <div role="status">
      {told ? <p className="connection"><WifiOff size={18} strokeWidth={1.75} aria-hidden />{t('connection.offline')}</p> : null}
      {!told && updated ? <p className="connection">{t('connection.updated')} <button type="button" className="link-button" onClick={takeUpdate}>{t('connection.reload')}</button></p> : null}
    </div>
  );
}
