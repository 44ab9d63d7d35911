import Alert from '@cloudscape-design/components/alert';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../frame/dialog.js';
import { useFlash } from '../frame/flash.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import type { Bot } from './use-bots.js';

const STOP_EFFECTS = ['mentions', 'waiting', 'answers', 'seats'] as const;

/** Stops a bot, or starts it again, once one has read what that does (guide, BOT-03). */
export function TurnBotDialog({ accountId, bot, onClose }: { accountId: string; bot: Bot; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const update = useOperationChange('UpdateBot');
  // What was asked stays the question: the bot is another once it is answered.
  const [stops] = useState(bot.Disabled !== true);
  const name = bot.DisplayName ?? '';
  const submit = async (): Promise<void> => {
    await update.run({ AccountId: accountId, BotId: bot.BotId ?? '', Disabled: stops });
    flash.done(t(stops ? 'bots.stoppedDone' : 'bots.startedDone', { name }));
    onClose();
  };
  return (
    <Dialog title={t(stops ? 'bots.stopTitle' : 'bots.startTitle', { name })} confirm={t(stops ? 'bots.stop' : 'bots.start')} onConfirm={submit} onClose={onClose} busy={update.busy} failure={update.failure}>
      {stops ? <Alert type="warning" header={t('bots.whatHappens')}><ul>{STOP_EFFECTS.map(key => <li key={key}>{t(`bots.stopEffects.${key}`)}</li>)}</ul></Alert> : <Alert type="info">{t('bots.startText')}</Alert>}
    </Dialog>
  );
}
