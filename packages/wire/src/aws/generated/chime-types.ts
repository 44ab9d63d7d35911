// Written by tools/aws-contract/make-contract.mjs; not by hand.
export interface AcceptDelegateRequest {
  DelegateId: string;
}

export interface AcceptDelegateResponse {
  Delegate?: Delegate | undefined;
}

export interface Account {
  AwsAccountId: string;
  AccountId: string;
  Name: string;
  AccountType?: AccountType | undefined;
  CreatedTimestamp?: Date | undefined;
  DefaultLicense?: License | undefined;
  SupportedLicenses?: LicenseList | undefined;
  AccountStatus?: AccountStatus | undefined;
  SigninDelegateGroups?: SigninDelegateGroupList | undefined;
}

export type AccountList = readonly Account[];

export interface AccountResource {
  AccountId: string;
  MeetingRegions?: MeetingRegions | undefined;
  AvailableRegions?: MediaRegionList | undefined;
}

export interface AccountSettings {
  DisableRemoteControl?: boolean | undefined;
  EnableDialOut?: boolean | undefined;
}

export type AccountStatus = "Suspended" | "Active";

export interface AccountSummary {
  Account: Account;
  UserCount: number;
  DisabledTimestamp?: Date | undefined;
  DeletionTimestamp?: Date | undefined;
}

export type AccountSummaryList = readonly AccountSummary[];

export type AccountSummaryStatus = "Active" | "Disabled";

export type AccountType = "Team" | "EnterpriseDirectory" | "EnterpriseLWA" | "EnterpriseOIDC";

export interface ActivateUsersRequest {
  AccountId: string;
  UserIdList: UserIdList;
}

export interface ActivateUsersResponse {
  UserErrors?: UserErrorList | undefined;
}

export interface AddDomainRequest {
  AccountId: string;
  DomainName: string;
}

export interface AddDomainResponse {
  Domain?: Domain | undefined;
}

export interface AlexaForBusinessMetadata {
  IsAlexaForBusinessEnabled?: boolean | undefined;
  AlexaForBusinessRoomArn?: string | undefined;
}

export interface AssociatePhoneNumberWithUserRequest {
  AccountId: string;
  UserId: string;
  E164PhoneNumber: string;
}

export interface AssociatePhoneNumberWithUserResponse {}

export interface AssociateSigninDelegateGroupsWithAccountRequest {
  AccountId: string;
  SigninDelegateGroups: SigninDelegateGroupList;
}

export interface AssociateSigninDelegateGroupsWithAccountResponse {}

export interface Attendee {
  ExternalUserId?: string | undefined;
  AttendeeId?: string | undefined;
  JoinToken?: string | undefined;
}

export type AttendeeList = readonly Attendee[];

export type AttendeeTagKeyList = readonly string[];

export type AttendeeTagList = readonly Tag[];

export type BatchCreateAttendeeErrorList = readonly CreateAttendeeError[];

export interface BatchCreateAttendeeRequest {
  MeetingId: string;
  Attendees: CreateAttendeeRequestItemList;
}

export interface BatchCreateAttendeeResponse {
  Attendees?: AttendeeList | undefined;
  Errors?: BatchCreateAttendeeErrorList | undefined;
}

export interface BatchCreateRoomMembershipRequest {
  AccountId: string;
  RoomId: string;
  MembershipItemList: MembershipItemList;
}

export interface BatchCreateRoomMembershipResponse {
  Errors?: MemberErrorList | undefined;
}

export interface BatchDeletePhoneNumberRequest {
  PhoneNumberIds: NonEmptyStringList;
}

export interface BatchDeletePhoneNumberResponse {
  PhoneNumberErrors?: PhoneNumberErrorList | undefined;
}

export interface BatchSuspendUserRequest {
  AccountId: string;
  UserIdList: UserIdList;
}

export interface BatchSuspendUserResponse {
  UserErrors?: UserErrorList | undefined;
}

export interface BatchUnsuspendUserRequest {
  AccountId: string;
  UserIdList: UserIdList;
}

export interface BatchUnsuspendUserResponse {
  UserErrors?: UserErrorList | undefined;
}

export interface BatchUpdatePhoneNumberRequest {
  UpdatePhoneNumberRequestItems: UpdatePhoneNumberRequestItemList;
}

export interface BatchUpdatePhoneNumberResponse {
  PhoneNumberErrors?: PhoneNumberErrorList | undefined;
}

export interface BatchUpdateUserRequest {
  AccountId: string;
  UpdateUserRequestItems: UpdateUserRequestItemList;
}

export interface BatchUpdateUserResponse {
  UserErrors?: UserErrorList | undefined;
}

export interface Bot {
  BotId?: string | undefined;
  UserId?: string | undefined;
  DisplayName?: string | undefined;
  BotType?: BotType | undefined;
  Disabled?: boolean | undefined;
  CreatedTimestamp?: Date | undefined;
  UpdatedTimestamp?: Date | undefined;
  BotEmail?: string | undefined;
  SecurityToken?: string | undefined;
}

export interface BotDelivery {
  DeliveryId: string;
  BotId: string;
  RoomId?: string | undefined;
  EventType: BotEventType;
  State: BotDeliveryState;
  Reason?: string | undefined;
  Body?: string | undefined;
  EventTimestamp?: Date | undefined;
  CompletedTimestamp?: Date | undefined;
  Attempts?: BotDeliveryAttemptList | undefined;
  RedeliveryOf?: string | undefined;
}

export interface BotDeliveryAttempt {
  Timestamp: Date;
  StatusCode?: number | undefined;
  Cause?: string | undefined;
  DurationMilliseconds: number;
}

export type BotDeliveryAttemptList = readonly BotDeliveryAttempt[];

export type BotDeliveryList = readonly BotDelivery[];

export type BotDeliveryState = "Pending" | "Delivered" | "Failed";

export type BotEventType = "Invite" | "Mention" | "Remove";

export type BotList = readonly Bot[];

export type BotType = "ChatBot";

export interface BusinessCallingSettings {
  CdrBucket?: string | undefined;
}

export type CallingNameStatus = "Unassigned" | "UpdateInProgress" | "UpdateSucceeded" | "UpdateFailed";

export interface ConversationRetentionSettings {
  RetentionDays?: number | undefined;
}

export interface CreateAccountRequest {
  Name: string;
}

export interface CreateAccountResponse {
  Account?: Account | undefined;
}

export interface CreateAttendeeError {
  ExternalUserId?: string | undefined;
  ErrorCode?: string | undefined;
  ErrorMessage?: string | undefined;
}

export interface CreateAttendeeRequest {
  MeetingId: string;
  ExternalUserId: string;
  Tags?: AttendeeTagList | undefined;
}

export interface CreateAttendeeRequestItem {
  ExternalUserId: string;
  Tags?: AttendeeTagList | undefined;
}

export type CreateAttendeeRequestItemList = readonly CreateAttendeeRequestItem[];

export interface CreateAttendeeResponse {
  Attendee?: Attendee | undefined;
}

export interface CreateBotRequest {
  AccountId: string;
  DisplayName: string;
  Domain?: string | undefined;
}

export interface CreateBotResponse {
  Bot?: Bot | undefined;
}

export interface CreateLegalHoldRequest {
  AccountId: string;
  TargetType: LegalHoldTarget;
  TargetId: string;
  Reason: string;
}

export interface CreateLegalHoldResponse {
  LegalHold?: LegalHold | undefined;
}

export interface CreateMeetingDialOutRequest {
  MeetingId: string;
  FromPhoneNumber: string;
  ToPhoneNumber: string;
  JoinToken: string;
}

export interface CreateMeetingDialOutResponse {
  TransactionId?: string | undefined;
}

export interface CreateMeetingRequest {
  ClientRequestToken: string;
  ExternalMeetingId?: string | undefined;
  MeetingHostId?: string | undefined;
  MediaRegion?: string | undefined;
  Tags?: MeetingTagList | undefined;
  NotificationsConfiguration?: MeetingNotificationConfiguration | undefined;
}

export interface CreateMeetingResponse {
  Meeting?: Meeting | undefined;
}

export interface CreateMeetingWithAttendeesRequest {
  ClientRequestToken: string;
  ExternalMeetingId?: string | undefined;
  MeetingHostId?: string | undefined;
  MediaRegion?: string | undefined;
  Tags?: MeetingTagList | undefined;
  NotificationsConfiguration?: MeetingNotificationConfiguration | undefined;
  Attendees?: CreateMeetingWithAttendeesRequestItemList | undefined;
}

export type CreateMeetingWithAttendeesRequestItemList = readonly CreateAttendeeRequestItem[];

export interface CreateMeetingWithAttendeesResponse {
  Meeting?: Meeting | undefined;
  Attendees?: AttendeeList | undefined;
  Errors?: BatchCreateAttendeeErrorList | undefined;
}

export interface CreatePhoneNumberOrderRequest {
  ProductType: PhoneNumberProductType;
  E164PhoneNumbers: E164PhoneNumberList;
}

export interface CreatePhoneNumberOrderResponse {
  PhoneNumberOrder?: PhoneNumberOrder | undefined;
}

export interface CreateRoomMembershipRequest {
  AccountId: string;
  RoomId: string;
  MemberId: string;
  Role?: RoomMembershipRole | undefined;
}

export interface CreateRoomMembershipResponse {
  RoomMembership?: RoomMembership | undefined;
}

export interface CreateRoomRequest {
  AccountId: string;
  Name: string;
  ClientRequestToken?: string | undefined;
}

export interface CreateRoomResponse {
  Room?: Room | undefined;
}

export interface CreateUserRequest {
  AccountId: string;
  Username?: string | undefined;
  Email?: string | undefined;
  UserType?: UserType | undefined;
}

export interface CreateUserResponse {
  User?: User | undefined;
}

export interface DataExport {
  DataExportId: string;
  AccountId: string;
  Status: DataExportStatus;
  RequestedBy?: string | undefined;
  RequestedTimestamp?: Date | undefined;
  CompletedTimestamp?: Date | undefined;
  ExpiresTimestamp?: Date | undefined;
  AttachmentCount?: number | undefined;
  Url?: string | undefined;
}

export type DataExportList = readonly DataExport[];

export type DataExportStatus = "Pending" | "Ready" | "Expired";

export interface Delegate {
  DelegateId: string;
  AccountId: string;
  AwsAccountId: string;
  Status?: DelegateStatus | undefined;
  InvitedBy?: string | undefined;
  CreatedTimestamp?: Date | undefined;
  ExpiresTimestamp?: Date | undefined;
  AcceptedTimestamp?: Date | undefined;
}

export type DelegateList = readonly Delegate[];

export type DelegateStatus = "Pending" | "Accepted" | "Expired";

export interface DeleteAccountRequest {
  AccountId: string;
}

export interface DeleteAccountResponse {}

export interface DeleteAttendeeRequest {
  MeetingId: string;
  AttendeeId: string;
}

export interface DeleteDelegateRequest {
  AccountId: string;
  DelegateId: string;
}

export interface DeleteDomainRequest {
  AccountId: string;
  DomainName: string;
}

export interface DeleteEventsConfigurationRequest {
  AccountId: string;
  BotId: string;
}

export interface DeleteLegalHoldRequest {
  AccountId: string;
  LegalHoldId: string;
}

export interface DeleteMeetingRequest {
  MeetingId: string;
}

export interface DeletePhoneNumberRequest {
  PhoneNumberId: string;
}

export interface DeleteRoomMembershipRequest {
  AccountId: string;
  RoomId: string;
  MemberId: string;
}

export interface DeleteRoomRequest {
  AccountId: string;
  RoomId: string;
}

export interface DisassociatePhoneNumberFromUserRequest {
  AccountId: string;
  UserId: string;
}

export interface DisassociatePhoneNumberFromUserResponse {}

export interface DisassociateSigninDelegateGroupsFromAccountRequest {
  AccountId: string;
  GroupNames: NonEmptyStringList;
}

export interface DisassociateSigninDelegateGroupsFromAccountResponse {}

export interface Domain {
  DomainName: string;
  AccountId: string;
  DomainStatus?: DomainStatus | undefined;
  TxtRecordName?: string | undefined;
  TxtRecordValue?: string | undefined;
  CreatedTimestamp?: Date | undefined;
  VerifiedTimestamp?: Date | undefined;
}

export type DomainList = readonly Domain[];

export type DomainStatus = "PendingVerification" | "Verified" | "Failed";

export type E164PhoneNumberList = readonly string[];

export type EmailStatus = "NotSent" | "Sent" | "Failed";

export interface EngineTranscribeMedicalSettings {
  LanguageCode: TranscribeMedicalLanguageCode;
  Specialty: TranscribeMedicalSpecialty;
  Type: TranscribeMedicalType;
  VocabularyName?: string | undefined;
  Region?: TranscribeMedicalRegion | undefined;
  ContentIdentificationType?: TranscribeMedicalContentIdentificationType | undefined;
}

export interface EngineTranscribeSettings {
  LanguageCode: TranscribeLanguageCode;
  VocabularyFilterMethod?: TranscribeVocabularyFilterMethod | undefined;
  VocabularyFilterName?: string | undefined;
  VocabularyName?: string | undefined;
  Region?: TranscribeRegion | undefined;
  EnablePartialResultsStabilization?: boolean | undefined;
  PartialResultsStability?: TranscribePartialResultsStability | undefined;
  ContentIdentificationType?: TranscribeContentIdentificationType | undefined;
  ContentRedactionType?: TranscribeContentRedactionType | undefined;
  PiiEntityTypes?: string | undefined;
  LanguageModelName?: string | undefined;
}

export type ErrorCode = "BadRequest" | "Conflict" | "Forbidden" | "NotFound" | "PreconditionFailed" | "ResourceLimitExceeded" | "ServiceFailure" | "AccessDenied" | "ServiceUnavailable" | "Throttled" | "Throttling" | "Unauthorized" | "Unprocessable" | "VoiceConnectorGroupAssociationsExist" | "PhoneNumberAssociationsExist";

export interface EventsConfiguration {
  BotId?: string | undefined;
  OutboundEventsHTTPSEndpoint?: string | undefined;
  LambdaFunctionArn?: string | undefined;
}

export interface GetAccountRequest {
  AccountId: string;
}

export interface GetAccountResourceRequest {
  AccountId: string;
}

export interface GetAccountResourceResponse {
  AccountResource?: AccountResource | undefined;
}

export interface GetAccountResponse {
  Account?: Account | undefined;
}

export interface GetAccountSettingsRequest {
  AccountId: string;
}

export interface GetAccountSettingsResponse {
  AccountSettings?: AccountSettings | undefined;
}

export interface GetAttendeeRequest {
  MeetingId: string;
  AttendeeId: string;
}

export interface GetAttendeeResponse {
  Attendee?: Attendee | undefined;
}

export interface GetBotRequest {
  AccountId: string;
  BotId: string;
}

export interface GetBotResponse {
  Bot?: Bot | undefined;
}

export interface GetDomainRequest {
  AccountId: string;
  DomainName: string;
}

export interface GetDomainResponse {
  Domain?: Domain | undefined;
}

export interface GetEventsConfigurationRequest {
  AccountId: string;
  BotId: string;
}

export interface GetEventsConfigurationResponse {
  EventsConfiguration?: EventsConfiguration | undefined;
}

export interface GetGlobalSettingsResponse {
  BusinessCalling?: BusinessCallingSettings | undefined;
  VoiceConnector?: VoiceConnectorSettings | undefined;
}

export interface GetMeetingRequest {
  MeetingId: string;
}

export interface GetMeetingResponse {
  Meeting?: Meeting | undefined;
}

export interface GetPhoneNumberOrderRequest {
  PhoneNumberOrderId: string;
}

export interface GetPhoneNumberOrderResponse {
  PhoneNumberOrder?: PhoneNumberOrder | undefined;
}

export interface GetPhoneNumberRequest {
  PhoneNumberId: string;
}

export interface GetPhoneNumberResponse {
  PhoneNumber?: PhoneNumber | undefined;
}

export interface GetPhoneNumberSettingsResponse {
  CallingName?: string | undefined;
  CallingNameUpdatedTimestamp?: Date | undefined;
}

export interface GetRetentionSettingsRequest {
  AccountId: string;
}

export interface GetRetentionSettingsResponse {
  RetentionSettings?: RetentionSettings | undefined;
  InitiateDeletionTimestamp?: Date | undefined;
}

export interface GetRoomRequest {
  AccountId: string;
  RoomId: string;
}

export interface GetRoomResponse {
  Room?: Room | undefined;
}

export interface GetUserActivityReportDataRequest {
  AccountId: string;
  UserId: string;
}

export interface GetUserActivityReportDataResponse {
  UserActivity?: UserActivity | undefined;
}

export interface GetUserByEmailRequest {
  AccountId: string;
  Email: string;
}

export interface GetUserByEmailResponse {
  User?: User | undefined;
}

export interface GetUserRequest {
  AccountId: string;
  UserId: string;
}

export interface GetUserResponse {
  User?: User | undefined;
}

export interface GetUserSettingsRequest {
  AccountId: string;
  UserId: string;
}

export interface GetUserSettingsResponse {
  UserSettings?: UserSettings | undefined;
}

export type ImportOutcome = "Created" | "Updated" | "Unchanged" | "Refused";

export interface ImportResult {
  Key: string;
  Outcome: ImportOutcome;
  Message?: string | undefined;
}

export type ImportResultList = readonly ImportResult[];

export interface ImportRoomRequest {
  AccountId: string;
  Name: string;
  Members?: ImportedMemberList | undefined;
  DryRun?: boolean | undefined;
}

export interface ImportRoomResponse {
  RoomId?: string | undefined;
  Outcome?: ImportOutcome | undefined;
  Members?: ImportResultList | undefined;
}

export interface ImportUsersRequest {
  AccountId: string;
  Users: ImportedUserList;
  SendInvitations?: boolean | undefined;
  DryRun?: boolean | undefined;
}

export interface ImportUsersResponse {
  Results?: ImportResultList | undefined;
}

export interface ImportedMember {
  Email: string;
  Role?: RoomMembershipRole | undefined;
}

export type ImportedMemberList = readonly ImportedMember[];

export interface ImportedUser {
  Email: string;
  DisplayName?: string | undefined;
}

export type ImportedUserList = readonly ImportedUser[];

export interface Invite {
  InviteId?: string | undefined;
  Status?: InviteStatus | undefined;
  EmailAddress?: string | undefined;
  EmailStatus?: EmailStatus | undefined;
}

export interface InviteDelegateRequest {
  AccountId: string;
  AwsAccountId: string;
}

export interface InviteDelegateResponse {
  Delegate?: Delegate | undefined;
}

export type InviteList = readonly Invite[];

export type InviteStatus = "Pending" | "Accepted" | "Failed";

export interface InviteUsersRequest {
  AccountId: string;
  UserEmailList: UserEmailList;
  UserType?: UserType | undefined;
}

export interface InviteUsersResponse {
  Invites?: InviteList | undefined;
}

export interface LegalHold {
  LegalHoldId: string;
  AccountId: string;
  TargetType: LegalHoldTarget;
  TargetId: string;
  Reason?: string | undefined;
  CreatedBy?: string | undefined;
  CreatedTimestamp?: Date | undefined;
}

export type LegalHoldList = readonly LegalHold[];

export type LegalHoldTarget = "User" | "Room";

export type License = "Basic" | "Plus" | "Pro" | "ProTrial";

export type LicenseList = readonly License[];

export interface ListAccountSummariesRequest {
  Status?: AccountSummaryStatus | undefined;
  Name?: string | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface ListAccountSummariesResponse {
  AccountSummaries?: AccountSummaryList | undefined;
  NextToken?: string | undefined;
}

export interface ListAccountsRequest {
  Name?: string | undefined;
  UserEmail?: string | undefined;
  NextToken?: string | undefined;
  MaxResults?: number | undefined;
}

export interface ListAccountsResponse {
  Accounts?: AccountList | undefined;
  NextToken?: string | undefined;
}

export interface ListAttendeeTagsRequest {
  MeetingId: string;
  AttendeeId: string;
}

export interface ListAttendeeTagsResponse {
  Tags?: TagList | undefined;
}

export interface ListAttendeesRequest {
  MeetingId: string;
  NextToken?: string | undefined;
  MaxResults?: number | undefined;
}

export interface ListAttendeesResponse {
  Attendees?: AttendeeList | undefined;
  NextToken?: string | undefined;
}

export interface RetrieveBotDeliveriesRequest {
  AccountId: string;
  BotId: string;
  State?: BotDeliveryState | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface RetrieveBotDeliveriesResponse {
  BotDeliveries?: BotDeliveryList | undefined;
  NextToken?: string | undefined;
}

export interface ListBotsRequest {
  AccountId: string;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface ListBotsResponse {
  Bots?: BotList | undefined;
  NextToken?: string | undefined;
}

export interface ListDelegatesRequest {
  AccountId: string;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface ListDelegatesResponse {
  Delegates?: DelegateList | undefined;
  NextToken?: string | undefined;
}

export interface ListDomainsRequest {
  AccountId: string;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface ListDomainsResponse {
  Domains?: DomainList | undefined;
  NextToken?: string | undefined;
}

export interface ListLegalHoldsRequest {
  AccountId: string;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface ListLegalHoldsResponse {
  LegalHolds?: LegalHoldList | undefined;
  NextToken?: string | undefined;
}

export interface ListMeetingTagsRequest {
  MeetingId: string;
}

export interface ListMeetingTagsResponse {
  Tags?: TagList | undefined;
}

export interface ListMeetingsRequest {
  NextToken?: string | undefined;
  MaxResults?: number | undefined;
}

export interface ListMeetingsResponse {
  Meetings?: MeetingList | undefined;
  NextToken?: string | undefined;
}

export interface ListPhoneNumberOrdersRequest {
  NextToken?: string | undefined;
  MaxResults?: number | undefined;
}

export interface ListPhoneNumberOrdersResponse {
  PhoneNumberOrders?: PhoneNumberOrderList | undefined;
  NextToken?: string | undefined;
}

export interface ListPhoneNumbersRequest {
  Status?: PhoneNumberStatus | undefined;
  ProductType?: PhoneNumberProductType | undefined;
  FilterName?: PhoneNumberAssociationName | undefined;
  FilterValue?: string | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface ListPhoneNumbersResponse {
  PhoneNumbers?: PhoneNumberList | undefined;
  NextToken?: string | undefined;
}

export interface ListRoomMembershipsRequest {
  AccountId: string;
  RoomId: string;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface ListRoomMembershipsResponse {
  RoomMemberships?: RoomMembershipList | undefined;
  NextToken?: string | undefined;
}

export interface ListRoomsRequest {
  AccountId: string;
  MemberId?: string | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface ListRoomsResponse {
  Rooms?: RoomList | undefined;
  NextToken?: string | undefined;
}

export interface ListSupportedPhoneNumberCountriesRequest {
  ProductType: PhoneNumberProductType;
}

export interface ListSupportedPhoneNumberCountriesResponse {
  PhoneNumberCountries?: PhoneNumberCountriesList | undefined;
}

export interface ListTagsForResourceRequest {
  ResourceARN: string;
}

export interface ListTagsForResourceResponse {
  Tags?: TagList | undefined;
}

export interface ListUsersRequest {
  AccountId: string;
  UserEmail?: string | undefined;
  UserType?: UserType | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface ListUsersResponse {
  Users?: UserList | undefined;
  NextToken?: string | undefined;
}

export interface LogoutUserRequest {
  AccountId: string;
  UserId: string;
}

export interface LogoutUserResponse {}

export interface MediaPlacement {
  AudioHostUrl?: string | undefined;
  AudioFallbackUrl?: string | undefined;
  ScreenDataUrl?: string | undefined;
  ScreenSharingUrl?: string | undefined;
  ScreenViewingUrl?: string | undefined;
  SignalingUrl?: string | undefined;
  TurnControlUrl?: string | undefined;
  EventIngestionUrl?: string | undefined;
}

export type MediaRegionList = readonly string[];

export interface Meeting {
  MeetingId?: string | undefined;
  ExternalMeetingId?: string | undefined;
  MediaPlacement?: MediaPlacement | undefined;
  MediaRegion?: string | undefined;
}

export type MeetingList = readonly Meeting[];

export interface MeetingNotificationConfiguration {
  SnsTopicArn?: string | undefined;
  SqsQueueArn?: string | undefined;
}

export interface MeetingRegions {
  Mode: MeetingRegionsMode;
  Regions?: MediaRegionList | undefined;
}

export type MeetingRegionsMode = "All" | "Selected";

export type MeetingTagKeyList = readonly string[];

export type MeetingTagList = readonly Tag[];

export interface Member {
  MemberId?: string | undefined;
  MemberType?: MemberType | undefined;
  Email?: string | undefined;
  FullName?: string | undefined;
  AccountId?: string | undefined;
}

export interface MemberError {
  MemberId?: string | undefined;
  ErrorCode?: ErrorCode | undefined;
  ErrorMessage?: string | undefined;
}

export type MemberErrorList = readonly MemberError[];

export type MemberType = "User" | "Bot" | "Webhook";

export interface MembershipItem {
  MemberId?: string | undefined;
  Role?: RoomMembershipRole | undefined;
}

export type MembershipItemList = readonly MembershipItem[];

export interface MigrateUsersRequest {
  AccountId: string;
  UserIdList: UserIdList;
  DestinationAccountId: string;
}

export interface MigrateUsersResponse {
  UserErrors?: UserErrorList | undefined;
}

export type NonEmptyStringList = readonly string[];

export interface OrderedPhoneNumber {
  E164PhoneNumber?: string | undefined;
  Status?: OrderedPhoneNumberStatus | undefined;
}

export type OrderedPhoneNumberList = readonly OrderedPhoneNumber[];

export type OrderedPhoneNumberStatus = "Processing" | "Acquired" | "Failed";

export interface PhoneNumber {
  PhoneNumberId?: string | undefined;
  E164PhoneNumber?: string | undefined;
  Country?: string | undefined;
  Type?: PhoneNumberType | undefined;
  ProductType?: PhoneNumberProductType | undefined;
  Status?: PhoneNumberStatus | undefined;
  Capabilities?: PhoneNumberCapabilities | undefined;
  Associations?: PhoneNumberAssociationList | undefined;
  CallingName?: string | undefined;
  CallingNameStatus?: CallingNameStatus | undefined;
  CreatedTimestamp?: Date | undefined;
  UpdatedTimestamp?: Date | undefined;
  DeletionTimestamp?: Date | undefined;
}

export interface PhoneNumberAssociation {
  Value?: string | undefined;
  Name?: PhoneNumberAssociationName | undefined;
  AssociatedTimestamp?: Date | undefined;
}

export type PhoneNumberAssociationList = readonly PhoneNumberAssociation[];

export type PhoneNumberAssociationName = "AccountId" | "UserId" | "VoiceConnectorId" | "VoiceConnectorGroupId" | "SipRuleId";

export interface PhoneNumberCapabilities {
  InboundCall?: boolean | undefined;
  OutboundCall?: boolean | undefined;
  InboundSMS?: boolean | undefined;
  OutboundSMS?: boolean | undefined;
  InboundMMS?: boolean | undefined;
  OutboundMMS?: boolean | undefined;
}

export type PhoneNumberCountriesList = readonly PhoneNumberCountry[];

export interface PhoneNumberCountry {
  CountryCode?: string | undefined;
  SupportedPhoneNumberTypes?: PhoneNumberTypeList | undefined;
}

export interface PhoneNumberError {
  PhoneNumberId?: string | undefined;
  ErrorCode?: ErrorCode | undefined;
  ErrorMessage?: string | undefined;
}

export type PhoneNumberErrorList = readonly PhoneNumberError[];

export type PhoneNumberList = readonly PhoneNumber[];

export interface PhoneNumberOrder {
  PhoneNumberOrderId?: string | undefined;
  ProductType?: PhoneNumberProductType | undefined;
  Status?: PhoneNumberOrderStatus | undefined;
  OrderedPhoneNumbers?: OrderedPhoneNumberList | undefined;
  CreatedTimestamp?: Date | undefined;
  UpdatedTimestamp?: Date | undefined;
}

export type PhoneNumberOrderList = readonly PhoneNumberOrder[];

export type PhoneNumberOrderStatus = "Processing" | "Successful" | "Failed" | "Partial";

export type PhoneNumberProductType = "BusinessCalling" | "VoiceConnector" | "SipMediaApplicationDialIn";

export type PhoneNumberStatus = "AcquireInProgress" | "AcquireFailed" | "Unassigned" | "Assigned" | "ReleaseInProgress" | "DeleteInProgress" | "ReleaseFailed" | "DeleteFailed";

export type PhoneNumberType = "Local" | "TollFree";

export type PhoneNumberTypeList = readonly PhoneNumberType[];

export type PrivacySetting = "Public" | "Private";

export interface PutEventsConfigurationRequest {
  AccountId: string;
  BotId: string;
  OutboundEventsHTTPSEndpoint?: string | undefined;
  LambdaFunctionArn?: string | undefined;
}

export interface PutEventsConfigurationResponse {
  EventsConfiguration?: EventsConfiguration | undefined;
}

export interface PutRetentionSettingsRequest {
  AccountId: string;
  RetentionSettings: RetentionSettings;
}

export interface PutRetentionSettingsResponse {
  RetentionSettings?: RetentionSettings | undefined;
  InitiateDeletionTimestamp?: Date | undefined;
}

export interface RedactConversationMessageRequest {
  AccountId: string;
  ConversationId: string;
  MessageId: string;
}

export interface RedactConversationMessageResponse {}

export interface RedactRoomMessageRequest {
  AccountId: string;
  RoomId: string;
  MessageId: string;
}

export interface RedactRoomMessageResponse {}

export interface RedeliverBotEventRequest {
  AccountId: string;
  BotId: string;
  DeliveryId: string;
}

export interface RedeliverBotEventResponse {
  BotDelivery?: BotDelivery | undefined;
}

export interface RegenerateSecurityTokenRequest {
  AccountId: string;
  BotId: string;
}

export interface RegenerateSecurityTokenResponse {
  Bot?: Bot | undefined;
}

export type RegistrationStatus = "Unregistered" | "Registered" | "Suspended" | "Released";

export interface RenameAccountRequest {
  AccountId: string;
  Name: string;
}

export interface RenameAccountResponse {
  Account?: Account | undefined;
}

export interface RenewDelegateRequest {
  AccountId: string;
  DelegateId: string;
}

export interface RenewDelegateResponse {
  Delegate?: Delegate | undefined;
}

export interface ResetPersonalPINRequest {
  AccountId: string;
  UserId: string;
}

export interface ResetPersonalPINResponse {
  User?: User | undefined;
}

export interface RestorePhoneNumberRequest {
  PhoneNumberId: string;
}

export interface RestorePhoneNumberResponse {
  PhoneNumber?: PhoneNumber | undefined;
}

export interface RetentionSettings {
  RoomRetentionSettings?: RoomRetentionSettings | undefined;
  ConversationRetentionSettings?: ConversationRetentionSettings | undefined;
}

export interface RetrieveDataExportsRequest {
  AccountId: string;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface RetrieveDataExportsResponse {
  DataExports?: DataExportList | undefined;
  NextToken?: string | undefined;
}

export interface Room {
  RoomId?: string | undefined;
  Name?: string | undefined;
  AccountId?: string | undefined;
  CreatedBy?: string | undefined;
  CreatedTimestamp?: Date | undefined;
  UpdatedTimestamp?: Date | undefined;
}

export type RoomList = readonly Room[];

export interface RoomMembership {
  RoomId?: string | undefined;
  Member?: Member | undefined;
  Role?: RoomMembershipRole | undefined;
  InvitedBy?: string | undefined;
  UpdatedTimestamp?: Date | undefined;
}

export type RoomMembershipList = readonly RoomMembership[];

export type RoomMembershipRole = "Administrator" | "Member";

export interface RoomRetentionSettings {
  RetentionDays?: number | undefined;
}

export interface SearchAvailablePhoneNumbersRequest {
  AreaCode?: string | undefined;
  City?: string | undefined;
  Country?: string | undefined;
  State?: string | undefined;
  TollFreePrefix?: string | undefined;
  PhoneNumberType?: PhoneNumberType | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface SearchAvailablePhoneNumbersResponse {
  E164PhoneNumbers?: E164PhoneNumberList | undefined;
  NextToken?: string | undefined;
}

export interface SearchUsersRequest {
  AccountId: string;
  Text?: string | undefined;
  LicenseType?: License | undefined;
  UserRegistrationStatus?: RegistrationStatus | undefined;
  SortBy?: UserSortKey | undefined;
  Descending?: boolean | undefined;
  PageNumber?: number | undefined;
  MaxResults?: number | undefined;
}

export interface SearchUsersResponse {
  Users?: UserList | undefined;
  TotalCount: number;
}

export interface SigninDelegateGroup {
  GroupName?: string | undefined;
}

export type SigninDelegateGroupList = readonly SigninDelegateGroup[];

export interface StartDataExportRequest {
  AccountId: string;
}

export interface StartDataExportResponse {
  DataExport?: DataExport | undefined;
}

export interface StartMeetingTranscriptionRequest {
  MeetingId: string;
  TranscriptionConfiguration: TranscriptionConfiguration;
}

export interface StartMeetingTranscriptionResponse {}

export interface StopMeetingTranscriptionRequest {
  MeetingId: string;
}

export interface StopMeetingTranscriptionResponse {}

export interface SubmitSupportRequestRequest {
  Subject: string;
  Description: string;
  OccurredAt?: string | undefined;
  ClientVersion?: string | undefined;
  LogReferenceId?: string | undefined;
  MeetingId?: string | undefined;
  ReplyTo?: string | undefined;
}

export interface SubmitSupportRequestResponse {
  SupportRequestId?: string | undefined;
}

export interface SuspendUsersRequest {
  AccountId: string;
  UserIdList: UserIdList;
}

export interface SuspendUsersResponse {
  UserErrors?: UserErrorList | undefined;
}

export interface Tag {
  Key: string;
  Value: string;
}

export interface TagAttendeeRequest {
  MeetingId: string;
  AttendeeId: string;
  Tags: AttendeeTagList;
}

export type TagKeyList = readonly string[];

export type TagList = readonly Tag[];

export interface TagMeetingRequest {
  MeetingId: string;
  Tags: MeetingTagList;
}

export interface TagResourceRequest {
  ResourceARN: string;
  Tags: TagList;
}

export interface TelephonySettings {
  InboundCalling: boolean;
  OutboundCalling: boolean;
  SMS: boolean;
}

export type TranscribeContentIdentificationType = "PII";

export type TranscribeContentRedactionType = "PII";

export type TranscribeLanguageCode = "en-US" | "en-GB" | "es-US" | "fr-CA" | "fr-FR" | "en-AU" | "it-IT" | "de-DE" | "pt-BR" | "ja-JP" | "ko-KR" | "zh-CN";

export type TranscribeMedicalContentIdentificationType = "PHI";

export type TranscribeMedicalLanguageCode = "en-US";

export type TranscribeMedicalRegion = "us-east-1" | "us-east-2" | "us-west-2" | "ap-southeast-2" | "ca-central-1" | "eu-west-1" | "auto";

export type TranscribeMedicalSpecialty = "PRIMARYCARE" | "CARDIOLOGY" | "NEUROLOGY" | "ONCOLOGY" | "RADIOLOGY" | "UROLOGY";

export type TranscribeMedicalType = "CONVERSATION" | "DICTATION";

export type TranscribePartialResultsStability = "low" | "medium" | "high";

export type TranscribeRegion = "us-east-2" | "us-east-1" | "us-west-2" | "ap-northeast-2" | "ap-southeast-2" | "ap-northeast-1" | "ca-central-1" | "eu-central-1" | "eu-west-1" | "eu-west-2" | "sa-east-1" | "auto";

export type TranscribeVocabularyFilterMethod = "remove" | "mask" | "tag";

export interface TranscriptionConfiguration {
  EngineTranscribeSettings?: EngineTranscribeSettings | undefined;
  EngineTranscribeMedicalSettings?: EngineTranscribeMedicalSettings | undefined;
}

export interface UntagAttendeeRequest {
  MeetingId: string;
  AttendeeId: string;
  TagKeys: AttendeeTagKeyList;
}

export interface UntagMeetingRequest {
  MeetingId: string;
  TagKeys: MeetingTagKeyList;
}

export interface UntagResourceRequest {
  ResourceARN: string;
  TagKeys: TagKeyList;
}

export interface UpdateAccountRequest {
  AccountId: string;
  Name?: string | undefined;
  DefaultLicense?: License | undefined;
}

export interface UpdateAccountResourceRequest {
  AccountId: string;
  MeetingRegions?: MeetingRegions | undefined;
}

export interface UpdateAccountResourceResponse {
  AccountResource?: AccountResource | undefined;
}

export interface UpdateAccountResponse {
  Account?: Account | undefined;
}

export interface UpdateAccountSettingsRequest {
  AccountId: string;
  AccountSettings: AccountSettings;
}

export interface UpdateAccountSettingsResponse {}

export interface UpdateBotRequest {
  AccountId: string;
  BotId: string;
  Disabled?: boolean | undefined;
}

export interface UpdateBotResponse {
  Bot?: Bot | undefined;
}

export interface UpdateGlobalSettingsRequest {
  BusinessCalling?: BusinessCallingSettings | undefined;
  VoiceConnector?: VoiceConnectorSettings | undefined;
}

export interface UpdatePhoneNumberRequest {
  PhoneNumberId: string;
  ProductType?: PhoneNumberProductType | undefined;
  CallingName?: string | undefined;
}

export interface UpdatePhoneNumberRequestItem {
  PhoneNumberId: string;
  ProductType?: PhoneNumberProductType | undefined;
  CallingName?: string | undefined;
}

export type UpdatePhoneNumberRequestItemList = readonly UpdatePhoneNumberRequestItem[];

export interface UpdatePhoneNumberResponse {
  PhoneNumber?: PhoneNumber | undefined;
}

export interface UpdatePhoneNumberSettingsRequest {
  CallingName: string;
}

export interface UpdateRoomMembershipRequest {
  AccountId: string;
  RoomId: string;
  MemberId: string;
  Role?: RoomMembershipRole | undefined;
}

export interface UpdateRoomMembershipResponse {
  RoomMembership?: RoomMembership | undefined;
}

export interface UpdateRoomRequest {
  AccountId: string;
  RoomId: string;
  Name?: string | undefined;
}

export interface UpdateRoomResponse {
  Room?: Room | undefined;
}

export interface UpdateSupportedLicensesRequest {
  AccountId: string;
  SupportedLicenses: LicenseList;
}

export interface UpdateSupportedLicensesResponse {
  Account?: Account | undefined;
}

export interface UpdateUserLicensesRequest {
  AccountId: string;
  UserIdList: UserIdList;
  LicenseType: License;
}

export interface UpdateUserLicensesResponse {
  UserErrors?: UserErrorList | undefined;
}

export interface UpdateUserRequest {
  AccountId: string;
  UserId: string;
  LicenseType?: License | undefined;
  UserType?: UserType | undefined;
  AlexaForBusinessMetadata?: AlexaForBusinessMetadata | undefined;
}

export interface UpdateUserRequestItem {
  UserId: string;
  LicenseType?: License | undefined;
  UserType?: UserType | undefined;
  AlexaForBusinessMetadata?: AlexaForBusinessMetadata | undefined;
}

export type UpdateUserRequestItemList = readonly UpdateUserRequestItem[];

export interface UpdateUserResponse {
  User?: User | undefined;
}

export interface UpdateUserSettingsRequest {
  AccountId: string;
  UserId: string;
  UserSettings: UserSettings;
}

export interface User {
  UserId: string;
  AccountId?: string | undefined;
  PrimaryEmail?: string | undefined;
  PrimaryProvisionedNumber?: string | undefined;
  DisplayName?: string | undefined;
  LicenseType?: License | undefined;
  UserType?: UserType | undefined;
  UserRegistrationStatus?: RegistrationStatus | undefined;
  UserInvitationStatus?: InviteStatus | undefined;
  RegisteredOn?: Date | undefined;
  InvitedOn?: Date | undefined;
  AlexaForBusinessMetadata?: AlexaForBusinessMetadata | undefined;
  PersonalPIN?: string | undefined;
}

export interface UserActivity {
  ChatMessagesSent?: number | undefined;
  LastActiveTimestamp?: Date | undefined;
  PrivacySetting?: PrivacySetting | undefined;
}

export type UserEmailList = readonly string[];

export interface UserError {
  UserId?: string | undefined;
  ErrorCode?: ErrorCode | undefined;
  ErrorMessage?: string | undefined;
}

export type UserErrorList = readonly UserError[];

export type UserIdList = readonly string[];

export type UserList = readonly User[];

export interface UserSettings {
  Telephony: TelephonySettings;
}

export type UserSortKey = "Email" | "DisplayName" | "RegisteredOn" | "InvitedOn";

export type UserType = "PrivateUser" | "SharedDevice";

export interface VoiceConnectorSettings {
  CdrBucket?: string | undefined;
}

export interface Operations {
  AcceptDelegate: { input: AcceptDelegateRequest; output: AcceptDelegateResponse };
  ActivateUsers: { input: ActivateUsersRequest; output: ActivateUsersResponse };
  AddDomain: { input: AddDomainRequest; output: AddDomainResponse };
  AssociatePhoneNumberWithUser: { input: AssociatePhoneNumberWithUserRequest; output: AssociatePhoneNumberWithUserResponse };
  AssociateSigninDelegateGroupsWithAccount: { input: AssociateSigninDelegateGroupsWithAccountRequest; output: AssociateSigninDelegateGroupsWithAccountResponse };
  BatchCreateAttendee: { input: BatchCreateAttendeeRequest; output: BatchCreateAttendeeResponse };
  BatchCreateRoomMembership: { input: BatchCreateRoomMembershipRequest; output: BatchCreateRoomMembershipResponse };
  BatchDeletePhoneNumber: { input: BatchDeletePhoneNumberRequest; output: BatchDeletePhoneNumberResponse };
  BatchSuspendUser: { input: BatchSuspendUserRequest; output: BatchSuspendUserResponse };
  BatchUnsuspendUser: { input: BatchUnsuspendUserRequest; output: BatchUnsuspendUserResponse };
  BatchUpdatePhoneNumber: { input: BatchUpdatePhoneNumberRequest; output: BatchUpdatePhoneNumberResponse };
  BatchUpdateUser: { input: BatchUpdateUserRequest; output: BatchUpdateUserResponse };
  CreateAccount: { input: CreateAccountRequest; output: CreateAccountResponse };
  CreateAttendee: { input: CreateAttendeeRequest; output: CreateAttendeeResponse };
  CreateBot: { input: CreateBotRequest; output: CreateBotResponse };
  CreateLegalHold: { input: CreateLegalHoldRequest; output: CreateLegalHoldResponse };
  CreateMeeting: { input: CreateMeetingRequest; output: CreateMeetingResponse };
  CreateMeetingDialOut: { input: CreateMeetingDialOutRequest; output: CreateMeetingDialOutResponse };
  CreateMeetingWithAttendees: { input: CreateMeetingWithAttendeesRequest; output: CreateMeetingWithAttendeesResponse };
  CreatePhoneNumberOrder: { input: CreatePhoneNumberOrderRequest; output: CreatePhoneNumberOrderResponse };
  CreateRoom: { input: CreateRoomRequest; output: CreateRoomResponse };
  CreateRoomMembership: { input: CreateRoomMembershipRequest; output: CreateRoomMembershipResponse };
  CreateUser: { input: CreateUserRequest; output: CreateUserResponse };
  DeleteAccount: { input: DeleteAccountRequest; output: DeleteAccountResponse };
  DeleteAttendee: { input: DeleteAttendeeRequest; output: void };
  DeleteDelegate: { input: DeleteDelegateRequest; output: void };
  DeleteDomain: { input: DeleteDomainRequest; output: void };
  DeleteEventsConfiguration: { input: DeleteEventsConfigurationRequest; output: void };
  DeleteLegalHold: { input: DeleteLegalHoldRequest; output: void };
  DeleteMeeting: { input: DeleteMeetingRequest; output: void };
  DeletePhoneNumber: { input: DeletePhoneNumberRequest; output: void };
  DeleteRoom: { input: DeleteRoomRequest; output: void };
  DeleteRoomMembership: { input: DeleteRoomMembershipRequest; output: void };
  DisassociatePhoneNumberFromUser: { input: DisassociatePhoneNumberFromUserRequest; output: DisassociatePhoneNumberFromUserResponse };
  DisassociateSigninDelegateGroupsFromAccount: { input: DisassociateSigninDelegateGroupsFromAccountRequest; output: DisassociateSigninDelegateGroupsFromAccountResponse };
  GetAccount: { input: GetAccountRequest; output: GetAccountResponse };
  GetAccountResource: { input: GetAccountResourceRequest; output: GetAccountResourceResponse };
  GetAccountSettings: { input: GetAccountSettingsRequest; output: GetAccountSettingsResponse };
  GetAttendee: { input: GetAttendeeRequest; output: GetAttendeeResponse };
  GetBot: { input: GetBotRequest; output: GetBotResponse };
  GetDomain: { input: GetDomainRequest; output: GetDomainResponse };
  GetEventsConfiguration: { input: GetEventsConfigurationRequest; output: GetEventsConfigurationResponse };
  GetGlobalSettings: { input: Record<string, never>; output: GetGlobalSettingsResponse };
  GetMeeting: { input: GetMeetingRequest; output: GetMeetingResponse };
  GetPhoneNumber: { input: GetPhoneNumberRequest; output: GetPhoneNumberResponse };
  GetPhoneNumberOrder: { input: GetPhoneNumberOrderRequest; output: GetPhoneNumberOrderResponse };
  GetPhoneNumberSettings: { input: Record<string, never>; output: GetPhoneNumberSettingsResponse };
  GetRetentionSettings: { input: GetRetentionSettingsRequest; output: GetRetentionSettingsResponse };
  GetRoom: { input: GetRoomRequest; output: GetRoomResponse };
  GetUser: { input: GetUserRequest; output: GetUserResponse };
  GetUserActivityReportData: { input: GetUserActivityReportDataRequest; output: GetUserActivityReportDataResponse };
  GetUserByEmail: { input: GetUserByEmailRequest; output: GetUserByEmailResponse };
  GetUserSettings: { input: GetUserSettingsRequest; output: GetUserSettingsResponse };
  ImportRoom: { input: ImportRoomRequest; output: ImportRoomResponse };
  ImportUsers: { input: ImportUsersRequest; output: ImportUsersResponse };
  InviteDelegate: { input: InviteDelegateRequest; output: InviteDelegateResponse };
  InviteUsers: { input: InviteUsersRequest; output: InviteUsersResponse };
  ListAccountSummaries: { input: ListAccountSummariesRequest; output: ListAccountSummariesResponse };
  ListAccounts: { input: ListAccountsRequest; output: ListAccountsResponse };
  ListAttendeeTags: { input: ListAttendeeTagsRequest; output: ListAttendeeTagsResponse };
  ListAttendees: { input: ListAttendeesRequest; output: ListAttendeesResponse };
  RetrieveBotDeliveries: { input: RetrieveBotDeliveriesRequest; output: RetrieveBotDeliveriesResponse };
  ListBots: { input: ListBotsRequest; output: ListBotsResponse };
  ListDelegates: { input: ListDelegatesRequest; output: ListDelegatesResponse };
  ListDomains: { input: ListDomainsRequest; output: ListDomainsResponse };
  ListLegalHolds: { input: ListLegalHoldsRequest; output: ListLegalHoldsResponse };
  ListMeetingTags: { input: ListMeetingTagsRequest; output: ListMeetingTagsResponse };
  ListMeetings: { input: ListMeetingsRequest; output: ListMeetingsResponse };
  ListPhoneNumberOrders: { input: ListPhoneNumberOrdersRequest; output: ListPhoneNumberOrdersResponse };
  ListPhoneNumbers: { input: ListPhoneNumbersRequest; output: ListPhoneNumbersResponse };
  ListRoomMemberships: { input: ListRoomMembershipsRequest; output: ListRoomMembershipsResponse };
  ListRooms: { input: ListRoomsRequest; output: ListRoomsResponse };
  ListSupportedPhoneNumberCountries: { input: ListSupportedPhoneNumberCountriesRequest; output: ListSupportedPhoneNumberCountriesResponse };
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse };
  ListUsers: { input: ListUsersRequest; output: ListUsersResponse };
  LogoutUser: { input: LogoutUserRequest; output: LogoutUserResponse };
  MigrateUsers: { input: MigrateUsersRequest; output: MigrateUsersResponse };
  PutEventsConfiguration: { input: PutEventsConfigurationRequest; output: PutEventsConfigurationResponse };
  PutRetentionSettings: { input: PutRetentionSettingsRequest; output: PutRetentionSettingsResponse };
  RedactConversationMessage: { input: RedactConversationMessageRequest; output: RedactConversationMessageResponse };
  RedactRoomMessage: { input: RedactRoomMessageRequest; output: RedactRoomMessageResponse };
  RedeliverBotEvent: { input: RedeliverBotEventRequest; output: RedeliverBotEventResponse };
  RegenerateSecurityToken: { input: RegenerateSecurityTokenRequest; output: RegenerateSecurityTokenResponse };
  RenameAccount: { input: RenameAccountRequest; output: RenameAccountResponse };
  RenewDelegate: { input: RenewDelegateRequest; output: RenewDelegateResponse };
  ResetPersonalPIN: { input: ResetPersonalPINRequest; output: ResetPersonalPINResponse };
  RestorePhoneNumber: { input: RestorePhoneNumberRequest; output: RestorePhoneNumberResponse };
  RetrieveDataExports: { input: RetrieveDataExportsRequest; output: RetrieveDataExportsResponse };
  SearchAvailablePhoneNumbers: { input: SearchAvailablePhoneNumbersRequest; output: SearchAvailablePhoneNumbersResponse };
  SearchUsers: { input: SearchUsersRequest; output: SearchUsersResponse };
  StartDataExport: { input: StartDataExportRequest; output: StartDataExportResponse };
  StartMeetingTranscription: { input: StartMeetingTranscriptionRequest; output: StartMeetingTranscriptionResponse };
  StopMeetingTranscription: { input: StopMeetingTranscriptionRequest; output: StopMeetingTranscriptionResponse };
  SubmitSupportRequest: { input: SubmitSupportRequestRequest; output: SubmitSupportRequestResponse };
  SuspendUsers: { input: SuspendUsersRequest; output: SuspendUsersResponse };
  TagAttendee: { input: TagAttendeeRequest; output: void };
  TagMeeting: { input: TagMeetingRequest; output: void };
  TagResource: { input: TagResourceRequest; output: void };
  UntagAttendee: { input: UntagAttendeeRequest; output: void };
  UntagMeeting: { input: UntagMeetingRequest; output: void };
  UntagResource: { input: UntagResourceRequest; output: void };
  UpdateAccount: { input: UpdateAccountRequest; output: UpdateAccountResponse };
  UpdateAccountResource: { input: UpdateAccountResourceRequest; output: UpdateAccountResourceResponse };
  UpdateAccountSettings: { input: UpdateAccountSettingsRequest; output: UpdateAccountSettingsResponse };
  UpdateBot: { input: UpdateBotRequest; output: UpdateBotResponse };
  UpdateGlobalSettings: { input: UpdateGlobalSettingsRequest; output: void };
  UpdatePhoneNumber: { input: UpdatePhoneNumberRequest; output: UpdatePhoneNumberResponse };
  UpdatePhoneNumberSettings: { input: UpdatePhoneNumberSettingsRequest; output: void };
  UpdateRoom: { input: UpdateRoomRequest; output: UpdateRoomResponse };
  UpdateRoomMembership: { input: UpdateRoomMembershipRequest; output: UpdateRoomMembershipResponse };
  UpdateSupportedLicenses: { input: UpdateSupportedLicensesRequest; output: UpdateSupportedLicensesResponse };
  UpdateUser: { input: UpdateUserRequest; output: UpdateUserResponse };
  UpdateUserLicenses: { input: UpdateUserLicensesRequest; output: UpdateUserLicensesResponse };
  UpdateUserSettings: { input: UpdateUserSettingsRequest; output: void };
}
