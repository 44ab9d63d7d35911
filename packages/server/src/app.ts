import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@carillon/kernel/clock.js';
import { accountOperations } from './accounts/aws.js';
import { purgeAccounts } from './accounts/purge-accounts.js';
import { answerMessage } from './assistant/answer-message.js';
import * as assistantCodes from './assistant/codes.js';
import { tellExportReady } from './assistant/tell-export-ready.js';
import { botOperations } from './bots/aws.js';
import { deliverEvents, sweepDeliveries, sweepQueues } from './bots/deliver-events.js';
import { DELIVER_EVENTS } from './bots/model.js';
import * as botsPurge from './bots/purge.js';
import { resolveBotReply } from './bots/reply-urls.js';
import { sweepUploads } from './buckets/multipart.js';
import { ANSWER_MESSAGE } from './chat/assistant-conversation.js';
import { chatOperations } from './chat/aws.js';
import { legalHoldOperations } from './chat/retention/legal-holds.js';
import { roomBotDoors } from './chat/rooms/bots-rest.js';
import { roomOperations } from './chat/rooms/rooms-aws.js';
import * as chatPurge from './chat/purge.js';
import { chatDoors, chatFiles } from './chat/rest.js';
import { roomDoors, roomFiles } from './chat/rooms/rooms-rest.js';
import type { ResolveIncoming } from './chat/programs/take-incoming.js';
import { sweepUnsentFiles } from './chat/messages/attachments.js';
import { deleteExpiredMessages } from './chat/retention/delete-expired.js';
import { DELETE_CHANNEL, deleteChannelForGood } from './chat/meeting-chat.js';
import { PREVIEW_LINK } from './chat/previews/model.js';
import { previewLink } from './chat/previews/preview-link.js';
import { publicOrigin } from './config.js';
import { consoleSessionDoors } from './console/rest.js';
import { sweepConsoleSessions } from './console/sessions.js';
import type { Ctx, Deps } from './ctx.js';
import { domainOperations } from './domains/aws.js';
import { checkDomains } from './domains/check-domains.js';
import { PULL_IN_PEOPLE } from './domains/model.js';
import type { FileDoor, RestDoor } from './door.js';
import { createAwsDoor } from './edge/aws/door.js';
import { askSigned } from './edge/aws/s3/ask-signed.js';
import { createS3Door } from './edge/aws/s3/s3-door.js';
import { isForAws } from './edge/aws/recognise.js';
import { waitingOperations } from './edge/aws/waiting.js';
import { createConsoleDoor } from './edge/console.js';
import { askConsoleCookie, isForConsoleS3 } from './edge/console-s3.js';
import { createHttp } from './edge/http.js';
import { passToMedia } from './edge/media-proxy.js';
import type { PageFolders } from './edge/pages.js';
import { createOriginReader } from './edge/request-origin.js';
import { SocketGateway } from './edge/socket.js';
import { exportFiles } from './exports/address.js';
import { exportOperations } from './exports/aws.js';
import { collectExport, sweepExports } from './exports/collect-export.js';
import { COLLECT_EXPORT, TELL_EXPORT_READY } from './exports/model.js';
import * as exportsPurge from './exports/purge.js';
import { findAccessKey } from './iam/find-access-key.js';
import { performOperation } from './iam/perform-operation.js';
import { importOperations } from './imports/aws.js';
import { iamOperations } from './iam/aws.js';
import { identityOperations } from './identity/aws.js';
import * as identityPurge from './identity/purge.js';
import { identityDoors } from './identity/rest.js';
import { sweepExpired } from './identity/sessions.js';
import { sweepMeetings } from './meetings/end-meeting.js';
import { leaveAllMeetings } from './meetings/leave-all.js';
import * as meetingsPurge from './meetings/purge.js';
import { MediaReports } from './meetings/media-reports.js';
import { meetingDoors } from './meetings/rest.js';
import { findRunningMeetings } from './meetings/find-meetings.js';
import { mailDigests } from './notifications/digest.js';
import { DIGEST_JOB_EVERY_MS } from './notifications/model.js';
import { Notifier } from './notifications/notifier.js';
import * as notificationsPurge from './notifications/purge.js';
import { notificationDoors } from './notifications/rest.js';
import { demoDoors } from './ops/demo-page.js';
import { mountOps } from './ops/routes.js';
import { supportOperations } from './ops/submit-support-request.js';
import type { Operation } from './operation.js';
import { createCtx } from './platform/create-ctx.js';
import type { EntryPoint } from './platform/database/pglite.js';
import type { JobWork, LaneName } from './platform/jobs.js';
import { SEND_MAIL, sendMail } from './platform/mail.js';
import { MediaNode } from './platform/media-node.js';
import { createTelemetry } from './telemetry.js';
import { reportOperations } from './reports/aws.js';
import { sdkMeetingOperations } from './sdk-meetings/aws.js';
import { legacyMeetingOperations } from './sdk-meetings/aws-legacy.js';
import { forgetSdkPresence, sdkStandingOrders, sweepSdkMeetings, takeSdkReport } from './sdk-meetings/end-meeting.js';
import { trailOperations } from './trails/aws.js';
import { deliverTrails } from './trails/deliver-trails.js';
import { userOperations } from './users/aws.js';
import { purgeContacts } from './users/contacts.js';
import { pullInPeople } from './users/pull-in-people.js';
import { PURGE_PEOPLE, purgePeople } from './users/purge-people.js';
import { userDoors, userFiles } from './users/rest.js';
import { sweepChanges } from './users/number-change.js';
import { resolveWebhook } from './webhooks/resolve-webhook.js';
import { webhookDoors } from './webhooks/rest.js';
import { sweepWebhooks } from './webhooks/sweep-webhooks.js';

/** Everything the server can do, in plain lists. */
const DOORS: readonly RestDoor[] = [...identityDoors, ...userDoors, ...chatDoors, ...roomDoors, ...roomBotDoors, ...webhookDoors, ...meetingDoors, ...notificationDoors, ...demoDoors];
/** Of the AWS endpoint, and of the console. */
const BUILT: readonly Operation[] = [
  ...iamOperations, ...accountOperations, ...domainOperations, ...userOperations, ...identityOperations, ...botOperations, ...chatOperations, ...roomOperations, ...legalHoldOperations, ...exportOperations, ...importOperations, ...trailOperations, ...sdkMeetingOperations, ...legacyMeetingOperations, ...reportOperations, ...supportOperations,
];
export const OPERATIONS: readonly Operation[] = [...BUILT, ...waitingOperations(BUILT)];
const CONSOLE_DOORS: readonly RestDoor[] = [...consoleSessionDoors, createConsoleDoor(OPERATIONS, performOperation)];
const FILES: readonly FileDoor[] = [...userFiles, ...chatFiles, ...roomFiles, ...exportFiles];

/** Addresses by which programs post into rooms. */
const INCOMING: readonly ResolveIncoming[] = [resolveWebhook, resolveBotReply];

const purgeDuePeople = purgePeople([identityPurge.purgePerson, chatPurge.purgePerson, exportsPurge.purgePerson, meetingsPurge.purgePerson, notificationsPurge.purgePerson, assistantCodes.purgePerson, purgeContacts]);

const JOBS: Readonly<Record<string, JobWork>> = {
  [SEND_MAIL]: sendMail,
  'identity.sweep': sweepExpired,
  'users.sweep': sweepChanges,
  'users.purge': purgeDuePeople,
  [PURGE_PEOPLE]: purgeDuePeople,
  [PULL_IN_PEOPLE]: pullInPeople,
  'domains.check': checkDomains,
  'accounts.purge': purgeAccounts([identityPurge.purgeAccount, botsPurge.purgeAccount, chatPurge.purgeAccount, exportsPurge.purgeAccount, meetingsPurge.purgeAccount]),
  [DELIVER_EVENTS]: deliverEvents,
  'bots.sweep': sweepQueues,
  'bots.forget': sweepDeliveries,
  'chat.sweep': sweepUnsentFiles,
  [DELETE_CHANNEL]: deleteChannelForGood,
  [PREVIEW_LINK]: previewLink,
  'chat.retention': deleteExpiredMessages,
  [COLLECT_EXPORT]: collectExport,
  'exports.sweep': sweepExports,
  [ANSWER_MESSAGE]: answerMessage,
  [TELL_EXPORT_READY]: tellExportReady,
  'assistant.sweep': assistantCodes.sweepCodes,
  'notifications.digest': mailDigests,
  'meetings.sweep': sweepMeetings,
  'sdk-meetings.sweep': sweepSdkMeetings,
  'buckets.sweep': sweepUploads,
  'trails.deliver': deliverTrails,
  'console.sweep': sweepConsoleSessions,
  'webhooks.sweep': sweepWebhooks,
  'database.tidy': ctx => ctx.database.tidyUp(),
};

/** Those that wait for servers of strangers. */
const LANES: Readonly<Record<string, LaneName>> = { [PREVIEW_LINK]: 'outside', [DELIVER_EVENTS]: 'bots' };

const SCHEDULES = [
  { kind: 'identity.sweep', everyMs: HOUR_MS },
  { kind: 'users.sweep', everyMs: DAY_MS },
  { kind: 'users.purge', everyMs: HOUR_MS },
  { kind: 'domains.check', everyMs: MINUTE_MS },
  { kind: 'accounts.purge', everyMs: DAY_MS },
  { kind: 'bots.sweep', everyMs: MINUTE_MS },
  { kind: 'bots.forget', everyMs: HOUR_MS },
  { kind: 'chat.sweep', everyMs: HOUR_MS },
  { kind: 'chat.retention', everyMs: HOUR_MS },
  { kind: 'exports.sweep', everyMs: HOUR_MS },
  { kind: 'assistant.sweep', everyMs: HOUR_MS },
  { kind: 'notifications.digest', everyMs: DIGEST_JOB_EVERY_MS },
  { kind: 'meetings.sweep', everyMs: MINUTE_MS },
  { kind: 'sdk-meetings.sweep', everyMs: MINUTE_MS },
  { kind: 'buckets.sweep', everyMs: DAY_MS },
  { kind: 'trails.deliver', everyMs: MINUTE_MS },
  { kind: 'console.sweep', everyMs: HOUR_MS },
  { kind: 'webhooks.sweep', everyMs: DAY_MS },
  { kind: 'database.tidy', everyMs: HOUR_MS },
] as const;

export interface AppOptions {
  /** Everything but the hooks, which are filled here. */
  deps: Omit<Deps, 'hooks'>;
  mediaEntry: EntryPoint;
  /** What was built to be served, or undefined when that is done elsewhere. */
  pages: PageFolders | undefined;
  /** Changes with every build. */
  build: string;
}

/** The server, wired; `start` begins jobs and media, listening is the caller's. */
export interface App {
  readonly http: FastifyInstance;
  readonly gateway: SocketGateway;
  readonly media: MediaNode | undefined;
  /** What the media node says arrives here. */
  readonly reports: MediaReports;
  readonly notifier: Notifier;
  /** Acts for nobody: jobs, set-up, seeds, tests. */
  readonly system: Ctx;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Wires everything; nothing listens, no job runs and no media starts before `start`. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config } = options.deps;
  let gateway: SocketGateway | undefined;
  let media: MediaNode | undefined;
  const deps: Deps = {
    ...options.deps,
    hooks: {
      endSockets: (memberId, which) => gateway?.endSockets(memberId, which),
      endListening: (memberId, meeting) => gateway?.endListening(memberId, meeting),
      leaveMeetings: (tx, personIds) => leaveAllMeetings(system, tx, personIds),
      readRunningMeetings: findRunningMeetings,
      orderMedia: order => media?.order(order),
      readMediaDebug: async meetingId => media?.debug(meetingId),
      listPresent: channelId => gateway?.openChannels.listPeople(channelId) ?? [],
      isOnline: personId => (gateway?.presence.stateOf(personId) ?? 'offline') !== 'offline',
      notify: news => notifier.take(news),
      isAttending: personId => gateway?.isAttending(personId) ?? false,
      isAway: personId => gateway?.presence.isAway(personId) ?? false,
      countMeeting: (personId, by) => gateway?.presence.countMeeting(personId, by),
    },
  };
  const system = createCtx(deps, { kind: 'system' }, publicOrigin(config));
  const notifier = new Notifier(system);
  const opened = (gateway = new SocketGateway(deps, createOriginReader(config), options.build));
  const reports = new MediaReports(system, { take: report => takeSdkReport(system, report), nodeDown: () => forgetSdkPresence(system), standingOrders: () => sdkStandingOrders(system) });
  if (config.roles.has('media')) media = createMedia(options, reports);
  const telemetry = createTelemetry({ sockets: () => opened.count, peopleOnline: () => opened.presence.onlineCount, mediaRestarts: () => media?.restarts ?? 0, media: () => media?.metrics ?? {} });
  for (const [kind, work] of Object.entries(JOBS)) deps.jobs.register(kind, work, LANES[kind]);
  for (const schedule of SCHEDULES) deps.jobs.schedule(schedule);

  const http = await createHttp(deps, {
    doors: DOORS,
    files: FILES, incoming: INCOMING,
    consoleDoors: CONSOLE_DOORS,
    pages: options.pages,
    raw: createRawDoors(deps),
    mountOps: app => mountOps(app, deps, telemetry, { mediaReady: () => media?.ready }),
    upgrade: (request, socket, head) => {
      const path = pathOf(request);
      if (path === '/api/socket') void opened.accept(request, socket, head).catch(() => socket.destroy());
      else if (path.startsWith('/media/')) passToMedia(request, socket, head, worker => media?.signalPort(worker));
      else return false;
      return true;
    },
  });
  return {
    http,
    gateway: opened,
    media,
    reports,
    notifier,
    system,
    async start() {
      await reports.nodeDown();
      await media?.start();
      deps.jobs.start(system);
    },
    async stop() {
      opened.close();
      await notifier.close();
      await Promise.all([http.close(), media?.stop(), deps.jobs.stop()]);
      await reports.close();
      await deps.audit.close();
      await deps.pictures.close();
      await deps.database.close();
    },
  };
}

/** The doors that take requests as they come. */
function createRawDoors(deps: Deps): (request: IncomingMessage, response: ServerResponse) => boolean {
  const signedS3 = createS3Door(deps, { ...askSigned(findAccessKey), perform: performOperation });
  const answerAws = createAwsDoor(deps, { findKey: findAccessKey, perform: performOperation, operations: OPERATIONS, s3: signedS3 });
  const answerConsoleS3 = createS3Door(deps, { ...askConsoleCookie, perform: performOperation });
  return (request, response) => {
    if (isForConsoleS3(request)) void answerConsoleS3(request, response);
    else if (isForAws(request)) void answerAws(request, response);
    else return false;
    return true;
  };
}

function createMedia(options: AppOptions, reports: MediaReports): MediaNode {
  const { config, secrets, log } = options.deps;
  const nodeConfig = {
    mediaPort: config.mediaPort,
    workerCount: config.mediaWorkerCount,
    announcedAddresses: [...config.mediaAddresses],
    tokenPublicKey: secrets.tokenPublicKey,
    logLevel: config.logLevel,
  };
  return new MediaNode(
    options.mediaEntry,
    nodeConfig,
    { report: report => void reports.take(report), down: () => void reports.nodeDown(), standingOrders: () => reports.standingOrders() },
    log,
  );
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? '';
}
