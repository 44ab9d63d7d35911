import * as wire from '@carillon/wire/rest/console.js';
import { handle, type RestDoor } from '../door.js';
import { authorize } from '../iam/evaluation/authorize.js';
import { accessConsoleSession } from './access.js';
import { callOf } from './call.js';
import { chooseRootPassword, requestRootPassword } from './recover-root.js';
import { beginRootMfa, changeRootPassword, enableRootMfa, getRootCredentials, removeRootMfa } from './root-credentials.js';
import { identify, presentIdentity } from './sessions.js';
import { openConsoleSession } from './sign-in.js';
import { deleteConsoleSession } from './store.js';
import { exitRole, switchRole } from './switch-role.js';

/** The console's door but for operations, which `edge/console.ts` takes. */
export const consoleSessionDoors: readonly RestDoor[] = [
  handle(wire.getConsoleSession, async ctx => ({ identity: ctx.actor.kind === 'principal' && ctx.actor.consoleSession ? await presentIdentity(ctx, ctx.actor.consoleSession) : null })),
  handle(wire.signInToConsole, async (ctx, { body, caller }) => {
    // Whatever session the browser came with ends here.
    const before = ctx.actor.kind === 'principal' ? ctx.actor.consoleSession : undefined;
    const { session, secret } = await openConsoleSession(ctx, body, caller);
    if (before) await deleteConsoleSession(ctx.sql, before.row.id);
    caller.setSession(secret, session.expiresAt);
    return { identity: await presentIdentity(ctx, await identify(ctx, session)) };
  }),
  handle(wire.requestRootPassword, async (ctx, { body, caller }) => {
    await requestRootPassword(ctx, body.email, body.locale, caller);
    return {};
  }),
  handle(wire.chooseRootPassword, async (ctx, { body, caller }) => {
    await chooseRootPassword(ctx, body.secret, body.password, body.totp, caller);
    return {};
  }),
  handle(wire.signOutOfConsole, async (ctx, { caller }) => {
    if (ctx.actor.kind === 'principal' && ctx.actor.consoleSession) await deleteConsoleSession(ctx.sql, ctx.actor.consoleSession.row.id);
    caller.clearSession();
    return {};
  }),
  handle(wire.switchRole, async (ctx, { body, caller }) => ({ identity: await presentIdentity(ctx, await switchRole(ctx, accessConsoleSession(ctx), body, caller)) })),
  handle(wire.exitRole, async (ctx, { caller }) => ({ identity: await presentIdentity(ctx, await exitRole(ctx, accessConsoleSession(ctx), caller)) })),
  handle(wire.getPermissions, async (ctx, { body, caller }) => {
    const { principal } = accessConsoleSession(ctx);
    const call = callOf(caller, '/console/api/permissions');
    const allowed: string[] = [];
    for (const action of new Set(body.actions)) if ((await authorize(ctx, principal, action, body.resource ?? '*', call)) === 'allowed') allowed.push(action);
    return { allowed };
  }),
  handle(wire.getRootCredentials, ctx => getRootCredentials(ctx)),
  handle(wire.changeRootPassword, async (ctx, { body, caller }) => {
    await changeRootPassword(ctx, body.current, body.next, caller);
    return {};
  }),
  handle(wire.beginRootMfa, (ctx, { caller }) => beginRootMfa(ctx, caller)),
  handle(wire.enableRootMfa, async (ctx, { body, caller }) => {
    await enableRootMfa(ctx, body.code1, body.code2, caller);
    return {};
  }),
  handle(wire.removeRootMfa, async (ctx, { body, caller }) => {
    await removeRootMfa(ctx, body.password, caller);
    return {};
  }),
];
