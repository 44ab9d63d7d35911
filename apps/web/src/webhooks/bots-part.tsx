import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { ApiFailure } from '@carillon/client/api.js';
import { Button } from '@carillon/ui/button.js';
import { Field } from '@carillon/ui/field.js';
import { Notice } from '@carillon/ui/notice.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { addRoomBot, removeRoomBot, type RoomBot } from '@carillon/wire/rest/bots.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { EMAIL_LENGTH_MAX } from '@carillon/wire/values.js';
import { api } from '../api.js';
import { botsQuery } from '../chat/bots-query.js';
import { SenderAvatar } from '../chat/sender-avatar.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { ConfirmNotice } from './confirm-notice.js';

/** The bots of a room: an administrator adds one by its address (guide, page 91). */
export function BotsPart({ channel }: { channel: Channel }): ReactNode {
  const { t } = useWords();
  // Whether it was stopped meanwhile is told by nobody: it is as of the moment one looks.
  const { data, error } = useQuery({ ...botsQuery(channel.id), staleTime: 0 });
  if (error !== null) return <Notice>{failureText(error, t)}</Notice>;
  if (data === undefined) return null;
  return (
    <section className="programs" aria-label={t('bots.bots')}>
      <h3>{t('bots.bots')}</h3>
      {data.length === 0 ? <p className="quiet">{t('bots.none')}</p> : <ul>{data.map(bot => <BotRow key={bot.id} bot={bot} channel={channel} />)}</ul>}
      <AddBot channel={channel} />
    </section>
  );
}

function AddBot({ channel }: { channel: Channel }): ReactNode {
  const { t } = useWords();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const add = useMutation({
    mutationFn: () => api.call(addRoomBot, { params: { channelId: channel.id }, body: { email: email.trim() } }),
    onSuccess: ({ bot }) => {
      queries.setQueryData(botsQuery(channel.id).queryKey, (known: readonly RoomBot[] | undefined) => [...(known ?? []).filter(one => one.id !== bot.id), bot]);
      showToast(t('bots.added', { name: bot.name }));
      setEmail('');
    },
  });
  const submit = (event: FormEvent): void => { event.preventDefault(); if (email.trim() !== '' && !add.isPending) add.mutate(); };
  const refused = add.error === null ? null : add.error instanceof ApiFailure && add.error.status === 404 ? t('bots.unknown') : failureText(add.error, t);
  return (
    <form className="programs-new" onSubmit={submit}>
      <Field
        label={t('bots.address')} hint={t('bots.addressHint')} value={email} onChange={event => { setEmail(event.target.value); add.reset(); }} inputMode="email" maxLength={EMAIL_LENGTH_MAX} autoComplete="off" spellCheck={false}
        error={refused}
      />
      <Button type="submit" look="accent" icon={<Plus size={18} strokeWidth={1.75} aria-hidden />} aria-disabled={email.trim() === ''} busy={add.isPending}>{t('bots.add')}</Button>
    </form>
  );
}

function BotRow({ bot, channel }: { bot: RoomBot; channel: Channel }): ReactNode {
  const { t } = useWords();
  const [leaving, setLeaving] = useState(false);
  return (
    <li className="program">
      <div className="program-row">
        <SenderAvatar sender={{ kind: 'bot', id: bot.id, name: bot.name }} size={36} />
        <span className="person-words">
          <span className="person-name"><span className="ellipsis" dir="auto">{bot.name}</span></span>
          <span className="quieter ellipsis">{bot.state === 'ready' ? bot.email : t(`bots.state.${bot.state}`)}</span>
        </span>
        <button type="button" className="icon-button" data-size="32" aria-label={t('bots.removeOf', { name: bot.name })} onClick={() => setLeaving(true)}><Trash2 size={18} strokeWidth={1.75} aria-hidden /></button>
      </div>
      {leaving ? <Leave bot={bot} channel={channel} onDone={() => setLeaving(false)} /> : null}
    </li>
  );
}

/** Says what happens before it does. */
function Leave({ bot, channel, onDone }: { bot: RoomBot; channel: Channel; onDone: () => void }): ReactNode {
  const { t } = useWords();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.call(removeRoomBot, { params: { channelId: channel.id, botId: bot.id } }),
    onSuccess: async () => {
      showToast(t('bots.removed', { name: bot.name }));
      await queries.invalidateQueries({ queryKey: botsQuery(channel.id).queryKey });
    },
  });
  return <ConfirmNotice warning={t('bots.removeWarning', { name: bot.name })} confirm={t('bots.removeNow')} danger act={remove} onCancel={onDone} />;
}
