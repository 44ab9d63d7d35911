import Alert from '@cloudscape-design/components/alert';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../frame/dialog.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { BotKeys } from './bot-keys.js';
import type { Bot } from './use-bots.js';

/** Regenerate security token > read what ends > the new token, this once (guide, BOT-19). */
export function NewTokenDialog({ accountId, bot, onClose }: { accountId: string; bot: Bot; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const regenerate = useOperationChange('RegenerateSecurityToken');
  const [made, setMade] = useState<Bot>();
  const submit = async (): Promise<void> => setMade((await regenerate.run({ AccountId: accountId, BotId: bot.BotId ?? '' })).Bot);
  return (
    <Dialog title={t(made === undefined ? 'bots.newTokenTitle' : 'bots.newTokenMade', { name: bot.DisplayName ?? '' })} confirm={t('bots.regenerate')} onConfirm={submit} onClose={onClose} busy={regenerate.busy} failure={regenerate.failure} result={made && <BotKeys bot={made} />}>
      <Alert type="warning">{t('bots.newTokenText')}</Alert>
    </Dialog>
  );
}
