import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { Dialog } from '@carillon/ui/dialog.js';
import { Field } from '@carillon/ui/field.js';
import { Notice } from '@carillon/ui/notice.js';
import { createRoom, renameRoom, ROOM_NAME_LENGTH_MAX, type Channel } from '@carillon/wire/rest/chat.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { NOT_THE_ASSISTANT } from '../assistant/is-assistant.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useStore } from '../session/sync-context.js';
import { PeoplePicker } from './people-picker.js';

export function NewRoomDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const store = useStore();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [people, setPeople] = useState<readonly Person[]>([]);
  const create = useMutation({
    mutationFn: () => api.call(createRoom, { body: { name: name.trim(), personIds: people.map(person => person.id) } }),
    onSuccess: ({ channel }) => {
      store.adopt(channel);
      onClose();
      void navigate({ to: '/chat/$channelId', params: { channelId: channel.id }, search: {} });
    },
  });
  return (
    <Dialog
      open onOpenChange={next => { if (!next) onClose(); }} title={t('chat.newRoom')} description={t('chat.newRoomHint')} closeLabel={t('act.close')}
      footer={<Button look="accent" disabled={name.trim() === ''} busy={create.isPending} onClick={() => create.mutate()}>{t('chat.createRoom')}</Button>}
    >
      <Field label={t('chat.roomName')} value={name} onChange={event => setName(event.target.value)} maxLength={ROOM_NAME_LENGTH_MAX} autoFocus autoComplete="off" dir="auto" />
      <PeoplePicker label={t('chat.roomPeople')} chosen={people} onChange={setPeople} without={NOT_THE_ASSISTANT} max={200} />
      {create.error === null ? null : <Notice>{failureText(create.error, t)}</Notice>}
    </Dialog>
  );
}

export function RenameRoomDialog({ channel, onClose }: { channel: Channel; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const [name, setName] = useState(channel.name ?? '');
  const rename = useMutation({ mutationFn: () => api.call(renameRoom, { params: { channelId: channel.id }, body: { name: name.trim() } }), onSuccess: onClose });
  return (
    <Dialog open onOpenChange={next => { if (!next) onClose(); }} title={t('chat.rename')} closeLabel={t('act.close')}>
      <form className="form" onSubmit={event => { event.preventDefault(); rename.mutate(); }}>
        <Field label={t('chat.roomName')} value={name} onChange={event => setName(event.target.value)} maxLength={ROOM_NAME_LENGTH_MAX} autoFocus required autoComplete="off" dir="auto" />
        {rename.error === null ? null : <Notice>{failureText(rename.error, t)}</Notice>}
        <div className="form-actions"><Button type="submit" look="accent" disabled={name.trim() === ''} busy={rename.isPending}>{t('act.save')}</Button></div>
      </form>
    </Dialog>
  );
}
