/**
 * Operations that Chime's console had and AWS never published (product-facts, section 10.2), in the form of a published
 * model. The names are the field's; paths and members are ours, in the style of the published ones.
 */

const string = (more = {}) => ({ type: 'string', ...more });
const structure = (required, members) => ({ type: 'structure', required, members });
const to = (shape, more = {}) => ({ shape, ...more });
const inPath = name => to('NonEmptyString', { location: 'uri', locationName: name });
const inQuery = (shape, name) => to(shape, { location: 'querystring', locationName: name });

const ERRORS = ['BadRequestException', 'ForbiddenException', 'NotFoundException', 'ServiceFailureException', 'ServiceUnavailableException', 'ThrottledClientException', 'UnauthorizedClientException'];

const account = { AccountId: inPath('accountId') };
const page = { MaxResults: inQuery('ProfileServiceMaxResults', 'max-results'), NextToken: inQuery('String', 'next-token') };

/** name, method, path, status, input, output, further errors */
const OPERATIONS = [
  ['AddDomain', 'POST', '/accounts/{accountId}/domains', 201, structure(['AccountId', 'DomainName'], { ...account, DomainName: to('DomainName') }), structure([], { Domain: to('Domain') }), ['ConflictException']],
  ['GetDomain', 'GET', '/accounts/{accountId}/domains/{domainName}', 200, structure(['AccountId', 'DomainName'], { ...account, DomainName: inPath('domainName') }), structure([], { Domain: to('Domain') }), []],
  ['ListDomains', 'GET', '/accounts/{accountId}/domains', 200, structure(['AccountId'], { ...account, ...page }), structure([], { Domains: to('DomainList'), NextToken: to('String') }), []],
  ['DeleteDomain', 'DELETE', '/accounts/{accountId}/domains/{domainName}', 204, structure(['AccountId', 'DomainName'], { ...account, DomainName: inPath('domainName') }), undefined, []],
  ['RenameAccount', 'POST', '/accounts/{accountId}?operation=rename', 200, structure(['AccountId', 'Name'], { ...account, Name: to('AccountName') }), structure([], { Account: to('Account') }), []],
  ['GetUserByEmail', 'GET', '/accounts/{accountId}/user-by-email', 200, structure(['AccountId', 'Email'], { ...account, Email: inQuery('EmailAddress', 'email') }), structure([], { User: to('User') }), []],
  ['SuspendUsers', 'POST', '/accounts/{accountId}/users?operation=suspend-users', 200, structure(['AccountId', 'UserIdList'], { ...account, UserIdList: to('UserIdList') }), structure([], { UserErrors: to('UserErrorList') }), []],
  ['ActivateUsers', 'POST', '/accounts/{accountId}/users?operation=activate-users', 200, structure(['AccountId', 'UserIdList'], { ...account, UserIdList: to('UserIdList') }), structure([], { UserErrors: to('UserErrorList') }), []],
  ['UpdateUserLicenses', 'POST', '/accounts/{accountId}/users?operation=update-licenses', 200, structure(['AccountId', 'UserIdList', 'LicenseType'], { ...account, UserIdList: to('UserIdList'), LicenseType: to('License') }), structure([], { UserErrors: to('UserErrorList') }), []],
  ['UpdateSupportedLicenses', 'PUT', '/accounts/{accountId}/supported-licenses', 200, structure(['AccountId', 'SupportedLicenses'], { ...account, SupportedLicenses: to('LicenseList') }), structure([], { Account: to('Account') }), []],
  ['RetrieveBotDeliveries', 'GET', '/accounts/{accountId}/bots/{botId}/deliveries', 200, structure(['AccountId', 'BotId'], { ...account, BotId: inPath('botId'), State: inQuery('BotDeliveryState', 'state'), ...page }), structure([], { BotDeliveries: to('BotDeliveryList'), NextToken: to('String') }), []],
  ['RedeliverBotEvent', 'POST', '/accounts/{accountId}/bots/{botId}/deliveries/{deliveryId}?operation=redeliver', 201, structure(['AccountId', 'BotId', 'DeliveryId'], { ...account, BotId: inPath('botId'), DeliveryId: inPath('deliveryId') }), structure([], { BotDelivery: to('BotDelivery') }), ['ConflictException']],
  ['InviteDelegate', 'POST', '/accounts/{accountId}/delegates', 201, structure(['AccountId', 'AwsAccountId'], { ...account, AwsAccountId: to('AwsAccountId') }), structure([], { Delegate: to('Delegate') }), ['ConflictException']],
  ['AcceptDelegate', 'POST', '/delegates/{delegateId}?operation=accept', 200, structure(['DelegateId'], { DelegateId: inPath('delegateId') }), structure([], { Delegate: to('Delegate') }), ['ConflictException']],
  ['RenewDelegate', 'POST', '/accounts/{accountId}/delegates/{delegateId}?operation=renew', 200, structure(['AccountId', 'DelegateId'], { ...account, DelegateId: inPath('delegateId') }), structure([], { Delegate: to('Delegate') }), ['ConflictException']],
  ['DeleteDelegate', 'DELETE', '/accounts/{accountId}/delegates/{delegateId}', 204, structure(['AccountId', 'DelegateId'], { ...account, DelegateId: inPath('delegateId') }), undefined, []],
  ['ListDelegates', 'GET', '/accounts/{accountId}/delegates', 200, structure(['AccountId'], { ...account, ...page }), structure([], { Delegates: to('DelegateList'), NextToken: to('String') }), []],
  ['CreateLegalHold', 'POST', '/accounts/{accountId}/legal-holds', 201, structure(['AccountId', 'TargetType', 'TargetId', 'Reason'], { ...account, TargetType: to('LegalHoldTarget'), TargetId: to('NonEmptyString'), Reason: to('LegalHoldReason') }), structure([], { LegalHold: to('LegalHold') }), ['ConflictException']],
  ['ListLegalHolds', 'GET', '/accounts/{accountId}/legal-holds', 200, structure(['AccountId'], { ...account, ...page }), structure([], { LegalHolds: to('LegalHoldList'), NextToken: to('String') }), []],
  ['DeleteLegalHold', 'DELETE', '/accounts/{accountId}/legal-holds/{legalHoldId}', 204, structure(['AccountId', 'LegalHoldId'], { ...account, LegalHoldId: inPath('legalHoldId') }), undefined, []],
  ['StartDataExport', 'POST', '/accounts/{accountId}/data-exports', 201, structure(['AccountId'], account), structure([], { DataExport: to('DataExport') }), ['ConflictException']],
  ['RetrieveDataExports', 'GET', '/accounts/{accountId}/data-exports', 200, structure(['AccountId'], { ...account, ...page }), structure([], { DataExports: to('DataExportList'), NextToken: to('String') }), []],
  ['ImportUsers', 'POST', '/accounts/{accountId}/users?operation=import', 200, structure(['AccountId', 'Users'], { ...account, Users: to('ImportedUserList'), SendInvitations: to('Boolean'), DryRun: to('Boolean') }), structure([], { Results: to('ImportResultList') }), []],
  ['ImportRoom', 'POST', '/accounts/{accountId}/rooms?operation=import', 200, structure(['AccountId', 'Name'], { ...account, Name: to('NonEmptyString'), Members: to('ImportedMemberList'), DryRun: to('Boolean') }), structure([], { RoomId: to('NonEmptyString'), Outcome: to('ImportOutcome'), Members: to('ImportResultList') }), ['ResourceLimitExceededException']],
  ['ListAccountSummaries', 'GET', '/account-summaries', 200, structure([], { Status: inQuery('AccountSummaryStatus', 'status'), Name: inQuery('AccountName', 'name'), ...page }), structure([], { AccountSummaries: to('AccountSummaryList'), NextToken: to('String') }), []],
  ['SearchUsers', 'GET', '/accounts/{accountId}/user-search', 200, structure(['AccountId'], {
    ...account, Text: inQuery('UserSearchText', 'text'), LicenseType: inQuery('License', 'license-type'), UserRegistrationStatus: inQuery('RegistrationStatus', 'registration-status'),
    SortBy: inQuery('UserSortKey', 'sort-by'), Descending: inQuery('Boolean', 'descending'), PageNumber: inQuery('UserPageNumber', 'page-number'), MaxResults: inQuery('ProfileServiceMaxResults', 'max-results'),
  }), structure(['TotalCount'], { Users: to('UserList'), TotalCount: to('Integer') }), []],
  ['MigrateUsers', 'POST', '/accounts/{accountId}/users?operation=migrate', 200, structure(['AccountId', 'UserIdList', 'DestinationAccountId'], { ...account, UserIdList: to('UserIdList'), DestinationAccountId: to('NonEmptyString') }), structure([], { UserErrors: to('UserErrorList') }), []],
  ['GetUserActivityReportData', 'GET', '/accounts/{accountId}/users/{userId}/activity', 200, structure(['AccountId', 'UserId'], { ...account, UserId: inPath('userId') }), structure([], { UserActivity: to('UserActivity') }), []],
  ['GetAccountResource', 'GET', '/accounts/{accountId}/resource', 200, structure(['AccountId'], account), structure([], { AccountResource: to('AccountResource') }), []],
  ['UpdateAccountResource', 'PUT', '/accounts/{accountId}/resource', 200, structure(['AccountId'], { ...account, MeetingRegions: to('MeetingRegions') }), structure([], { AccountResource: to('AccountResource') }), []],
  ['SubmitSupportRequest', 'POST', '/support-requests', 201, structure(['Subject', 'Description'], {
    Subject: to('SupportSubject'), Description: to('SupportDescription'), OccurredAt: to('SupportField'), ClientVersion: to('SupportField'), LogReferenceId: to('SupportField'), MeetingId: to('SupportField'), ReplyTo: to('EmailAddress'),
  }), structure([], { SupportRequestId: to('NonEmptyString') }), []],
];

export const CONSOLE_SHAPES = {
  DomainName: string({ pattern: '([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])', min: 3, max: 253 }),
  DomainStatus: string({ enum: ['PendingVerification', 'Verified', 'Failed'] }),
  Domain: structure(['DomainName', 'AccountId'], {
    DomainName: to('String'), AccountId: to('NonEmptyString'), DomainStatus: to('DomainStatus'), TxtRecordName: to('String'), TxtRecordValue: to('String'),
    CreatedTimestamp: to('Iso8601Timestamp'), VerifiedTimestamp: to('Iso8601Timestamp'),
  }),
  DomainList: { type: 'list', member: to('Domain') },
  AwsAccountId: string({ pattern: '\\d{12}' }),
  DelegateStatus: string({ enum: ['Pending', 'Accepted', 'Expired'] }),
  Delegate: structure(['DelegateId', 'AccountId', 'AwsAccountId'], {
    DelegateId: to('NonEmptyString'), AccountId: to('NonEmptyString'), AwsAccountId: to('String'), Status: to('DelegateStatus'), InvitedBy: to('String'), CreatedTimestamp: to('Iso8601Timestamp'),
    ExpiresTimestamp: to('Iso8601Timestamp'), AcceptedTimestamp: to('Iso8601Timestamp'),
  }),
  ImportedUser: structure(['Email'], { Email: to('EmailAddress'), DisplayName: to('ImportedName') }),
  ImportedName: string({ min: 1, max: 60 }),
  ImportedUserList: { type: 'list', member: to('ImportedUser'), min: 1, max: 200 },
  ImportedMember: structure(['Email'], { Email: to('EmailAddress'), Role: to('RoomMembershipRole') }),
  ImportedMemberList: { type: 'list', member: to('ImportedMember'), max: 200 },
  ImportOutcome: string({ enum: ['Created', 'Updated', 'Unchanged', 'Refused'] }),
  ImportResult: structure(['Key', 'Outcome'], { Key: to('EmailAddress'), Outcome: to('ImportOutcome'), Message: to('String') }),
  ImportResultList: { type: 'list', member: to('ImportResult') },
  DataExportStatus: string({ enum: ['Pending', 'Ready', 'Expired'] }),
  DataExport: structure(['DataExportId', 'AccountId', 'Status'], {
    DataExportId: to('NonEmptyString'), AccountId: to('NonEmptyString'), Status: to('DataExportStatus'), RequestedBy: to('String'), RequestedTimestamp: to('Iso8601Timestamp'),
    CompletedTimestamp: to('Iso8601Timestamp'), ExpiresTimestamp: to('Iso8601Timestamp'), AttachmentCount: to('Integer'), Url: to('SensitiveString'),
  }),
  DataExportList: { type: 'list', member: to('DataExport') },
  LegalHoldTarget: string({ enum: ['User', 'Room'] }),
  LegalHoldReason: string({ pattern: '.*\\S.*', min: 1, max: 1000 }),
  LegalHold: structure(['LegalHoldId', 'AccountId', 'TargetType', 'TargetId'], {
    LegalHoldId: to('NonEmptyString'), AccountId: to('NonEmptyString'), TargetType: to('LegalHoldTarget'), TargetId: to('NonEmptyString'), Reason: to('String'), CreatedBy: to('String'),
    CreatedTimestamp: to('Iso8601Timestamp'),
  }),
  LegalHoldList: { type: 'list', member: to('LegalHold') },
  BotDeliveryState: string({ enum: ['Pending', 'Delivered', 'Failed'] }),
  BotEventType: string({ enum: ['Invite', 'Mention', 'Remove'] }),
  BotDeliveryAttempt: structure(['Timestamp', 'DurationMilliseconds'], { Timestamp: to('Iso8601Timestamp'), StatusCode: to('Integer'), Cause: to('String'), DurationMilliseconds: to('Integer') }),
  BotDeliveryAttemptList: { type: 'list', member: to('BotDeliveryAttempt') },
  BotDelivery: structure(['DeliveryId', 'BotId', 'EventType', 'State'], {
    DeliveryId: to('NonEmptyString'), BotId: to('NonEmptyString'), RoomId: to('NonEmptyString'), EventType: to('BotEventType'), State: to('BotDeliveryState'), Reason: to('String'), Body: to('SensitiveString'),
    EventTimestamp: to('Iso8601Timestamp'), CompletedTimestamp: to('Iso8601Timestamp'), Attempts: to('BotDeliveryAttemptList'), RedeliveryOf: to('NonEmptyString'),
  }),
  BotDeliveryList: { type: 'list', member: to('BotDelivery') },
  DelegateList: { type: 'list', member: to('Delegate') },
  AccountSummaryStatus: string({ enum: ['Active', 'Disabled'] }),
  AccountSummary: structure(['Account', 'UserCount'], { Account: to('Account'), UserCount: to('Integer'), DisabledTimestamp: to('Iso8601Timestamp'), DeletionTimestamp: to('Iso8601Timestamp') }),
  AccountSummaryList: { type: 'list', member: to('AccountSummary') },
  UserSearchText: string({ max: 254 }),
  UserSortKey: string({ enum: ['Email', 'DisplayName', 'RegisteredOn', 'InvitedOn'] }),
  UserPageNumber: { type: 'integer', min: 1, max: 100_000 },
  PrivacySetting: string({ enum: ['Public', 'Private'] }),
  UserActivity: structure([], { ChatMessagesSent: to('Integer'), LastActiveTimestamp: to('Iso8601Timestamp'), PrivacySetting: to('PrivacySetting') }),
  MediaRegionName: string({ pattern: '[a-z]{2,3}(-[a-z]+)+-[0-9]', max: 32 }),
  MediaRegionList: { type: 'list', member: to('MediaRegionName'), max: 50 },
  MeetingRegionsMode: string({ enum: ['All', 'Selected'] }),
  MeetingRegions: structure(['Mode'], { Mode: to('MeetingRegionsMode'), Regions: to('MediaRegionList') }),
  AccountResource: structure(['AccountId'], { AccountId: to('NonEmptyString'), MeetingRegions: to('MeetingRegions'), AvailableRegions: to('MediaRegionList') }),
  SupportSubject: string({ pattern: '.*\\S.*', min: 1, max: 200 }),
  SupportDescription: string({ pattern: '[\\s\\S]*\\S[\\s\\S]*', min: 1, max: 10_000 }),
  SupportField: string({ max: 200 }),
};

export const CONSOLE_OPERATIONS = Object.fromEntries(
  OPERATIONS.map(([name, method, requestUri, responseCode, , output, errors]) => [
    name,
    { name, http: { method, requestUri, responseCode }, input: { shape: `${name}Request` }, ...(output && { output: { shape: `${name}Response` } }), errors: [...ERRORS, ...errors].map(shape => ({ shape })) },
  ]),
);

for (const [name, , , , input, output] of OPERATIONS) {
  CONSOLE_SHAPES[`${name}Request`] = input;
  if (output) CONSOLE_SHAPES[`${name}Response`] = output;
}
