import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiFailure } from '@carillon/client/api.js';
import { perform, type InputOf, type OperationName, type OutputOf } from '../operations.js';
import { useOperation } from '../use-operation.js';

export type EntityKind = 'User' | 'Group' | 'Role';
/** What policies hang on. */
export interface Entity { readonly kind: EntityKind; readonly name: string }

/** Operations that users, groups and roles have alike: `#` stands for the kind. */
type Pattern = 'Attach#Policy' | 'Detach#Policy' | 'Put#Policy' | 'Delete#Policy' | 'Get#Policy' | 'ListAttached#Policies' | 'List#Policies';
type NameOf<P extends Pattern> = P extends `${infer Before}#${infer After}` ? `iam:${Before}${EntityKind}${After}` & OperationName : never;

export function operationOf<P extends Pattern>(pattern: P, kind: EntityKind): NameOf<P> {
  return `iam:${pattern.replace('#', kind)}` as NameOf<P>;
}

/** The same operation for whichever kind: its name member differs, and the server checks all of it. */
export function performOn<P extends Pattern>(pattern: P, entity: Entity, input: Readonly<Record<string, string>> = {}): Promise<OutputOf<NameOf<P>>> {
  return perform(operationOf(pattern, entity.kind), inputOf(entity, input));
}

/** Reads one of them, again after every change. */
export function useEntityOperation<P extends Pattern>(pattern: P, entity: Entity, input: Readonly<Record<string, string>> = {}, enabled = true): UseQueryResult<OutputOf<NameOf<P>>, ApiFailure> {
  return useOperation(operationOf(pattern, entity.kind), inputOf(entity, input), { enabled });
}

function inputOf<N extends OperationName>({ kind, name }: Entity, input: Readonly<Record<string, string>>): InputOf<N> {
  // One shape of input for three kinds: no type of one operation fits all.
  return { [`${kind}Name`]: name, ...input } as unknown as InputOf<N>;
}

/** Where an entity's page is. */
export function pathOf({ kind, name }: Entity): string {
  return `/iam/${kind.toLowerCase()}s/${name}`;
}

export function policyPathOf(arn: string): string {
  return `/iam/policies/detail?arn=${encodeURIComponent(arn)}`;
}

/** AWS's own policies are read only. */
export function isManaged(arn: string): boolean { return arn.startsWith('arn:aws:iam::aws:'); }

/** What names of users, groups, roles and policies may hold. */
export const NAME = /^[\w+=,.@-]{1,64}$/;
