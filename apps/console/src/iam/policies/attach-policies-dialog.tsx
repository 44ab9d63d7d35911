import { useState, type ReactNode } from 'react';
import { useFlash } from '../../frame/flash.js';
import { useChange } from '../../use-operation.js';
import { useWords } from '../../words.js';
import { performOn, type Entity } from '../entity.js';
import { Dialog } from '../../frame/dialog.js';
import { PolicyPicker } from './policy-picker.js';
import type { Policy } from '../use-lists.js';

export function AttachPoliciesDialog({ entity, attached, onClose }: { entity: Entity; attached: readonly string[]; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const [picked, setPicked] = useState<readonly Policy[]>([]);
  const change = useChange(async (policies: readonly Policy[]) => { for (const policy of policies) await performOn('Attach#Policy', entity, { PolicyArn: policy.Arn ?? '' }); });
  const submit = async (): Promise<void> => {
    await change.run(picked);
    flash.done(t('iam.attachedText', { count: picked.length, name: entity.name }));
    onClose();
  };
  return (
    <Dialog title={t('iam.attachTitle', { name: entity.name })} confirm={t('iam.attach')} size="large" busy={change.busy} failure={change.failure} blocked={picked.length === 0} onConfirm={submit} onClose={onClose}>
      <PolicyPicker picked={picked} onChange={setPicked} without={attached} />
    </Dialog>
  );
}
