import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { getPermissions } from '@carillon/wire/rest/console.js';
import { api } from '../operations.js';
import { useWords } from '../words.js';

interface Gathering { readonly actions: Set<string>; readonly allowed: Promise<ReadonlySet<string>> }

/** Those that a page asks for at one moment, every button for itself, go in one request for each resource; `*` is every one. */
const gathering = new Map<string, Gathering>();

async function ask(action: string, resource: string): Promise<boolean> {
  const together = gathering.get(resource) ?? gather(resource);
  together.actions.add(action);
  return (await together.allowed).has(action);
}

function gather(resource: string): Gathering {
  const actions = new Set<string>();
  const send = async (): Promise<ReadonlySet<string>> => {
    await new Promise(done => setTimeout(done));
    gathering.delete(resource);
    return new Set((await api.call(getPermissions, { body: { actions: [...actions], ...(resource === '*' ? {} : { resource }) } })).allowed);
  };
  const begun = { actions, allowed: send() };
  gathering.set(resource, begun);
  return begun;
}

/** Which of these actions one may do, on every resource or on one. Until that is known everything counts as allowed: the server decides in any case. */
export function usePermissions(actions: readonly string[], resource = '*'): (action: string) => boolean {
  const wanted = [...new Set(actions)];
  const answers = useQueries({ queries: wanted.map(action => ({ queryKey: ['permission', action, resource], queryFn: () => ask(action, resource), staleTime: 60_000 })) });
  return action => answers[wanted.indexOf(action)]?.data ?? true;
}

/** A button for something that needs a permission: without it, it is off and says which one is missing. `resource` is an ARN. */
export function ActionButton({ action, resource = '*', disabled, disabledReason, ...rest }: ButtonProps & { action: string; resource?: string }): ReactNode {
  const { t } = useWords();
  const may = usePermissions([action], resource)(action);
  const reason = may ? disabledReason : t('frame.notPermittedText', { action });
  return <Button {...rest} disabled={!may || disabled === true} {...(reason === undefined ? {} : { disabledReason: reason })} />;
}
