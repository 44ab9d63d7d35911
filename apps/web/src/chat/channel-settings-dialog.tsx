import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Download, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { Dialog } from '@carillon/ui/dialog.js';
import { Select } from '@carillon/ui/field.js';
import { Notice } from '@carillon/ui/notice.js';
import { showToast } from '@carillon/ui/toast-list.js';
import type { Channel, InvitePolicy, NotificationLevel } from '@carillon/wire/rest/chat.js';
import { deleteRoom, memberListPath, setInvitePolicy } from '@carillon/wire/rest/rooms.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useStore } from '../session/sync-context.js';
import { channelTitle } from './channel-name.js';
import { useChangeSettings } from './use-change-settings.js';
import { useChosen } from './use-chosen.js';

/** What one sets for oneself in a channel and, in one's own rooms, for everybody. Each choice holds at once. */
export function ChannelSettingsDialog({ channel, onClose }: { channel: Channel; onClose: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Dialog open onOpenChange={next => { if (!next) onClose(); }} title={t(channel.kind === 'room' ? 'rooms.settings' : 'rooms.conversationSettings')} description={channelTitle(channel, t)} closeLabel={t('act.close')}>
      <div className="form">
        <LevelSelect channel={channel} device="desktop" />
        <LevelSelect channel={channel} device="mobile" />
        {channel.kind === 'room' && channel.role === 'Administrator' ? <RoomSettings channel={channel} onClose={onClose} /> : null}
      </div>
    </Dialog>
  );
}

function LevelSelect({ channel, device }: { channel: Channel; device: 'desktop' | 'mobile' }): ReactNode {
  const { t } = useWords();
  const change = useChangeSettings(channel);
  const { shown, choose, forget } = useChosen(channel.settings[device]);
  const options = (['always', 'mentions', 'never'] as const).map(value => ({ value, label: t(`rooms.level.${value}`) }));
  const chose = (level: NotificationLevel): void => { choose(level); change({ [device]: level }, forget); };
  return <Select label={t(`rooms.${device}`)} value={shown} options={options} onChange={value => chose(value as NotificationLevel)} />;
}

function RoomSettings({ channel, onClose }: { channel: Channel; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { shown, choose, forget } = useChosen(channel.invitePolicy);
  const setPolicy = useMutation({
    mutationFn: (invitePolicy: InvitePolicy) => api.call(setInvitePolicy, { params: { channelId: channel.id }, body: { invitePolicy } }),
    onMutate: choose,
    onError: error => { forget(); showToast(failureText(error, t), 'error'); },
  });
  return (
    <>
      <Select
        label={t('rooms.whoInvites')} value={shown} onChange={value => setPolicy.mutate(value as InvitePolicy)}
        options={[{ value: 'administrators', label: t('rooms.administratorsInvite') }, { value: 'members', label: t('rooms.membersInvite') }]}
      />
      <a className="button" data-look="edge" data-size="36" href={memberListPath(channel.id)} download><Download size={18} strokeWidth={1.75} aria-hidden />{t('rooms.export')}</a>
      <DeleteRoom channel={channel} onClose={onClose} />
    </>
  );
}

/** Asked twice, because nothing brings the room back. */
function DeleteRoom({ channel, onClose }: { channel: Channel; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const store = useStore();
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.call(deleteRoom, { params: { channelId: channel.id } }),
    onSuccess: () => { onClose(); store.drop(channel.id); void navigate({ to: '/chat' }); },
  });
  const icon = <Trash2 size={18} strokeWidth={1.75} aria-hidden />;
  if (!sure) return <Button icon={icon} onClick={() => setSure(true)}>{t('rooms.delete')}</Button>;
  return (
    <>
      <Notice>{t('rooms.deleteWarning')}</Notice>
      {remove.error === null ? null : <Notice>{failureText(remove.error, t)}</Notice>}
      <Button look="danger" icon={icon} autoFocus busy={remove.isPending} onClick={() => remove.mutate()}>{t('rooms.deleteNow')}</Button>
    </>
  );
}
