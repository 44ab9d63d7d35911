import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SessionId } from '@carillon/kernel/ids.js';
import { Button } from '@carillon/ui/button.js';
import { Tag } from '@carillon/ui/badge.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { listDevices, removeDevice, signOutEverywhere } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { useNow } from '../clock.js';
import { listTime } from '../format-time.js';
import { useWords } from '../i18n.js';
import { forgetSubscription } from '../notifications/push-subscription.js';
import { forgetKept } from '../offline/kept-store.js';
import { failureText } from '../session/failure-text.js';

export function DevicesCard(): ReactNode {
  const { t, locale } = useWords();
  const now = useNow(60_000);
  const queries = useQueryClient();
  const devices = useQuery({ queryKey: ['devices'], queryFn: async () => (await api.call(listDevices, {})).devices });
  const failed = (error: unknown): void => showToast(failureText(error, t), 'error');
  const remove = useMutation({ mutationFn: (sessionId: SessionId) => api.call(removeDevice, { params: { sessionId } }), onSettled: () => queries.invalidateQueries({ queryKey: ['devices'] }), onError: failed });
  const leave = useMutation({ mutationFn: () => api.call(signOutEverywhere, {}), onSuccess: () => Promise.allSettled([forgetKept(), forgetSubscription()]).then(() => location.assign('/sign-in')), onError: failed });
  return (
    <section className="card" aria-labelledby="settings-devices">
      <h2 id="settings-devices">{t('devices.title')}</h2>
      <p className="quiet">{t('devices.text')}</p>
      {devices.data === undefined ? <SkeletonRows count={2} picture={20} /> : (
        <ul>
          {devices.data.map(device => (
            <li key={device.id} className="device">
              <MonitorSmartphone size={20} strokeWidth={1.75} aria-hidden />
              <span className="file-words"><span className="ellipsis">{device.label}</span><span className="quieter">{t('devices.seen', { when: listTime(Date.parse(device.lastSeenAt), now, locale) })}</span></span>
              {device.current ? <Tag>{t('devices.this')}</Tag> : <Button size={32} busy={remove.isPending && remove.variables === device.id} onClick={() => remove.mutate(device.id)} aria-label={t('devices.signOutOf', { label: device.label })}>{t('rail.signOut')}</Button>}
            </li>
          ))}
        </ul>
      )}
      <div className="form-actions"><Button busy={leave.isPending} onClick={() => leave.mutate()}>{t('devices.everywhere')}</Button></div>
    </section>
  );
}
