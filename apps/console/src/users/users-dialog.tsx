import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../frame/dialog.js';
import { useFlash } from '../frame/flash.js';
import { useChange } from '../use-operation.js';
import { refusalWords, useWords } from '../words.js';
import { nameOf, type User, type UserError } from './model.js';

const NAMED_MAX = 5;

interface Props {
  readonly title: string;
  readonly users: readonly User[];
  /** What will happen. */
  readonly children: ReactNode;
  readonly confirm: string;
  /** What must be ticked first. */
  readonly consent?: string | undefined;
  readonly disabled?: boolean;
  /** Returns whom it was not done to. */
  readonly work: () => Promise<readonly UserError[]>;
  /** Says that it was done, to so many. */
  readonly doneText: (count: number) => ReactNode;
  readonly onClose: (done: boolean) => void;
}

/** Something that is done to users: who they are, what will happen, and afterwards, user by user, to whom it could not be done. */
export function UsersDialog({ title, users, children, confirm, consent, disabled = false, work, doneText, onClose }: Props): ReactNode {
  const flash = useFlash();
  const change = useChange<void, readonly UserError[]>(work);
  const [agreed, setAgreed] = useState(false);
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const submit = async (): Promise<void> => {
    const failed = await change.run();
    if (failed.length < users.length) flash.done(doneText(users.length - failed.length));
    if (failed.length === 0) onClose(true);
    setErrors(failed);
  };
  return (
    <Dialog
      title={title} confirm={confirm} onConfirm={submit} onClose={() => onClose(errors.length > 0)} busy={change.busy} blocked={disabled || (consent !== undefined && !agreed)} failure={change.failure}
      result={errors.length > 0 ? <UserErrors users={users} errors={errors} /> : undefined}
    >
      <ChosenUsers users={users} />
      {children}
      {consent === undefined ? null : <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>{consent}</Checkbox>}
    </Dialog>
  );
}

function ChosenUsers({ users }: { users: readonly User[] }): ReactNode {
  const { t } = useWords();
  const more = users.length - NAMED_MAX;
  return (
    <div>
      {users.slice(0, NAMED_MAX).map(user => <Box key={user.UserId} variant="strong" display="block">{nameOf(user)}</Box>)}
      {more > 0 ? <Box color="text-body-secondary">{t('users.andMore', { count: more })}</Box> : null}
    </div>
  );
}

function UserErrors({ users, errors }: { users: readonly User[]; errors: readonly UserError[] }): ReactNode {
  const { t } = useWords();
  const names = new Map(users.map(user => [user.UserId, nameOf(user)]));
  const why = ({ ErrorCode, ErrorMessage }: UserError): string => (ErrorCode === 'NotFound' ? t('users.errors.NotFound') : ErrorMessage === undefined ? t('users.errors.other') : refusalWords(ErrorMessage));
  return (
    <Alert type="warning" header={t('users.errors.title', { count: errors.length })}>
      <ul>{errors.map(error => <li key={error.UserId}>{names.get(error.UserId ?? '') ?? error.UserId}: {why(error)}</li>)}</ul>
    </Alert>
  );
}
