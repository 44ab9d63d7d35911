import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ChannelId, WebhookId } from '@carillon/kernel/ids.js';
import { Button } from '@carillon/ui/button.js';
import { Field } from '@carillon/ui/field.js';
import { Notice } from '@carillon/ui/notice.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { createWebhook, listWebhooks, WEBHOOK_NAME_LENGTH_MAX, WEBHOOKS_MAX, type Webhook } from '@carillon/wire/rest/webhooks.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { CurlSample } from './curl-sample.js';
import { WebhookRow } from './webhook-row.js';

export const webhooksQuery = (channelId: ChannelId) => queryOptions({
  // Uses and failures are told by nobody: they are as of the moment one looks.
  queryKey: ['webhooks', channelId], staleTime: 0, queryFn: async (): Promise<readonly Webhook[]> => (await api.call(listWebhooks, { params: { channelId } })).webhooks,
});

export function WebhooksPart({ channel }: { channel: Channel }): ReactNode {
  const { t } = useWords();
  const { data, error } = useQuery(webhooksQuery(channel.id));
  const [made, setMade] = useState<WebhookId | null>(null);
  if (error !== null) return <Notice>{failureText(error, t)}</Notice>;
  if (data === undefined) return <SkeletonRows count={3} picture={36} />;
  return (
    <section className="programs" aria-label={t('webhooks.webhooks')}>
      <h3>{t('webhooks.webhooks')} <span className="quieter tabular">{t('webhooks.count', { count: data.length, max: WEBHOOKS_MAX })}</span></h3>
      {data.length === 0 ? <Nothing /> : <ul>{data.map(webhook => <WebhookRow key={webhook.id} webhook={webhook} channel={channel} isNew={webhook.id === made} />)}</ul>}
      {data.length >= WEBHOOKS_MAX ? <p className="quiet">{t('webhooks.full', { max: WEBHOOKS_MAX })}</p> : <NewWebhook channel={channel} onMade={setMade} />}
    </section>
  );
}

function Nothing(): ReactNode {
  const { t } = useWords();
  return (
    <div className="programs-none">
      <p className="quiet">{t('webhooks.none')}</p>
      <CurlSample />
    </div>
  );
}

function NewWebhook({ channel, onMade }: { channel: Channel; onMade: (id: WebhookId) => void }): ReactNode {
  const { t } = useWords();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: () => api.call(createWebhook, { params: { channelId: channel.id }, body: { name: name.trim() } }),
    onSuccess: ({ webhook }) => {
      queries.setQueryData(webhooksQuery(channel.id).queryKey, (known: readonly Webhook[] | undefined) => [...(known ?? []).filter(one => one.id !== webhook.id), webhook]);
      onMade(webhook.id);
      setName('');
    },
  });
  const submit = (event: FormEvent): void => { event.preventDefault(); if (name.trim() !== '' && !create.isPending) create.mutate(); };
  return (
    <form className="programs-new" onSubmit={submit}>
      <Field
        label={t('webhooks.name')} hint={t('webhooks.nameHint')} value={name} onChange={event => setName(event.target.value)} maxLength={WEBHOOK_NAME_LENGTH_MAX} autoComplete="off" dir="auto"
        error={create.error === null ? null : failureText(create.error, t)}
      />
      <Button type="submit" look="accent" icon={<Plus size={18} strokeWidth={1.75} aria-hidden />} aria-disabled={name.trim() === ''} busy={create.isPending}>{t('webhooks.create')}</Button>
    </form>
  );
}
