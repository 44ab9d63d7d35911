import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState, type ReactNode } from 'react';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { useSession } from '../session/session-query.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';

interface Fields { subject: string; description: string; occurredAt: string; clientVersion: string; logReferenceId: string; meetingId: string; replyTo: string }
const EMPTY: Fields = { subject: '', description: '', occurredAt: '', clientVersion: '', logReferenceId: '', meetingId: '', replyTo: '' };
const SMALL = ['occurredAt', 'clientVersion', 'logReferenceId', 'meetingId', 'replyTo'] as const;
const HINTED: ReadonlySet<string> = new Set(['occurredAt', 'clientVersion', 'logReferenceId', 'meetingId']);

/** Support > Submit request (guide, SUP-01), with what a request should carry (SUP-02). */
export function SupportPage(): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const session = useSession();
  const submit = useOperationChange('SubmitSupportRequest');
  // The zone stands there already: a time without one says little.
  const [fields, setFields] = useState<Fields>(() => ({ ...EMPTY, occurredAt: ` ${Intl.DateTimeFormat().resolvedOptions().timeZone}`, replyTo: session.data?.email ?? '' }));
  const set = (part: Partial<Fields>): void => setFields(before => ({ ...before, ...part }));
  const missing = fields.subject.trim() === '' || fields.description.trim() === '';
  const send = async (): Promise<void> => {
    const given = (text: string): string | undefined => text.trim() || undefined;
    const { SupportRequestId } = await submit.run({
      Subject: fields.subject.trim(), Description: fields.description.trim(), OccurredAt: given(fields.occurredAt), ClientVersion: given(fields.clientVersion), LogReferenceId: given(fields.logReferenceId),
      MeetingId: given(fields.meetingId), ReplyTo: given(fields.replyTo),
    });
    flash.done(t('support.sent', { id: SupportRequestId ?? '' }));
    setFields(before => ({ ...EMPTY, replyTo: before.replyTo }));
  };
  return (
    <Page title={t('support.title')} description={t('support.intro')} crumbs={[]} guide="support">
      <form onSubmit={event => { event.preventDefault(); if (!missing) void send().catch(() => undefined); }}>
        <Form actions={(
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" formAction="none" onClick={() => setFields(EMPTY)}>{t('support.clear')}</Button>
            <ActionButton action="chime:SubmitSupportRequest" variant="primary" formAction="submit" disabled={missing} loading={submit.busy}>{t('support.submit')}</ActionButton>
          </SpaceBetween>
        )}
        >
          <Container>
            <SpaceBetween size="m">
              <FormField label={t('support.subject')}><Input value={fields.subject} onChange={({ detail }) => set({ subject: detail.value.slice(0, 200) })} /></FormField>
              <FormField label={t('support.description')} constraintText={t('support.descriptionHint')}><Textarea rows={8} value={fields.description} onChange={({ detail }) => set({ description: detail.value.slice(0, 10_000) })} /></FormField>
              {SMALL.map(name => (
                <FormField key={name} label={t(`support.${name}`)} constraintText={HINTED.has(name) ? t(`support.${name}Hint`) : ''}>
                  <Input value={fields[name]} type={name === 'replyTo' ? 'email' : 'text'} onChange={({ detail }) => set({ [name]: detail.value.slice(0, 200) })} />
                </FormField>
              ))}
              {submit.failure ? <Failure error={submit.failure} /> : null}
            </SpaceBetween>
          </Container>
        </Form>
      </form>
    </Page>
  );
}
