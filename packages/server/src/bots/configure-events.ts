import { randomSecret } from '@carillon/kernel/chance.js';
import { ApiError, badRequest, notFound } from '@carillon/kernel/errors.js';
import type * as aws from '@carillon/wire/aws/generated/chime-types.js';
import type { Ctx } from '../ctx.js';
import { accessPrincipal } from '../iam/access.js';
import { releaseJobKey } from '../platform/jobs.js';
import { OutsideNotAllowed } from '../platform/outside-address.js';
import { createOutsideLambda } from '../platform/outside-lambda.js';
import { OutsideAnswerTooLarge, type OutsideReply } from '../platform/post-outside.js';
import { accessBot, lockBot } from './access.js';
import { failWaiting } from './delivery-store.js';
import { signatureOf } from './event-body.js';
import { ENDPOINT_LENGTH_MAX, type BotRow } from './model.js';
import { jobKey, wakeBot } from './queue-events.js';
import { causeOf, postToBot } from './send-event.js';
import { updateEndpoint } from './store.js';

const ANSWER_BYTES_MAX = 4_096;
const FUNCTION_ARN = /^arn:aws[a-z-]*:lambda:[a-z]{2,3}(-[a-z]+)+-\d:\d{12}:function:[\w-]{1,64}(:[\w$-]{1,128})?$/;

/** What is given, without what is empty; BadRequest for nothing. Where both are given, as in the guide's sample in Java, events go to the endpoint. */
function placeOf(input: aws.PutEventsConfigurationRequest): { endpoint: string | null; lambdaArn: string | null } {
  const [endpoint, lambdaArn] = [input.OutboundEventsHTTPSEndpoint || null, input.LambdaFunctionArn || null];
  if (endpoint === null && lambdaArn === null) throw badRequest('A bot needs an OutboundEventsHTTPSEndpoint or a LambdaFunctionArn.');
  return { endpoint, lambdaArn };
}

/** Before the transaction: asks the endpoint and the function whether they are the bot's (guide, BOT-11, BOT-12). BadRequest says what was wrong. */
export async function verifyPlace(ctx: Ctx, input: aws.PutEventsConfigurationRequest): Promise<void> {
  const bot = await accessBot(ctx, input.AccountId, input.BotId);
  const { endpoint, lambdaArn } = placeOf(input);
  await ctx.limits.spend('bot-endpoint', bot.accountId);
  if (endpoint !== null) await challenge(ctx, bot, endpoint);
  if (lambdaArn !== null) await checkFunction(ctx, bot, lambdaArn);
}

/** Events go there from now on, those that wait too. It takes the place of an earlier configuration. */
export async function putEventsConfiguration(ctx: Ctx, input: aws.PutEventsConfigurationRequest): Promise<aws.EventsConfiguration> {
  const bot = await lockBot(ctx, input.AccountId, input.BotId);
  const place = placeOf(input);
  await ctx.tx(async tx => {
    await updateEndpoint(tx.sql, bot.id, place, ctx.now());
    // A job that waits for an endpoint to recover waits for nothing any more.
    await releaseJobKey(tx.sql, jobKey(bot.id));
    await wakeBot(ctx, tx, bot.id);
  });
  return present({ ...bot, ...place });
}

/** NotFound while there is none. */
export async function getEventsConfiguration(ctx: Ctx, accountId: string, botId: string): Promise<aws.EventsConfiguration> {
  const bot = await accessBot(ctx, accountId, botId);
  if (bot.endpoint === null && bot.lambdaArn === null) throw notFound('events configuration');
  return present(bot);
}

/** From now on nobody can speak with the bot; once more is no error. Its model knows no NotFound: a bot that is not there is Forbidden. */
export async function deleteEventsConfiguration(ctx: Ctx, accountId: string, botId: string): Promise<void> {
  const bot = await lockBot(ctx, accountId, botId).catch((error: unknown) => {
    throw error instanceof ApiError && error.code === 'NotFound' ? new ApiError('Forbidden', error.message) : error;
  });
  await updateEndpoint(ctx.sql, bot.id, { endpoint: null, lambdaArn: null }, ctx.now());
  await failWaiting(ctx.sql, bot.id, 'The bot has no endpoint.', ctx.now());
}

function present(bot: Pick<BotRow, 'id' | 'endpoint' | 'lambdaArn'>): aws.EventsConfiguration {
  return { BotId: bot.id, OutboundEventsHTTPSEndpoint: bot.endpoint ?? undefined, LambdaFunctionArn: bot.lambdaArn ?? undefined };
}

async function challenge(ctx: Ctx, bot: BotRow, endpoint: string): Promise<void> {
  if (endpoint.length > ENDPOINT_LENGTH_MAX) throw badRequest(`An endpoint's address has at most ${ENDPOINT_LENGTH_MAX} characters.`);
  const word = randomSecret(ctx.chance, 24);
  const body = JSON.stringify({ Challenge: word, EventType: 'HTTPSEndpointVerification' });
  const timestamp = ctx.now().toISOString();
  const headers = { 'Chime-Signature': signatureOf(ctx.secrets.open(Buffer.from(bot.securityToken)), timestamp, body), 'Chime-Request-Timestamp': timestamp };
  const reply = await postToBot(ctx, endpoint, body, headers, { answerBytesMax: ANSWER_BYTES_MAX }).catch((error: unknown) => {
    throw badRequest(`The endpoint could not be verified. ${wordsOf(error)}`);
  });
  const fault = faultOf(reply, word);
  if (fault !== undefined) throw badRequest(`The endpoint could not be verified. ${fault}`);
}

function wordsOf(error: unknown): string {
  if (error instanceof OutsideNotAllowed) return 'It must be an https:// address of a server on the Internet, without a user name.';
  if (error instanceof OutsideAnswerTooLarge) return `Its answer to the challenge is larger than ${ANSWER_BYTES_MAX} bytes.`;
  return causeOf(error);
}

/** What is wrong with an answer to the challenge; undefined when nothing is. */
function faultOf({ status, contentType, bytes }: OutsideReply, word: string): string | undefined {
  if (status >= 300 && status < 400) return `It answered ${status}: redirects are not followed.`;
  if (status !== 200) return `It answered ${status} instead of 200.`;
  if (contentType !== 'application/json') return 'Its answer to the challenge is not of the type application/json.';
  try {
    const answer: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof answer === 'object' && answer !== null && (answer as { Challenge?: unknown }).Challenge === word) return undefined;
  } catch {
    return 'Its answer to the challenge is not JSON.';
  }
  return 'Its answer does not repeat the challenge.';
}

async function checkFunction(ctx: Ctx, bot: BotRow, arn: string): Promise<void> {
  if (!FUNCTION_ARN.test(arn)) throw badRequest('This is no ARN of a Lambda function.');
  if (!ctx.config.lambda) throw badRequest('This server is not connected to Lambda. Use an HTTPS endpoint, or ask the operator of the server.');
  const lambda = await createOutsideLambda(ctx.config.lambda);
  try {
    await lambda.addPermission(arn, { id: `carillon-${bot.id}`, principal: accessPrincipal(ctx).ownerAccountId });
    await lambda.dryRun(arn);
  } catch (error) {
    // Whoever may configure a bot may read what Lambda says of their function.
    throw badRequest(`The function could not be verified. ${(error as Error).message.slice(0, 300)}`);
  } finally {
    lambda.close();
  }
}
