import Alert from '@cloudscape-design/components/alert';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { Copied } from '../frame/copied.js';
import { useWords } from '../words.js';
import type { Bot } from './use-bots.js';

/** What its program needs, with a token that is told this once (guide, BOT-07, BOT-09, BOT-19). */
export function BotKeys({ bot }: { bot: Bot }): ReactNode {
  const { t } = useWords();
  return (
    <SpaceBetween size="m">
      <Alert type="warning">{t('bots.tokenOnce')}</Alert>
      <KeyValuePairs columns={1} items={[
        { label: 'BotId', value: <Copied name="BotId" value={bot.BotId} /> }, { label: 'BotEmail', value: <Copied name="BotEmail" value={bot.BotEmail} /> }, { label: 'SecurityToken', value: <Copied name="SecurityToken" value={bot.SecurityToken} /> },
      ]} />
    </SpaceBetween>
  );
}
