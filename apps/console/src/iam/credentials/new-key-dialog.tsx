import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { writeCsv } from '@carillon/kernel/csv.js';
import { perform, type OutputOf } from '../../operations.js';
import { useChange } from '../../use-operation.js';
import { useWords } from '../../words.js';
import { Arn } from '../arn.js';
import { Dialog } from '../../frame/dialog.js';
import { saveFile } from '../../save-file.js';

type Key = OutputOf<'iam:CreateAccessKey'>['AccessKey'];

/** Makes a key and shows its secret, this once. */
export function NewKeyDialog({ userName, onClose }: { userName: string | undefined; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const [key, setKey] = useState<Key>();
  const create = useChange(async () => (await perform('iam:CreateAccessKey', userName === undefined ? {} : { UserName: userName })).AccessKey);
  if (key !== undefined) return <MadeKey made={key} onClose={onClose} />;
  return (
    <Dialog title={t('iam.createKey')} confirm={t('iam.createKey')} busy={create.busy} failure={create.failure} onConfirm={async () => setKey(await create.run(undefined))} onClose={onClose}>
      {userName === undefined ? <Alert type="warning">{t('iam.rootKeysAdvice')}</Alert> : t('iam.createKeyText', { name: userName })}
    </Dialog>
  );
}

function MadeKey({ made, onClose }: { made: Key; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const save = (): void => saveFile(`${made.UserName}-access-key.csv`, writeCsv([['User name', 'Access key ID', 'Secret access key'], [made.UserName, made.AccessKeyId, made.SecretAccessKey]]));
  return (
    <Modal
      visible header={t('iam.keyMade')} onDismiss={onClose} closeAriaLabel={t('frame.close')}
      footer={(
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs"><Button iconName="download" onClick={save}>{t('iam.saveKey')}</Button><Button variant="primary" onClick={onClose}>{t('iam.finish')}</Button></SpaceBetween>
        </Box>
      )}
    >
      <SpaceBetween size="m">
        <Alert type="warning">{t('iam.secretOnce')}</Alert>
        <KeyValuePairs columns={1} items={[{ label: t('iam.keyId'), value: <Arn value={made.AccessKeyId} /> }, { label: t('iam.secretKey'), value: <Arn value={made.SecretAccessKey} /> }]} />
      </SpaceBetween>
    </Modal>
  );
}
