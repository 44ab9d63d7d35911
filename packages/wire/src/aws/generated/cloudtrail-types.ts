// Written by tools/aws-contract/make-contract.mjs; not by hand.
export interface AdvancedEventSelector {
  Name?: string | undefined;
  FieldSelectors: AdvancedFieldSelectors;
}

export type AdvancedEventSelectors = readonly AdvancedEventSelector[];

export interface AdvancedFieldSelector {
  Field: string;
  Equals?: Operator | undefined;
  StartsWith?: Operator | undefined;
  EndsWith?: Operator | undefined;
  NotEquals?: Operator | undefined;
  NotStartsWith?: Operator | undefined;
  NotEndsWith?: Operator | undefined;
}

export type AdvancedFieldSelectors = readonly AdvancedFieldSelector[];

export interface CreateTrailRequest {
  Name: string;
  S3BucketName: string;
  S3KeyPrefix?: string | undefined;
  SnsTopicName?: string | undefined;
  IncludeGlobalServiceEvents?: boolean | undefined;
  IsMultiRegionTrail?: boolean | undefined;
  EnableLogFileValidation?: boolean | undefined;
  CloudWatchLogsLogGroupArn?: string | undefined;
  CloudWatchLogsRoleArn?: string | undefined;
  KmsKeyId?: string | undefined;
  IsOrganizationTrail?: boolean | undefined;
  TagsList?: TagsList | undefined;
}

export interface CreateTrailResponse {
  Name?: string | undefined;
  S3BucketName?: string | undefined;
  S3KeyPrefix?: string | undefined;
  SnsTopicName?: string | undefined;
  SnsTopicARN?: string | undefined;
  IncludeGlobalServiceEvents?: boolean | undefined;
  IsMultiRegionTrail?: boolean | undefined;
  TrailARN?: string | undefined;
  LogFileValidationEnabled?: boolean | undefined;
  CloudWatchLogsLogGroupArn?: string | undefined;
  CloudWatchLogsRoleArn?: string | undefined;
  KmsKeyId?: string | undefined;
  IsOrganizationTrail?: boolean | undefined;
}

export interface DataResource {
  Type?: string | undefined;
  Values?: DataResourceValues | undefined;
}

export type DataResourceValues = readonly string[];

export type DataResources = readonly DataResource[];

export interface DeleteTrailRequest {
  Name: string;
}

export interface DeleteTrailResponse {}

export interface DescribeTrailsRequest {
  trailNameList?: TrailNameList | undefined;
  includeShadowTrails?: boolean | undefined;
}

export interface DescribeTrailsResponse {
  trailList?: TrailList | undefined;
}

export interface Event {
  EventId?: string | undefined;
  EventName?: string | undefined;
  ReadOnly?: string | undefined;
  AccessKeyId?: string | undefined;
  EventTime?: Date | undefined;
  EventSource?: string | undefined;
  Username?: string | undefined;
  Resources?: ResourceList | undefined;
  CloudTrailEvent?: string | undefined;
}

export type EventCategory = "insight";

export interface EventSelector {
  ReadWriteType?: ReadWriteType | undefined;
  IncludeManagementEvents?: boolean | undefined;
  DataResources?: DataResources | undefined;
  ExcludeManagementEventSources?: ExcludeManagementEventSources | undefined;
}

export type EventSelectors = readonly EventSelector[];

export type EventsList = readonly Event[];

export type ExcludeManagementEventSources = readonly string[];

export interface GetEventSelectorsRequest {
  TrailName: string;
}

export interface GetEventSelectorsResponse {
  TrailARN?: string | undefined;
  EventSelectors?: EventSelectors | undefined;
  AdvancedEventSelectors?: AdvancedEventSelectors | undefined;
}

export interface GetTrailRequest {
  Name: string;
}

export interface GetTrailResponse {
  Trail?: Trail | undefined;
}

export interface GetTrailStatusRequest {
  Name: string;
}

export interface GetTrailStatusResponse {
  IsLogging?: boolean | undefined;
  LatestDeliveryError?: string | undefined;
  LatestNotificationError?: string | undefined;
  LatestDeliveryTime?: Date | undefined;
  LatestNotificationTime?: Date | undefined;
  StartLoggingTime?: Date | undefined;
  StopLoggingTime?: Date | undefined;
  LatestCloudWatchLogsDeliveryError?: string | undefined;
  LatestCloudWatchLogsDeliveryTime?: Date | undefined;
  LatestDigestDeliveryTime?: Date | undefined;
  LatestDigestDeliveryError?: string | undefined;
  LatestDeliveryAttemptTime?: string | undefined;
  LatestNotificationAttemptTime?: string | undefined;
  LatestNotificationAttemptSucceeded?: string | undefined;
  LatestDeliveryAttemptSucceeded?: string | undefined;
  TimeLoggingStarted?: string | undefined;
  TimeLoggingStopped?: string | undefined;
}

export interface ListTrailsRequest {
  NextToken?: string | undefined;
}

export interface ListTrailsResponse {
  Trails?: Trails | undefined;
  NextToken?: string | undefined;
}

export interface LookupAttribute {
  AttributeKey: LookupAttributeKey;
  AttributeValue: string;
}

export type LookupAttributeKey = "EventId" | "EventName" | "ReadOnly" | "Username" | "ResourceType" | "ResourceName" | "EventSource" | "AccessKeyId";

export type LookupAttributesList = readonly LookupAttribute[];

export interface LookupEventsRequest {
  LookupAttributes?: LookupAttributesList | undefined;
  StartTime?: Date | undefined;
  EndTime?: Date | undefined;
  EventCategory?: EventCategory | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface LookupEventsResponse {
  Events?: EventsList | undefined;
  NextToken?: string | undefined;
}

export type Operator = readonly string[];

export interface PutEventSelectorsRequest {
  TrailName: string;
  EventSelectors?: EventSelectors | undefined;
  AdvancedEventSelectors?: AdvancedEventSelectors | undefined;
}

export interface PutEventSelectorsResponse {
  TrailARN?: string | undefined;
  EventSelectors?: EventSelectors | undefined;
  AdvancedEventSelectors?: AdvancedEventSelectors | undefined;
}

export type ReadWriteType = "ReadOnly" | "WriteOnly" | "All";

export interface Resource {
  ResourceType?: string | undefined;
  ResourceName?: string | undefined;
}

export type ResourceList = readonly Resource[];

export interface StartLoggingRequest {
  Name: string;
}

export interface StartLoggingResponse {}

export interface StopLoggingRequest {
  Name: string;
}

export interface StopLoggingResponse {}

export interface Tag {
  Key: string;
  Value?: string | undefined;
}

export type TagsList = readonly Tag[];

export interface Trail {
  Name?: string | undefined;
  S3BucketName?: string | undefined;
  S3KeyPrefix?: string | undefined;
  SnsTopicName?: string | undefined;
  SnsTopicARN?: string | undefined;
  IncludeGlobalServiceEvents?: boolean | undefined;
  IsMultiRegionTrail?: boolean | undefined;
  HomeRegion?: string | undefined;
  TrailARN?: string | undefined;
  LogFileValidationEnabled?: boolean | undefined;
  CloudWatchLogsLogGroupArn?: string | undefined;
  CloudWatchLogsRoleArn?: string | undefined;
  KmsKeyId?: string | undefined;
  HasCustomEventSelectors?: boolean | undefined;
  HasInsightSelectors?: boolean | undefined;
  IsOrganizationTrail?: boolean | undefined;
}

export interface TrailInfo {
  TrailARN?: string | undefined;
  Name?: string | undefined;
  HomeRegion?: string | undefined;
}

export type TrailList = readonly Trail[];

export type TrailNameList = readonly string[];

export type Trails = readonly TrailInfo[];

export interface UpdateTrailRequest {
  Name: string;
  S3BucketName?: string | undefined;
  S3KeyPrefix?: string | undefined;
  SnsTopicName?: string | undefined;
  IncludeGlobalServiceEvents?: boolean | undefined;
  IsMultiRegionTrail?: boolean | undefined;
  EnableLogFileValidation?: boolean | undefined;
  CloudWatchLogsLogGroupArn?: string | undefined;
  CloudWatchLogsRoleArn?: string | undefined;
  KmsKeyId?: string | undefined;
  IsOrganizationTrail?: boolean | undefined;
}

export interface UpdateTrailResponse {
  Name?: string | undefined;
  S3BucketName?: string | undefined;
  S3KeyPrefix?: string | undefined;
  SnsTopicName?: string | undefined;
  SnsTopicARN?: string | undefined;
  IncludeGlobalServiceEvents?: boolean | undefined;
  IsMultiRegionTrail?: boolean | undefined;
  TrailARN?: string | undefined;
  LogFileValidationEnabled?: boolean | undefined;
  CloudWatchLogsLogGroupArn?: string | undefined;
  CloudWatchLogsRoleArn?: string | undefined;
  KmsKeyId?: string | undefined;
  IsOrganizationTrail?: boolean | undefined;
}

export interface Operations {
  CreateTrail: { input: CreateTrailRequest; output: CreateTrailResponse };
  DeleteTrail: { input: DeleteTrailRequest; output: DeleteTrailResponse };
  DescribeTrails: { input: DescribeTrailsRequest; output: DescribeTrailsResponse };
  GetEventSelectors: { input: GetEventSelectorsRequest; output: GetEventSelectorsResponse };
  GetTrail: { input: GetTrailRequest; output: GetTrailResponse };
  GetTrailStatus: { input: GetTrailStatusRequest; output: GetTrailStatusResponse };
  ListTrails: { input: ListTrailsRequest; output: ListTrailsResponse };
  LookupEvents: { input: LookupEventsRequest; output: LookupEventsResponse };
  PutEventSelectors: { input: PutEventSelectorsRequest; output: PutEventSelectorsResponse };
  StartLogging: { input: StartLoggingRequest; output: StartLoggingResponse };
  StopLogging: { input: StopLoggingRequest; output: StopLoggingResponse };
  UpdateTrail: { input: UpdateTrailRequest; output: UpdateTrailResponse };
}
