import { coreTables } from './0001-core.js';
import { moreIndexes } from './0002-indexes.js';
import { iam } from './0003-iam.js';
import { administration } from './0004-administration.js';
import { sdkMeetings } from './0005-sdk-meetings.js';
import { buckets } from './0006-buckets.js';
import { domains } from './0007-domains.js';
import { roomsByApi } from './0008-rooms-by-api.js';
import { trails } from './0009-trails.js';
import { retention } from './0010-retention.js';
import { channelSettings } from './0011-channel-settings.js';
import { searchAndContacts } from './0012-search-and-contacts.js';
import { notifications } from './0013-notifications.js';
import { dataExports } from './0014-exports.js';
import { assistant } from './0015-assistant.js';
import { linkPreviews } from './0016-link-previews.js';
import { cheaperDeletes } from './0017-cheaper-deletes.js';
import { consoleSessions } from './0018-console.js';
import { webhooks } from './0019-webhooks.js';
import { bots } from './0020-bots.js';

export interface Migration {
  /** `0001-core`: sorts in the order of application. */
  readonly name: string;
  readonly sql: string;
}

/** Every migration, oldest first. Applied ones are never changed. */
export const MIGRATIONS: readonly Migration[] = [
  coreTables, moreIndexes, iam, administration, sdkMeetings, buckets, domains, roomsByApi, trails, retention, channelSettings, searchAndContacts, notifications, dataExports, assistant,
  linkPreviews, cheaperDeletes, consoleSessions, webhooks, bots,
];
