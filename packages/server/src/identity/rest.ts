import * as wire from '@carillon/wire/rest/identity.js';
import { isSetUp } from '../accounts/access.js';
import type { Ctx } from '../ctx.js';
import { handle, type RestDoor } from '../door.js';
import { getMe, updateMe } from '../users/update-me.js';
import { acceptInvitation, getInvitation, invitePeople } from './invite-people.js';
import { listDevices, removeDevice, signInAs, signOut, signOutEverywhere } from './sessions.js';
import { setUp } from './set-up.js';
import { changePassword, checkSignIn } from './sign-in.js';
import { requestPasswordReset, resetPassword, signUp, verifyEmail } from './sign-up.js';
import { beginTotp, confirmTotp, disableTotp } from './totp.js';
import { readGuest } from './store.js';

async function describeSession(ctx: Ctx): Promise<wire.Session> {
  const { demo, signUp: policy } = ctx.config;
  if (ctx.actor.kind === 'person') return { kind: 'person', me: await getMe(ctx), demo };
  const guest = ctx.actor.kind === 'guest' ? await readGuest(ctx.sql, ctx.actor.guestId) : undefined;
  if (guest) return { kind: 'guest', ...guest, demo };
  return { kind: 'none', signUp: policy, setupNeeded: !(await isSetUp(ctx.sql)), demo };
}

export const identityDoors: readonly RestDoor[] = [
  handle(wire.getSession, ctx => describeSession(ctx)),
  handle(wire.setUp, async (ctx, { body, caller }) => {
    await ctx.limits.spend('secret-ip', caller.address);
    return signInAs(ctx, caller, await setUp(ctx, body.secret, body));
  }),
  handle(wire.signIn, async (ctx, { body, caller }) => signInAs(ctx, caller, await checkSignIn(ctx, body.email, body.password, body.totp, caller.address))),
  handle(wire.signOut, async (ctx, { caller }) => {
    await signOut(ctx);
    caller.clearSession();
    return {};
  }),
  handle(wire.signOutEverywhere, async (ctx, { caller }) => {
    await signOutEverywhere(ctx);
    caller.clearSession();
    return {};
  }),
  handle(wire.signUp, async (ctx, { body, caller }) => {
    await signUp(ctx, body, caller.address);
    return {};
  }),
  handle(wire.verifyEmail, async (ctx, { body, caller }) => signInAs(ctx, caller, await verifyEmail(ctx, body.secret, caller.address))),
  handle(wire.requestPasswordReset, async (ctx, { body, caller }) => {
    await requestPasswordReset(ctx, body.email, caller.address);
    return {};
  }),
  handle(wire.resetPassword, async (ctx, { body, caller }) => signInAs(ctx, caller, await resetPassword(ctx, body.secret, body.password, body.totp, caller.address))),
  handle(wire.invitePeople, async (ctx, { body }) => ({ results: await invitePeople(ctx, body.emails) })),
  handle(wire.getInvitation, (ctx, { params, caller }) => getInvitation(ctx, params.secret, caller.address)),
  handle(wire.acceptInvitation, async (ctx, { body, caller }) => signInAs(ctx, caller, await acceptInvitation(ctx, body, caller.address))),
  handle(wire.listDevices, async ctx => ({ devices: await listDevices(ctx) })),
  handle(wire.removeDevice, async (ctx, { params }) => {
    await removeDevice(ctx, params.sessionId);
    return {};
  }),
  handle(wire.updateMe, async (ctx, { body }) => ({ me: await updateMe(ctx, body) })),
  handle(wire.changePassword, async (ctx, { body }) => {
    await changePassword(ctx, body.current, body.next);
    return {};
  }),
  handle(wire.beginTotp, ctx => beginTotp(ctx)),
  handle(wire.confirmTotp, async (ctx, { body }) => ({ me: await confirmTotp(ctx, body.code) })),
  handle(wire.disableTotp, async (ctx, { body }) => ({ me: await disableTotp(ctx, body.password) })),
];
