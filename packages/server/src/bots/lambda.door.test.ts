import * as chime from '@aws-sdk/client-chime';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BotId, ChannelId } from '@carillon/kernel/ids.js';
import { clientConfig, createAdministratorKey, refusal, type AwsCredentials } from '@carillon/testkit/aws.js';
import { createWorld, setUpOwner, verifyDomain, type TestPerson, type World } from '@carillon/testkit/world.js';
import * as bots from '@carillon/wire/rest/bots.js';
import * as chat from '@carillon/wire/rest/chat.js';
import { canonicalRequest, sha256Hex } from '../edge/aws/canonical-request.js';
import { signatureOf as awsSignatureOf } from '../edge/aws/sigv4.js';
import { readDeliveries } from './delivery-store.js';
import { signatureOf } from './event-body.js';

const KEY = { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const ARN = 'arn:aws:lambda:us-east-1:111122223333:function:function-name';

interface Invocation {
  readonly kind: string;
  readonly path: string;
  readonly context: Record<string, string>;
  readonly body: string;
}

/** Lambda on loopback: refuses what is not signed with the key, by our own check of Signature Version 4. */
class LambdaServer {
  readonly asked: Invocation[] = [];
  /** What the next requests get; the usual answer when there is none. */
  readonly answers: (number | 'cut' | 'error' | 'conflict')[] = [];
  readonly #server: Server = createServer((request, response) => void this.#take(request).then(
    ({ status, headers, body }) => (status === 0 ? void request.socket.destroy() : void response.writeHead(status, headers).end(body)),
  ));
  endpoint = '';

  async listen(): Promise<void> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', done));
    const address = this.#server.address();
    this.endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #take(request: IncomingMessage): Promise<{ status: number; headers?: Record<string, string>; body?: string }> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    if (!isSignedForLambda(request, body)) return { status: 403, headers: { 'x-amzn-errortype': 'InvalidSignatureException' }, body: '{"Message":"The signature does not match."}' };
    const path = request.url ?? '';
    const context = header(request.headers, 'x-amz-client-context');
    this.asked.push({
      kind: path.endsWith('/policy') ? 'AddPermission' : header(request.headers, 'x-amz-invocation-type'), path: decodeURIComponent(path), body: body.toString(),
      context: context === '' ? {} : (JSON.parse(Buffer.from(context, 'base64').toString()) as Record<string, string>),
    });
    const answer = this.answers.shift();
    if (answer === 'cut') return { status: 0 };
    if (answer === 'error') return { status: 200, headers: { 'x-amz-function-error': 'Unhandled' }, body: '{"errorMessage":"boom"}' };
    if (answer === 'conflict') return { status: 409, headers: { 'x-amzn-errortype': 'ResourceConflictException' }, body: '{"Message":"The statement exists."}' };
    if (answer !== undefined) return { status: answer, headers: { 'x-amzn-errortype': 'ResourceNotFoundException' }, body: '{"Message":"Function not found"}' };
    return path.endsWith('/policy') ? { status: 201, body: '{"Statement":"{}"}' } : { status: this.asked.at(-1)!.kind === 'DryRun' ? 204 : 200 };
  }
}

function header(headers: IncomingHttpHeaders, name: string): string {
  return String(headers[name] ?? '');
}

function isSignedForLambda(request: IncomingMessage, body: Buffer): boolean {
  const [, id, date = '', region = '', service = '', names = '', signature] = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d+)\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)$/.exec(header(request.headers, 'authorization')) ?? [];
  const signed = names.split(';');
  const canonical = canonicalRequest({ method: request.method ?? '', url: request.url ?? '', rawHeaders: request.rawHeaders }, new Map(signed.map(name => [name, [header(request.headers, name)]])), signed, sha256Hex(body), false);
  return id === KEY.id && service === 'lambda' && awsSignatureOf(KEY.secret, { date, region, service }, header(request.headers, 'x-amz-date'), canonical) === signature;
}

const lambda = new LambdaServer();
let world: World;
let olga: TestPerson;
let key: AwsCredentials;
let client: chime.ChimeClient;
let bot: chime.Bot;
let hall: ChannelId;
let AccountId: string;

beforeAll(async () => {
  await lambda.listen();
  world = await createWorld(['--lambda-endpoint', lambda.endpoint, '--lambda-access-key-id', KEY.id, '--lambda-secret-access-key', KEY.secret]);
  olga = await setUpOwner(world);
  AccountId = olga.me.account!.id;
  await verifyDomain(world, olga);
  key = await createAdministratorKey(world);
  client = new chime.ChimeClient(clientConfig(world, key));
  hall = (await olga.call(chat.createRoom, { body: { name: 'Hall', personIds: [] } })).channel.id;
  bot = (await client.send(new chime.CreateBotCommand({ AccountId, DisplayName: 'exampleBot', Domain: 'acme.example' }))).Bot!;
}, 180_000);
afterAll(async () => {
  await world.stop();
  lambda.close();
});
beforeEach(() => {
  lambda.asked.length = 0;
  lambda.answers.length = 0;
});

const put = (LambdaFunctionArn = ARN) => client.send(new chime.PutEventsConfigurationCommand({ AccountId, BotId: bot.BotId, LambdaFunctionArn }));
const newest = async () => (await readDeliveries(world.app.system.sql, bot.BotId as BotId, { before: undefined, state: undefined }, 1))[0]!;
const inviteAndRemove = async () => {
  await olga.call(bots.addRoomBot, { params: { channelId: hall }, body: { email: bot.BotEmail! } });
  await world.runJobs();
  const invite = await newest();
  await olga.call(bots.removeRoomBot, { params: { channelId: hall, botId: bot.BotId as BotId } });
  await world.runJobs();
  return invite;
};

test('BOT-04 BOT-10 BOT-11 a function is given the permission, tried without running it, and kept; a permission that is there is no error', async () => {
  const { EventsConfiguration } = await put();
  expect(EventsConfiguration).toEqual({ BotId: bot.BotId, LambdaFunctionArn: ARN });
  expect(lambda.asked.map(one => one.kind)).toEqual(['AddPermission', 'DryRun']);
  expect(lambda.asked.every(one => one.path.includes(ARN))).toBe(true);
  expect(JSON.parse(lambda.asked[0]!.body)).toMatchObject({ StatementId: `carillon-${bot.BotId!}`, Action: 'lambda:InvokeFunction', Principal: expect.stringMatching(/^\d{12}$/) });
  lambda.answers.push('conflict');
  await put();
  expect(lambda.asked.map(one => one.kind)).toEqual(['AddPermission', 'DryRun', 'AddPermission', 'DryRun']);
});

test('BOT-11 when the permission or the dry run fails, or the ARN is none, the configuration is refused with a sentence', async () => {
  for (const answers of [[404], [403], ['cut'], [undefined, 404], [undefined, 'cut']] as const) {
    lambda.answers.push(...(answers as unknown as number[]));
    const failure = await put(`${ARN}:other`).catch((error: Error) => error);
    expect(failure).toMatchObject({ name: 'BadRequestException', message: expect.stringMatching(/^The function could not be verified\. (ResourceNotFoundException: Function not found|Lambda could not be reached\.)/) });
  }
  lambda.asked.length = 0;
  for (const arn of ['x', 'arn:aws:lambda:us-east-1:1:function:f', `${ARN}\r\nX: y`, 'arn:aws:s3:::bucket', `${ARN}/../../policy`]) expect(await refusal(put(arn)), arn).toBe('BadRequestException');
  expect(lambda.asked).toEqual([]);
  expect((await client.send(new chime.GetEventsConfigurationCommand({ AccountId, BotId: bot.BotId }))).EventsConfiguration!.LambdaFunctionArn).toBe(ARN);
});

test('BOT-15 an event is the payload, and ClientContext carries signature and time', async () => {
  await put();
  lambda.asked.length = 0;
  expect((await inviteAndRemove()).state).toBe('Delivered');
  const [invocation] = lambda.asked;
  expect(invocation).toMatchObject({ kind: 'RequestResponse', context: { 'Chime-Request-Timestamp': '2026-11-24T09:00:00.000Z' } });
  expect(Object.keys(invocation!.context)).toEqual(['Chime-Signature', 'Chime-Request-Timestamp']);
  expect(invocation!.context['Chime-Signature']).toBe(signatureOf(bot.SecurityToken!, invocation!.context['Chime-Request-Timestamp']!, invocation!.body));
  expect(JSON.parse(invocation!.body)).toMatchObject({ EventType: 'Invite', Discussion: { DiscussionId: hall } });
});

test('BOT-18 when Lambda cannot be reached an event is tried three times; a refusal and a function that fails are answers', async () => {
  await put();
  lambda.asked.length = 0;
  lambda.answers.push('cut', 'cut');
  expect(await inviteAndRemove()).toMatchObject({ state: 'Delivered', attempts: [{ cause: 'Lambda could not be reached.' }, { cause: 'Lambda could not be reached.' }, { status: 200 }] });
  lambda.answers.push('cut', 'cut', 'cut');
  expect(await inviteAndRemove()).toMatchObject({ state: 'Failed', reason: 'Lambda could not be reached.' });
  for (const [answer, cause] of [[404, 'ResourceNotFoundException: Function not found'], ['error', 'The function failed (Unhandled).']] as const) {
    lambda.answers.push(answer);
    expect(await inviteAndRemove()).toMatchObject({ state: 'Failed', attempts: [{ cause }] });
  }
});
