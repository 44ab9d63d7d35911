import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';
import type { Bot } from './use-bots.js';

/** Running or stopped (guide, BOT-03). */
export function BotState({ bot }: { bot: Bot }): ReactNode {
  const { t } = useWords();
  return bot.Disabled === true ? <StatusIndicator type="stopped">{t('bots.stopped')}</StatusIndicator> : <StatusIndicator type="success">{t('bots.running')}</StatusIndicator>;
}
