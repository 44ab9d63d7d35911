import type { Ctx } from '../ctx.js';
import { OutsideNotAllowed } from '../platform/outside-address.js';
import { createOutsideLambda, LambdaRefused, LambdaUnreachable } from '../platform/outside-lambda.js';
import { postOutside, type OutsideReply } from '../platform/post-outside.js';
import { signatureOf } from './event-body.js';
import { ANSWER_MS, type BotAttempt, type BotRow } from './model.js';

const USER_AGENT = 'Carillon/0.1 (bot events)';

/** How one try went: taken; refused, which another try would not change; or no answer that counts, which one may. */
export interface Outcome {
  readonly attempt: BotAttempt;
  readonly result: 'taken' | 'refused' | 'failed';
}

/** One try, with a time and a signature of its own (guide, BOT-14, BOT-15). It never rejects. */
export async function sendEvent(ctx: Ctx, bot: BotRow, body: string, stopping: AbortSignal): Promise<Outcome> {
  const timestamp = ctx.now().toISOString();
  const signature = signatureOf(ctx.secrets.open(Buffer.from(bot.securityToken)), timestamp, body);
  // How long a machine took is a matter of its time, not of the world's.
  const begunMs = performance.now();
  const end = (result: Outcome['result'], more: Pick<BotAttempt, 'status' | 'cause'>): Outcome => ({ attempt: { at: timestamp, ...more, tookMs: Math.round(performance.now() - begunMs) }, result });
  try {
    if (bot.endpoint === null) return end('taken', { status: await invoke(ctx, bot.lambdaArn ?? '', body, { 'Chime-Signature': signature, 'Chime-Request-Timestamp': timestamp }, stopping) });
    const { status } = await postToBot(ctx, bot.endpoint, body, { 'Chime-Signature': signature, 'Chime-Request-Timestamp': timestamp }, { stopping });
    return end(status === 200 ? 'taken' : status >= 500 ? 'failed' : 'refused', { status });
  } catch (error) {
    if (error instanceof LambdaRefused) return end('refused', { status: error.status, cause: error.message.slice(0, 300) });
    if (error instanceof OutsideNotAllowed) return end('refused', { cause: 'The address is not one of a public server.' });
    return end('failed', { cause: causeOf(error) });
  }
}

/** Posts to a bot's endpoint: only HTTPS, to public addresses and those that the operator allows; two seconds for all of it. */
export function postToBot(ctx: Ctx, endpoint: string, body: string, headers: Readonly<Record<string, string>>, more: { stopping?: AbortSignal; answerBytesMax?: number } = {}): Promise<OutsideReply> {
  const { botsAllowHosts, botsCertificates } = ctx.config;
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  return postOutside(endpoint, {
    headers: { 'content-type': 'application/json', 'user-agent': USER_AGENT, ...headers }, body: Buffer.from(body), timeoutMs: ANSWER_MS, certificates: botsCertificates,
    privateAddresses: url !== undefined && (botsAllowHosts.has(url.hostname) || botsAllowHosts.has(url.host)), ...more,
  });
}

/** What went wrong, for the people who look after a bot: nothing of what strangers wrote. */
export function causeOf(error: unknown): string {
  if (error instanceof LambdaUnreachable) return error.message;
  const { name, code } = error as Error & { code?: string };
  if (name === 'AbortError' || name === 'TimeoutError') return `There was no answer within ${ANSWER_MS / 1000} seconds.`;
  if (typeof code !== 'string') return 'The connection failed.';
  return /CERT|SIGNED|ISSUER|ALTNAME/.test(code) ? `The certificate is not trusted (${code}).` : `The connection failed (${code}).`;
}

async function invoke(ctx: Ctx, arn: string, body: string, context: Readonly<Record<string, string>>, stopping: AbortSignal): Promise<number> {
  if (!ctx.config.lambda) throw new LambdaRefused(503, 'This server is not connected to Lambda.');
  const lambda = await createOutsideLambda(ctx.config.lambda);
  try {
    return await lambda.invoke(arn, body, context, stopping);
  } finally {
    lambda.close();
  }
}
