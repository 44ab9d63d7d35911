import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { getPermissions } from '@carillon/wire/rest/console.js';
import { api } from '../operations.js';
import { useWords } from '../words.js';

/** Which of these actions one may do. Until that is known everything counts as allowed: the server decides in any case. */
export function usePermissions(actions: readonly string[]): (action: string) => boolean {
  const wanted = [...new Set(actions)].toSorted();
  const { data } = useQuery({ queryKey: ['permissions', wanted], queryFn: () => api.call(getPermissions, { body: { actions: wanted } }), staleTime: 60_000, enabled: wanted.length > 0 });
  return action => data === undefined || data.allowed.includes(action);
}

/** A button for something that needs a permission: without it, it is off and says which one is missing. */
export function ActionButton({ action, disabled, disabledReason, ...rest }: ButtonProps & { action: string }): ReactNode {
  const { t } = useWords();
  const may = usePermissions([action])(action);
  const reason = may ? disabledReason : t('frame.notPermittedText', { action });
  return <Button {...rest} disabled={!may || disabled === true} {...(reason === undefined ? {} : { disabledReason: reason })} />;
}
