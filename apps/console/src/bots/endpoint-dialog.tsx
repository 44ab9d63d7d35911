import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../frame/dialog.js';
import { useFlash } from '../frame/flash.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import type { Endpoint } from './use-bots.js';

type Kind = 'https' | 'lambda';

interface Props {
  readonly accountId: string;
  readonly botId: string;
  readonly endpoint: Endpoint | null;
  readonly onClose: () => void;
}

/** An HTTPS address that repeats a challenge, or a Lambda function that may be invoked (guide, BOT-10 to BOT-12). The server says what was wrong. */
export function EndpointDialog({ accountId, botId, endpoint, onClose }: Props): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const put = useOperationChange('PutEventsConfiguration');
  // Read once: what is set changes under the dialog when it succeeds.
  const [before] = useState(endpoint);
  const [kind, setKind] = useState<Kind>(before !== null && before.OutboundEventsHTTPSEndpoint === undefined ? 'lambda' : 'https');
  const [typed, setTyped] = useState({ https: before?.OutboundEventsHTTPSEndpoint ?? '', lambda: before?.LambdaFunctionArn ?? '' });
  const value = typed[kind].trim();
  const submit = async (): Promise<void> => {
    await put.run({ AccountId: accountId, BotId: botId, ...(kind === 'https' ? { OutboundEventsHTTPSEndpoint: value } : { LambdaFunctionArn: value }) });
    flash.done(t('bots.endpointSet'));
    onClose();
  };
  return (
    <Dialog title={t(before === null ? 'bots.setUpTitle' : 'bots.changeTitle')} confirm={t('bots.verifyAndSave')} onConfirm={submit} onClose={onClose} busy={put.busy} blocked={value === ''} failure={put.failure}>
      {before === null ? null : <Box>{t('bots.changeText')}</Box>}
      <RadioGroup
        value={kind} ariaLabel={t('bots.endpoint')} onChange={({ detail }) => { setKind(detail.value as Kind); put.reset(); }}
        items={[{ value: 'https', label: t('bots.https'), description: t('bots.httpsText') }, { value: 'lambda', label: t('bots.lambda'), description: t('bots.lambdaText') }]}
      />
      <FormField label={t(kind === 'https' ? 'bots.httpsAddress' : 'bots.lambdaArn')} constraintText={t(kind === 'https' ? 'bots.httpsHint' : 'bots.lambdaHint')}>
        <Input
          value={typed[kind]} inputMode={kind === 'https' ? 'url' : 'text'} autoComplete={false} spellcheck={false} placeholder={kind === 'https' ? 'https://bot.example.com' : 'arn:aws:lambda:eu-south-1:123456789012:function:help'}
          onChange={({ detail }) => { setTyped({ ...typed, [kind]: detail.value }); put.reset(); }} autoFocus
        />
      </FormField>
      {put.busy ? <Alert type="info"><StatusIndicator type="loading">{t(kind === 'https' ? 'bots.asking' : 'bots.askingLambda')}</StatusIndicator></Alert> : null}
    </Dialog>
  );
}
