import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState, type ReactNode } from 'react';
import { Failure } from '../../frame/failure.js';
import { useFlash } from '../../frame/flash.js';
import { usePermissions } from '../../frame/permissions.js';
import { useChange } from '../../use-operation.js';
import { useWords } from '../../words.js';
import { NAME, operationOf, performOn, useEntityOperation, type Entity } from '../entity.js';
import { Dialog } from '../../frame/dialog.js';
import { findJsonFault } from './json-fault.js';
import { PolicyEditor } from './policy-editor.js';
import { decodeDocument, NEW_POLICY } from './policy-text.js';

/** A policy that is this identity's alone; without a name it is a new one. */
export function InlinePolicyDialog({ entity, name, onClose }: { entity: Entity; name: string | undefined; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const put = operationOf('Put#Policy', entity.kind);
  const may = usePermissions([put])(put);
  const current = useEntityOperation('Get#Policy', entity, { PolicyName: name ?? '' }, name !== undefined);
  const [typedName, setTypedName] = useState('');
  const [typed, setTyped] = useState<string>();
  const text = typed ?? (name === undefined ? NEW_POLICY : decodeDocument(current.data?.PolicyDocument));
  const policyName = name ?? typedName.trim();
  const change = useChange(() => performOn('Put#Policy', entity, { PolicyName: policyName, PolicyDocument: text }));
  const submit = async (): Promise<void> => {
    await change.run(undefined);
    flash.done(t('iam.policySaved', { policy: policyName }));
    onClose();
  };
  return (
    <Dialog
      title={name ?? t('iam.createInline')} confirm={t('iam.savePolicy')} size="large" busy={change.busy} failure={change.failure} onConfirm={submit} onClose={onClose}
      blocked={!may || !NAME.test(policyName) || findJsonFault(text) !== undefined}
    >
      {name === undefined ? <FormField label={t('iam.policyName')} constraintText={t('iam.nameHint')}><Input value={typedName} onChange={({ detail }) => setTypedName(detail.value)} autoFocus /></FormField> : null}
      {current.error ? <Failure error={current.error} onRetry={() => void current.refetch()} /> : <PolicyEditor label={t('iam.document')} value={text} onChange={setTyped} />}
    </Dialog>
  );
}
