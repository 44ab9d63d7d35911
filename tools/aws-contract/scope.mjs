/** Which operations of which interface Carillon answers; the generator reads the rest of each out of Debian's `awscli`. */

const CHIME = `
AssociatePhoneNumberWithUser AssociateSigninDelegateGroupsWithAccount BatchCreateRoomMembership BatchDeletePhoneNumber BatchSuspendUser BatchUnsuspendUser
BatchUpdatePhoneNumber BatchUpdateUser CreateAccount CreateBot CreateMeetingDialOut CreatePhoneNumberOrder CreateRoom CreateRoomMembership CreateUser DeleteAccount
DeleteEventsConfiguration DeletePhoneNumber DeleteRoom DeleteRoomMembership DisassociatePhoneNumberFromUser DisassociateSigninDelegateGroupsFromAccount GetAccount
GetAccountSettings GetBot GetEventsConfiguration GetGlobalSettings GetPhoneNumber GetPhoneNumberOrder GetPhoneNumberSettings GetRetentionSettings GetRoom GetUser
GetUserSettings InviteUsers ListAccounts ListBots ListPhoneNumberOrders ListPhoneNumbers ListRoomMemberships ListRooms ListSupportedPhoneNumberCountries ListUsers
LogoutUser PutEventsConfiguration PutRetentionSettings RedactConversationMessage RedactRoomMessage RegenerateSecurityToken ResetPersonalPIN RestorePhoneNumber
SearchAvailablePhoneNumbers UpdateAccount UpdateAccountSettings UpdateBot UpdateGlobalSettings UpdatePhoneNumber UpdatePhoneNumberSettings UpdateRoom
UpdateRoomMembership UpdateUser UpdateUserSettings`;

/** What newer packages moved to chime-sdk-meetings or dropped, and older SDKs and the AWS CLI still call as `chime`. */
const CHIME_MEETINGS = `
BatchCreateAttendee CreateAttendee CreateMeeting CreateMeetingWithAttendees DeleteAttendee DeleteMeeting GetAttendee GetMeeting ListAttendeeTags ListAttendees
ListMeetingTags ListMeetings ListTagsForResource StartMeetingTranscription StopMeetingTranscription TagAttendee TagMeeting TagResource UntagAttendee UntagMeeting
UntagResource`;

const SDK_MEETINGS = `
BatchCreateAttendee BatchUpdateAttendeeCapabilitiesExcept CreateAttendee CreateMeeting CreateMeetingWithAttendees DeleteAttendee DeleteMeeting GetAttendee GetMeeting
ListAttendees ListTagsForResource StartMeetingTranscription StopMeetingTranscription TagResource UntagResource UpdateAttendeeCapabilities`;

const IAM = `
AddUserToGroup AttachGroupPolicy AttachRolePolicy AttachUserPolicy ChangePassword CreateAccessKey CreateAccountAlias CreateGroup CreateLoginProfile CreatePolicy
CreatePolicyVersion CreateRole CreateServiceLinkedRole CreateUser CreateVirtualMFADevice DeactivateMFADevice DeleteAccessKey DeleteAccountAlias DeleteGroup
DeleteGroupPolicy DeleteLoginProfile DeletePolicy DeletePolicyVersion DeleteRole DeleteRolePermissionsBoundary DeleteRolePolicy DeleteServiceLinkedRole DeleteUser
DeleteUserPermissionsBoundary DeleteUserPolicy DeleteVirtualMFADevice DetachGroupPolicy DetachRolePolicy DetachUserPolicy EnableMFADevice GetAccessKeyLastUsed
GetAccountSummary GetGroup GetGroupPolicy GetLoginProfile GetPolicy GetPolicyVersion GetRole GetRolePolicy GetServiceLinkedRoleDeletionStatus GetUser GetUserPolicy
ListAccessKeys ListAccountAliases ListAttachedGroupPolicies ListAttachedRolePolicies ListAttachedUserPolicies ListEntitiesForPolicy ListGroupPolicies ListGroups
ListGroupsForUser ListMFADevices ListPolicies ListPolicyVersions ListRolePolicies ListRoles ListUserPolicies ListUsers ListVirtualMFADevices
PutGroupPolicy PutRolePermissionsBoundary PutRolePolicy PutUserPermissionsBoundary PutUserPolicy RemoveUserFromGroup SetDefaultPolicyVersion SimulateCustomPolicy
SimulatePrincipalPolicy UpdateAccessKey UpdateAssumeRolePolicy UpdateGroup UpdateLoginProfile UpdateRole UpdateRoleDescription UpdateUser`;

const STS = 'AssumeRole GetAccessKeyInfo GetCallerIdentity GetFederationToken GetSessionToken';

const CLOUDTRAIL = 'CreateTrail DeleteTrail DescribeTrails GetEventSelectors GetTrail GetTrailStatus ListTrails LookupEvents PutEventSelectors StartLogging StopLogging UpdateTrail';

const words = text => text.trim().split(/\s+/);

export const SCOPE = [
  { service: 'chime', version: '2018-05-01', operations: [...words(CHIME), ...words(CHIME_MEETINGS)] },
  { service: 'chime-sdk-meetings', version: '2021-07-15', operations: words(SDK_MEETINGS) },
  { service: 'iam', version: '2010-05-08', operations: words(IAM) },
  { service: 'sts', version: '2011-06-15', operations: words(STS) },
  { service: 'cloudtrail', version: '2013-11-01', operations: words(CLOUDTRAIL) },
];
