// Written by tools/aws-contract/make-contract.mjs; not by hand.
import type { Contract } from '../contract.js';

export const chimeContract: Contract = {
 "service": "chime",
 "version": "2018-05-01",
 "protocol": "rest-json",
 "operations": {
  "AcceptDelegate": {
   "method": "POST",
   "uri": "/delegates/{delegateId}?operation=accept",
   "code": 200,
   "input": "AcceptDelegateRequest",
   "output": "AcceptDelegateResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ConflictException"
   ]
  },
  "ActivateUsers": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users?operation=activate-users",
   "code": 200,
   "input": "ActivateUsersRequest",
   "output": "ActivateUsersResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "AddDomain": {
   "method": "POST",
   "uri": "/accounts/{accountId}/domains",
   "code": 201,
   "input": "AddDomainRequest",
   "output": "AddDomainResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ConflictException"
   ]
  },
  "AssociatePhoneNumberWithUser": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users/{userId}?operation=associate-phone-number",
   "code": 200,
   "input": "AssociatePhoneNumberWithUserRequest",
   "output": "AssociatePhoneNumberWithUserResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "AccessDeniedException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "AssociateSigninDelegateGroupsWithAccount": {
   "method": "POST",
   "uri": "/accounts/{accountId}?operation=associate-signin-delegate-groups",
   "code": 200,
   "input": "AssociateSigninDelegateGroupsWithAccountRequest",
   "output": "AssociateSigninDelegateGroupsWithAccountResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "BatchCreateAttendee": {
   "method": "POST",
   "uri": "/meetings/{meetingId}/attendees?operation=batch-create",
   "code": 201,
   "input": "BatchCreateAttendeeRequest",
   "output": "BatchCreateAttendeeResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ResourceLimitExceededException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "BatchCreateRoomMembership": {
   "method": "POST",
   "uri": "/accounts/{accountId}/rooms/{roomId}/memberships?operation=batch-create",
   "code": 201,
   "input": "BatchCreateRoomMembershipRequest",
   "output": "BatchCreateRoomMembershipResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "BadRequestException",
    "ForbiddenException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "BatchDeletePhoneNumber": {
   "method": "POST",
   "uri": "/phone-numbers?operation=batch-delete",
   "code": 200,
   "input": "BatchDeletePhoneNumberRequest",
   "output": "BatchDeletePhoneNumberResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "BatchSuspendUser": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users?operation=suspend",
   "code": 200,
   "input": "BatchSuspendUserRequest",
   "output": "BatchSuspendUserResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "BatchUnsuspendUser": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users?operation=unsuspend",
   "code": 200,
   "input": "BatchUnsuspendUserRequest",
   "output": "BatchUnsuspendUserResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "BatchUpdatePhoneNumber": {
   "method": "POST",
   "uri": "/phone-numbers?operation=batch-update",
   "code": 200,
   "input": "BatchUpdatePhoneNumberRequest",
   "output": "BatchUpdatePhoneNumberResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "BatchUpdateUser": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users",
   "code": 200,
   "input": "BatchUpdateUserRequest",
   "output": "BatchUpdateUserResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "CreateAccount": {
   "method": "POST",
   "uri": "/accounts",
   "code": 201,
   "input": "CreateAccountRequest",
   "output": "CreateAccountResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "CreateAttendee": {
   "method": "POST",
   "uri": "/meetings/{meetingId}/attendees",
   "code": 201,
   "input": "CreateAttendeeRequest",
   "output": "CreateAttendeeResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ResourceLimitExceededException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "CreateBot": {
   "method": "POST",
   "uri": "/accounts/{accountId}/bots",
   "code": 201,
   "input": "CreateBotRequest",
   "output": "CreateBotResponse",
   "errors": [
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ForbiddenException",
    "BadRequestException",
    "UnauthorizedClientException",
    "ResourceLimitExceededException",
    "NotFoundException",
    "ThrottledClientException"
   ]
  },
  "CreateLegalHold": {
   "method": "POST",
   "uri": "/accounts/{accountId}/legal-holds",
   "code": 201,
   "input": "CreateLegalHoldRequest",
   "output": "CreateLegalHoldResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ConflictException"
   ]
  },
  "CreateMeeting": {
   "method": "POST",
   "uri": "/meetings",
   "code": 201,
   "input": "CreateMeetingRequest",
   "output": "CreateMeetingResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "ResourceLimitExceededException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "CreateMeetingDialOut": {
   "method": "POST",
   "uri": "/meetings/{meetingId}/dial-outs",
   "code": 201,
   "input": "CreateMeetingDialOutRequest",
   "output": "CreateMeetingDialOutResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "ResourceLimitExceededException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "AccessDeniedException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "CreateMeetingWithAttendees": {
   "method": "POST",
   "uri": "/meetings?operation=create-attendees",
   "code": 201,
   "input": "CreateMeetingWithAttendeesRequest",
   "output": "CreateMeetingWithAttendeesResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "ResourceLimitExceededException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "CreatePhoneNumberOrder": {
   "method": "POST",
   "uri": "/phone-number-orders",
   "code": 201,
   "input": "CreatePhoneNumberOrderRequest",
   "output": "CreatePhoneNumberOrderResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "AccessDeniedException",
    "UnauthorizedClientException",
    "ThrottledClientException",
    "ResourceLimitExceededException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "CreateRoom": {
   "method": "POST",
   "uri": "/accounts/{accountId}/rooms",
   "code": 201,
   "input": "CreateRoomRequest",
   "output": "CreateRoomResponse",
   "errors": [
    "NotFoundException",
    "BadRequestException",
    "ForbiddenException",
    "UnauthorizedClientException",
    "ResourceLimitExceededException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "CreateRoomMembership": {
   "method": "POST",
   "uri": "/accounts/{accountId}/rooms/{roomId}/memberships",
   "code": 201,
   "input": "CreateRoomMembershipRequest",
   "output": "CreateRoomMembershipResponse",
   "errors": [
    "ConflictException",
    "UnauthorizedClientException",
    "NotFoundException",
    "BadRequestException",
    "ForbiddenException",
    "ResourceLimitExceededException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "CreateUser": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users?operation=create",
   "code": 201,
   "input": "CreateUserRequest",
   "output": "CreateUserResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ConflictException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "DeleteAccount": {
   "method": "DELETE",
   "uri": "/accounts/{accountId}",
   "code": 204,
   "input": "DeleteAccountRequest",
   "output": "DeleteAccountResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "UnprocessableEntityException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "DeleteAttendee": {
   "method": "DELETE",
   "uri": "/meetings/{meetingId}/attendees/{attendeeId}",
   "code": 204,
   "input": "DeleteAttendeeRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "ThrottledClientException",
    "NotFoundException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "DeleteDelegate": {
   "method": "DELETE",
   "uri": "/accounts/{accountId}/delegates/{delegateId}",
   "code": 204,
   "input": "DeleteDelegateRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "DeleteDomain": {
   "method": "DELETE",
   "uri": "/accounts/{accountId}/domains/{domainName}",
   "code": 204,
   "input": "DeleteDomainRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "DeleteEventsConfiguration": {
   "method": "DELETE",
   "uri": "/accounts/{accountId}/bots/{botId}/events-configuration",
   "code": 204,
   "input": "DeleteEventsConfigurationRequest",
   "errors": [
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ForbiddenException",
    "BadRequestException",
    "UnauthorizedClientException",
    "ResourceLimitExceededException"
   ]
  },
  "DeleteLegalHold": {
   "method": "DELETE",
   "uri": "/accounts/{accountId}/legal-holds/{legalHoldId}",
   "code": 204,
   "input": "DeleteLegalHoldRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "DeleteMeeting": {
   "method": "DELETE",
   "uri": "/meetings/{meetingId}",
   "code": 204,
   "input": "DeleteMeetingRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "ThrottledClientException",
    "NotFoundException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "DeletePhoneNumber": {
   "method": "DELETE",
   "uri": "/phone-numbers/{phoneNumberId}",
   "code": 204,
   "input": "DeletePhoneNumberRequest",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "DeleteRoom": {
   "method": "DELETE",
   "uri": "/accounts/{accountId}/rooms/{roomId}",
   "code": 204,
   "input": "DeleteRoomRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "UnauthorizedClientException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "DeleteRoomMembership": {
   "method": "DELETE",
   "uri": "/accounts/{accountId}/rooms/{roomId}/memberships/{memberId}",
   "code": 204,
   "input": "DeleteRoomMembershipRequest",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "BadRequestException",
    "ForbiddenException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "DisassociatePhoneNumberFromUser": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users/{userId}?operation=disassociate-phone-number",
   "code": 200,
   "input": "DisassociatePhoneNumberFromUserRequest",
   "output": "DisassociatePhoneNumberFromUserResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "DisassociateSigninDelegateGroupsFromAccount": {
   "method": "POST",
   "uri": "/accounts/{accountId}?operation=disassociate-signin-delegate-groups",
   "code": 200,
   "input": "DisassociateSigninDelegateGroupsFromAccountRequest",
   "output": "DisassociateSigninDelegateGroupsFromAccountResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "GetAccount": {
   "method": "GET",
   "uri": "/accounts/{accountId}",
   "code": 200,
   "input": "GetAccountRequest",
   "output": "GetAccountResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "GetAccountResource": {
   "method": "GET",
   "uri": "/accounts/{accountId}/resource",
   "code": 200,
   "input": "GetAccountResourceRequest",
   "output": "GetAccountResourceResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "GetAccountSettings": {
   "method": "GET",
   "uri": "/accounts/{accountId}/settings",
   "code": 200,
   "input": "GetAccountSettingsRequest",
   "output": "GetAccountSettingsResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "BadRequestException",
    "ForbiddenException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "GetAttendee": {
   "method": "GET",
   "uri": "/meetings/{meetingId}/attendees/{attendeeId}",
   "code": 200,
   "input": "GetAttendeeRequest",
   "output": "GetAttendeeResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "GetBot": {
   "method": "GET",
   "uri": "/accounts/{accountId}/bots/{botId}",
   "code": 200,
   "input": "GetBotRequest",
   "output": "GetBotResponse",
   "errors": [
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ForbiddenException",
    "UnauthorizedClientException",
    "NotFoundException",
    "BadRequestException",
    "ThrottledClientException"
   ]
  },
  "GetDomain": {
   "method": "GET",
   "uri": "/accounts/{accountId}/domains/{domainName}",
   "code": 200,
   "input": "GetDomainRequest",
   "output": "GetDomainResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "GetEventsConfiguration": {
   "method": "GET",
   "uri": "/accounts/{accountId}/bots/{botId}/events-configuration",
   "code": 200,
   "input": "GetEventsConfigurationRequest",
   "output": "GetEventsConfigurationResponse",
   "errors": [
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ForbiddenException",
    "BadRequestException",
    "UnauthorizedClientException",
    "ResourceLimitExceededException",
    "NotFoundException"
   ]
  },
  "GetGlobalSettings": {
   "method": "GET",
   "uri": "/settings",
   "code": 200,
   "output": "GetGlobalSettingsResponse",
   "errors": [
    "UnauthorizedClientException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "GetMeeting": {
   "method": "GET",
   "uri": "/meetings/{meetingId}",
   "code": 200,
   "input": "GetMeetingRequest",
   "output": "GetMeetingResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "GetPhoneNumber": {
   "method": "GET",
   "uri": "/phone-numbers/{phoneNumberId}",
   "code": 200,
   "input": "GetPhoneNumberRequest",
   "output": "GetPhoneNumberResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "GetPhoneNumberOrder": {
   "method": "GET",
   "uri": "/phone-number-orders/{phoneNumberOrderId}",
   "code": 200,
   "input": "GetPhoneNumberOrderRequest",
   "output": "GetPhoneNumberOrderResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "GetPhoneNumberSettings": {
   "method": "GET",
   "uri": "/settings/phone-number",
   "code": 200,
   "output": "GetPhoneNumberSettingsResponse",
   "errors": [
    "UnauthorizedClientException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "GetRetentionSettings": {
   "method": "GET",
   "uri": "/accounts/{accountId}/retention-settings",
   "code": 200,
   "input": "GetRetentionSettingsRequest",
   "output": "GetRetentionSettingsResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "BadRequestException",
    "ForbiddenException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "GetRoom": {
   "method": "GET",
   "uri": "/accounts/{accountId}/rooms/{roomId}",
   "code": 200,
   "input": "GetRoomRequest",
   "output": "GetRoomResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "UnauthorizedClientException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "GetUser": {
   "method": "GET",
   "uri": "/accounts/{accountId}/users/{userId}",
   "code": 200,
   "input": "GetUserRequest",
   "output": "GetUserResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "GetUserActivityReportData": {
   "method": "GET",
   "uri": "/accounts/{accountId}/users/{userId}/activity",
   "code": 200,
   "input": "GetUserActivityReportDataRequest",
   "output": "GetUserActivityReportDataResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "GetUserByEmail": {
   "method": "GET",
   "uri": "/accounts/{accountId}/user-by-email",
   "code": 200,
   "input": "GetUserByEmailRequest",
   "output": "GetUserByEmailResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "GetUserSettings": {
   "method": "GET",
   "uri": "/accounts/{accountId}/users/{userId}/settings",
   "code": 200,
   "input": "GetUserSettingsRequest",
   "output": "GetUserSettingsResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "ImportRoom": {
   "method": "POST",
   "uri": "/accounts/{accountId}/rooms?operation=import",
   "code": 200,
   "input": "ImportRoomRequest",
   "output": "ImportRoomResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ResourceLimitExceededException"
   ]
  },
  "ImportUsers": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users?operation=import",
   "code": 200,
   "input": "ImportUsersRequest",
   "output": "ImportUsersResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "InviteDelegate": {
   "method": "POST",
   "uri": "/accounts/{accountId}/delegates",
   "code": 201,
   "input": "InviteDelegateRequest",
   "output": "InviteDelegateResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ConflictException"
   ]
  },
  "InviteUsers": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users?operation=add",
   "code": 201,
   "input": "InviteUsersRequest",
   "output": "InviteUsersResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "ListAccountSummaries": {
   "method": "GET",
   "uri": "/account-summaries",
   "code": 200,
   "input": "ListAccountSummariesRequest",
   "output": "ListAccountSummariesResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "ListAccounts": {
   "method": "GET",
   "uri": "/accounts",
   "code": 200,
   "input": "ListAccountsRequest",
   "output": "ListAccountsResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "ListAttendeeTags": {
   "method": "GET",
   "uri": "/meetings/{meetingId}/attendees/{attendeeId}/tags",
   "code": 200,
   "input": "ListAttendeeTagsRequest",
   "output": "ListAttendeeTagsResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "ListAttendees": {
   "method": "GET",
   "uri": "/meetings/{meetingId}/attendees",
   "code": 200,
   "input": "ListAttendeesRequest",
   "output": "ListAttendeesResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "RetrieveBotDeliveries": {
   "method": "GET",
   "uri": "/accounts/{accountId}/bots/{botId}/deliveries",
   "code": 200,
   "input": "RetrieveBotDeliveriesRequest",
   "output": "RetrieveBotDeliveriesResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "ListBots": {
   "method": "GET",
   "uri": "/accounts/{accountId}/bots",
   "code": 200,
   "input": "ListBotsRequest",
   "output": "ListBotsResponse",
   "errors": [
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ForbiddenException",
    "UnauthorizedClientException",
    "BadRequestException",
    "NotFoundException",
    "ThrottledClientException"
   ]
  },
  "ListDelegates": {
   "method": "GET",
   "uri": "/accounts/{accountId}/delegates",
   "code": 200,
   "input": "ListDelegatesRequest",
   "output": "ListDelegatesResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "ListDomains": {
   "method": "GET",
   "uri": "/accounts/{accountId}/domains",
   "code": 200,
   "input": "ListDomainsRequest",
   "output": "ListDomainsResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "ListLegalHolds": {
   "method": "GET",
   "uri": "/accounts/{accountId}/legal-holds",
   "code": 200,
   "input": "ListLegalHoldsRequest",
   "output": "ListLegalHoldsResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "ListMeetingTags": {
   "method": "GET",
   "uri": "/meetings/{meetingId}/tags",
   "code": 200,
   "input": "ListMeetingTagsRequest",
   "output": "ListMeetingTagsResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "ListMeetings": {
   "method": "GET",
   "uri": "/meetings",
   "code": 200,
   "input": "ListMeetingsRequest",
   "output": "ListMeetingsResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "ListPhoneNumberOrders": {
   "method": "GET",
   "uri": "/phone-number-orders",
   "code": 200,
   "input": "ListPhoneNumberOrdersRequest",
   "output": "ListPhoneNumberOrdersResponse",
   "errors": [
    "UnauthorizedClientException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "ListPhoneNumbers": {
   "method": "GET",
   "uri": "/phone-numbers",
   "code": 200,
   "input": "ListPhoneNumbersRequest",
   "output": "ListPhoneNumbersResponse",
   "errors": [
    "UnauthorizedClientException",
    "ForbiddenException",
    "BadRequestException",
    "NotFoundException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "ListRoomMemberships": {
   "method": "GET",
   "uri": "/accounts/{accountId}/rooms/{roomId}/memberships",
   "code": 200,
   "input": "ListRoomMembershipsRequest",
   "output": "ListRoomMembershipsResponse",
   "errors": [
    "NotFoundException",
    "BadRequestException",
    "ForbiddenException",
    "UnauthorizedClientException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "ListRooms": {
   "method": "GET",
   "uri": "/accounts/{accountId}/rooms",
   "code": 200,
   "input": "ListRoomsRequest",
   "output": "ListRoomsResponse",
   "errors": [
    "NotFoundException",
    "BadRequestException",
    "ForbiddenException",
    "UnauthorizedClientException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "ListSupportedPhoneNumberCountries": {
   "method": "GET",
   "uri": "/phone-number-countries",
   "code": 200,
   "input": "ListSupportedPhoneNumberCountriesRequest",
   "output": "ListSupportedPhoneNumberCountriesResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "AccessDeniedException",
    "UnauthorizedClientException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "ListTagsForResource": {
   "method": "GET",
   "uri": "/tags",
   "code": 200,
   "input": "ListTagsForResourceRequest",
   "output": "ListTagsForResourceResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "ListUsers": {
   "method": "GET",
   "uri": "/accounts/{accountId}/users",
   "code": 200,
   "input": "ListUsersRequest",
   "output": "ListUsersResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "LogoutUser": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users/{userId}?operation=logout",
   "code": 204,
   "input": "LogoutUserRequest",
   "output": "LogoutUserResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "MigrateUsers": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users?operation=migrate",
   "code": 200,
   "input": "MigrateUsersRequest",
   "output": "MigrateUsersResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "PutEventsConfiguration": {
   "method": "PUT",
   "uri": "/accounts/{accountId}/bots/{botId}/events-configuration",
   "code": 201,
   "input": "PutEventsConfigurationRequest",
   "output": "PutEventsConfigurationResponse",
   "errors": [
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ForbiddenException",
    "BadRequestException",
    "UnauthorizedClientException",
    "ResourceLimitExceededException",
    "NotFoundException"
   ]
  },
  "PutRetentionSettings": {
   "method": "PUT",
   "uri": "/accounts/{accountId}/retention-settings",
   "code": 204,
   "input": "PutRetentionSettingsRequest",
   "output": "PutRetentionSettingsResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "BadRequestException",
    "ForbiddenException",
    "ConflictException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "RedactConversationMessage": {
   "method": "POST",
   "uri": "/accounts/{accountId}/conversations/{conversationId}/messages/{messageId}?operation=redact",
   "code": 200,
   "input": "RedactConversationMessageRequest",
   "output": "RedactConversationMessageResponse",
   "errors": [
    "NotFoundException",
    "ForbiddenException",
    "UnauthorizedClientException",
    "ThrottledClientException",
    "BadRequestException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "RedactRoomMessage": {
   "method": "POST",
   "uri": "/accounts/{accountId}/rooms/{roomId}/messages/{messageId}?operation=redact",
   "code": 200,
   "input": "RedactRoomMessageRequest",
   "output": "RedactRoomMessageResponse",
   "errors": [
    "NotFoundException",
    "ForbiddenException",
    "UnauthorizedClientException",
    "ThrottledClientException",
    "BadRequestException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "RedeliverBotEvent": {
   "method": "POST",
   "uri": "/accounts/{accountId}/bots/{botId}/deliveries/{deliveryId}?operation=redeliver",
   "code": 201,
   "input": "RedeliverBotEventRequest",
   "output": "RedeliverBotEventResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ConflictException"
   ]
  },
  "RegenerateSecurityToken": {
   "method": "POST",
   "uri": "/accounts/{accountId}/bots/{botId}?operation=regenerate-security-token",
   "code": 200,
   "input": "RegenerateSecurityTokenRequest",
   "output": "RegenerateSecurityTokenResponse",
   "errors": [
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ForbiddenException",
    "BadRequestException",
    "UnauthorizedClientException",
    "NotFoundException",
    "ThrottledClientException"
   ]
  },
  "RenameAccount": {
   "method": "POST",
   "uri": "/accounts/{accountId}?operation=rename",
   "code": 200,
   "input": "RenameAccountRequest",
   "output": "RenameAccountResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "RenewDelegate": {
   "method": "POST",
   "uri": "/accounts/{accountId}/delegates/{delegateId}?operation=renew",
   "code": 200,
   "input": "RenewDelegateRequest",
   "output": "RenewDelegateResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ConflictException"
   ]
  },
  "ResetPersonalPIN": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users/{userId}?operation=reset-personal-pin",
   "code": 200,
   "input": "ResetPersonalPINRequest",
   "output": "ResetPersonalPINResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "RestorePhoneNumber": {
   "method": "POST",
   "uri": "/phone-numbers/{phoneNumberId}?operation=restore",
   "code": 200,
   "input": "RestorePhoneNumberRequest",
   "output": "RestorePhoneNumberResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ResourceLimitExceededException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "RetrieveDataExports": {
   "method": "GET",
   "uri": "/accounts/{accountId}/data-exports",
   "code": 200,
   "input": "RetrieveDataExportsRequest",
   "output": "RetrieveDataExportsResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "SearchAvailablePhoneNumbers": {
   "method": "GET",
   "uri": "/search?type=phone-numbers",
   "code": 200,
   "input": "SearchAvailablePhoneNumbersRequest",
   "output": "SearchAvailablePhoneNumbersResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "AccessDeniedException",
    "UnauthorizedClientException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "SearchUsers": {
   "method": "GET",
   "uri": "/accounts/{accountId}/user-search",
   "code": 200,
   "input": "SearchUsersRequest",
   "output": "SearchUsersResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "StartDataExport": {
   "method": "POST",
   "uri": "/accounts/{accountId}/data-exports",
   "code": 201,
   "input": "StartDataExportRequest",
   "output": "StartDataExportResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ConflictException"
   ]
  },
  "StartMeetingTranscription": {
   "method": "POST",
   "uri": "/meetings/{meetingId}/transcription?operation=start",
   "code": 200,
   "input": "StartMeetingTranscriptionRequest",
   "output": "StartMeetingTranscriptionResponse",
   "errors": [
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ResourceLimitExceededException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "UnprocessableEntityException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "StopMeetingTranscription": {
   "method": "POST",
   "uri": "/meetings/{meetingId}/transcription?operation=stop",
   "code": 200,
   "input": "StopMeetingTranscriptionRequest",
   "output": "StopMeetingTranscriptionResponse",
   "errors": [
    "ForbiddenException",
    "NotFoundException",
    "BadRequestException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "UnprocessableEntityException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "SubmitSupportRequest": {
   "method": "POST",
   "uri": "/support-requests",
   "code": 201,
   "input": "SubmitSupportRequestRequest",
   "output": "SubmitSupportRequestResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "SuspendUsers": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users?operation=suspend-users",
   "code": 200,
   "input": "SuspendUsersRequest",
   "output": "SuspendUsersResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "TagAttendee": {
   "method": "POST",
   "uri": "/meetings/{meetingId}/attendees/{attendeeId}/tags?operation=add",
   "code": 204,
   "input": "TagAttendeeRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ResourceLimitExceededException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "TagMeeting": {
   "method": "POST",
   "uri": "/meetings/{meetingId}/tags?operation=add",
   "code": 204,
   "input": "TagMeetingRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ResourceLimitExceededException",
    "ThrottledClientException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "TagResource": {
   "method": "POST",
   "uri": "/tags?operation=tag-resource",
   "code": 204,
   "input": "TagResourceRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "UntagAttendee": {
   "method": "POST",
   "uri": "/meetings/{meetingId}/attendees/{attendeeId}/tags?operation=delete",
   "code": 204,
   "input": "UntagAttendeeRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "ThrottledClientException",
    "NotFoundException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "UntagMeeting": {
   "method": "POST",
   "uri": "/meetings/{meetingId}/tags?operation=delete",
   "code": 204,
   "input": "UntagMeetingRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "ThrottledClientException",
    "NotFoundException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "UntagResource": {
   "method": "POST",
   "uri": "/tags?operation=untag-resource",
   "code": 204,
   "input": "UntagResourceRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "UnauthorizedClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "UpdateAccount": {
   "method": "POST",
   "uri": "/accounts/{accountId}",
   "code": 200,
   "input": "UpdateAccountRequest",
   "output": "UpdateAccountResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "UpdateAccountResource": {
   "method": "PUT",
   "uri": "/accounts/{accountId}/resource",
   "code": 200,
   "input": "UpdateAccountResourceRequest",
   "output": "UpdateAccountResourceResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "UpdateAccountSettings": {
   "method": "PUT",
   "uri": "/accounts/{accountId}/settings",
   "code": 204,
   "input": "UpdateAccountSettingsRequest",
   "output": "UpdateAccountSettingsResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "BadRequestException",
    "ForbiddenException",
    "ConflictException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "UpdateBot": {
   "method": "POST",
   "uri": "/accounts/{accountId}/bots/{botId}",
   "code": 200,
   "input": "UpdateBotRequest",
   "output": "UpdateBotResponse",
   "errors": [
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ForbiddenException",
    "BadRequestException",
    "UnauthorizedClientException",
    "NotFoundException",
    "ThrottledClientException"
   ]
  },
  "UpdateGlobalSettings": {
   "method": "PUT",
   "uri": "/settings",
   "code": 204,
   "input": "UpdateGlobalSettingsRequest",
   "errors": [
    "UnauthorizedClientException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "UpdatePhoneNumber": {
   "method": "POST",
   "uri": "/phone-numbers/{phoneNumberId}",
   "code": 200,
   "input": "UpdatePhoneNumberRequest",
   "output": "UpdatePhoneNumberResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ConflictException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "UpdatePhoneNumberSettings": {
   "method": "PUT",
   "uri": "/settings/phone-number",
   "code": 204,
   "input": "UpdatePhoneNumberSettingsRequest",
   "errors": [
    "UnauthorizedClientException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "UpdateRoom": {
   "method": "POST",
   "uri": "/accounts/{accountId}/rooms/{roomId}",
   "code": 200,
   "input": "UpdateRoomRequest",
   "output": "UpdateRoomResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "UnauthorizedClientException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "UpdateRoomMembership": {
   "method": "POST",
   "uri": "/accounts/{accountId}/rooms/{roomId}/memberships/{memberId}",
   "code": 200,
   "input": "UpdateRoomMembershipRequest",
   "output": "UpdateRoomMembershipResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "BadRequestException",
    "ForbiddenException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "UpdateSupportedLicenses": {
   "method": "PUT",
   "uri": "/accounts/{accountId}/supported-licenses",
   "code": 200,
   "input": "UpdateSupportedLicensesRequest",
   "output": "UpdateSupportedLicensesResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "UpdateUser": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users/{userId}",
   "code": 200,
   "input": "UpdateUserRequest",
   "output": "UpdateUserResponse",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "UpdateUserLicenses": {
   "method": "POST",
   "uri": "/accounts/{accountId}/users?operation=update-licenses",
   "code": 200,
   "input": "UpdateUserLicensesRequest",
   "output": "UpdateUserLicensesResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottledClientException",
    "UnauthorizedClientException"
   ]
  },
  "UpdateUserSettings": {
   "method": "PUT",
   "uri": "/accounts/{accountId}/users/{userId}/settings",
   "code": 204,
   "input": "UpdateUserSettingsRequest",
   "errors": [
    "UnauthorizedClientException",
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "ThrottledClientException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  }
 },
 "shapes": {
  "AcceptDelegateRequest": {
   "type": "structure",
   "required": [
    "DelegateId"
   ],
   "members": {
    "DelegateId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "delegateId"
    }
   }
  },
  "AcceptDelegateResponse": {
   "type": "structure",
   "members": {
    "Delegate": {
     "shape": "Delegate"
    }
   }
  },
  "Account": {
   "type": "structure",
   "required": [
    "AwsAccountId",
    "AccountId",
    "Name"
   ],
   "members": {
    "AwsAccountId": {
     "shape": "String"
    },
    "AccountId": {
     "shape": "String"
    },
    "Name": {
     "shape": "String"
    },
    "AccountType": {
     "shape": "AccountType"
    },
    "CreatedTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "DefaultLicense": {
     "shape": "License"
    },
    "SupportedLicenses": {
     "shape": "LicenseList"
    },
    "AccountStatus": {
     "shape": "AccountStatus"
    },
    "SigninDelegateGroups": {
     "shape": "SigninDelegateGroupList"
    }
   }
  },
  "AccountList": {
   "type": "list",
   "of": "Account"
  },
  "AccountName": {
   "type": "string",
   "min": 1,
   "max": 100,
   "pattern": ".*\\S.*"
  },
  "AccountResource": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString"
    },
    "MeetingRegions": {
     "shape": "MeetingRegions"
    },
    "AvailableRegions": {
     "shape": "MediaRegionList"
    }
   }
  },
  "AccountSettings": {
   "type": "structure",
   "members": {
    "DisableRemoteControl": {
     "shape": "Boolean"
    },
    "EnableDialOut": {
     "shape": "Boolean"
    }
   }
  },
  "AccountStatus": {
   "type": "string",
   "enum": [
    "Suspended",
    "Active"
   ]
  },
  "AccountSummary": {
   "type": "structure",
   "required": [
    "Account",
    "UserCount"
   ],
   "members": {
    "Account": {
     "shape": "Account"
    },
    "UserCount": {
     "shape": "Integer"
    },
    "DisabledTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "DeletionTimestamp": {
     "shape": "Iso8601Timestamp"
    }
   }
  },
  "AccountSummaryList": {
   "type": "list",
   "of": "AccountSummary"
  },
  "AccountSummaryStatus": {
   "type": "string",
   "enum": [
    "Active",
    "Disabled"
   ]
  },
  "AccountType": {
   "type": "string",
   "enum": [
    "Team",
    "EnterpriseDirectory",
    "EnterpriseLWA",
    "EnterpriseOIDC"
   ]
  },
  "ActivateUsersRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserIdList"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserIdList": {
     "shape": "UserIdList"
    }
   }
  },
  "ActivateUsersResponse": {
   "type": "structure",
   "members": {
    "UserErrors": {
     "shape": "UserErrorList"
    }
   }
  },
  "AddDomainRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "DomainName"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "DomainName": {
     "shape": "DomainName"
    }
   }
  },
  "AddDomainResponse": {
   "type": "structure",
   "members": {
    "Domain": {
     "shape": "Domain"
    }
   }
  },
  "AlexaForBusinessMetadata": {
   "type": "structure",
   "members": {
    "IsAlexaForBusinessEnabled": {
     "shape": "Boolean"
    },
    "AlexaForBusinessRoomArn": {
     "shape": "SensitiveString"
    }
   }
  },
  "Alpha2CountryCode": {
   "type": "string",
   "pattern": "[A-Z]{2}"
  },
  "Arn": {
   "type": "string",
   "min": 1,
   "max": 1024,
   "pattern": "^arn[\\/\\:\\-\\_\\.a-zA-Z0-9]+$",
   "sensitive": true
  },
  "AssociatePhoneNumberWithUserRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserId",
    "E164PhoneNumber"
   ],
   "members": {
    "AccountId": {
     "shape": "String",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserId": {
     "shape": "String",
     "location": "uri",
     "locationName": "userId"
    },
    "E164PhoneNumber": {
     "shape": "E164PhoneNumber"
    }
   }
  },
  "AssociatePhoneNumberWithUserResponse": {
   "type": "structure",
   "members": {}
  },
  "AssociateSigninDelegateGroupsWithAccountRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "SigninDelegateGroups"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "SigninDelegateGroups": {
     "shape": "SigninDelegateGroupList"
    }
   }
  },
  "AssociateSigninDelegateGroupsWithAccountResponse": {
   "type": "structure",
   "members": {}
  },
  "Attendee": {
   "type": "structure",
   "members": {
    "ExternalUserId": {
     "shape": "ExternalUserIdType"
    },
    "AttendeeId": {
     "shape": "GuidString"
    },
    "JoinToken": {
     "shape": "JoinTokenString"
    }
   }
  },
  "AttendeeList": {
   "type": "list",
   "of": "Attendee"
  },
  "AttendeeTagKeyList": {
   "type": "list",
   "of": "TagKey",
   "min": 1,
   "max": 10
  },
  "AttendeeTagList": {
   "type": "list",
   "of": "Tag",
   "min": 1,
   "max": 10
  },
  "AwsAccountId": {
   "type": "string",
   "pattern": "\\d{12}"
  },
  "BatchCreateAttendeeErrorList": {
   "type": "list",
   "of": "CreateAttendeeError"
  },
  "BatchCreateAttendeeRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "Attendees"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    },
    "Attendees": {
     "shape": "CreateAttendeeRequestItemList"
    }
   }
  },
  "BatchCreateAttendeeResponse": {
   "type": "structure",
   "members": {
    "Attendees": {
     "shape": "AttendeeList"
    },
    "Errors": {
     "shape": "BatchCreateAttendeeErrorList"
    }
   }
  },
  "BatchCreateRoomMembershipRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "RoomId",
    "MembershipItemList"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "RoomId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "roomId"
    },
    "MembershipItemList": {
     "shape": "MembershipItemList"
    }
   }
  },
  "BatchCreateRoomMembershipResponse": {
   "type": "structure",
   "members": {
    "Errors": {
     "shape": "MemberErrorList"
    }
   }
  },
  "BatchDeletePhoneNumberRequest": {
   "type": "structure",
   "required": [
    "PhoneNumberIds"
   ],
   "members": {
    "PhoneNumberIds": {
     "shape": "NonEmptyStringList"
    }
   }
  },
  "BatchDeletePhoneNumberResponse": {
   "type": "structure",
   "members": {
    "PhoneNumberErrors": {
     "shape": "PhoneNumberErrorList"
    }
   }
  },
  "BatchSuspendUserRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserIdList"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserIdList": {
     "shape": "UserIdList"
    }
   }
  },
  "BatchSuspendUserResponse": {
   "type": "structure",
   "members": {
    "UserErrors": {
     "shape": "UserErrorList"
    }
   }
  },
  "BatchUnsuspendUserRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserIdList"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserIdList": {
     "shape": "UserIdList"
    }
   }
  },
  "BatchUnsuspendUserResponse": {
   "type": "structure",
   "members": {
    "UserErrors": {
     "shape": "UserErrorList"
    }
   }
  },
  "BatchUpdatePhoneNumberRequest": {
   "type": "structure",
   "required": [
    "UpdatePhoneNumberRequestItems"
   ],
   "members": {
    "UpdatePhoneNumberRequestItems": {
     "shape": "UpdatePhoneNumberRequestItemList"
    }
   }
  },
  "BatchUpdatePhoneNumberResponse": {
   "type": "structure",
   "members": {
    "PhoneNumberErrors": {
     "shape": "PhoneNumberErrorList"
    }
   }
  },
  "BatchUpdateUserRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UpdateUserRequestItems"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UpdateUserRequestItems": {
     "shape": "UpdateUserRequestItemList"
    }
   }
  },
  "BatchUpdateUserResponse": {
   "type": "structure",
   "members": {
    "UserErrors": {
     "shape": "UserErrorList"
    }
   }
  },
  "Boolean": {
   "type": "boolean"
  },
  "Bot": {
   "type": "structure",
   "members": {
    "BotId": {
     "shape": "String"
    },
    "UserId": {
     "shape": "String"
    },
    "DisplayName": {
     "shape": "SensitiveString"
    },
    "BotType": {
     "shape": "BotType"
    },
    "Disabled": {
     "shape": "NullableBoolean"
    },
    "CreatedTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "UpdatedTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "BotEmail": {
     "shape": "SensitiveString"
    },
    "SecurityToken": {
     "shape": "SensitiveString"
    }
   }
  },
  "BotDelivery": {
   "type": "structure",
   "required": [
    "DeliveryId",
    "BotId",
    "EventType",
    "State"
   ],
   "members": {
    "DeliveryId": {
     "shape": "NonEmptyString"
    },
    "BotId": {
     "shape": "NonEmptyString"
    },
    "RoomId": {
     "shape": "NonEmptyString"
    },
    "EventType": {
     "shape": "BotEventType"
    },
    "State": {
     "shape": "BotDeliveryState"
    },
    "Reason": {
     "shape": "String"
    },
    "Body": {
     "shape": "SensitiveString"
    },
    "EventTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "CompletedTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "Attempts": {
     "shape": "BotDeliveryAttemptList"
    },
    "RedeliveryOf": {
     "shape": "NonEmptyString"
    }
   }
  },
  "BotDeliveryAttempt": {
   "type": "structure",
   "required": [
    "Timestamp",
    "DurationMilliseconds"
   ],
   "members": {
    "Timestamp": {
     "shape": "Iso8601Timestamp"
    },
    "StatusCode": {
     "shape": "Integer"
    },
    "Cause": {
     "shape": "String"
    },
    "DurationMilliseconds": {
     "shape": "Integer"
    }
   }
  },
  "BotDeliveryAttemptList": {
   "type": "list",
   "of": "BotDeliveryAttempt"
  },
  "BotDeliveryList": {
   "type": "list",
   "of": "BotDelivery"
  },
  "BotDeliveryState": {
   "type": "string",
   "enum": [
    "Pending",
    "Delivered",
    "Failed"
   ]
  },
  "BotEventType": {
   "type": "string",
   "enum": [
    "Invite",
    "Mention",
    "Remove"
   ]
  },
  "BotList": {
   "type": "list",
   "of": "Bot"
  },
  "BotType": {
   "type": "string",
   "enum": [
    "ChatBot"
   ]
  },
  "BusinessCallingSettings": {
   "type": "structure",
   "members": {
    "CdrBucket": {
     "shape": "String"
    }
   }
  },
  "CallingName": {
   "type": "string",
   "pattern": "^$|^[a-zA-Z0-9 ]{2,15}$",
   "sensitive": true
  },
  "CallingNameStatus": {
   "type": "string",
   "enum": [
    "Unassigned",
    "UpdateInProgress",
    "UpdateSucceeded",
    "UpdateFailed"
   ]
  },
  "ClientRequestToken": {
   "type": "string",
   "min": 2,
   "max": 64,
   "pattern": "[-_a-zA-Z0-9]*",
   "sensitive": true
  },
  "ConversationRetentionSettings": {
   "type": "structure",
   "members": {
    "RetentionDays": {
     "shape": "RetentionDays"
    }
   }
  },
  "CreateAccountRequest": {
   "type": "structure",
   "required": [
    "Name"
   ],
   "members": {
    "Name": {
     "shape": "AccountName"
    }
   }
  },
  "CreateAccountResponse": {
   "type": "structure",
   "members": {
    "Account": {
     "shape": "Account"
    }
   }
  },
  "CreateAttendeeError": {
   "type": "structure",
   "members": {
    "ExternalUserId": {
     "shape": "ExternalUserIdType"
    },
    "ErrorCode": {
     "shape": "String"
    },
    "ErrorMessage": {
     "shape": "String"
    }
   }
  },
  "CreateAttendeeRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "ExternalUserId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    },
    "ExternalUserId": {
     "shape": "ExternalUserIdType"
    },
    "Tags": {
     "shape": "AttendeeTagList"
    }
   }
  },
  "CreateAttendeeRequestItem": {
   "type": "structure",
   "required": [
    "ExternalUserId"
   ],
   "members": {
    "ExternalUserId": {
     "shape": "ExternalUserIdType"
    },
    "Tags": {
     "shape": "AttendeeTagList"
    }
   }
  },
  "CreateAttendeeRequestItemList": {
   "type": "list",
   "of": "CreateAttendeeRequestItem"
  },
  "CreateAttendeeResponse": {
   "type": "structure",
   "members": {
    "Attendee": {
     "shape": "Attendee"
    }
   }
  },
  "CreateBotRequest": {
   "type": "structure",
   "required": [
    "DisplayName",
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "DisplayName": {
     "shape": "SensitiveString"
    },
    "Domain": {
     "shape": "NonEmptyString"
    }
   }
  },
  "CreateBotResponse": {
   "type": "structure",
   "members": {
    "Bot": {
     "shape": "Bot"
    }
   }
  },
  "CreateLegalHoldRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "TargetType",
    "TargetId",
    "Reason"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "TargetType": {
     "shape": "LegalHoldTarget"
    },
    "TargetId": {
     "shape": "NonEmptyString"
    },
    "Reason": {
     "shape": "LegalHoldReason"
    }
   }
  },
  "CreateLegalHoldResponse": {
   "type": "structure",
   "members": {
    "LegalHold": {
     "shape": "LegalHold"
    }
   }
  },
  "CreateMeetingDialOutRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "FromPhoneNumber",
    "ToPhoneNumber",
    "JoinToken"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    },
    "FromPhoneNumber": {
     "shape": "E164PhoneNumber"
    },
    "ToPhoneNumber": {
     "shape": "E164PhoneNumber"
    },
    "JoinToken": {
     "shape": "JoinTokenString"
    }
   }
  },
  "CreateMeetingDialOutResponse": {
   "type": "structure",
   "members": {
    "TransactionId": {
     "shape": "GuidString"
    }
   }
  },
  "CreateMeetingRequest": {
   "type": "structure",
   "required": [
    "ClientRequestToken"
   ],
   "members": {
    "ClientRequestToken": {
     "shape": "ClientRequestToken"
    },
    "ExternalMeetingId": {
     "shape": "ExternalMeetingIdType"
    },
    "MeetingHostId": {
     "shape": "ExternalUserIdType"
    },
    "MediaRegion": {
     "shape": "String"
    },
    "Tags": {
     "shape": "MeetingTagList"
    },
    "NotificationsConfiguration": {
     "shape": "MeetingNotificationConfiguration"
    }
   }
  },
  "CreateMeetingResponse": {
   "type": "structure",
   "members": {
    "Meeting": {
     "shape": "Meeting"
    }
   }
  },
  "CreateMeetingWithAttendeesRequest": {
   "type": "structure",
   "required": [
    "ClientRequestToken"
   ],
   "members": {
    "ClientRequestToken": {
     "shape": "ClientRequestToken"
    },
    "ExternalMeetingId": {
     "shape": "ExternalMeetingIdType"
    },
    "MeetingHostId": {
     "shape": "ExternalUserIdType"
    },
    "MediaRegion": {
     "shape": "String"
    },
    "Tags": {
     "shape": "MeetingTagList"
    },
    "NotificationsConfiguration": {
     "shape": "MeetingNotificationConfiguration"
    },
    "Attendees": {
     "shape": "CreateMeetingWithAttendeesRequestItemList"
    }
   }
  },
  "CreateMeetingWithAttendeesRequestItemList": {
   "type": "list",
   "of": "CreateAttendeeRequestItem",
   "min": 1,
   "max": 10
  },
  "CreateMeetingWithAttendeesResponse": {
   "type": "structure",
   "members": {
    "Meeting": {
     "shape": "Meeting"
    },
    "Attendees": {
     "shape": "AttendeeList"
    },
    "Errors": {
     "shape": "BatchCreateAttendeeErrorList"
    }
   }
  },
  "CreatePhoneNumberOrderRequest": {
   "type": "structure",
   "required": [
    "ProductType",
    "E164PhoneNumbers"
   ],
   "members": {
    "ProductType": {
     "shape": "PhoneNumberProductType"
    },
    "E164PhoneNumbers": {
     "shape": "E164PhoneNumberList"
    }
   }
  },
  "CreatePhoneNumberOrderResponse": {
   "type": "structure",
   "members": {
    "PhoneNumberOrder": {
     "shape": "PhoneNumberOrder"
    }
   }
  },
  "CreateRoomMembershipRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "RoomId",
    "MemberId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "RoomId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "roomId"
    },
    "MemberId": {
     "shape": "NonEmptyString"
    },
    "Role": {
     "shape": "RoomMembershipRole"
    }
   }
  },
  "CreateRoomMembershipResponse": {
   "type": "structure",
   "members": {
    "RoomMembership": {
     "shape": "RoomMembership"
    }
   }
  },
  "CreateRoomRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "Name"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "Name": {
     "shape": "SensitiveString"
    },
    "ClientRequestToken": {
     "shape": "ClientRequestToken"
    }
   }
  },
  "CreateRoomResponse": {
   "type": "structure",
   "members": {
    "Room": {
     "shape": "Room"
    }
   }
  },
  "CreateUserRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "Username": {
     "shape": "String"
    },
    "Email": {
     "shape": "EmailAddress"
    },
    "UserType": {
     "shape": "UserType"
    }
   }
  },
  "CreateUserResponse": {
   "type": "structure",
   "members": {
    "User": {
     "shape": "User"
    }
   }
  },
  "DataExport": {
   "type": "structure",
   "required": [
    "DataExportId",
    "AccountId",
    "Status"
   ],
   "members": {
    "DataExportId": {
     "shape": "NonEmptyString"
    },
    "AccountId": {
     "shape": "NonEmptyString"
    },
    "Status": {
     "shape": "DataExportStatus"
    },
    "RequestedBy": {
     "shape": "String"
    },
    "RequestedTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "CompletedTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "ExpiresTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "AttachmentCount": {
     "shape": "Integer"
    },
    "Url": {
     "shape": "SensitiveString"
    }
   }
  },
  "DataExportList": {
   "type": "list",
   "of": "DataExport"
  },
  "DataExportStatus": {
   "type": "string",
   "enum": [
    "Pending",
    "Ready",
    "Expired"
   ]
  },
  "Delegate": {
   "type": "structure",
   "required": [
    "DelegateId",
    "AccountId",
    "AwsAccountId"
   ],
   "members": {
    "DelegateId": {
     "shape": "NonEmptyString"
    },
    "AccountId": {
     "shape": "NonEmptyString"
    },
    "AwsAccountId": {
     "shape": "String"
    },
    "Status": {
     "shape": "DelegateStatus"
    },
    "InvitedBy": {
     "shape": "String"
    },
    "CreatedTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "ExpiresTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "AcceptedTimestamp": {
     "shape": "Iso8601Timestamp"
    }
   }
  },
  "DelegateList": {
   "type": "list",
   "of": "Delegate"
  },
  "DelegateStatus": {
   "type": "string",
   "enum": [
    "Pending",
    "Accepted",
    "Expired"
   ]
  },
  "DeleteAccountRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    }
   }
  },
  "DeleteAccountResponse": {
   "type": "structure",
   "members": {}
  },
  "DeleteAttendeeRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "AttendeeId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    },
    "AttendeeId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "attendeeId"
    }
   }
  },
  "DeleteDelegateRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "DelegateId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "DelegateId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "delegateId"
    }
   }
  },
  "DeleteDomainRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "DomainName"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "DomainName": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "domainName"
    }
   }
  },
  "DeleteEventsConfigurationRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "BotId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "BotId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "botId"
    }
   }
  },
  "DeleteLegalHoldRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "LegalHoldId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "LegalHoldId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "legalHoldId"
    }
   }
  },
  "DeleteMeetingRequest": {
   "type": "structure",
   "required": [
    "MeetingId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    }
   }
  },
  "DeletePhoneNumberRequest": {
   "type": "structure",
   "required": [
    "PhoneNumberId"
   ],
   "members": {
    "PhoneNumberId": {
     "shape": "String",
     "location": "uri",
     "locationName": "phoneNumberId"
    }
   }
  },
  "DeleteRoomMembershipRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "RoomId",
    "MemberId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "RoomId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "roomId"
    },
    "MemberId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "memberId"
    }
   }
  },
  "DeleteRoomRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "RoomId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "RoomId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "roomId"
    }
   }
  },
  "DisassociatePhoneNumberFromUserRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserId"
   ],
   "members": {
    "AccountId": {
     "shape": "String",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserId": {
     "shape": "String",
     "location": "uri",
     "locationName": "userId"
    }
   }
  },
  "DisassociatePhoneNumberFromUserResponse": {
   "type": "structure",
   "members": {}
  },
  "DisassociateSigninDelegateGroupsFromAccountRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "GroupNames"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "GroupNames": {
     "shape": "NonEmptyStringList"
    }
   }
  },
  "DisassociateSigninDelegateGroupsFromAccountResponse": {
   "type": "structure",
   "members": {}
  },
  "Domain": {
   "type": "structure",
   "required": [
    "DomainName",
    "AccountId"
   ],
   "members": {
    "DomainName": {
     "shape": "String"
    },
    "AccountId": {
     "shape": "NonEmptyString"
    },
    "DomainStatus": {
     "shape": "DomainStatus"
    },
    "TxtRecordName": {
     "shape": "String"
    },
    "TxtRecordValue": {
     "shape": "String"
    },
    "CreatedTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "VerifiedTimestamp": {
     "shape": "Iso8601Timestamp"
    }
   }
  },
  "DomainList": {
   "type": "list",
   "of": "Domain"
  },
  "DomainName": {
   "type": "string",
   "min": 3,
   "max": 253,
   "pattern": "([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])"
  },
  "DomainStatus": {
   "type": "string",
   "enum": [
    "PendingVerification",
    "Verified",
    "Failed"
   ]
  },
  "E164PhoneNumber": {
   "type": "string",
   "pattern": "^\\+?[1-9]\\d{1,14}$",
   "sensitive": true
  },
  "E164PhoneNumberList": {
   "type": "list",
   "of": "E164PhoneNumber"
  },
  "EmailAddress": {
   "type": "string",
   "pattern": ".+@.+\\..+",
   "sensitive": true
  },
  "EmailStatus": {
   "type": "string",
   "enum": [
    "NotSent",
    "Sent",
    "Failed"
   ]
  },
  "EngineTranscribeMedicalSettings": {
   "type": "structure",
   "required": [
    "LanguageCode",
    "Specialty",
    "Type"
   ],
   "members": {
    "LanguageCode": {
     "shape": "TranscribeMedicalLanguageCode"
    },
    "Specialty": {
     "shape": "TranscribeMedicalSpecialty"
    },
    "Type": {
     "shape": "TranscribeMedicalType"
    },
    "VocabularyName": {
     "shape": "String"
    },
    "Region": {
     "shape": "TranscribeMedicalRegion"
    },
    "ContentIdentificationType": {
     "shape": "TranscribeMedicalContentIdentificationType"
    }
   }
  },
  "EngineTranscribeSettings": {
   "type": "structure",
   "required": [
    "LanguageCode"
   ],
   "members": {
    "LanguageCode": {
     "shape": "TranscribeLanguageCode"
    },
    "VocabularyFilterMethod": {
     "shape": "TranscribeVocabularyFilterMethod"
    },
    "VocabularyFilterName": {
     "shape": "String"
    },
    "VocabularyName": {
     "shape": "String"
    },
    "Region": {
     "shape": "TranscribeRegion"
    },
    "EnablePartialResultsStabilization": {
     "shape": "Boolean"
    },
    "PartialResultsStability": {
     "shape": "TranscribePartialResultsStability"
    },
    "ContentIdentificationType": {
     "shape": "TranscribeContentIdentificationType"
    },
    "ContentRedactionType": {
     "shape": "TranscribeContentRedactionType"
    },
    "PiiEntityTypes": {
     "shape": "TranscribePiiEntityTypes"
    },
    "LanguageModelName": {
     "shape": "TranscribeLanguageModelName"
    }
   }
  },
  "ErrorCode": {
   "type": "string",
   "enum": [
    "BadRequest",
    "Conflict",
    "Forbidden",
    "NotFound",
    "PreconditionFailed",
    "ResourceLimitExceeded",
    "ServiceFailure",
    "AccessDenied",
    "ServiceUnavailable",
    "Throttled",
    "Throttling",
    "Unauthorized",
    "Unprocessable",
    "VoiceConnectorGroupAssociationsExist",
    "PhoneNumberAssociationsExist"
   ]
  },
  "EventsConfiguration": {
   "type": "structure",
   "members": {
    "BotId": {
     "shape": "String"
    },
    "OutboundEventsHTTPSEndpoint": {
     "shape": "SensitiveString"
    },
    "LambdaFunctionArn": {
     "shape": "SensitiveString"
    }
   }
  },
  "ExternalMeetingIdType": {
   "type": "string",
   "min": 2,
   "max": 64,
   "sensitive": true
  },
  "ExternalUserIdType": {
   "type": "string",
   "min": 2,
   "max": 64,
   "sensitive": true
  },
  "GetAccountRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    }
   }
  },
  "GetAccountResourceRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    }
   }
  },
  "GetAccountResourceResponse": {
   "type": "structure",
   "members": {
    "AccountResource": {
     "shape": "AccountResource"
    }
   }
  },
  "GetAccountResponse": {
   "type": "structure",
   "members": {
    "Account": {
     "shape": "Account"
    }
   }
  },
  "GetAccountSettingsRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    }
   }
  },
  "GetAccountSettingsResponse": {
   "type": "structure",
   "members": {
    "AccountSettings": {
     "shape": "AccountSettings"
    }
   }
  },
  "GetAttendeeRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "AttendeeId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    },
    "AttendeeId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "attendeeId"
    }
   }
  },
  "GetAttendeeResponse": {
   "type": "structure",
   "members": {
    "Attendee": {
     "shape": "Attendee"
    }
   }
  },
  "GetBotRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "BotId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "BotId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "botId"
    }
   }
  },
  "GetBotResponse": {
   "type": "structure",
   "members": {
    "Bot": {
     "shape": "Bot"
    }
   }
  },
  "GetDomainRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "DomainName"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "DomainName": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "domainName"
    }
   }
  },
  "GetDomainResponse": {
   "type": "structure",
   "members": {
    "Domain": {
     "shape": "Domain"
    }
   }
  },
  "GetEventsConfigurationRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "BotId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "BotId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "botId"
    }
   }
  },
  "GetEventsConfigurationResponse": {
   "type": "structure",
   "members": {
    "EventsConfiguration": {
     "shape": "EventsConfiguration"
    }
   }
  },
  "GetGlobalSettingsResponse": {
   "type": "structure",
   "members": {
    "BusinessCalling": {
     "shape": "BusinessCallingSettings"
    },
    "VoiceConnector": {
     "shape": "VoiceConnectorSettings"
    }
   }
  },
  "GetMeetingRequest": {
   "type": "structure",
   "required": [
    "MeetingId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    }
   }
  },
  "GetMeetingResponse": {
   "type": "structure",
   "members": {
    "Meeting": {
     "shape": "Meeting"
    }
   }
  },
  "GetPhoneNumberOrderRequest": {
   "type": "structure",
   "required": [
    "PhoneNumberOrderId"
   ],
   "members": {
    "PhoneNumberOrderId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "phoneNumberOrderId"
    }
   }
  },
  "GetPhoneNumberOrderResponse": {
   "type": "structure",
   "members": {
    "PhoneNumberOrder": {
     "shape": "PhoneNumberOrder"
    }
   }
  },
  "GetPhoneNumberRequest": {
   "type": "structure",
   "required": [
    "PhoneNumberId"
   ],
   "members": {
    "PhoneNumberId": {
     "shape": "String",
     "location": "uri",
     "locationName": "phoneNumberId"
    }
   }
  },
  "GetPhoneNumberResponse": {
   "type": "structure",
   "members": {
    "PhoneNumber": {
     "shape": "PhoneNumber"
    }
   }
  },
  "GetPhoneNumberSettingsResponse": {
   "type": "structure",
   "members": {
    "CallingName": {
     "shape": "CallingName"
    },
    "CallingNameUpdatedTimestamp": {
     "shape": "Iso8601Timestamp"
    }
   }
  },
  "GetRetentionSettingsRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    }
   }
  },
  "GetRetentionSettingsResponse": {
   "type": "structure",
   "members": {
    "RetentionSettings": {
     "shape": "RetentionSettings"
    },
    "InitiateDeletionTimestamp": {
     "shape": "Iso8601Timestamp"
    }
   }
  },
  "GetRoomRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "RoomId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "RoomId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "roomId"
    }
   }
  },
  "GetRoomResponse": {
   "type": "structure",
   "members": {
    "Room": {
     "shape": "Room"
    }
   }
  },
  "GetUserActivityReportDataRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "userId"
    }
   }
  },
  "GetUserActivityReportDataResponse": {
   "type": "structure",
   "members": {
    "UserActivity": {
     "shape": "UserActivity"
    }
   }
  },
  "GetUserByEmailRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "Email"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "Email": {
     "shape": "EmailAddress",
     "location": "querystring",
     "locationName": "email"
    }
   }
  },
  "GetUserByEmailResponse": {
   "type": "structure",
   "members": {
    "User": {
     "shape": "User"
    }
   }
  },
  "GetUserRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "userId"
    }
   }
  },
  "GetUserResponse": {
   "type": "structure",
   "members": {
    "User": {
     "shape": "User"
    }
   }
  },
  "GetUserSettingsRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserId"
   ],
   "members": {
    "AccountId": {
     "shape": "String",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserId": {
     "shape": "String",
     "location": "uri",
     "locationName": "userId"
    }
   }
  },
  "GetUserSettingsResponse": {
   "type": "structure",
   "members": {
    "UserSettings": {
     "shape": "UserSettings"
    }
   }
  },
  "GuidString": {
   "type": "string",
   "pattern": "[a-fA-F0-9]{8}(?:-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}"
  },
  "ImportOutcome": {
   "type": "string",
   "enum": [
    "Created",
    "Updated",
    "Unchanged",
    "Refused"
   ]
  },
  "ImportResult": {
   "type": "structure",
   "required": [
    "Key",
    "Outcome"
   ],
   "members": {
    "Key": {
     "shape": "EmailAddress"
    },
    "Outcome": {
     "shape": "ImportOutcome"
    },
    "Message": {
     "shape": "String"
    }
   }
  },
  "ImportResultList": {
   "type": "list",
   "of": "ImportResult"
  },
  "ImportRoomRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "Name"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "Name": {
     "shape": "NonEmptyString"
    },
    "Members": {
     "shape": "ImportedMemberList"
    },
    "DryRun": {
     "shape": "Boolean"
    }
   }
  },
  "ImportRoomResponse": {
   "type": "structure",
   "members": {
    "RoomId": {
     "shape": "NonEmptyString"
    },
    "Outcome": {
     "shape": "ImportOutcome"
    },
    "Members": {
     "shape": "ImportResultList"
    }
   }
  },
  "ImportUsersRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "Users"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "Users": {
     "shape": "ImportedUserList"
    },
    "SendInvitations": {
     "shape": "Boolean"
    },
    "DryRun": {
     "shape": "Boolean"
    }
   }
  },
  "ImportUsersResponse": {
   "type": "structure",
   "members": {
    "Results": {
     "shape": "ImportResultList"
    }
   }
  },
  "ImportedMember": {
   "type": "structure",
   "required": [
    "Email"
   ],
   "members": {
    "Email": {
     "shape": "EmailAddress"
    },
    "Role": {
     "shape": "RoomMembershipRole"
    }
   }
  },
  "ImportedMemberList": {
   "type": "list",
   "of": "ImportedMember",
   "max": 200
  },
  "ImportedName": {
   "type": "string",
   "min": 1,
   "max": 60
  },
  "ImportedUser": {
   "type": "structure",
   "required": [
    "Email"
   ],
   "members": {
    "Email": {
     "shape": "EmailAddress"
    },
    "DisplayName": {
     "shape": "ImportedName"
    }
   }
  },
  "ImportedUserList": {
   "type": "list",
   "of": "ImportedUser",
   "min": 1,
   "max": 200
  },
  "Integer": {
   "type": "integer"
  },
  "Invite": {
   "type": "structure",
   "members": {
    "InviteId": {
     "shape": "String"
    },
    "Status": {
     "shape": "InviteStatus"
    },
    "EmailAddress": {
     "shape": "EmailAddress"
    },
    "EmailStatus": {
     "shape": "EmailStatus"
    }
   }
  },
  "InviteDelegateRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "AwsAccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "AwsAccountId": {
     "shape": "AwsAccountId"
    }
   }
  },
  "InviteDelegateResponse": {
   "type": "structure",
   "members": {
    "Delegate": {
     "shape": "Delegate"
    }
   }
  },
  "InviteList": {
   "type": "list",
   "of": "Invite"
  },
  "InviteStatus": {
   "type": "string",
   "enum": [
    "Pending",
    "Accepted",
    "Failed"
   ]
  },
  "InviteUsersRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserEmailList"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserEmailList": {
     "shape": "UserEmailList"
    },
    "UserType": {
     "shape": "UserType"
    }
   }
  },
  "InviteUsersResponse": {
   "type": "structure",
   "members": {
    "Invites": {
     "shape": "InviteList"
    }
   }
  },
  "Iso8601Timestamp": {
   "type": "timestamp",
   "format": "iso8601"
  },
  "JoinTokenString": {
   "type": "string",
   "min": 2,
   "max": 2048,
   "pattern": "^[a-zA-Z0-9+/]+$",
   "sensitive": true
  },
  "LegalHold": {
   "type": "structure",
   "required": [
    "LegalHoldId",
    "AccountId",
    "TargetType",
    "TargetId"
   ],
   "members": {
    "LegalHoldId": {
     "shape": "NonEmptyString"
    },
    "AccountId": {
     "shape": "NonEmptyString"
    },
    "TargetType": {
     "shape": "LegalHoldTarget"
    },
    "TargetId": {
     "shape": "NonEmptyString"
    },
    "Reason": {
     "shape": "String"
    },
    "CreatedBy": {
     "shape": "String"
    },
    "CreatedTimestamp": {
     "shape": "Iso8601Timestamp"
    }
   }
  },
  "LegalHoldList": {
   "type": "list",
   "of": "LegalHold"
  },
  "LegalHoldReason": {
   "type": "string",
   "min": 1,
   "max": 1000,
   "pattern": ".*\\S.*"
  },
  "LegalHoldTarget": {
   "type": "string",
   "enum": [
    "User",
    "Room"
   ]
  },
  "License": {
   "type": "string",
   "enum": [
    "Basic",
    "Plus",
    "Pro",
    "ProTrial"
   ]
  },
  "LicenseList": {
   "type": "list",
   "of": "License"
  },
  "ListAccountSummariesRequest": {
   "type": "structure",
   "members": {
    "Status": {
     "shape": "AccountSummaryStatus",
     "location": "querystring",
     "locationName": "status"
    },
    "Name": {
     "shape": "AccountName",
     "location": "querystring",
     "locationName": "name"
    },
    "MaxResults": {
     "shape": "ProfileServiceMaxResults",
     "location": "querystring",
     "locationName": "max-results"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    }
   }
  },
  "ListAccountSummariesResponse": {
   "type": "structure",
   "members": {
    "AccountSummaries": {
     "shape": "AccountSummaryList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "ListAccountsRequest": {
   "type": "structure",
   "members": {
    "Name": {
     "shape": "AccountName",
     "location": "querystring",
     "locationName": "name"
    },
    "UserEmail": {
     "shape": "EmailAddress",
     "location": "querystring",
     "locationName": "user-email"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    },
    "MaxResults": {
     "shape": "ProfileServiceMaxResults",
     "location": "querystring",
     "locationName": "max-results"
    }
   }
  },
  "ListAccountsResponse": {
   "type": "structure",
   "members": {
    "Accounts": {
     "shape": "AccountList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "ListAttendeeTagsRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "AttendeeId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    },
    "AttendeeId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "attendeeId"
    }
   }
  },
  "ListAttendeeTagsResponse": {
   "type": "structure",
   "members": {
    "Tags": {
     "shape": "TagList"
    }
   }
  },
  "ListAttendeesRequest": {
   "type": "structure",
   "required": [
    "MeetingId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    },
    "MaxResults": {
     "shape": "ResultMax",
     "location": "querystring",
     "locationName": "max-results"
    }
   }
  },
  "ListAttendeesResponse": {
   "type": "structure",
   "members": {
    "Attendees": {
     "shape": "AttendeeList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "RetrieveBotDeliveriesRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "BotId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "BotId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "botId"
    },
    "State": {
     "shape": "BotDeliveryState",
     "location": "querystring",
     "locationName": "state"
    },
    "MaxResults": {
     "shape": "ProfileServiceMaxResults",
     "location": "querystring",
     "locationName": "max-results"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    }
   }
  },
  "RetrieveBotDeliveriesResponse": {
   "type": "structure",
   "members": {
    "BotDeliveries": {
     "shape": "BotDeliveryList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "ListBotsRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "MaxResults": {
     "shape": "ResultMax",
     "location": "querystring",
     "locationName": "max-results"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    }
   }
  },
  "ListBotsResponse": {
   "type": "structure",
   "members": {
    "Bots": {
     "shape": "BotList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "ListDelegatesRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "MaxResults": {
     "shape": "ProfileServiceMaxResults",
     "location": "querystring",
     "locationName": "max-results"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    }
   }
  },
  "ListDelegatesResponse": {
   "type": "structure",
   "members": {
    "Delegates": {
     "shape": "DelegateList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "ListDomainsRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "MaxResults": {
     "shape": "ProfileServiceMaxResults",
     "location": "querystring",
     "locationName": "max-results"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    }
   }
  },
  "ListDomainsResponse": {
   "type": "structure",
   "members": {
    "Domains": {
     "shape": "DomainList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "ListLegalHoldsRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "MaxResults": {
     "shape": "ProfileServiceMaxResults",
     "location": "querystring",
     "locationName": "max-results"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    }
   }
  },
  "ListLegalHoldsResponse": {
   "type": "structure",
   "members": {
    "LegalHolds": {
     "shape": "LegalHoldList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "ListMeetingTagsRequest": {
   "type": "structure",
   "required": [
    "MeetingId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    }
   }
  },
  "ListMeetingTagsResponse": {
   "type": "structure",
   "members": {
    "Tags": {
     "shape": "TagList"
    }
   }
  },
  "ListMeetingsRequest": {
   "type": "structure",
   "members": {
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    },
    "MaxResults": {
     "shape": "ResultMax",
     "location": "querystring",
     "locationName": "max-results"
    }
   }
  },
  "ListMeetingsResponse": {
   "type": "structure",
   "members": {
    "Meetings": {
     "shape": "MeetingList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "ListPhoneNumberOrdersRequest": {
   "type": "structure",
   "members": {
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    },
    "MaxResults": {
     "shape": "ResultMax",
     "location": "querystring",
     "locationName": "max-results"
    }
   }
  },
  "ListPhoneNumberOrdersResponse": {
   "type": "structure",
   "members": {
    "PhoneNumberOrders": {
     "shape": "PhoneNumberOrderList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "ListPhoneNumbersRequest": {
   "type": "structure",
   "members": {
    "Status": {
     "shape": "PhoneNumberStatus",
     "location": "querystring",
     "locationName": "status"
    },
    "ProductType": {
     "shape": "PhoneNumberProductType",
     "location": "querystring",
     "locationName": "product-type"
    },
    "FilterName": {
     "shape": "PhoneNumberAssociationName",
     "location": "querystring",
     "locationName": "filter-name"
    },
    "FilterValue": {
     "shape": "String",
     "location": "querystring",
     "locationName": "filter-value"
    },
    "MaxResults": {
     "shape": "ResultMax",
     "location": "querystring",
     "locationName": "max-results"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    }
   }
  },
  "ListPhoneNumbersResponse": {
   "type": "structure",
   "members": {
    "PhoneNumbers": {
     "shape": "PhoneNumberList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "ListRoomMembershipsRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "RoomId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "RoomId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "roomId"
    },
    "MaxResults": {
     "shape": "ResultMax",
     "location": "querystring",
     "locationName": "max-results"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    }
   }
  },
  "ListRoomMembershipsResponse": {
   "type": "structure",
   "members": {
    "RoomMemberships": {
     "shape": "RoomMembershipList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "ListRoomsRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "MemberId": {
     "shape": "String",
     "location": "querystring",
     "locationName": "member-id"
    },
    "MaxResults": {
     "shape": "ResultMax",
     "location": "querystring",
     "locationName": "max-results"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    }
   }
  },
  "ListRoomsResponse": {
   "type": "structure",
   "members": {
    "Rooms": {
     "shape": "RoomList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "ListSupportedPhoneNumberCountriesRequest": {
   "type": "structure",
   "required": [
    "ProductType"
   ],
   "members": {
    "ProductType": {
     "shape": "PhoneNumberProductType",
     "location": "querystring",
     "locationName": "product-type"
    }
   }
  },
  "ListSupportedPhoneNumberCountriesResponse": {
   "type": "structure",
   "members": {
    "PhoneNumberCountries": {
     "shape": "PhoneNumberCountriesList"
    }
   }
  },
  "ListTagsForResourceRequest": {
   "type": "structure",
   "required": [
    "ResourceARN"
   ],
   "members": {
    "ResourceARN": {
     "shape": "Arn",
     "location": "querystring",
     "locationName": "arn"
    }
   }
  },
  "ListTagsForResourceResponse": {
   "type": "structure",
   "members": {
    "Tags": {
     "shape": "TagList"
    }
   }
  },
  "ListUsersRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserEmail": {
     "shape": "EmailAddress",
     "location": "querystring",
     "locationName": "user-email"
    },
    "UserType": {
     "shape": "UserType",
     "location": "querystring",
     "locationName": "user-type"
    },
    "MaxResults": {
     "shape": "ProfileServiceMaxResults",
     "location": "querystring",
     "locationName": "max-results"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    }
   }
  },
  "ListUsersResponse": {
   "type": "structure",
   "members": {
    "Users": {
     "shape": "UserList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "LogoutUserRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "userId"
    }
   }
  },
  "LogoutUserResponse": {
   "type": "structure",
   "members": {}
  },
  "MediaPlacement": {
   "type": "structure",
   "members": {
    "AudioHostUrl": {
     "shape": "UriType"
    },
    "AudioFallbackUrl": {
     "shape": "UriType"
    },
    "ScreenDataUrl": {
     "shape": "UriType"
    },
    "ScreenSharingUrl": {
     "shape": "UriType"
    },
    "ScreenViewingUrl": {
     "shape": "UriType"
    },
    "SignalingUrl": {
     "shape": "UriType"
    },
    "TurnControlUrl": {
     "shape": "UriType"
    },
    "EventIngestionUrl": {
     "shape": "UriType"
    }
   }
  },
  "MediaRegionList": {
   "type": "list",
   "of": "MediaRegionName",
   "max": 50
  },
  "MediaRegionName": {
   "type": "string",
   "max": 32,
   "pattern": "[a-z]{2,3}(-[a-z]+)+-[0-9]"
  },
  "Meeting": {
   "type": "structure",
   "members": {
    "MeetingId": {
     "shape": "GuidString"
    },
    "ExternalMeetingId": {
     "shape": "ExternalMeetingIdType"
    },
    "MediaPlacement": {
     "shape": "MediaPlacement"
    },
    "MediaRegion": {
     "shape": "String"
    }
   }
  },
  "MeetingList": {
   "type": "list",
   "of": "Meeting"
  },
  "MeetingNotificationConfiguration": {
   "type": "structure",
   "members": {
    "SnsTopicArn": {
     "shape": "Arn"
    },
    "SqsQueueArn": {
     "shape": "Arn"
    }
   }
  },
  "MeetingRegions": {
   "type": "structure",
   "required": [
    "Mode"
   ],
   "members": {
    "Mode": {
     "shape": "MeetingRegionsMode"
    },
    "Regions": {
     "shape": "MediaRegionList"
    }
   }
  },
  "MeetingRegionsMode": {
   "type": "string",
   "enum": [
    "All",
    "Selected"
   ]
  },
  "MeetingTagKeyList": {
   "type": "list",
   "of": "TagKey",
   "min": 1,
   "max": 50
  },
  "MeetingTagList": {
   "type": "list",
   "of": "Tag",
   "min": 1,
   "max": 50
  },
  "Member": {
   "type": "structure",
   "members": {
    "MemberId": {
     "shape": "NonEmptyString"
    },
    "MemberType": {
     "shape": "MemberType"
    },
    "Email": {
     "shape": "SensitiveString"
    },
    "FullName": {
     "shape": "SensitiveString"
    },
    "AccountId": {
     "shape": "NonEmptyString"
    }
   }
  },
  "MemberError": {
   "type": "structure",
   "members": {
    "MemberId": {
     "shape": "NonEmptyString"
    },
    "ErrorCode": {
     "shape": "ErrorCode"
    },
    "ErrorMessage": {
     "shape": "String"
    }
   }
  },
  "MemberErrorList": {
   "type": "list",
   "of": "MemberError"
  },
  "MemberType": {
   "type": "string",
   "enum": [
    "User",
    "Bot",
    "Webhook"
   ]
  },
  "MembershipItem": {
   "type": "structure",
   "members": {
    "MemberId": {
     "shape": "NonEmptyString"
    },
    "Role": {
     "shape": "RoomMembershipRole"
    }
   }
  },
  "MembershipItemList": {
   "type": "list",
   "of": "MembershipItem",
   "max": 50
  },
  "MigrateUsersRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserIdList",
    "DestinationAccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserIdList": {
     "shape": "UserIdList"
    },
    "DestinationAccountId": {
     "shape": "NonEmptyString"
    }
   }
  },
  "MigrateUsersResponse": {
   "type": "structure",
   "members": {
    "UserErrors": {
     "shape": "UserErrorList"
    }
   }
  },
  "NonEmptyString": {
   "type": "string",
   "pattern": ".*\\S.*"
  },
  "NonEmptyStringList": {
   "type": "list",
   "of": "String",
   "min": 1
  },
  "NullableBoolean": {
   "type": "boolean"
  },
  "OrderedPhoneNumber": {
   "type": "structure",
   "members": {
    "E164PhoneNumber": {
     "shape": "E164PhoneNumber"
    },
    "Status": {
     "shape": "OrderedPhoneNumberStatus"
    }
   }
  },
  "OrderedPhoneNumberList": {
   "type": "list",
   "of": "OrderedPhoneNumber"
  },
  "OrderedPhoneNumberStatus": {
   "type": "string",
   "enum": [
    "Processing",
    "Acquired",
    "Failed"
   ]
  },
  "PhoneNumber": {
   "type": "structure",
   "members": {
    "PhoneNumberId": {
     "shape": "String"
    },
    "E164PhoneNumber": {
     "shape": "E164PhoneNumber"
    },
    "Country": {
     "shape": "Alpha2CountryCode"
    },
    "Type": {
     "shape": "PhoneNumberType"
    },
    "ProductType": {
     "shape": "PhoneNumberProductType"
    },
    "Status": {
     "shape": "PhoneNumberStatus"
    },
    "Capabilities": {
     "shape": "PhoneNumberCapabilities"
    },
    "Associations": {
     "shape": "PhoneNumberAssociationList"
    },
    "CallingName": {
     "shape": "CallingName"
    },
    "CallingNameStatus": {
     "shape": "CallingNameStatus"
    },
    "CreatedTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "UpdatedTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "DeletionTimestamp": {
     "shape": "Iso8601Timestamp"
    }
   }
  },
  "PhoneNumberAssociation": {
   "type": "structure",
   "members": {
    "Value": {
     "shape": "String"
    },
    "Name": {
     "shape": "PhoneNumberAssociationName"
    },
    "AssociatedTimestamp": {
     "shape": "Iso8601Timestamp"
    }
   }
  },
  "PhoneNumberAssociationList": {
   "type": "list",
   "of": "PhoneNumberAssociation"
  },
  "PhoneNumberAssociationName": {
   "type": "string",
   "enum": [
    "AccountId",
    "UserId",
    "VoiceConnectorId",
    "VoiceConnectorGroupId",
    "SipRuleId"
   ]
  },
  "PhoneNumberCapabilities": {
   "type": "structure",
   "members": {
    "InboundCall": {
     "shape": "NullableBoolean"
    },
    "OutboundCall": {
     "shape": "NullableBoolean"
    },
    "InboundSMS": {
     "shape": "NullableBoolean"
    },
    "OutboundSMS": {
     "shape": "NullableBoolean"
    },
    "InboundMMS": {
     "shape": "NullableBoolean"
    },
    "OutboundMMS": {
     "shape": "NullableBoolean"
    }
   }
  },
  "PhoneNumberCountriesList": {
   "type": "list",
   "of": "PhoneNumberCountry"
  },
  "PhoneNumberCountry": {
   "type": "structure",
   "members": {
    "CountryCode": {
     "shape": "Alpha2CountryCode"
    },
    "SupportedPhoneNumberTypes": {
     "shape": "PhoneNumberTypeList"
    }
   }
  },
  "PhoneNumberError": {
   "type": "structure",
   "members": {
    "PhoneNumberId": {
     "shape": "NonEmptyString"
    },
    "ErrorCode": {
     "shape": "ErrorCode"
    },
    "ErrorMessage": {
     "shape": "String"
    }
   }
  },
  "PhoneNumberErrorList": {
   "type": "list",
   "of": "PhoneNumberError"
  },
  "PhoneNumberList": {
   "type": "list",
   "of": "PhoneNumber"
  },
  "PhoneNumberMaxResults": {
   "type": "integer",
   "min": 1,
   "max": 500
  },
  "PhoneNumberOrder": {
   "type": "structure",
   "members": {
    "PhoneNumberOrderId": {
     "shape": "GuidString"
    },
    "ProductType": {
     "shape": "PhoneNumberProductType"
    },
    "Status": {
     "shape": "PhoneNumberOrderStatus"
    },
    "OrderedPhoneNumbers": {
     "shape": "OrderedPhoneNumberList"
    },
    "CreatedTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "UpdatedTimestamp": {
     "shape": "Iso8601Timestamp"
    }
   }
  },
  "PhoneNumberOrderList": {
   "type": "list",
   "of": "PhoneNumberOrder"
  },
  "PhoneNumberOrderStatus": {
   "type": "string",
   "enum": [
    "Processing",
    "Successful",
    "Failed",
    "Partial"
   ]
  },
  "PhoneNumberProductType": {
   "type": "string",
   "enum": [
    "BusinessCalling",
    "VoiceConnector",
    "SipMediaApplicationDialIn"
   ]
  },
  "PhoneNumberStatus": {
   "type": "string",
   "enum": [
    "AcquireInProgress",
    "AcquireFailed",
    "Unassigned",
    "Assigned",
    "ReleaseInProgress",
    "DeleteInProgress",
    "ReleaseFailed",
    "DeleteFailed"
   ]
  },
  "PhoneNumberType": {
   "type": "string",
   "enum": [
    "Local",
    "TollFree"
   ]
  },
  "PhoneNumberTypeList": {
   "type": "list",
   "of": "PhoneNumberType"
  },
  "PrivacySetting": {
   "type": "string",
   "enum": [
    "Public",
    "Private"
   ]
  },
  "ProfileServiceMaxResults": {
   "type": "integer",
   "min": 1,
   "max": 200
  },
  "PutEventsConfigurationRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "BotId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "BotId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "botId"
    },
    "OutboundEventsHTTPSEndpoint": {
     "shape": "SensitiveString"
    },
    "LambdaFunctionArn": {
     "shape": "SensitiveString"
    }
   }
  },
  "PutEventsConfigurationResponse": {
   "type": "structure",
   "members": {
    "EventsConfiguration": {
     "shape": "EventsConfiguration"
    }
   }
  },
  "PutRetentionSettingsRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "RetentionSettings"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "RetentionSettings": {
     "shape": "RetentionSettings"
    }
   }
  },
  "PutRetentionSettingsResponse": {
   "type": "structure",
   "members": {
    "RetentionSettings": {
     "shape": "RetentionSettings"
    },
    "InitiateDeletionTimestamp": {
     "shape": "Iso8601Timestamp"
    }
   }
  },
  "RedactConversationMessageRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "ConversationId",
    "MessageId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "ConversationId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "conversationId"
    },
    "MessageId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "messageId"
    }
   }
  },
  "RedactConversationMessageResponse": {
   "type": "structure",
   "members": {}
  },
  "RedactRoomMessageRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "RoomId",
    "MessageId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "RoomId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "roomId"
    },
    "MessageId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "messageId"
    }
   }
  },
  "RedactRoomMessageResponse": {
   "type": "structure",
   "members": {}
  },
  "RedeliverBotEventRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "BotId",
    "DeliveryId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "BotId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "botId"
    },
    "DeliveryId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "deliveryId"
    }
   }
  },
  "RedeliverBotEventResponse": {
   "type": "structure",
   "members": {
    "BotDelivery": {
     "shape": "BotDelivery"
    }
   }
  },
  "RegenerateSecurityTokenRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "BotId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "BotId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "botId"
    }
   }
  },
  "RegenerateSecurityTokenResponse": {
   "type": "structure",
   "members": {
    "Bot": {
     "shape": "Bot"
    }
   }
  },
  "RegistrationStatus": {
   "type": "string",
   "enum": [
    "Unregistered",
    "Registered",
    "Suspended",
    "Released"
   ]
  },
  "RenameAccountRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "Name"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "Name": {
     "shape": "AccountName"
    }
   }
  },
  "RenameAccountResponse": {
   "type": "structure",
   "members": {
    "Account": {
     "shape": "Account"
    }
   }
  },
  "RenewDelegateRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "DelegateId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "DelegateId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "delegateId"
    }
   }
  },
  "RenewDelegateResponse": {
   "type": "structure",
   "members": {
    "Delegate": {
     "shape": "Delegate"
    }
   }
  },
  "ResetPersonalPINRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "userId"
    }
   }
  },
  "ResetPersonalPINResponse": {
   "type": "structure",
   "members": {
    "User": {
     "shape": "User"
    }
   }
  },
  "RestorePhoneNumberRequest": {
   "type": "structure",
   "required": [
    "PhoneNumberId"
   ],
   "members": {
    "PhoneNumberId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "phoneNumberId"
    }
   }
  },
  "RestorePhoneNumberResponse": {
   "type": "structure",
   "members": {
    "PhoneNumber": {
     "shape": "PhoneNumber"
    }
   }
  },
  "ResultMax": {
   "type": "integer",
   "min": 1,
   "max": 99
  },
  "RetentionDays": {
   "type": "integer",
   "min": 1,
   "max": 5475
  },
  "RetentionSettings": {
   "type": "structure",
   "members": {
    "RoomRetentionSettings": {
     "shape": "RoomRetentionSettings"
    },
    "ConversationRetentionSettings": {
     "shape": "ConversationRetentionSettings"
    }
   }
  },
  "RetrieveDataExportsRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "MaxResults": {
     "shape": "ProfileServiceMaxResults",
     "location": "querystring",
     "locationName": "max-results"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    }
   }
  },
  "RetrieveDataExportsResponse": {
   "type": "structure",
   "members": {
    "DataExports": {
     "shape": "DataExportList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "Room": {
   "type": "structure",
   "members": {
    "RoomId": {
     "shape": "NonEmptyString"
    },
    "Name": {
     "shape": "SensitiveString"
    },
    "AccountId": {
     "shape": "NonEmptyString"
    },
    "CreatedBy": {
     "shape": "NonEmptyString"
    },
    "CreatedTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "UpdatedTimestamp": {
     "shape": "Iso8601Timestamp"
    }
   }
  },
  "RoomList": {
   "type": "list",
   "of": "Room"
  },
  "RoomMembership": {
   "type": "structure",
   "members": {
    "RoomId": {
     "shape": "NonEmptyString"
    },
    "Member": {
     "shape": "Member"
    },
    "Role": {
     "shape": "RoomMembershipRole"
    },
    "InvitedBy": {
     "shape": "NonEmptyString"
    },
    "UpdatedTimestamp": {
     "shape": "Iso8601Timestamp"
    }
   }
  },
  "RoomMembershipList": {
   "type": "list",
   "of": "RoomMembership"
  },
  "RoomMembershipRole": {
   "type": "string",
   "enum": [
    "Administrator",
    "Member"
   ]
  },
  "RoomRetentionSettings": {
   "type": "structure",
   "members": {
    "RetentionDays": {
     "shape": "RetentionDays"
    }
   }
  },
  "SearchAvailablePhoneNumbersRequest": {
   "type": "structure",
   "members": {
    "AreaCode": {
     "shape": "String",
     "location": "querystring",
     "locationName": "area-code"
    },
    "City": {
     "shape": "String",
     "location": "querystring",
     "locationName": "city"
    },
    "Country": {
     "shape": "Alpha2CountryCode",
     "location": "querystring",
     "locationName": "country"
    },
    "State": {
     "shape": "String",
     "location": "querystring",
     "locationName": "state"
    },
    "TollFreePrefix": {
     "shape": "TollFreePrefix",
     "location": "querystring",
     "locationName": "toll-free-prefix"
    },
    "PhoneNumberType": {
     "shape": "PhoneNumberType",
     "location": "querystring",
     "locationName": "phone-number-type"
    },
    "MaxResults": {
     "shape": "PhoneNumberMaxResults",
     "location": "querystring",
     "locationName": "max-results"
    },
    "NextToken": {
     "shape": "String",
     "location": "querystring",
     "locationName": "next-token"
    }
   }
  },
  "SearchAvailablePhoneNumbersResponse": {
   "type": "structure",
   "members": {
    "E164PhoneNumbers": {
     "shape": "E164PhoneNumberList"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "SearchUsersRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "Text": {
     "shape": "UserSearchText",
     "location": "querystring",
     "locationName": "text"
    },
    "LicenseType": {
     "shape": "License",
     "location": "querystring",
     "locationName": "license-type"
    },
    "UserRegistrationStatus": {
     "shape": "RegistrationStatus",
     "location": "querystring",
     "locationName": "registration-status"
    },
    "SortBy": {
     "shape": "UserSortKey",
     "location": "querystring",
     "locationName": "sort-by"
    },
    "Descending": {
     "shape": "Boolean",
     "location": "querystring",
     "locationName": "descending"
    },
    "PageNumber": {
     "shape": "UserPageNumber",
     "location": "querystring",
     "locationName": "page-number"
    },
    "MaxResults": {
     "shape": "ProfileServiceMaxResults",
     "location": "querystring",
     "locationName": "max-results"
    }
   }
  },
  "SearchUsersResponse": {
   "type": "structure",
   "required": [
    "TotalCount"
   ],
   "members": {
    "Users": {
     "shape": "UserList"
    },
    "TotalCount": {
     "shape": "Integer"
    }
   }
  },
  "SensitiveString": {
   "type": "string",
   "sensitive": true
  },
  "SigninDelegateGroup": {
   "type": "structure",
   "members": {
    "GroupName": {
     "shape": "NonEmptyString"
    }
   }
  },
  "SigninDelegateGroupList": {
   "type": "list",
   "of": "SigninDelegateGroup"
  },
  "StartDataExportRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    }
   }
  },
  "StartDataExportResponse": {
   "type": "structure",
   "members": {
    "DataExport": {
     "shape": "DataExport"
    }
   }
  },
  "StartMeetingTranscriptionRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "TranscriptionConfiguration"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    },
    "TranscriptionConfiguration": {
     "shape": "TranscriptionConfiguration"
    }
   }
  },
  "StartMeetingTranscriptionResponse": {
   "type": "structure",
   "members": {}
  },
  "StopMeetingTranscriptionRequest": {
   "type": "structure",
   "required": [
    "MeetingId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    }
   }
  },
  "StopMeetingTranscriptionResponse": {
   "type": "structure",
   "members": {}
  },
  "String": {
   "type": "string"
  },
  "SubmitSupportRequestRequest": {
   "type": "structure",
   "required": [
    "Subject",
    "Description"
   ],
   "members": {
    "Subject": {
     "shape": "SupportSubject"
    },
    "Description": {
     "shape": "SupportDescription"
    },
    "OccurredAt": {
     "shape": "SupportField"
    },
    "ClientVersion": {
     "shape": "SupportField"
    },
    "LogReferenceId": {
     "shape": "SupportField"
    },
    "MeetingId": {
     "shape": "SupportField"
    },
    "ReplyTo": {
     "shape": "EmailAddress"
    }
   }
  },
  "SubmitSupportRequestResponse": {
   "type": "structure",
   "members": {
    "SupportRequestId": {
     "shape": "NonEmptyString"
    }
   }
  },
  "SupportDescription": {
   "type": "string",
   "min": 1,
   "max": 10000,
   "pattern": "[\\s\\S]*\\S[\\s\\S]*"
  },
  "SupportField": {
   "type": "string",
   "max": 200
  },
  "SupportSubject": {
   "type": "string",
   "min": 1,
   "max": 200,
   "pattern": ".*\\S.*"
  },
  "SuspendUsersRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserIdList"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserIdList": {
     "shape": "UserIdList"
    }
   }
  },
  "SuspendUsersResponse": {
   "type": "structure",
   "members": {
    "UserErrors": {
     "shape": "UserErrorList"
    }
   }
  },
  "Tag": {
   "type": "structure",
   "required": [
    "Key",
    "Value"
   ],
   "members": {
    "Key": {
     "shape": "TagKey"
    },
    "Value": {
     "shape": "TagValue"
    }
   }
  },
  "TagAttendeeRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "AttendeeId",
    "Tags"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    },
    "AttendeeId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "attendeeId"
    },
    "Tags": {
     "shape": "AttendeeTagList"
    }
   }
  },
  "TagKey": {
   "type": "string",
   "min": 1,
   "max": 128,
   "sensitive": true
  },
  "TagKeyList": {
   "type": "list",
   "of": "TagKey",
   "min": 1,
   "max": 50
  },
  "TagList": {
   "type": "list",
   "of": "Tag",
   "min": 1,
   "max": 50
  },
  "TagMeetingRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "Tags"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    },
    "Tags": {
     "shape": "MeetingTagList"
    }
   }
  },
  "TagResourceRequest": {
   "type": "structure",
   "required": [
    "ResourceARN",
    "Tags"
   ],
   "members": {
    "ResourceARN": {
     "shape": "Arn"
    },
    "Tags": {
     "shape": "TagList"
    }
   }
  },
  "TagValue": {
   "type": "string",
   "min": 1,
   "max": 256,
   "sensitive": true
  },
  "TelephonySettings": {
   "type": "structure",
   "required": [
    "InboundCalling",
    "OutboundCalling",
    "SMS"
   ],
   "members": {
    "InboundCalling": {
     "shape": "Boolean"
    },
    "OutboundCalling": {
     "shape": "Boolean"
    },
    "SMS": {
     "shape": "Boolean"
    }
   }
  },
  "TollFreePrefix": {
   "type": "string",
   "min": 3,
   "max": 3,
   "pattern": "^8(00|33|44|55|66|77|88)$"
  },
  "TranscribeContentIdentificationType": {
   "type": "string",
   "enum": [
    "PII"
   ]
  },
  "TranscribeContentRedactionType": {
   "type": "string",
   "enum": [
    "PII"
   ]
  },
  "TranscribeLanguageCode": {
   "type": "string",
   "enum": [
    "en-US",
    "en-GB",
    "es-US",
    "fr-CA",
    "fr-FR",
    "en-AU",
    "it-IT",
    "de-DE",
    "pt-BR",
    "ja-JP",
    "ko-KR",
    "zh-CN"
   ]
  },
  "TranscribeLanguageModelName": {
   "type": "string",
   "min": 1,
   "max": 200,
   "pattern": "^[0-9a-zA-Z._-]+"
  },
  "TranscribeMedicalContentIdentificationType": {
   "type": "string",
   "enum": [
    "PHI"
   ]
  },
  "TranscribeMedicalLanguageCode": {
   "type": "string",
   "enum": [
    "en-US"
   ]
  },
  "TranscribeMedicalRegion": {
   "type": "string",
   "enum": [
    "us-east-1",
    "us-east-2",
    "us-west-2",
    "ap-southeast-2",
    "ca-central-1",
    "eu-west-1",
    "auto"
   ]
  },
  "TranscribeMedicalSpecialty": {
   "type": "string",
   "enum": [
    "PRIMARYCARE",
    "CARDIOLOGY",
    "NEUROLOGY",
    "ONCOLOGY",
    "RADIOLOGY",
    "UROLOGY"
   ]
  },
  "TranscribeMedicalType": {
   "type": "string",
   "enum": [
    "CONVERSATION",
    "DICTATION"
   ]
  },
  "TranscribePartialResultsStability": {
   "type": "string",
   "enum": [
    "low",
    "medium",
    "high"
   ]
  },
  "TranscribePiiEntityTypes": {
   "type": "string",
   "min": 1,
   "max": 300,
   "pattern": "^[A-Z_, ]+"
  },
  "TranscribeRegion": {
   "type": "string",
   "enum": [
    "us-east-2",
    "us-east-1",
    "us-west-2",
    "ap-northeast-2",
    "ap-southeast-2",
    "ap-northeast-1",
    "ca-central-1",
    "eu-central-1",
    "eu-west-1",
    "eu-west-2",
    "sa-east-1",
    "auto"
   ]
  },
  "TranscribeVocabularyFilterMethod": {
   "type": "string",
   "enum": [
    "remove",
    "mask",
    "tag"
   ]
  },
  "TranscriptionConfiguration": {
   "type": "structure",
   "members": {
    "EngineTranscribeSettings": {
     "shape": "EngineTranscribeSettings"
    },
    "EngineTranscribeMedicalSettings": {
     "shape": "EngineTranscribeMedicalSettings"
    }
   }
  },
  "UntagAttendeeRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "TagKeys",
    "AttendeeId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    },
    "AttendeeId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "attendeeId"
    },
    "TagKeys": {
     "shape": "AttendeeTagKeyList"
    }
   }
  },
  "UntagMeetingRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "TagKeys"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri",
     "locationName": "meetingId"
    },
    "TagKeys": {
     "shape": "MeetingTagKeyList"
    }
   }
  },
  "UntagResourceRequest": {
   "type": "structure",
   "required": [
    "ResourceARN",
    "TagKeys"
   ],
   "members": {
    "ResourceARN": {
     "shape": "Arn"
    },
    "TagKeys": {
     "shape": "TagKeyList"
    }
   }
  },
  "UpdateAccountRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "Name": {
     "shape": "AccountName"
    },
    "DefaultLicense": {
     "shape": "License"
    }
   }
  },
  "UpdateAccountResourceRequest": {
   "type": "structure",
   "required": [
    "AccountId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "MeetingRegions": {
     "shape": "MeetingRegions"
    }
   }
  },
  "UpdateAccountResourceResponse": {
   "type": "structure",
   "members": {
    "AccountResource": {
     "shape": "AccountResource"
    }
   }
  },
  "UpdateAccountResponse": {
   "type": "structure",
   "members": {
    "Account": {
     "shape": "Account"
    }
   }
  },
  "UpdateAccountSettingsRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "AccountSettings"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "AccountSettings": {
     "shape": "AccountSettings"
    }
   }
  },
  "UpdateAccountSettingsResponse": {
   "type": "structure",
   "members": {}
  },
  "UpdateBotRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "BotId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "BotId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "botId"
    },
    "Disabled": {
     "shape": "NullableBoolean"
    }
   }
  },
  "UpdateBotResponse": {
   "type": "structure",
   "members": {
    "Bot": {
     "shape": "Bot"
    }
   }
  },
  "UpdateGlobalSettingsRequest": {
   "type": "structure",
   "members": {
    "BusinessCalling": {
     "shape": "BusinessCallingSettings"
    },
    "VoiceConnector": {
     "shape": "VoiceConnectorSettings"
    }
   }
  },
  "UpdatePhoneNumberRequest": {
   "type": "structure",
   "required": [
    "PhoneNumberId"
   ],
   "members": {
    "PhoneNumberId": {
     "shape": "String",
     "location": "uri",
     "locationName": "phoneNumberId"
    },
    "ProductType": {
     "shape": "PhoneNumberProductType"
    },
    "CallingName": {
     "shape": "CallingName"
    }
   }
  },
  "UpdatePhoneNumberRequestItem": {
   "type": "structure",
   "required": [
    "PhoneNumberId"
   ],
   "members": {
    "PhoneNumberId": {
     "shape": "NonEmptyString"
    },
    "ProductType": {
     "shape": "PhoneNumberProductType"
    },
    "CallingName": {
     "shape": "CallingName"
    }
   }
  },
  "UpdatePhoneNumberRequestItemList": {
   "type": "list",
   "of": "UpdatePhoneNumberRequestItem"
  },
  "UpdatePhoneNumberResponse": {
   "type": "structure",
   "members": {
    "PhoneNumber": {
     "shape": "PhoneNumber"
    }
   }
  },
  "UpdatePhoneNumberSettingsRequest": {
   "type": "structure",
   "required": [
    "CallingName"
   ],
   "members": {
    "CallingName": {
     "shape": "CallingName"
    }
   }
  },
  "UpdateRoomMembershipRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "RoomId",
    "MemberId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "RoomId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "roomId"
    },
    "MemberId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "memberId"
    },
    "Role": {
     "shape": "RoomMembershipRole"
    }
   }
  },
  "UpdateRoomMembershipResponse": {
   "type": "structure",
   "members": {
    "RoomMembership": {
     "shape": "RoomMembership"
    }
   }
  },
  "UpdateRoomRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "RoomId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "RoomId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "roomId"
    },
    "Name": {
     "shape": "SensitiveString"
    }
   }
  },
  "UpdateRoomResponse": {
   "type": "structure",
   "members": {
    "Room": {
     "shape": "Room"
    }
   }
  },
  "UpdateSupportedLicensesRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "SupportedLicenses"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "SupportedLicenses": {
     "shape": "LicenseList"
    }
   }
  },
  "UpdateSupportedLicensesResponse": {
   "type": "structure",
   "members": {
    "Account": {
     "shape": "Account"
    }
   }
  },
  "UpdateUserLicensesRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserIdList",
    "LicenseType"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserIdList": {
     "shape": "UserIdList"
    },
    "LicenseType": {
     "shape": "License"
    }
   }
  },
  "UpdateUserLicensesResponse": {
   "type": "structure",
   "members": {
    "UserErrors": {
     "shape": "UserErrorList"
    }
   }
  },
  "UpdateUserRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserId"
   ],
   "members": {
    "AccountId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserId": {
     "shape": "NonEmptyString",
     "location": "uri",
     "locationName": "userId"
    },
    "LicenseType": {
     "shape": "License"
    },
    "UserType": {
     "shape": "UserType"
    },
    "AlexaForBusinessMetadata": {
     "shape": "AlexaForBusinessMetadata"
    }
   }
  },
  "UpdateUserRequestItem": {
   "type": "structure",
   "required": [
    "UserId"
   ],
   "members": {
    "UserId": {
     "shape": "NonEmptyString"
    },
    "LicenseType": {
     "shape": "License"
    },
    "UserType": {
     "shape": "UserType"
    },
    "AlexaForBusinessMetadata": {
     "shape": "AlexaForBusinessMetadata"
    }
   }
  },
  "UpdateUserRequestItemList": {
   "type": "list",
   "of": "UpdateUserRequestItem",
   "max": 20
  },
  "UpdateUserResponse": {
   "type": "structure",
   "members": {
    "User": {
     "shape": "User"
    }
   }
  },
  "UpdateUserSettingsRequest": {
   "type": "structure",
   "required": [
    "AccountId",
    "UserId",
    "UserSettings"
   ],
   "members": {
    "AccountId": {
     "shape": "String",
     "location": "uri",
     "locationName": "accountId"
    },
    "UserId": {
     "shape": "String",
     "location": "uri",
     "locationName": "userId"
    },
    "UserSettings": {
     "shape": "UserSettings"
    }
   }
  },
  "UriType": {
   "type": "string",
   "max": 4096
  },
  "User": {
   "type": "structure",
   "required": [
    "UserId"
   ],
   "members": {
    "UserId": {
     "shape": "String"
    },
    "AccountId": {
     "shape": "String"
    },
    "PrimaryEmail": {
     "shape": "EmailAddress"
    },
    "PrimaryProvisionedNumber": {
     "shape": "SensitiveString"
    },
    "DisplayName": {
     "shape": "SensitiveString"
    },
    "LicenseType": {
     "shape": "License"
    },
    "UserType": {
     "shape": "UserType"
    },
    "UserRegistrationStatus": {
     "shape": "RegistrationStatus"
    },
    "UserInvitationStatus": {
     "shape": "InviteStatus"
    },
    "RegisteredOn": {
     "shape": "Iso8601Timestamp"
    },
    "InvitedOn": {
     "shape": "Iso8601Timestamp"
    },
    "AlexaForBusinessMetadata": {
     "shape": "AlexaForBusinessMetadata"
    },
    "PersonalPIN": {
     "shape": "String"
    }
   }
  },
  "UserActivity": {
   "type": "structure",
   "members": {
    "ChatMessagesSent": {
     "shape": "Integer"
    },
    "LastActiveTimestamp": {
     "shape": "Iso8601Timestamp"
    },
    "PrivacySetting": {
     "shape": "PrivacySetting"
    }
   }
  },
  "UserEmailList": {
   "type": "list",
   "of": "EmailAddress",
   "max": 50
  },
  "UserError": {
   "type": "structure",
   "members": {
    "UserId": {
     "shape": "NonEmptyString"
    },
    "ErrorCode": {
     "shape": "ErrorCode"
    },
    "ErrorMessage": {
     "shape": "String"
    }
   }
  },
  "UserErrorList": {
   "type": "list",
   "of": "UserError"
  },
  "UserIdList": {
   "type": "list",
   "of": "NonEmptyString",
   "max": 50
  },
  "UserList": {
   "type": "list",
   "of": "User"
  },
  "UserPageNumber": {
   "type": "integer",
   "min": 1,
   "max": 100000
  },
  "UserSearchText": {
   "type": "string",
   "max": 254
  },
  "UserSettings": {
   "type": "structure",
   "required": [
    "Telephony"
   ],
   "members": {
    "Telephony": {
     "shape": "TelephonySettings"
    }
   }
  },
  "UserSortKey": {
   "type": "string",
   "enum": [
    "Email",
    "DisplayName",
    "RegisteredOn",
    "InvitedOn"
   ]
  },
  "UserType": {
   "type": "string",
   "enum": [
    "PrivateUser",
    "SharedDevice"
   ]
  },
  "VoiceConnectorSettings": {
   "type": "structure",
   "members": {
    "CdrBucket": {
     "shape": "String"
    }
   }
  }
 }
};
