import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { Dialog } from '@carillon/ui/dialog.js';
import { Notice } from '@carillon/ui/notice.js';
import { showToast } from '@carillon/ui/toast-list.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import { GROUP_SIZE_MAX, openConversation } from '@carillon/wire/rest/chat.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { NOT_THE_ASSISTANT } from '../assistant/is-assistant.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useStore } from '../session/sync-context.js';
import { PeoplePicker } from './people-picker.js';

/** Opens the conversation of these people, the one that is there or a new one, and goes to it. */
export function useOpenConversation(): (personIds: PersonId[]) => Promise<void> {
  const store = useStore();
  const navigate = useNavigate();
  const { t } = useWords();
  return async personIds => {
    try {
      const { channel } = await api.call(openConversation, { body: { personIds } });
      store.adopt(channel);
      await navigate({ to: '/chat/$channelId', params: { channelId: channel.id }, search: {} });
    } catch (error) {
      showToast(failureText(error, t), 'error');
    }
  };
}

export function NewConversationDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const store = useStore();
  const navigate = useNavigate();
  const [people, setPeople] = useState<readonly Person[]>([]);
  const open = useMutation({
    mutationFn: () => api.call(openConversation, { body: { personIds: people.map(person => person.id) } }),
    onSuccess: ({ channel }) => {
      store.adopt(channel);
      onClose();
      void navigate({ to: '/chat/$channelId', params: { channelId: channel.id }, search: {} });
    },
  });
  return (
    <Dialog
      open onOpenChange={next => { if (!next) onClose(); }} title={t('chat.newMessage')} description={t('chat.newMessageHint')} closeLabel={t('act.close')}
      footer={<Button look="accent" disabled={people.length === 0} busy={open.isPending} onClick={() => open.mutate()}>{t('chat.start')}</Button>}
    >
      <PeoplePicker label={t('people.who')} chosen={people} onChange={setPeople} without={people.length > 0 ? NOT_THE_ASSISTANT : undefined} max={people.some(person => NOT_THE_ASSISTANT.has(person.id)) ? 1 : GROUP_SIZE_MAX - 1} autoFocus />
      {open.error === null ? null : <Notice>{failureText(open.error, t)}</Notice>}
    </Dialog>
  );
}
