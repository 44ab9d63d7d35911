import { useNavigate, useSearch } from '@tanstack/react-router';
import { LICENSES, REGISTRATIONS, type License, type Registration } from './model.js';

export const SORT_KEYS = ['Email', 'DisplayName', 'InvitedOn', 'RegisteredOn'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What of the users is shown; stands in the address of the page. */
export interface UsersSearch {
  readonly q?: string | undefined;
  readonly permission?: License | undefined;
  readonly registration?: Registration | undefined;
  readonly sort?: SortKey | undefined;
  readonly desc?: true | undefined;
  /** From 1. */
  readonly page?: number | undefined;
}

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find(each => each === value);
const PAGE_MAX = 100_000;
const TEXT_LENGTH_MAX = 254;

/** Whatever stands in the address, as far as it means something. */
export function parseUsersSearch(search: Readonly<Record<string, unknown>>): UsersSearch {
  const { q, page } = search;
  const [permission, registration, sort] = [oneOf(LICENSES, search['permission']), oneOf(REGISTRATIONS, search['registration']), oneOf(SORT_KEYS, search['sort'])];
  return {
    // A text of digits comes back as a number.
    ...(typeof q === 'string' || typeof q === 'number' ? { q: String(q).slice(0, TEXT_LENGTH_MAX) } : {}),
    ...(permission && { permission }), ...(registration && { registration }), ...(sort && { sort }), ...(search['desc'] === true && { desc: true as const }),
    ...(typeof page === 'number' && Number.isInteger(page) && page > 1 && page <= PAGE_MAX ? { page } : {}),
  };
}

/** The search that the address holds, and how to change a part of it. Whatever changes but the page begins at the first page. */
export function useUsersSearch(accountId: string): [UsersSearch, (part: UsersSearch) => void] {
  const search = useSearch({ strict: false }) as UsersSearch;
  const navigate = useNavigate();
  return [search, part => {
    const whole = Object.entries({ ...search, page: undefined, ...part }).filter(([, value]) => value !== undefined && value !== '');
    void navigate({ to: '/accounts/$accountId/users', params: { accountId }, search: Object.fromEntries(whole) as UsersSearch, replace: true });
  }];
}
