import { createHash } from 'node:crypto';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { MemberRole } from '@carillon/wire/rest/chat.js';
import type * as aws from '@carillon/wire/aws/generated/chime-types.js';
import { lockOwnAccount } from '../accounts/access.js';
import { openImportedRoom, seatImported, tellImported, type ImportedRoom } from '../chat/rooms/import-room.js';
import { checkRoomName } from '../chat/model.js';
import type { Ctx } from '../ctx.js';
import { findMember } from '../users/find-member.js';
import { canonicalEmail } from '../users/model.js';

/**
 * A room of the account with its members, found again by its name. Members are users of the account, pending ones too: import people
 * first. A role is taken over where it is given, and raised or lowered when it differs.
 */
export async function importRoom(ctx: Ctx, input: aws.ImportRoomRequest): Promise<aws.ImportRoomResponse> {
  const account = await lockOwnAccount(ctx, input.AccountId);
  const name = checkRoomName(input.Name);
  const token = `import-${createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 32)}`;
  const room = await openImportedRoom(ctx, account.id, name, token, input.DryRun === true);
  const members: aws.ImportResult[] = [];
  const came: PersonId[] = [];
  for (const { Email, Role } of input.Members ?? []) {
    const member = await findMember(ctx, account, canonicalEmail(Email));
    const outcome = member && member.purgeAfter === null ? await seat(ctx, room, member.id, Role ?? 'Member', input.DryRun === true) : undefined;
    if (member && outcome === 'Created') came.push(member.id);
    members.push(outcome ? { Key: Email, Outcome: outcome } : { Key: Email, Outcome: 'Refused', Message: 'There is no user with this address in the account: import people first.' });
  }
  if (room.id && input.DryRun !== true) await tellImported(ctx, room.id, came);
  return { RoomId: room.id as ChannelId | undefined, Outcome: room.created ? 'Created' : 'Unchanged', Members: members };
}

async function seat(ctx: Ctx, room: ImportedRoom, personId: PersonId, role: MemberRole, dryRun: boolean): Promise<aws.ImportOutcome> {
  const before = room.roles.get(personId);
  if (before === role) return 'Unchanged';
  if (!dryRun && room.id) await seatImported(ctx, room.id, personId, role, before !== undefined);
  // The same person may stand there twice.
  room.roles.set(personId, role);
  return before === undefined ? 'Created' : 'Updated';
}
