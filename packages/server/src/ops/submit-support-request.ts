import { ApiError } from '@carillon/kernel/errors.js';
import type * as wire from '@carillon/wire/aws/generated/chime-types.js';
import { findRootEmail } from '../console/sessions.js';
import type { Ctx } from '../ctx.js';
import { accessPrincipal } from '../iam/access.js';
import { write, type Operation } from '../operation.js';
import { SEND_MAIL } from '../platform/mail.js';

/** A mail to whoever looks after this server, with what the guide asks a request to carry (SUP-02). */
export const supportOperations: readonly Operation[] = [
  write('chime', 'SubmitSupportRequest', async (ctx, input) => {
    const principal = accessPrincipal(ctx);
    const to = ctx.config.supportAddress ?? (await findRootEmail(ctx, principal.ownerAccountId));
    if (to === undefined) throw new ApiError('ServiceUnavailable', 'Nobody is named whom support requests go to. Whoever runs this server sets --support-address.');
    await ctx.limits.spend('mail-email', `support ${principal.principalId}`);
    const id: string = ctx.ids.next<'SupportRequest'>();
    await ctx.tx(tx => tx.enqueue(SEND_MAIL, { to, subject: `Support request: ${input.Subject.replaceAll(/\s+/g, ' ').trim()}`, text: textOf(ctx, input, id) }));
    return { SupportRequestId: id };
  }),
];

function textOf(ctx: Ctx, input: wire.SubmitSupportRequestRequest, id: string): string {
  const principal = accessPrincipal(ctx);
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['Request', id], ['From', principal.arn], ['Reply to', input.ReplyTo], ['When it happened', input.OccurredAt], ['Client version', input.ClientVersion], ['Log reference ID', input.LogReferenceId], ['Meeting ID', input.MeetingId],
  ];
  // A field's own line breaks must not look like another field.
  const lines = fields.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name}: ${value.replaceAll(/\s+/g, ' ')}`]));
  return `${lines.join('\n')}\n\n${input.Description}`;
}
