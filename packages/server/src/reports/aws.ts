import { read, type Operation } from '../operation.js';
import { accessMember } from '../users/access-member.js';
import { readActivity } from './store.js';

export const reportOperations: readonly Operation[] = [
  read('chime', 'GetUserActivityReportData', async (ctx, input) => {
    const member = await accessMember(ctx, input.AccountId, input.UserId);
    const { messagesSent, lastActiveAt, presenceMode } = await readActivity(ctx.sql, member.id);
    return { UserActivity: { ChatMessagesSent: messagesSent, LastActiveTimestamp: lastActiveAt ?? undefined, PrivacySetting: presenceMode === 'private' ? 'Private' as const : 'Public' as const } };
  }),
];
