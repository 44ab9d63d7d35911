import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDemo, startServer, type ServerProcess } from '@carillon/testkit/server-process.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import { AwsCli, awsCliHere, type Key } from './aws-cli.js';

/** The real AWS CLI of Debian against a started server. */

interface Ran {
  code: number;
  out: Record<string, unknown>;
  problems: string;
}

describe.skipIf(!awsCliHere)('the AWS CLI', { timeout: 120_000 }, () => {
  let server: ServerProcess;
  let folder: string;
  let cli: AwsCli;
  let key: Key;
  let owner: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'carillon-cli-'));
    cli = new AwsCli(folder);
    server = await startServer(folder, ['--demo']);
    const demo = readDemo(folder)!;
    key = demo;
    owner = demo.ownerAccountId;
  }, 60_000);
  afterAll(async () => {
    await cli?.close();
    await server?.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  /** `service` decides the address: `chime` is at the root, the others are below `/aws`. */
  async function aws(words: string, more: { key?: Key; args?: string[] } = {}): Promise<Ran> {
    const [service = ''] = words.split(' ');
    const endpoint = service === 'chime' ? server.url : `${server.url}/aws/${service}`;
    const { code, out, problems } = await cli.run([...words.split(' '), ...(more.args ?? []), '--endpoint-url', endpoint, '--output', 'json'], more.key ?? key);
    const text = out.toString();
    return { code, problems, out: text.trim().startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} };
  }

  test('IAM-02 tells who one is, and refuses a wrong secret and an unsigned request in AWS’s words', async () => {
    const { out } = await aws('sts get-caller-identity');
    expect(out).toMatchObject({ Account: owner, Arn: `arn:aws:iam::${owner}:user/administrator` });
    expect((await aws('sts get-caller-identity', { key: { ...key, secretAccessKey: 'wrong' } })).problems).toContain('SignatureDoesNotMatch');
    expect((await aws('chime list-meetings', { key: { ...key, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' } })).problems).toContain('UnrecognizedClientException');
    expect((await aws('chime list-meetings --no-sign-request')).problems).toContain('MissingAuthenticationToken');
  });

  test('makes a meeting as older scripts do: chime create-meeting, attendees, tags, list, delete', async () => {
    const created = await aws('chime create-meeting --client-request-token token-1 --external-meeting-id demo');
    expect(created.problems).toBe('');
    const { MeetingId, MediaPlacement } = created.out['Meeting'] as { MeetingId: string; MediaPlacement: { SignalingUrl: string } };
    expect(MediaPlacement.SignalingUrl).toMatch(/^ws:/);
    const attendee = (await aws(`chime create-attendee --meeting-id ${MeetingId} --external-user-id ann`)).out['Attendee'] as { AttendeeId: string; JoinToken: string };
    expect(attendee.JoinToken).toMatch(/^[0-9a-f]+$/);
    expect((await aws(`chime tag-meeting --meeting-id ${MeetingId} --tags Key=team,Value=blue`)).problems).toBe('');
    expect((await aws(`chime list-meeting-tags --meeting-id ${MeetingId}`)).out['Tags']).toEqual([{ Key: 'team', Value: 'blue' }]);
    expect(((await aws('chime list-meetings')).out['Meetings'] as { MeetingId: string }[]).map(one => one.MeetingId)).toEqual([MeetingId]);
    expect(((await aws(`chime-sdk-meetings list-attendees --meeting-id ${MeetingId}`)).out['Attendees'] as unknown[])).toHaveLength(1);
    expect((await aws(`chime delete-meeting --meeting-id ${MeetingId}`)).code).toBe(0);
    expect((await aws(`chime get-meeting --meeting-id ${MeetingId}`)).problems).toContain('NotFoundException');
  });

  test('SLR-03 manages identities: users, keys, policies, groups, roles and service-linked roles', async () => {
    const document = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'chime:List*', Resource: '*' }] });
    const trust = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: owner }, Action: 'sts:AssumeRole' }] });
    const steps: [string, string[]?][] = [
      ['iam create-user --user-name alejandro'], ['iam attach-user-policy --user-name alejandro --policy-arn arn:aws:iam::aws:policy/AmazonChimeReadOnly'],
      ['iam put-user-policy --user-name alejandro --policy-name own --policy-document', [document]], ['iam create-group --group-name support'], ['iam add-user-to-group --group-name support --user-name alejandro'],
      ['iam create-role --role-name guests --assume-role-policy-document', [trust]], ['iam create-service-linked-role --aws-service-name transcription.chime.amazonaws.com'], ['iam get-user --user-name alejandro'],
      ['iam list-users'], ['iam list-attached-user-policies --user-name alejandro'], ['iam get-user-policy --user-name alejandro --policy-name own'], ['iam list-groups-for-user --user-name alejandro'], ['iam list-roles'],
      [`iam simulate-principal-policy --policy-source-arn arn:aws:iam::${owner}:user/alejandro --action-names chime:ListUsers chime:DeleteAccount`],
    ];
    const ran = [];
    for (const [words, args] of steps) ran.push([words, (await aws(words, args ? { args } : {})).problems]);
    expect(ran).toEqual(steps.map(([words]) => [words, '']));
    const made = (await aws('iam create-access-key --user-name alejandro')).out['AccessKey'] as { AccessKeyId: string; SecretAccessKey: string };
    const alejandro = { accessKeyId: made.AccessKeyId, secretAccessKey: made.SecretAccessKey };
    expect((await aws('chime list-meetings', { key: alejandro })).problems).toBe('');
    expect((await aws('chime create-meeting --client-request-token token-2', { key: alejandro })).problems).toContain('is not authorized to perform: chime:CreateMeeting');
    expect((await aws('sts assume-role --role-session-name s1 --role-arn', { args: [`arn:aws:iam::${owner}:role/guests`] })).out['Credentials']).toMatchObject({ SessionToken: expect.any(String) });
    await aws('iam delete-user-policy --user-name alejandro --policy-name own');
    expect((await aws('iam delete-user --user-name alejandro')).problems).toContain('DeleteConflict');
  });

  test('EXT-02 EXT-03 EXT-04 EXT-05 RED-04 RED-05 invites, lists users page by page into a file, signs them out, resets a PIN and redacts messages', async () => {
    const AccountId = ((await aws('chime list-accounts')).out['Accounts'] as { AccountId: string }[])[0]!.AccountId;
    const invited = (await aws(`chime invite-users --account-id ${AccountId} --user-email-list nora@else.example otto@else.example`)).out['Invites'] as { EmailAddress: string; EmailStatus: string }[];
    expect(invited.map(one => [one.EmailAddress, one.EmailStatus])).toEqual([['nora@else.example', 'Sent'], ['otto@else.example', 'Sent']]);
    const lines = ['userId,email'];
    let next = '';
    do {
      const { out } = await aws(`chime list-users --account-id ${AccountId} --max-results 3${next && ` --next-token ${next}`} --no-paginate`);
      lines.push(...(out['Users'] as { UserId: string; PrimaryEmail: string }[]).map(user => `${user.UserId},${user.PrimaryEmail}`));
      next = (out['NextToken'] as string | undefined) ?? '';
    } while (next !== '');
    expect(lines.length).toBe(1 + 5 + 2);
    const [person] = readDemo(folder)!.people;
    const UserId = lines.find(line => line.endsWith(`,${person!.email}`))!.split(',')[0]!;
    const browser = server.browser();
    await browser.call(identity.signIn, { body: { email: person!.email, password: person!.password } });
    const { channels } = await browser.call(chat.listChannels);
    const [room, conversation] = [channels.find(one => one.kind === 'room')!, channels.find(one => one.kind === 'direct')!];
    const lastOf = async (channelId: typeof room.id) => (await browser.call(chat.listMessages, { params: { channelId }, query: {} })).messages.at(-1)!;
    const [said, whispered] = [await lastOf(room.id), await lastOf(conversation.id)];
    expect((await aws(`chime redact-room-message --account-id ${AccountId} --room-id ${room.id} --message-id ${said.id}`)).problems).toBe('');
    expect((await aws(`chime redact-conversation-message --account-id ${AccountId} --conversation-id ${conversation.id} --message-id ${whispered.id}`)).problems).toBe('');
    expect([(await lastOf(room.id)).content, (await lastOf(conversation.id)).content]).toEqual(['', '']);
    const before = ((await aws(`chime get-user --account-id ${AccountId} --user-id ${UserId}`)).out['User'] as { PersonalPIN: string }).PersonalPIN;
    const reset = (await aws(`chime reset-personal-pin --account-id ${AccountId} --user-id ${UserId}`)).out['User'] as { PersonalPIN: string };
    expect(reset.PersonalPIN).toMatch(/^\d{10}$/);
    expect(reset.PersonalPIN).not.toBe(before);
    expect((await aws(`chime logout-user --account-id ${AccountId} --user-id ${UserId}`)).problems).toBe('');
    expect((await browser.call(identity.getSession)).kind).toBe('none');
  });

  test('npm run import brings people and rooms in from Chime’s files, after a dry run, and again without a change', async () => {
    const AccountId = ((await aws('chime list-accounts')).out['Accounts'] as { AccountId: string }[])[0]!.AccountId;
    const [people, room] = [join(folder, 'people.csv'), join(folder, 'Old project.csv')];
    writeFileSync(people, 'userId,email\r\n1,paola@old.example\r\n2,quinn@old.example\r\n3,\r\n');
    writeFileSync(room, 'Name,Email,Role\r\nPaola,paola@old.example,Administrator\r\nNobody,nobody@old.example,Member\r\n');
    const run = (...args: string[]) => new Promise<string>(done => {
      const child = spawn(process.execPath, ['tools/import.mjs', '--endpoint', server.url, '--account', AccountId, '--users', people, '--room', room, ...args], { env: { PATH: process.env['PATH'], AWS_ACCESS_KEY_ID: key.accessKeyId, AWS_SECRET_ACCESS_KEY: key.secretAccessKey }, stdio: ['ignore', 'pipe', 'inherit'] });
      let text = '';
      child.stdout.on('data', chunk => (text += String(chunk)));
      child.once('close', () => done(text));
    });
    expect(await run('--dry-run')).toMatch(/Dry run[^]*people\.csv: 2 created, 0 updated, 0 unchanged, 1 refused\n  line 4: no e-mail address[^]*room "Old project": created/);
    expect(await run()).toMatch(/people\.csv: 2 created[^]*room "Old project": created\): 1 created, 0 updated, 0 unchanged, 1 refused\n  nobody@old\.example: There is no user/);
    expect(await run()).toMatch(/people\.csv: 0 created, 0 updated, 2 unchanged[^]*room "Old project": unchanged\): 0 created, 0 updated, 1 unchanged/);
  });

  test('CTR-01 looks up what happened', async () => {
    const { out, problems } = await aws('cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=CreateMeeting');
    expect(problems).toBe('');
    const events = out['Events'] as { EventName: string; Username: string; CloudTrailEvent: string }[];
    expect(events.length).toBeGreaterThan(0);
    expect(events.map(event => event.EventName)).toEqual(events.map(() => 'CreateMeeting'));
    expect(JSON.parse(events.at(-1)!.CloudTrailEvent)).toMatchObject({ eventSource: 'chime.amazonaws.com', userIdentity: { type: 'IAMUser', accountId: owner } });
  });
});
