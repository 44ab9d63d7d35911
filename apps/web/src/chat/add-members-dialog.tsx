import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { Dialog } from '@carillon/ui/dialog.js';
import { Notice } from '@carillon/ui/notice.js';
import { addMembers, GROUP_SIZE_MAX, type Channel } from '@carillon/wire/rest/chat.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { NOT_THE_ASSISTANT } from '../assistant/is-assistant.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useStore } from '../session/sync-context.js';
import { PeoplePicker } from './people-picker.js';

export function AddMembersDialog({ channel, onClose }: { channel: Channel; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const store = useStore();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [people, setPeople] = useState<readonly Person[]>([]);
  const isRoom = channel.kind === 'room';
  const add = useMutation({
    mutationFn: () => api.call(addMembers, { params: { channelId: channel.id }, body: { personIds: people.map(person => person.id) } }),
    onSuccess: ({ channel: next }) => {
      void queries.invalidateQueries({ queryKey: ['members', channel.id] });
      onClose();
      // In a conversation, more people are another conversation.
      if (next.id === channel.id) return;
      store.adopt(next);
      void navigate({ to: '/chat/$channelId', params: { channelId: next.id }, search: {} });
    },
  });
  return (
    <Dialog
      open onOpenChange={next => { if (!next) onClose(); }} title={t('chat.addPeople')} description={isRoom ? undefined : t('chat.addPeopleHint')} closeLabel={t('act.close')}
      footer={<Button look="accent" disabled={people.length === 0} busy={add.isPending} onClick={() => add.mutate()}>{t('act.add')}</Button>}
    >
      <PeoplePicker label={t('people.who')} chosen={people} onChange={setPeople} without={new Set([...NOT_THE_ASSISTANT, ...channel.people.map(person => person.id)])} max={isRoom ? 200 : GROUP_SIZE_MAX - channel.memberCount} autoFocus />
      {add.error === null ? null : <Notice>{failureText(add.error, t)}</Notice>}
    </Dialog>
  );
}
