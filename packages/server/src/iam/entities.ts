import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { cutPage, openPageToken } from '../platform/page-tokens.js';
import { accessPrincipal, noSuchEntity } from './access.js';
import * as store from './entity-store.js';
import { LIST_PAGE, type GroupRow, type RoleRow, type UserRow } from './model.js';

/** The caller's owner account: nothing of another one can be named here. */
export function ownerOf(ctx: Ctx): string {
  return accessPrincipal(ctx).ownerAccountId;
}

/** A user by name; without one the caller's own. */
export async function accessUser(ctx: Ctx, name: string | undefined): Promise<UserRow> {
  const wanted = name ?? accessPrincipal(ctx).userName;
  if (wanted === undefined) throw new ApiError('BadRequest', 'Must specify userName when calling with non-User credentials', { reason: 'ValidationError' });
  const user = await store.readUser(ctx.sql, ownerOf(ctx), wanted);
  if (!user) throw noSuchEntity(`user with name ${wanted}`);
  return user;
}

export async function accessGroup(ctx: Ctx, name: string): Promise<GroupRow> {
  const group = await store.readGroup(ctx.sql, ownerOf(ctx), name);
  if (!group) throw noSuchEntity(`group with name ${name}`);
  return group;
}

export async function accessRole(ctx: Ctx, name: string): Promise<RoleRow> {
  const role = await store.readRole(ctx.sql, ownerOf(ctx), name);
  if (!role) throw noSuchEntity(`role with name ${name}`);
  return role;
}

export interface PageInput {
  PathPrefix?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}

/** A page of things in order of name, with IAM's own words for whether there is more. */
export async function pageByName<T extends { name: string }>(ctx: Ctx, list: string, input: PageInput, load: (range: store.Range) => Promise<T[]>): Promise<{ rows: T[]; IsTruncated: boolean; Marker: string | undefined }> {
  const scope = `${list} ${ownerOf(ctx)} ${input.PathPrefix ?? '/'}`;
  const limit = input.MaxItems ?? LIST_PAGE;
  const after = (openPageToken(ctx, scope, input.Marker) as string | undefined) ?? '';
  const rows = await load({ pathPrefix: input.PathPrefix ?? '/', after, limit });
  const { shown, nextToken } = cutPage(ctx, scope, rows, limit, last => last.name.toLowerCase());
  return { rows: shown, IsTruncated: nextToken !== undefined, Marker: nextToken };
}
