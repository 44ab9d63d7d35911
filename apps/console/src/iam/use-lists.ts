import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiFailure } from '@carillon/client/api.js';
import type { OutputOf } from '../operations.js';
import { byMarker, useAllPages } from '../use-operation.js';

export type Policy = NonNullable<OutputOf<'iam:ListPolicies'>['Policies']>[number];
type Found<Item> = UseQueryResult<{ items: readonly Item[]; more: boolean }, ApiFailure>;

/** Own and AWS managed policies. */
export function usePolicies(): Found<Policy> {
  return useAllPages('iam:ListPolicies', { MaxItems: 1_000 }, { items: output => output.Policies, next: byMarker });
}

export type User = OutputOf<'iam:ListUsers'>['Users'][number];
export function useUsers(): Found<User> {
  return useAllPages('iam:ListUsers', { MaxItems: 1_000 }, { items: output => output.Users, next: byMarker });
}

export type Group = OutputOf<'iam:ListGroups'>['Groups'][number];
export function useGroups(): Found<Group> {
  return useAllPages('iam:ListGroups', { MaxItems: 1_000 }, { items: output => output.Groups, next: byMarker });
}

export type Role = OutputOf<'iam:ListRoles'>['Roles'][number];
export function useRoles(): Found<Role> {
  return useAllPages('iam:ListRoles', { MaxItems: 1_000 }, { items: output => output.Roles, next: byMarker });
}
