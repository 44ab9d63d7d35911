import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { getPermissions } from '@carillon/wire/rest/console.js';
import { api } from '../operations.js';
import { useWords } from '../words.js';

/** Those that a page asks for at one moment, every button for itself, go in one request. */
let gathering: { readonly actions: Set<string>; readonly allowed: Promise<ReadonlySet<string>> } | undefined;

async function ask(action: string): Promise<boolean> {
  gathering ??= gather();
  gathering.actions.add(action);
  return (await gathering.allowed).has(action);
}

function gather(): NonNullable<typeof gathering> {
  const actions = new Set<string>();
  const send = async (): Promise<ReadonlySet<string>> => {
    await new Promise(done => setTimeout(done));
    gathering = undefined;
    return new Set((await api.call(getPermissions, { body: { actions: [...actions] } })).allowed);
  };
  return { actions, allowed: send() };
}

/** Which of these actions one may do. Until that is known everything counts as allowed: the server decides in any case. */
export function usePermissions(actions: readonly string[]): (action: string) => boolean {
  const wanted = [...new Set(actions)];
  const answers = useQueries({ queries: wanted.map(action => ({ queryKey: ['permission', action], queryFn: () => ask(action), staleTime: 60_000 })) });
  return action => answers[wanted.indexOf(action)]?.data ?? true;
}

/** A button for something that needs a permission: without it, it is off and says which one is missing. */
export function ActionButton({ action, disabled, disabledReason, ...rest }: ButtonProps & { action: string }): ReactNode {
  const { t } = useWords();
  const may = usePermissions([action])(action);
  const reason = may ? disabledReason : t('frame.notPermittedText', { action });
  return <Button {...rest} disabled={!may || disabled === true} {...(reason === undefined ? {} : { disabledReason: reason })} />;
}
