// Written by tools/aws-contract/make-contract.mjs; not by hand.
export interface Attendee {
  ExternalUserId?: string | undefined;
  AttendeeId?: string | undefined;
  JoinToken?: string | undefined;
  Capabilities?: AttendeeCapabilities | undefined;
}

export interface AttendeeCapabilities {
  Audio: MediaCapabilities;
  Video: MediaCapabilities;
  Content: MediaCapabilities;
}

export interface AttendeeFeatures {
  MaxCount?: number | undefined;
}

export interface AttendeeIdItem {
  AttendeeId: string;
}

export type AttendeeIdsList = readonly AttendeeIdItem[];

export type AttendeeList = readonly Attendee[];

export interface AudioFeatures {
  EchoReduction?: MeetingFeatureStatus | undefined;
}

export type BatchCreateAttendeeErrorList = readonly CreateAttendeeError[];

export interface BatchCreateAttendeeRequest {
  MeetingId: string;
  Attendees: CreateAttendeeRequestItemList;
}

export interface BatchCreateAttendeeResponse {
  Attendees?: AttendeeList | undefined;
  Errors?: BatchCreateAttendeeErrorList | undefined;
}

export interface BatchUpdateAttendeeCapabilitiesExceptRequest {
  MeetingId: string;
  ExcludedAttendeeIds: AttendeeIdsList;
  Capabilities: AttendeeCapabilities;
}

export interface ContentFeatures {
  MaxResolution?: ContentResolution | undefined;
}

export type ContentResolution = "None" | "FHD" | "UHD";

export interface CreateAttendeeError {
  ExternalUserId?: string | undefined;
  ErrorCode?: string | undefined;
  ErrorMessage?: string | undefined;
}

export interface CreateAttendeeRequest {
  MeetingId: string;
  ExternalUserId: string;
  Capabilities?: AttendeeCapabilities | undefined;
}

export interface CreateAttendeeRequestItem {
  ExternalUserId: string;
  Capabilities?: AttendeeCapabilities | undefined;
}

export type CreateAttendeeRequestItemList = readonly CreateAttendeeRequestItem[];

export interface CreateAttendeeResponse {
  Attendee?: Attendee | undefined;
}

export interface CreateMeetingRequest {
  ClientRequestToken: string;
  MediaRegion: string;
  MeetingHostId?: string | undefined;
  ExternalMeetingId: string;
  NotificationsConfiguration?: NotificationsConfiguration | undefined;
  MeetingFeatures?: MeetingFeaturesConfiguration | undefined;
  PrimaryMeetingId?: string | undefined;
  TenantIds?: TenantIdList | undefined;
  Tags?: TagList | undefined;
  MediaPlacementNetworkType?: MediaPlacementNetworkType | undefined;
}

export interface CreateMeetingResponse {
  Meeting?: Meeting | undefined;
}

export interface CreateMeetingWithAttendeesRequest {
  ClientRequestToken: string;
  MediaRegion: string;
  MeetingHostId?: string | undefined;
  ExternalMeetingId: string;
  MeetingFeatures?: MeetingFeaturesConfiguration | undefined;
  NotificationsConfiguration?: NotificationsConfiguration | undefined;
  Attendees: CreateMeetingWithAttendeesRequestItemList;
  PrimaryMeetingId?: string | undefined;
  TenantIds?: TenantIdList | undefined;
  Tags?: TagList | undefined;
  MediaPlacementNetworkType?: MediaPlacementNetworkType | undefined;
}

export type CreateMeetingWithAttendeesRequestItemList = readonly CreateAttendeeRequestItem[];

export interface CreateMeetingWithAttendeesResponse {
  Meeting?: Meeting | undefined;
  Attendees?: AttendeeList | undefined;
  Errors?: BatchCreateAttendeeErrorList | undefined;
}

export interface DeleteAttendeeRequest {
  MeetingId: string;
  AttendeeId: string;
}

export interface DeleteMeetingRequest {
  MeetingId: string;
}

export interface EngineTranscribeMedicalSettings {
  LanguageCode: TranscribeMedicalLanguageCode;
  Specialty: TranscribeMedicalSpecialty;
  Type: TranscribeMedicalType;
  VocabularyName?: string | undefined;
  Region?: TranscribeMedicalRegion | undefined;
  ContentIdentificationType?: TranscribeMedicalContentIdentificationType | undefined;
}

export interface EngineTranscribeSettings {
  LanguageCode?: TranscribeLanguageCode | undefined;
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
  IdentifyLanguage?: boolean | undefined;
  LanguageOptions?: string | undefined;
  PreferredLanguage?: TranscribeLanguageCode | undefined;
  VocabularyNames?: string | undefined;
  VocabularyFilterNames?: string | undefined;
}

export interface GetAttendeeRequest {
  MeetingId: string;
  AttendeeId: string;
}

export interface GetAttendeeResponse {
  Attendee?: Attendee | undefined;
}

export interface GetMeetingRequest {
  MeetingId: string;
}

export interface GetMeetingResponse {
  Meeting?: Meeting | undefined;
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

export interface ListTagsForResourceRequest {
  ResourceARN: string;
}

export interface ListTagsForResourceResponse {
  Tags?: TagList | undefined;
}

export type MediaCapabilities = "SendReceive" | "Send" | "Receive" | "None";

export interface MediaPlacement {
  AudioHostUrl?: string | undefined;
  AudioFallbackUrl?: string | undefined;
  SignalingUrl?: string | undefined;
  TurnControlUrl?: string | undefined;
  ScreenDataUrl?: string | undefined;
  ScreenViewingUrl?: string | undefined;
  ScreenSharingUrl?: string | undefined;
  EventIngestionUrl?: string | undefined;
}

export type MediaPlacementNetworkType = "Ipv4Only" | "DualStack";

export interface Meeting {
  MeetingId?: string | undefined;
  MeetingHostId?: string | undefined;
  ExternalMeetingId?: string | undefined;
  MediaRegion?: string | undefined;
  MediaPlacement?: MediaPlacement | undefined;
  MeetingFeatures?: MeetingFeaturesConfiguration | undefined;
  PrimaryMeetingId?: string | undefined;
  TenantIds?: TenantIdList | undefined;
  MeetingArn?: string | undefined;
}

export type MeetingFeatureStatus = "AVAILABLE" | "UNAVAILABLE";

export interface MeetingFeaturesConfiguration {
  Audio?: AudioFeatures | undefined;
  Video?: VideoFeatures | undefined;
  Content?: ContentFeatures | undefined;
  Attendee?: AttendeeFeatures | undefined;
}

export interface NotificationsConfiguration {
  LambdaFunctionArn?: string | undefined;
  SnsTopicArn?: string | undefined;
  SqsQueueArn?: string | undefined;
}

export interface StartMeetingTranscriptionRequest {
  MeetingId: string;
  TranscriptionConfiguration: TranscriptionConfiguration;
}

export interface StopMeetingTranscriptionRequest {
  MeetingId: string;
}

export interface Tag {
  Key: string;
  Value: string;
}

export type TagKeyList = readonly string[];

export type TagList = readonly Tag[];

export interface TagResourceRequest {
  ResourceARN: string;
  Tags: TagList;
}

export interface TagResourceResponse {}

export type TenantIdList = readonly string[];

export type TranscribeContentIdentificationType = "PII";

export type TranscribeContentRedactionType = "PII";

export type TranscribeLanguageCode = "en-US" | "en-GB" | "es-US" | "fr-CA" | "fr-FR" | "en-AU" | "it-IT" | "de-DE" | "pt-BR" | "ja-JP" | "ko-KR" | "zh-CN";

export type TranscribeMedicalContentIdentificationType = "PHI";

export type TranscribeMedicalLanguageCode = "en-US";

export type TranscribeMedicalRegion = "us-east-1" | "us-east-2" | "us-west-2" | "ap-southeast-2" | "ca-central-1" | "eu-west-1" | "auto";

export type TranscribeMedicalSpecialty = "PRIMARYCARE" | "CARDIOLOGY" | "NEUROLOGY" | "ONCOLOGY" | "RADIOLOGY" | "UROLOGY";

export type TranscribeMedicalType = "CONVERSATION" | "DICTATION";

export type TranscribePartialResultsStability = "low" | "medium" | "high";

export type TranscribeRegion = "us-east-2" | "us-east-1" | "us-west-2" | "ap-northeast-2" | "ap-southeast-2" | "ap-northeast-1" | "ca-central-1" | "eu-central-1" | "eu-west-1" | "eu-west-2" | "sa-east-1" | "auto" | "us-gov-west-1";

export type TranscribeVocabularyFilterMethod = "remove" | "mask" | "tag";

export interface TranscriptionConfiguration {
  EngineTranscribeSettings?: EngineTranscribeSettings | undefined;
  EngineTranscribeMedicalSettings?: EngineTranscribeMedicalSettings | undefined;
}

export interface UntagResourceRequest {
  ResourceARN: string;
  TagKeys: TagKeyList;
}

export interface UntagResourceResponse {}

export interface UpdateAttendeeCapabilitiesRequest {
  MeetingId: string;
  AttendeeId: string;
  Capabilities: AttendeeCapabilities;
}

export interface UpdateAttendeeCapabilitiesResponse {
  Attendee?: Attendee | undefined;
}

export interface VideoFeatures {
  MaxResolution?: VideoResolution | undefined;
}

export type VideoResolution = "None" | "HD" | "FHD";

export interface Operations {
  BatchCreateAttendee: { input: BatchCreateAttendeeRequest; output: BatchCreateAttendeeResponse };
  BatchUpdateAttendeeCapabilitiesExcept: { input: BatchUpdateAttendeeCapabilitiesExceptRequest; output: void };
  CreateAttendee: { input: CreateAttendeeRequest; output: CreateAttendeeResponse };
  CreateMeeting: { input: CreateMeetingRequest; output: CreateMeetingResponse };
  CreateMeetingWithAttendees: { input: CreateMeetingWithAttendeesRequest; output: CreateMeetingWithAttendeesResponse };
  DeleteAttendee: { input: DeleteAttendeeRequest; output: void };
  DeleteMeeting: { input: DeleteMeetingRequest; output: void };
  GetAttendee: { input: GetAttendeeRequest; output: GetAttendeeResponse };
  GetMeeting: { input: GetMeetingRequest; output: GetMeetingResponse };
  ListAttendees: { input: ListAttendeesRequest; output: ListAttendeesResponse };
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse };
  StartMeetingTranscription: { input: StartMeetingTranscriptionRequest; output: void };
  StopMeetingTranscription: { input: StopMeetingTranscriptionRequest; output: void };
  TagResource: { input: TagResourceRequest; output: TagResourceResponse };
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse };
  UpdateAttendeeCapabilities: { input: UpdateAttendeeCapabilitiesRequest; output: UpdateAttendeeCapabilitiesResponse };
}
