import { SECOND_MS } from '@carillon/kernel/clock.js';

/** The longest that any policy of an identity may be. */
export const IDENTITY_POLICY_LENGTH_MAX = 10_240;
/** Of all inline policies of one identity together. */
export const INLINE_POLICIES_LENGTH_MAX = { User: 2_048, Group: 5_120, Role: 10_240 } as const;
export const MANAGED_POLICY_LENGTH_MAX = 6_144;
export const TRUST_POLICY_LENGTH_MAX = 4_096;
export const SESSION_POLICY_LENGTH_MAX = 2_048;
export const VERSIONS_MAX = 5;
export const KEYS_MAX = 2;
export const GROUPS_OF_USER_MAX = 10;
export const ATTACHED_MAX = 20;
export const LIST_PAGE = 100;
/** How old what is remembered of keys and policies may be. */
export const MEMO_MS = SECOND_MS;

export interface UserRow {
  id: string;
  ownerAccountId: string;
  name: string;
  path: string;
  boundaryArn: string | null;
  createdAt: Date;
}

export interface GroupRow {
  id: string;
  ownerAccountId: string;
  name: string;
  path: string;
  createdAt: Date;
}

export interface RoleRow {
  id: string;
  ownerAccountId: string;
  name: string;
  path: string;
  description: string | null;
  trustPolicy: string;
  maxSessionSeconds: number;
  boundaryArn: string | null;
  /** Of a service-linked role: whose it is. */
  service: string | null;
  createdAt: Date;
}

export interface KeyRow {
  id: string;
  ownerAccountId: string;
  /** Null for the root user's. */
  userId: string | null;
  secret: Buffer;
  status: 'Active' | 'Inactive';
  createdAt: Date;
  lastUsedAt: Date | null;
  lastUsedService: string | null;
  lastUsedRegion: string | null;
}
