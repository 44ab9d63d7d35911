import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import { showToast } from '@carillon/ui/toast-list.js';
import type { NotificationLevel } from '@carillon/wire/rest/chat.js';
import { updateNotifications, type NotificationSettings } from '@carillon/wire/rest/notifications.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { InstallHint } from '../worker/install-hint.js';
import { canNotify, notifiesHere, turnOff, turnOn } from './push-subscription.js';
import { notificationsQuery } from './use-notices.js';
import './notifications-card.css';

const LEVELS: readonly NotificationLevel[] = ['always', 'mentions', 'never'];
const SWITCHES = ['calls', 'pushContent', 'digest', 'digestContent'] as const;

/** How one hears of things: on this device, by level, by mail. */
export function NotificationsCard(): ReactNode {
  const { t } = useWords();
  const queries = useQueryClient();
  const { data } = useQuery(notificationsQuery);
  const save = useMutation({
    mutationFn: (set: Partial<NotificationSettings>) => api.call(updateNotifications, { body: set }),
    onSuccess: ({ settings }) => { if (data !== undefined) queries.setQueryData(['notifications'], { ...data, settings }); },
    onError: error => showToast(failureText(error, t), 'error'),
  });
  const shown = data === undefined ? undefined : { ...data.settings, ...(save.isPending ? save.variables : {}) };
  return (
    <section className="card" aria-labelledby="settings-notifications" id="notifications">
      <h2 id="settings-notifications">{t('notifications.title')}</h2>
      {data === undefined || shown === undefined ? <SkeletonRows count={3} picture={20} /> : (
        <>
          <ThisDevice pushKey={data.pushKey} />
          {(['desktop', 'mobile'] as const).map(device => (
            <fieldset key={device} className="choices">
              <legend>{t(`notifications.${device}`)}</legend>
              {LEVELS.map(level => <label key={level} className="choice"><input type="radio" name={`level-${device}`} checked={shown[device] === level} onChange={() => save.mutate({ [device]: level })} />{t(`notifications.levels.${level}`)}</label>)}
            </fieldset>
          ))}
          <ul className="switches">
            {SWITCHES.map(name => (
              <li key={name}>
                <label className="switch-line"><input type="checkbox" checked={shown[name]} disabled={name === 'digestContent' && !shown.digest} onChange={event => save.mutate({ [name]: event.target.checked })} /><span>{t(`notifications.${name}`)}</span></label>
              </li>
            ))}
          </ul>
          <InstallHint />
        </>
      )}
    </section>
  );
}

function ThisDevice({ pushKey }: { pushKey: string }): ReactNode {
  const { t } = useWords();
  const queries = useQueryClient();
  const [on, setOn] = useState(notifiesHere);
  const toggle = useMutation({
    mutationFn: async () => {
      if (on) await turnOff();
      else if (!(await turnOn(pushKey))) showToast(t('notifications.refused'), 'error');
    },
    onSuccess: () => { setOn(notifiesHere()); void queries.invalidateQueries({ queryKey: ['notifications'] }); },
    onError: error => showToast(failureText(error, t), 'error'),
  });
  if (!canNotify()) return <p className="quiet">{t('notifications.cannot')}</p>;
  return (
    <div className="notify-here">
      <p className="quiet">{t(on ? 'notifications.on' : 'notifications.off')}</p>
      <Button look={on ? 'edge' : 'accent'} busy={toggle.isPending} onClick={() => toggle.mutate()}>{t(on ? 'notifications.turnOff' : 'notifications.turnOn')}</Button>
    </div>
  );
}
