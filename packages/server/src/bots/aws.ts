import type { BotId } from '@carillon/kernel/ids.js';
import { accessAccount } from '../accounts/access.js';
import { read, write, type Operation } from '../operation.js';
import { cutPage, openPageToken } from '../platform/page-tokens.js';
import { accessBot } from './access.js';
import { deleteEventsConfiguration, getEventsConfiguration, putEventsConfiguration, verifyPlace } from './configure-events.js';
import { createBot } from './create-bot.js';
import { listDeliveries, redeliverEvent } from './deliveries.js';
import { BOTS_PAGE, presentBot } from './model.js';
import { readBots } from './store.js';
import { regenerateSecurityToken, updateBot } from './update-bot.js';

/** Bots of an account. Their seats in rooms stand with rooms. */
export const botOperations: readonly Operation[] = [
  write('chime', 'CreateBot', async (ctx, input) => {
    const { bot, securityToken } = await createBot(ctx, input);
    return { Bot: presentBot(bot, securityToken) };
  }),
  read('chime', 'GetBot', async (ctx, input) => ({ Bot: presentBot(await accessBot(ctx, input.AccountId, input.BotId)) })),
  read('chime', 'ListBots', async (ctx, input) => {
    const account = await accessAccount(ctx, input.AccountId);
    const limit = input.MaxResults ?? BOTS_PAGE;
    const after = openPageToken(ctx, `ListBots ${account.id}`, input.NextToken) as BotId | undefined;
    const { shown, nextToken } = cutPage(ctx, `ListBots ${account.id}`, await readBots(ctx.sql, account.id, after, limit), limit, last => last.id);
    return { Bots: shown.map(bot => presentBot(bot)), NextToken: nextToken };
  }),
  write('chime', 'UpdateBot', async (ctx, input) => ({ Bot: presentBot(await updateBot(ctx, input.AccountId, input.BotId, input.Disabled)) })),
  write('chime', 'RegenerateSecurityToken', async (ctx, input) => {
    const { bot, securityToken } = await regenerateSecurityToken(ctx, input.AccountId, input.BotId);
    return { Bot: presentBot(bot, securityToken) };
  }),
  write('chime', 'PutEventsConfiguration', async (ctx, input) => ({ EventsConfiguration: await putEventsConfiguration(ctx, input) }), { prepare: verifyPlace }),
  read('chime', 'GetEventsConfiguration', async (ctx, input) => ({ EventsConfiguration: await getEventsConfiguration(ctx, input.AccountId, input.BotId) })),
  write('chime', 'DeleteEventsConfiguration', async (ctx, input) => {
    await deleteEventsConfiguration(ctx, input.AccountId, input.BotId);
  }),
  read('chime', 'RetrieveBotDeliveries', listDeliveries),
  write('chime', 'RedeliverBotEvent', async (ctx, input) => ({ BotDelivery: await redeliverEvent(ctx, input.AccountId, input.BotId, input.DeliveryId) })),
];
