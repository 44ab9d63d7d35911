import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import { Button } from '@carillon/ui/button.js';
import { Field } from '@carillon/ui/field.js';
import { Notice } from '@carillon/ui/notice.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { deletePicture, putPicture, updateMe, type Me, type Session } from '@carillon/wire/rest/identity.js';
import { NAME_LENGTH_MAX } from '@carillon/wire/values.js';
import { api, pictureOf } from '../api.js';
import { fullTimeOf } from '../format-time.js';
import { useWords } from '../i18n.js';
import { spacedNumber } from '../meetings/meeting-number.js';
import { failureText } from '../session/failure-text.js';
import { useMe, useStore } from '../session/sync-context.js';

/** Puts a changed profile everywhere it is shown on this device; the others hear of it by push. */
export function useMeChanged(): (me: Me) => void {
  const store = useStore();
  const queries = useQueryClient();
  return me => {
    store.putMe(me);
    queries.setQueryData<Session>(['session'], old => (old?.kind === 'person' ? { ...old, me } : old));
  };
}

export function ProfileCard(): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const changed = useMeChanged();
  const save = useMutation({
    mutationFn: (displayName: string) => api.call(updateMe, { body: { displayName } }),
    onSuccess: reply => { changed(reply.me); showToast(t('settings.saved')); },
  });
  return (
    <section className="card" aria-labelledby="settings-profile">
      <h2 id="settings-profile">{t('settings.profile')}</h2>
      <Picture />
      <form className="form" onSubmit={event => { event.preventDefault(); save.mutate(String(new FormData(event.currentTarget).get('displayName')).trim()); }}>
        <Field label={t('form.name')} name="displayName" defaultValue={me.displayName} key={me.displayName} maxLength={NAME_LENGTH_MAX} required autoComplete="name" dir="auto" />
        {save.error === null ? null : <Notice>{failureText(save.error, t)}</Notice>}
        <div className="form-actions"><Button type="submit" busy={save.isPending}>{t('act.save')}</Button></div>
      </form>
      <Facts />
    </section>
  );
}

function Picture(): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const changed = useMeChanged();
  const files = useRef<HTMLInputElement>(null);
  const put = useMutation({ mutationFn: (file: File) => api.call(putPicture, {}, { rawBody: file }), onSuccess: reply => changed(reply.me), onError: error => showToast(failureText(error, t), 'error') });
  const remove = useMutation({ mutationFn: () => api.call(deletePicture, {}), onSuccess: reply => changed(reply.me), onError: error => showToast(failureText(error, t), 'error') });
  return (
    <div className="profile-picture">
      <Avatar id={me.id} name={me.displayName} size={72} picture={pictureOf(me)} />
      <Button busy={put.isPending} onClick={() => files.current?.click()}>{t('settings.choosePicture')}</Button>
      {me.pictureVersion === null ? null : <Button look="plain" busy={remove.isPending} onClick={() => remove.mutate()}>{t('settings.removePicture')}</Button>}
      <input ref={files} type="file" accept="image/*" hidden aria-hidden tabIndex={-1} onChange={event => { const file = event.target.files?.[0]; if (file !== undefined) put.mutate(file); event.target.value = ''; }} />
    </div>
  );
}

function Facts(): ReactNode {
  const { t, locale } = useWords();
  const me = useMe();
  return (
    <dl className="facts">
      <dt>{t('form.email')}</dt><dd>{me.email}</dd>
      <dt>{t('meetings.personal')}</dt><dd className="tabular">{spacedNumber(me.personalMeetingNumber)}</dd>
      <dt>{t('settings.licence')}</dt><dd>{t(`settings.licences.${me.licence}`, { until: me.trialEndsAt === null ? '' : fullTimeOf(Date.parse(me.trialEndsAt), locale) })}</dd>
      {me.account === null ? null : <><dt>{t('settings.account')}</dt><dd dir="auto">{me.account.name}</dd></>}
    </dl>
  );
}
