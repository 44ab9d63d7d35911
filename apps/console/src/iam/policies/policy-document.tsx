import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import { useState, type ReactNode } from 'react';
import { Failure } from '../../frame/failure.js';
import { useFlash } from '../../frame/flash.js';
import { ActionButton } from '../../frame/permissions.js';
import { useOperation, useOperationChange } from '../../use-operation.js';
import { useWords } from '../../words.js';
import { findJsonFault } from './json-fault.js';
import { PolicyEditor } from './policy-editor.js';
import { decodeDocument } from './policy-text.js';

/** The version that counts: of one's own policies it is edited here, as a new version. */
export function PolicyDocument({ arn, versionId, fixed }: { arn: string; versionId: string; fixed: boolean }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const found = useOperation('iam:GetPolicyVersion', { PolicyArn: arn, VersionId: versionId });
  const save = useOperationChange('iam:CreatePolicyVersion');
  const [typed, setTyped] = useState<string>();
  const text = typed ?? decodeDocument(found.data?.PolicyVersion?.Document);
  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  const submit = async (): Promise<void> => {
    const { PolicyVersion } = await save.run({ PolicyArn: arn, PolicyDocument: text, SetAsDefault: true });
    flash.done(t('iam.versionSaved', { version: PolicyVersion?.VersionId ?? '' }));
  };
  const copy = <CopyToClipboard copyButtonText={t('frame.copy')} copyErrorText={t('frame.copyFailed')} copySuccessText={t('frame.copied')} textToCopy={text} />;
  if (fixed) return <Container header={<Header variant="h2" description={t('iam.managedHint')} actions={copy}>{t('iam.document')}</Header>}><pre className="code-block" tabIndex={0}>{text}</pre></Container>;
  const button = (
    <ActionButton action="iam:CreatePolicyVersion" loading={save.busy} disabled={typed === undefined || findJsonFault(text) !== undefined} onClick={() => void submit().catch(() => undefined)}>{t('iam.saveVersion')}</ActionButton>
  );
  return (
    <Container header={<Header variant="h2" description={t('iam.documentHint', { version: versionId })} actions={button}>{t('iam.document')}</Header>}>
      {found.data === undefined ? null : <PolicyEditor label={t('iam.document')} value={text} onChange={setTyped} />}
      {save.failure ? <Failure error={save.failure} /> : null}
    </Container>
  );
}
