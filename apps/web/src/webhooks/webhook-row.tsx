import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Copy, Ellipsis, Pencil, RefreshCw, TriangleAlert, Trash2 } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { Field } from '@carillon/ui/field.js';
import { Menu } from '@carillon/ui/menu.js';
import { showToast } from '@carillon/ui/toast-list.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { regenerateWebhook, removeWebhook, renameWebhook, WEBHOOK_NAME_LENGTH_MAX, type Webhook } from '@carillon/wire/rest/webhooks.js';
import { api } from '../api.js';
import { SenderAvatar } from '../chat/sender-avatar.js';
import { useNow } from '../clock.js';
import { copyText } from '../copy-text.js';
import { fullTimeOf, listTime } from '../format-time.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { ConfirmNotice } from './confirm-notice.js';
import { CurlSample } from './curl-sample.js';
import { webhooksQuery } from './webhooks-part.js';

type Step = 'rename' | 'regenerate' | 'remove' | null;

export function WebhookRow({ webhook, channel, isNew }: { webhook: Webhook; channel: Channel; isNew: boolean }): ReactNode {
  const { t } = useWords();
  const [step, setStep] = useState<Step>(null);
  const [renewed, setRenewed] = useState(false);
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <li className="program" data-new={isNew ? '' : undefined}>
      <div className="program-row">
        <SenderAvatar sender={{ kind: 'webhook', id: webhook.id, name: webhook.name }} size={36} />
        <span className="person-words">
          <span className="person-name"><span className="ellipsis" dir="auto">{webhook.name}</span></span>
          <UsedLine webhook={webhook} />
        </span>
        <Button className="program-copy" size={32} icon={<Copy {...icon} size={16} />} aria-label={t('webhooks.copyUrlOf', { name: webhook.name })} onClick={() => void copyText(webhook.url, t)}><span>{t('webhooks.copyUrl')}</span></Button>
        <Menu
          trigger={<button type="button" className="icon-button" data-size="32" aria-label={t('webhooks.actions', { name: webhook.name })}><Ellipsis size={18} strokeWidth={1.75} aria-hidden /></button>}
          entries={[
            { label: t('webhooks.rename'), icon: <Pencil {...icon} />, onSelect: () => setStep('rename') },
            { label: t('webhooks.regenerate'), icon: <RefreshCw {...icon} />, onSelect: () => setStep('regenerate') },
            null,
            { label: t('webhooks.remove'), icon: <Trash2 {...icon} />, danger: true, onSelect: () => setStep('remove') },
          ]}
        />
      </div>
      <FailureLine webhook={webhook} />
      {step === null && (isNew || renewed) ? <><p className="quiet">{t('webhooks.newUrl')}</p><CurlSample url={webhook.url} /></> : null}
      {step === 'rename' ? <Rename webhook={webhook} channel={channel} onDone={() => setStep(null)} /> : null}
      {step === 'regenerate' || step === 'remove' ? <Confirm key={step} step={step} webhook={webhook} channel={channel} onDone={() => setStep(null)} onRenewed={() => setRenewed(true)} /> : null}
    </li>
  );
}

function UsedLine({ webhook }: { webhook: Webhook }): ReactNode {
  const { t, locale } = useWords();
  const now = useNow(60_000);
  if (webhook.lastUsedAt === null) return <span className="quieter ellipsis">{t('webhooks.neverUsed', { name: webhook.createdBy })}</span>;
  const ms = Date.parse(webhook.lastUsedAt);
  return <span className="quieter ellipsis" title={fullTimeOf(ms, locale)}>{t('webhooks.lastUsed', { when: listTime(ms, now, locale), name: webhook.createdBy })}</span>;
}

/** What was refused, so that whoever looks after the program knows why nothing comes. */
function FailureLine({ webhook }: { webhook: Webhook }): ReactNode {
  const { t, locale } = useWords();
  const now = useNow(60_000);
  if (webhook.lastFailure === null) return null;
  const ms = Date.parse(webhook.lastFailure.at);
  const count = webhook.failures.reduce((sum, one) => sum + one.count, 0);
  const all = webhook.failures.map(one => `${t(`webhooks.cause.${one.cause}`)}: ${one.count}`).join('\n');
  return (
    <p className="program-failure" title={all}>
      <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
      <span>{t('webhooks.refused', { count })} {t('webhooks.lastRefused', { why: t(`webhooks.cause.${webhook.lastFailure.cause}`), when: listTime(ms, now, locale) })}</span>
    </p>
  );
}

function Rename({ webhook, channel, onDone }: { webhook: Webhook; channel: Channel; onDone: () => void }): ReactNode {
  const { t } = useWords();
  const queries = useQueryClient();
  const [name, setName] = useState(webhook.name);
  const rename = useMutation({
    mutationFn: () => api.call(renameWebhook, { params: { channelId: channel.id, webhookId: webhook.id }, body: { name: name.trim() } }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: webhooksQuery(channel.id).queryKey }); onDone(); },
  });
  const submit = (event: FormEvent): void => { event.preventDefault(); if (!rename.isPending) rename.mutate(); };
  return (
    <form className="programs-new" onSubmit={submit}>
      <Field label={t('webhooks.name')} value={name} onChange={event => setName(event.target.value)} maxLength={WEBHOOK_NAME_LENGTH_MAX} autoFocus required autoComplete="off" dir="auto" error={rename.error === null ? null : failureText(rename.error, t)} />
      <Button type="submit" look="accent" busy={rename.isPending}>{t('act.save')}</Button>
      <Button onClick={onDone}>{t('webhooks.cancel')}</Button>
    </form>
  );
}

interface ConfirmProps { step: 'regenerate' | 'remove'; webhook: Webhook; channel: Channel; onDone: () => void; onRenewed: () => void }

/** Says what stops before it does. */
function Confirm({ step, webhook, channel, onDone, onRenewed }: ConfirmProps): ReactNode {
  const { t } = useWords();
  const queries = useQueryClient();
  const params = { channelId: channel.id, webhookId: webhook.id };
  const act = useMutation({
    mutationFn: (): Promise<unknown> => (step === 'remove' ? api.call(removeWebhook, { params }) : api.call(regenerateWebhook, { params })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: webhooksQuery(channel.id).queryKey });
      if (step === 'remove') showToast(t('webhooks.removed', { name: webhook.name }));
      else onRenewed();
      onDone();
    },
  });
  return (
    <ConfirmNotice
      warning={t(step === 'remove' ? 'webhooks.removeWarning' : 'webhooks.regenerateWarning', { name: webhook.name })} confirm={t(step === 'remove' ? 'webhooks.removeNow' : 'webhooks.regenerateNow')}
      danger={step === 'remove'} act={act} onCancel={onDone}
    />
  );
}
