// Written by tools/aws-contract/make-contract.mjs; not by hand.
import type { Contract } from '../contract.js';

export const iamContract: Contract = {
 "service": "iam",
 "version": "2010-05-08",
 "protocol": "query",
 "xmlNamespace": "https://iam.amazonaws.com/doc/2010-05-08/",
 "operations": {
  "AddUserToGroup": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "AddUserToGroupRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "AttachGroupPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "AttachGroupPolicyRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "InvalidInputException",
    "PolicyNotAttachableException",
    "ServiceFailureException"
   ]
  },
  "AttachRolePolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "AttachRolePolicyRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "InvalidInputException",
    "UnmodifiableEntityException",
    "PolicyNotAttachableException",
    "ServiceFailureException"
   ]
  },
  "AttachUserPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "AttachUserPolicyRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "InvalidInputException",
    "PolicyNotAttachableException",
    "ServiceFailureException"
   ]
  },
  "ChangePassword": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ChangePasswordRequest",
   "errors": [
    "NoSuchEntityException",
    "InvalidUserTypeException",
    "LimitExceededException",
    "EntityTemporarilyUnmodifiableException",
    "PasswordPolicyViolationException",
    "ServiceFailureException"
   ]
  },
  "CreateAccessKey": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "CreateAccessKeyRequest",
   "output": "CreateAccessKeyResponse",
   "wrapper": "CreateAccessKeyResult",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "CreateAccountAlias": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "CreateAccountAliasRequest",
   "errors": [
    "EntityAlreadyExistsException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "CreateGroup": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "CreateGroupRequest",
   "output": "CreateGroupResponse",
   "wrapper": "CreateGroupResult",
   "errors": [
    "LimitExceededException",
    "EntityAlreadyExistsException",
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "CreateLoginProfile": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "CreateLoginProfileRequest",
   "output": "CreateLoginProfileResponse",
   "wrapper": "CreateLoginProfileResult",
   "errors": [
    "EntityAlreadyExistsException",
    "NoSuchEntityException",
    "PasswordPolicyViolationException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "CreatePolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "CreatePolicyRequest",
   "output": "CreatePolicyResponse",
   "wrapper": "CreatePolicyResult",
   "errors": [
    "InvalidInputException",
    "LimitExceededException",
    "EntityAlreadyExistsException",
    "MalformedPolicyDocumentException",
    "ConcurrentModificationException",
    "ServiceFailureException"
   ]
  },
  "CreatePolicyVersion": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "CreatePolicyVersionRequest",
   "output": "CreatePolicyVersionResponse",
   "wrapper": "CreatePolicyVersionResult",
   "errors": [
    "NoSuchEntityException",
    "MalformedPolicyDocumentException",
    "InvalidInputException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "CreateRole": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "CreateRoleRequest",
   "output": "CreateRoleResponse",
   "wrapper": "CreateRoleResult",
   "errors": [
    "LimitExceededException",
    "InvalidInputException",
    "EntityAlreadyExistsException",
    "MalformedPolicyDocumentException",
    "ConcurrentModificationException",
    "ServiceFailureException"
   ]
  },
  "CreateServiceLinkedRole": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "CreateServiceLinkedRoleRequest",
   "output": "CreateServiceLinkedRoleResponse",
   "wrapper": "CreateServiceLinkedRoleResult",
   "errors": [
    "InvalidInputException",
    "LimitExceededException",
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "CreateUser": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "CreateUserRequest",
   "output": "CreateUserResponse",
   "wrapper": "CreateUserResult",
   "errors": [
    "LimitExceededException",
    "EntityAlreadyExistsException",
    "NoSuchEntityException",
    "InvalidInputException",
    "ConcurrentModificationException",
    "ServiceFailureException"
   ]
  },
  "CreateVirtualMFADevice": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "CreateVirtualMFADeviceRequest",
   "output": "CreateVirtualMFADeviceResponse",
   "wrapper": "CreateVirtualMFADeviceResult",
   "errors": [
    "LimitExceededException",
    "InvalidInputException",
    "EntityAlreadyExistsException",
    "ConcurrentModificationException",
    "ServiceFailureException"
   ]
  },
  "DeactivateMFADevice": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeactivateMFADeviceRequest",
   "errors": [
    "EntityTemporarilyUnmodifiableException",
    "NoSuchEntityException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "DeleteAccessKey": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteAccessKeyRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "DeleteAccountAlias": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteAccountAliasRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "DeleteGroup": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteGroupRequest",
   "errors": [
    "NoSuchEntityException",
    "DeleteConflictException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "DeleteGroupPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteGroupPolicyRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "DeleteLoginProfile": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteLoginProfileRequest",
   "errors": [
    "EntityTemporarilyUnmodifiableException",
    "NoSuchEntityException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "DeletePolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeletePolicyRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "InvalidInputException",
    "DeleteConflictException",
    "ServiceFailureException"
   ]
  },
  "DeletePolicyVersion": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeletePolicyVersionRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "InvalidInputException",
    "DeleteConflictException",
    "ServiceFailureException"
   ]
  },
  "DeleteRole": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteRoleRequest",
   "errors": [
    "NoSuchEntityException",
    "DeleteConflictException",
    "LimitExceededException",
    "UnmodifiableEntityException",
    "ConcurrentModificationException",
    "ServiceFailureException"
   ]
  },
  "DeleteRolePermissionsBoundary": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteRolePermissionsBoundaryRequest",
   "errors": [
    "NoSuchEntityException",
    "UnmodifiableEntityException",
    "ServiceFailureException"
   ]
  },
  "DeleteRolePolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteRolePolicyRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "UnmodifiableEntityException",
    "ServiceFailureException"
   ]
  },
  "DeleteServiceLinkedRole": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteServiceLinkedRoleRequest",
   "output": "DeleteServiceLinkedRoleResponse",
   "wrapper": "DeleteServiceLinkedRoleResult",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "DeleteUser": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteUserRequest",
   "errors": [
    "LimitExceededException",
    "NoSuchEntityException",
    "DeleteConflictException",
    "ConcurrentModificationException",
    "ServiceFailureException"
   ]
  },
  "DeleteUserPermissionsBoundary": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteUserPermissionsBoundaryRequest",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "DeleteUserPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteUserPolicyRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "DeleteVirtualMFADevice": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteVirtualMFADeviceRequest",
   "errors": [
    "NoSuchEntityException",
    "DeleteConflictException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "DetachGroupPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DetachGroupPolicyRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "InvalidInputException",
    "ServiceFailureException"
   ]
  },
  "DetachRolePolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DetachRolePolicyRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "InvalidInputException",
    "UnmodifiableEntityException",
    "ServiceFailureException"
   ]
  },
  "DetachUserPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DetachUserPolicyRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "InvalidInputException",
    "ServiceFailureException"
   ]
  },
  "EnableMFADevice": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "EnableMFADeviceRequest",
   "errors": [
    "EntityAlreadyExistsException",
    "EntityTemporarilyUnmodifiableException",
    "InvalidAuthenticationCodeException",
    "LimitExceededException",
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "GetAccessKeyLastUsed": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetAccessKeyLastUsedRequest",
   "output": "GetAccessKeyLastUsedResponse",
   "wrapper": "GetAccessKeyLastUsedResult",
   "errors": [
    "NoSuchEntityException"
   ]
  },
  "GetAccountSummary": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "output": "GetAccountSummaryResponse",
   "wrapper": "GetAccountSummaryResult",
   "errors": [
    "ServiceFailureException"
   ]
  },
  "GetGroup": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetGroupRequest",
   "output": "GetGroupResponse",
   "wrapper": "GetGroupResult",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "GetGroupPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetGroupPolicyRequest",
   "output": "GetGroupPolicyResponse",
   "wrapper": "GetGroupPolicyResult",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "GetLoginProfile": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetLoginProfileRequest",
   "output": "GetLoginProfileResponse",
   "wrapper": "GetLoginProfileResult",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "GetPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetPolicyRequest",
   "output": "GetPolicyResponse",
   "wrapper": "GetPolicyResult",
   "errors": [
    "NoSuchEntityException",
    "InvalidInputException",
    "ServiceFailureException"
   ]
  },
  "GetPolicyVersion": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetPolicyVersionRequest",
   "output": "GetPolicyVersionResponse",
   "wrapper": "GetPolicyVersionResult",
   "errors": [
    "NoSuchEntityException",
    "InvalidInputException",
    "ServiceFailureException"
   ]
  },
  "GetRole": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetRoleRequest",
   "output": "GetRoleResponse",
   "wrapper": "GetRoleResult",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "GetRolePolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetRolePolicyRequest",
   "output": "GetRolePolicyResponse",
   "wrapper": "GetRolePolicyResult",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "GetServiceLinkedRoleDeletionStatus": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetServiceLinkedRoleDeletionStatusRequest",
   "output": "GetServiceLinkedRoleDeletionStatusResponse",
   "wrapper": "GetServiceLinkedRoleDeletionStatusResult",
   "errors": [
    "NoSuchEntityException",
    "InvalidInputException",
    "ServiceFailureException"
   ]
  },
  "GetUser": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetUserRequest",
   "output": "GetUserResponse",
   "wrapper": "GetUserResult",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "GetUserPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetUserPolicyRequest",
   "output": "GetUserPolicyResponse",
   "wrapper": "GetUserPolicyResult",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "ListAccessKeys": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListAccessKeysRequest",
   "output": "ListAccessKeysResponse",
   "wrapper": "ListAccessKeysResult",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "ListAccountAliases": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListAccountAliasesRequest",
   "output": "ListAccountAliasesResponse",
   "wrapper": "ListAccountAliasesResult",
   "errors": [
    "ServiceFailureException"
   ]
  },
  "ListAttachedGroupPolicies": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListAttachedGroupPoliciesRequest",
   "output": "ListAttachedGroupPoliciesResponse",
   "wrapper": "ListAttachedGroupPoliciesResult",
   "errors": [
    "NoSuchEntityException",
    "InvalidInputException",
    "ServiceFailureException"
   ]
  },
  "ListAttachedRolePolicies": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListAttachedRolePoliciesRequest",
   "output": "ListAttachedRolePoliciesResponse",
   "wrapper": "ListAttachedRolePoliciesResult",
   "errors": [
    "NoSuchEntityException",
    "InvalidInputException",
    "ServiceFailureException"
   ]
  },
  "ListAttachedUserPolicies": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListAttachedUserPoliciesRequest",
   "output": "ListAttachedUserPoliciesResponse",
   "wrapper": "ListAttachedUserPoliciesResult",
   "errors": [
    "NoSuchEntityException",
    "InvalidInputException",
    "ServiceFailureException"
   ]
  },
  "ListEntitiesForPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListEntitiesForPolicyRequest",
   "output": "ListEntitiesForPolicyResponse",
   "wrapper": "ListEntitiesForPolicyResult",
   "errors": [
    "NoSuchEntityException",
    "InvalidInputException",
    "ServiceFailureException"
   ]
  },
  "ListGroupPolicies": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListGroupPoliciesRequest",
   "output": "ListGroupPoliciesResponse",
   "wrapper": "ListGroupPoliciesResult",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "ListGroups": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListGroupsRequest",
   "output": "ListGroupsResponse",
   "wrapper": "ListGroupsResult",
   "errors": [
    "ServiceFailureException"
   ]
  },
  "ListGroupsForUser": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListGroupsForUserRequest",
   "output": "ListGroupsForUserResponse",
   "wrapper": "ListGroupsForUserResult",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "ListMFADevices": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListMFADevicesRequest",
   "output": "ListMFADevicesResponse",
   "wrapper": "ListMFADevicesResult",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "ListPolicies": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListPoliciesRequest",
   "output": "ListPoliciesResponse",
   "wrapper": "ListPoliciesResult",
   "errors": [
    "ServiceFailureException"
   ]
  },
  "ListPolicyVersions": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListPolicyVersionsRequest",
   "output": "ListPolicyVersionsResponse",
   "wrapper": "ListPolicyVersionsResult",
   "errors": [
    "NoSuchEntityException",
    "InvalidInputException",
    "ServiceFailureException"
   ]
  },
  "ListRolePolicies": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListRolePoliciesRequest",
   "output": "ListRolePoliciesResponse",
   "wrapper": "ListRolePoliciesResult",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "ListRoles": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListRolesRequest",
   "output": "ListRolesResponse",
   "wrapper": "ListRolesResult",
   "errors": [
    "ServiceFailureException"
   ]
  },
  "ListUserPolicies": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListUserPoliciesRequest",
   "output": "ListUserPoliciesResponse",
   "wrapper": "ListUserPoliciesResult",
   "errors": [
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "ListUsers": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListUsersRequest",
   "output": "ListUsersResponse",
   "wrapper": "ListUsersResult",
   "errors": [
    "ServiceFailureException"
   ]
  },
  "ListVirtualMFADevices": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListVirtualMFADevicesRequest",
   "output": "ListVirtualMFADevicesResponse",
   "wrapper": "ListVirtualMFADevicesResult",
   "errors": []
  },
  "PutGroupPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "PutGroupPolicyRequest",
   "errors": [
    "LimitExceededException",
    "MalformedPolicyDocumentException",
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "PutRolePermissionsBoundary": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "PutRolePermissionsBoundaryRequest",
   "errors": [
    "NoSuchEntityException",
    "InvalidInputException",
    "UnmodifiableEntityException",
    "PolicyNotAttachableException",
    "ServiceFailureException"
   ]
  },
  "PutRolePolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "PutRolePolicyRequest",
   "errors": [
    "LimitExceededException",
    "MalformedPolicyDocumentException",
    "NoSuchEntityException",
    "UnmodifiableEntityException",
    "ServiceFailureException"
   ]
  },
  "PutUserPermissionsBoundary": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "PutUserPermissionsBoundaryRequest",
   "errors": [
    "NoSuchEntityException",
    "InvalidInputException",
    "PolicyNotAttachableException",
    "ServiceFailureException"
   ]
  },
  "PutUserPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "PutUserPolicyRequest",
   "errors": [
    "LimitExceededException",
    "MalformedPolicyDocumentException",
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "RemoveUserFromGroup": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "RemoveUserFromGroupRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "SetDefaultPolicyVersion": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "SetDefaultPolicyVersionRequest",
   "errors": [
    "NoSuchEntityException",
    "InvalidInputException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "SimulateCustomPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "SimulateCustomPolicyRequest",
   "output": "SimulatePolicyResponse",
   "wrapper": "SimulateCustomPolicyResult",
   "errors": [
    "InvalidInputException",
    "PolicyEvaluationException"
   ]
  },
  "SimulatePrincipalPolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "SimulatePrincipalPolicyRequest",
   "output": "SimulatePolicyResponse",
   "wrapper": "SimulatePrincipalPolicyResult",
   "errors": [
    "NoSuchEntityException",
    "InvalidInputException",
    "PolicyEvaluationException"
   ]
  },
  "UpdateAccessKey": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "UpdateAccessKeyRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "UpdateAssumeRolePolicy": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "UpdateAssumeRolePolicyRequest",
   "errors": [
    "NoSuchEntityException",
    "MalformedPolicyDocumentException",
    "LimitExceededException",
    "UnmodifiableEntityException",
    "ServiceFailureException"
   ]
  },
  "UpdateGroup": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "UpdateGroupRequest",
   "errors": [
    "NoSuchEntityException",
    "EntityAlreadyExistsException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "UpdateLoginProfile": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "UpdateLoginProfileRequest",
   "errors": [
    "EntityTemporarilyUnmodifiableException",
    "NoSuchEntityException",
    "PasswordPolicyViolationException",
    "LimitExceededException",
    "ServiceFailureException"
   ]
  },
  "UpdateRole": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "UpdateRoleRequest",
   "output": "UpdateRoleResponse",
   "wrapper": "UpdateRoleResult",
   "errors": [
    "UnmodifiableEntityException",
    "NoSuchEntityException",
    "ServiceFailureException"
   ]
  },
  "UpdateRoleDescription": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "UpdateRoleDescriptionRequest",
   "output": "UpdateRoleDescriptionResponse",
   "wrapper": "UpdateRoleDescriptionResult",
   "errors": [
    "NoSuchEntityException",
    "UnmodifiableEntityException",
    "ServiceFailureException"
   ]
  },
  "UpdateUser": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "UpdateUserRequest",
   "errors": [
    "NoSuchEntityException",
    "LimitExceededException",
    "EntityAlreadyExistsException",
    "EntityTemporarilyUnmodifiableException",
    "ConcurrentModificationException",
    "ServiceFailureException"
   ]
  }
 },
 "shapes": {
  "AccessKey": {
   "type": "structure",
   "required": [
    "UserName",
    "AccessKeyId",
    "Status",
    "SecretAccessKey"
   ],
   "members": {
    "UserName": {
     "shape": "userNameType"
    },
    "AccessKeyId": {
     "shape": "accessKeyIdType"
    },
    "Status": {
     "shape": "statusType"
    },
    "SecretAccessKey": {
     "shape": "accessKeySecretType"
    },
    "CreateDate": {
     "shape": "dateType"
    }
   }
  },
  "AccessKeyLastUsed": {
   "type": "structure",
   "required": [
    "LastUsedDate",
    "ServiceName",
    "Region"
   ],
   "members": {
    "LastUsedDate": {
     "shape": "dateType"
    },
    "ServiceName": {
     "shape": "stringType"
    },
    "Region": {
     "shape": "stringType"
    }
   }
  },
  "AccessKeyMetadata": {
   "type": "structure",
   "members": {
    "UserName": {
     "shape": "userNameType"
    },
    "AccessKeyId": {
     "shape": "accessKeyIdType"
    },
    "Status": {
     "shape": "statusType"
    },
    "CreateDate": {
     "shape": "dateType"
    }
   }
  },
  "ActionNameListType": {
   "type": "list",
   "of": "ActionNameType"
  },
  "ActionNameType": {
   "type": "string",
   "min": 3,
   "max": 128
  },
  "AddUserToGroupRequest": {
   "type": "structure",
   "required": [
    "GroupName",
    "UserName"
   ],
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    },
    "UserName": {
     "shape": "existingUserNameType"
    }
   }
  },
  "ArnListType": {
   "type": "list",
   "of": "arnType"
  },
  "AttachGroupPolicyRequest": {
   "type": "structure",
   "required": [
    "GroupName",
    "PolicyArn"
   ],
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    },
    "PolicyArn": {
     "shape": "arnType"
    }
   }
  },
  "AttachRolePolicyRequest": {
   "type": "structure",
   "required": [
    "RoleName",
    "PolicyArn"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    },
    "PolicyArn": {
     "shape": "arnType"
    }
   }
  },
  "AttachUserPolicyRequest": {
   "type": "structure",
   "required": [
    "UserName",
    "PolicyArn"
   ],
   "members": {
    "UserName": {
     "shape": "userNameType"
    },
    "PolicyArn": {
     "shape": "arnType"
    }
   }
  },
  "AttachedPermissionsBoundary": {
   "type": "structure",
   "members": {
    "PermissionsBoundaryType": {
     "shape": "PermissionsBoundaryAttachmentType"
    },
    "PermissionsBoundaryArn": {
     "shape": "arnType"
    }
   }
  },
  "AttachedPolicy": {
   "type": "structure",
   "members": {
    "PolicyName": {
     "shape": "policyNameType"
    },
    "PolicyArn": {
     "shape": "arnType"
    }
   }
  },
  "BootstrapDatum": {
   "type": "blob",
   "sensitive": true
  },
  "ChangePasswordRequest": {
   "type": "structure",
   "required": [
    "OldPassword",
    "NewPassword"
   ],
   "members": {
    "OldPassword": {
     "shape": "passwordType"
    },
    "NewPassword": {
     "shape": "passwordType"
    }
   }
  },
  "ColumnNumber": {
   "type": "integer"
  },
  "ContextEntry": {
   "type": "structure",
   "members": {
    "ContextKeyName": {
     "shape": "ContextKeyNameType"
    },
    "ContextKeyValues": {
     "shape": "ContextKeyValueListType"
    },
    "ContextKeyType": {
     "shape": "ContextKeyTypeEnum"
    }
   }
  },
  "ContextEntryListType": {
   "type": "list",
   "of": "ContextEntry"
  },
  "ContextKeyNameType": {
   "type": "string",
   "min": 5,
   "max": 256
  },
  "ContextKeyNamesResultListType": {
   "type": "list",
   "of": "ContextKeyNameType"
  },
  "ContextKeyTypeEnum": {
   "type": "string",
   "enum": [
    "string",
    "stringList",
    "numeric",
    "numericList",
    "boolean",
    "booleanList",
    "ip",
    "ipList",
    "binary",
    "binaryList",
    "date",
    "dateList"
   ]
  },
  "ContextKeyValueListType": {
   "type": "list",
   "of": "ContextKeyValueType"
  },
  "ContextKeyValueType": {
   "type": "string"
  },
  "CreateAccessKeyRequest": {
   "type": "structure",
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    }
   }
  },
  "CreateAccessKeyResponse": {
   "type": "structure",
   "required": [
    "AccessKey"
   ],
   "members": {
    "AccessKey": {
     "shape": "AccessKey"
    }
   }
  },
  "CreateAccountAliasRequest": {
   "type": "structure",
   "required": [
    "AccountAlias"
   ],
   "members": {
    "AccountAlias": {
     "shape": "accountAliasType"
    }
   }
  },
  "CreateGroupRequest": {
   "type": "structure",
   "required": [
    "GroupName"
   ],
   "members": {
    "Path": {
     "shape": "pathType"
    },
    "GroupName": {
     "shape": "groupNameType"
    }
   }
  },
  "CreateGroupResponse": {
   "type": "structure",
   "required": [
    "Group"
   ],
   "members": {
    "Group": {
     "shape": "Group"
    }
   }
  },
  "CreateLoginProfileRequest": {
   "type": "structure",
   "required": [
    "UserName",
    "Password"
   ],
   "members": {
    "UserName": {
     "shape": "userNameType"
    },
    "Password": {
     "shape": "passwordType"
    },
    "PasswordResetRequired": {
     "shape": "booleanType"
    }
   }
  },
  "CreateLoginProfileResponse": {
   "type": "structure",
   "required": [
    "LoginProfile"
   ],
   "members": {
    "LoginProfile": {
     "shape": "LoginProfile"
    }
   }
  },
  "CreatePolicyRequest": {
   "type": "structure",
   "required": [
    "PolicyName",
    "PolicyDocument"
   ],
   "members": {
    "PolicyName": {
     "shape": "policyNameType"
    },
    "Path": {
     "shape": "policyPathType"
    },
    "PolicyDocument": {
     "shape": "policyDocumentType"
    },
    "Description": {
     "shape": "policyDescriptionType"
    },
    "Tags": {
     "shape": "tagListType"
    }
   }
  },
  "CreatePolicyResponse": {
   "type": "structure",
   "members": {
    "Policy": {
     "shape": "Policy"
    }
   }
  },
  "CreatePolicyVersionRequest": {
   "type": "structure",
   "required": [
    "PolicyArn",
    "PolicyDocument"
   ],
   "members": {
    "PolicyArn": {
     "shape": "arnType"
    },
    "PolicyDocument": {
     "shape": "policyDocumentType"
    },
    "SetAsDefault": {
     "shape": "booleanType"
    }
   }
  },
  "CreatePolicyVersionResponse": {
   "type": "structure",
   "members": {
    "PolicyVersion": {
     "shape": "PolicyVersion"
    }
   }
  },
  "CreateRoleRequest": {
   "type": "structure",
   "required": [
    "RoleName",
    "AssumeRolePolicyDocument"
   ],
   "members": {
    "Path": {
     "shape": "pathType"
    },
    "RoleName": {
     "shape": "roleNameType"
    },
    "AssumeRolePolicyDocument": {
     "shape": "policyDocumentType"
    },
    "Description": {
     "shape": "roleDescriptionType"
    },
    "MaxSessionDuration": {
     "shape": "roleMaxSessionDurationType"
    },
    "PermissionsBoundary": {
     "shape": "arnType"
    },
    "Tags": {
     "shape": "tagListType"
    }
   }
  },
  "CreateRoleResponse": {
   "type": "structure",
   "required": [
    "Role"
   ],
   "members": {
    "Role": {
     "shape": "Role"
    }
   }
  },
  "CreateServiceLinkedRoleRequest": {
   "type": "structure",
   "required": [
    "AWSServiceName"
   ],
   "members": {
    "AWSServiceName": {
     "shape": "groupNameType"
    },
    "Description": {
     "shape": "roleDescriptionType"
    },
    "CustomSuffix": {
     "shape": "customSuffixType"
    }
   }
  },
  "CreateServiceLinkedRoleResponse": {
   "type": "structure",
   "members": {
    "Role": {
     "shape": "Role"
    }
   }
  },
  "CreateUserRequest": {
   "type": "structure",
   "required": [
    "UserName"
   ],
   "members": {
    "Path": {
     "shape": "pathType"
    },
    "UserName": {
     "shape": "userNameType"
    },
    "PermissionsBoundary": {
     "shape": "arnType"
    },
    "Tags": {
     "shape": "tagListType"
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
  "CreateVirtualMFADeviceRequest": {
   "type": "structure",
   "required": [
    "VirtualMFADeviceName"
   ],
   "members": {
    "Path": {
     "shape": "pathType"
    },
    "VirtualMFADeviceName": {
     "shape": "virtualMFADeviceName"
    },
    "Tags": {
     "shape": "tagListType"
    }
   }
  },
  "CreateVirtualMFADeviceResponse": {
   "type": "structure",
   "required": [
    "VirtualMFADevice"
   ],
   "members": {
    "VirtualMFADevice": {
     "shape": "VirtualMFADevice"
    }
   }
  },
  "DeactivateMFADeviceRequest": {
   "type": "structure",
   "required": [
    "UserName",
    "SerialNumber"
   ],
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "SerialNumber": {
     "shape": "serialNumberType"
    }
   }
  },
  "DeleteAccessKeyRequest": {
   "type": "structure",
   "required": [
    "AccessKeyId"
   ],
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "AccessKeyId": {
     "shape": "accessKeyIdType"
    }
   }
  },
  "DeleteAccountAliasRequest": {
   "type": "structure",
   "required": [
    "AccountAlias"
   ],
   "members": {
    "AccountAlias": {
     "shape": "accountAliasType"
    }
   }
  },
  "DeleteGroupPolicyRequest": {
   "type": "structure",
   "required": [
    "GroupName",
    "PolicyName"
   ],
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    },
    "PolicyName": {
     "shape": "policyNameType"
    }
   }
  },
  "DeleteGroupRequest": {
   "type": "structure",
   "required": [
    "GroupName"
   ],
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    }
   }
  },
  "DeleteLoginProfileRequest": {
   "type": "structure",
   "required": [
    "UserName"
   ],
   "members": {
    "UserName": {
     "shape": "userNameType"
    }
   }
  },
  "DeletePolicyRequest": {
   "type": "structure",
   "required": [
    "PolicyArn"
   ],
   "members": {
    "PolicyArn": {
     "shape": "arnType"
    }
   }
  },
  "DeletePolicyVersionRequest": {
   "type": "structure",
   "required": [
    "PolicyArn",
    "VersionId"
   ],
   "members": {
    "PolicyArn": {
     "shape": "arnType"
    },
    "VersionId": {
     "shape": "policyVersionIdType"
    }
   }
  },
  "DeleteRolePermissionsBoundaryRequest": {
   "type": "structure",
   "required": [
    "RoleName"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    }
   }
  },
  "DeleteRolePolicyRequest": {
   "type": "structure",
   "required": [
    "RoleName",
    "PolicyName"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    },
    "PolicyName": {
     "shape": "policyNameType"
    }
   }
  },
  "DeleteRoleRequest": {
   "type": "structure",
   "required": [
    "RoleName"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    }
   }
  },
  "DeleteServiceLinkedRoleRequest": {
   "type": "structure",
   "required": [
    "RoleName"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    }
   }
  },
  "DeleteServiceLinkedRoleResponse": {
   "type": "structure",
   "required": [
    "DeletionTaskId"
   ],
   "members": {
    "DeletionTaskId": {
     "shape": "DeletionTaskIdType"
    }
   }
  },
  "DeleteUserPermissionsBoundaryRequest": {
   "type": "structure",
   "required": [
    "UserName"
   ],
   "members": {
    "UserName": {
     "shape": "userNameType"
    }
   }
  },
  "DeleteUserPolicyRequest": {
   "type": "structure",
   "required": [
    "UserName",
    "PolicyName"
   ],
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "PolicyName": {
     "shape": "policyNameType"
    }
   }
  },
  "DeleteUserRequest": {
   "type": "structure",
   "required": [
    "UserName"
   ],
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    }
   }
  },
  "DeleteVirtualMFADeviceRequest": {
   "type": "structure",
   "required": [
    "SerialNumber"
   ],
   "members": {
    "SerialNumber": {
     "shape": "serialNumberType"
    }
   }
  },
  "DeletionTaskFailureReasonType": {
   "type": "structure",
   "members": {
    "Reason": {
     "shape": "ReasonType"
    },
    "RoleUsageList": {
     "shape": "RoleUsageListType"
    }
   }
  },
  "DeletionTaskIdType": {
   "type": "string",
   "min": 1,
   "max": 1000
  },
  "DeletionTaskStatusType": {
   "type": "string",
   "enum": [
    "SUCCEEDED",
    "IN_PROGRESS",
    "FAILED",
    "NOT_STARTED"
   ]
  },
  "DetachGroupPolicyRequest": {
   "type": "structure",
   "required": [
    "GroupName",
    "PolicyArn"
   ],
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    },
    "PolicyArn": {
     "shape": "arnType"
    }
   }
  },
  "DetachRolePolicyRequest": {
   "type": "structure",
   "required": [
    "RoleName",
    "PolicyArn"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    },
    "PolicyArn": {
     "shape": "arnType"
    }
   }
  },
  "DetachUserPolicyRequest": {
   "type": "structure",
   "required": [
    "UserName",
    "PolicyArn"
   ],
   "members": {
    "UserName": {
     "shape": "userNameType"
    },
    "PolicyArn": {
     "shape": "arnType"
    }
   }
  },
  "EnableMFADeviceRequest": {
   "type": "structure",
   "required": [
    "UserName",
    "SerialNumber",
    "AuthenticationCode1",
    "AuthenticationCode2"
   ],
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "SerialNumber": {
     "shape": "serialNumberType"
    },
    "AuthenticationCode1": {
     "shape": "authenticationCodeType"
    },
    "AuthenticationCode2": {
     "shape": "authenticationCodeType"
    }
   }
  },
  "EntityType": {
   "type": "string",
   "enum": [
    "User",
    "Role",
    "Group",
    "LocalManagedPolicy",
    "AWSManagedPolicy"
   ]
  },
  "EvalDecisionDetailsType": {
   "type": "map",
   "key": "EvalDecisionSourceType",
   "value": "PolicyEvaluationDecisionType"
  },
  "EvalDecisionSourceType": {
   "type": "string",
   "min": 3,
   "max": 256
  },
  "EvaluationResult": {
   "type": "structure",
   "required": [
    "EvalActionName",
    "EvalDecision"
   ],
   "members": {
    "EvalActionName": {
     "shape": "ActionNameType"
    },
    "EvalResourceName": {
     "shape": "ResourceNameType"
    },
    "EvalDecision": {
     "shape": "PolicyEvaluationDecisionType"
    },
    "MatchedStatements": {
     "shape": "StatementListType"
    },
    "MissingContextValues": {
     "shape": "ContextKeyNamesResultListType"
    },
    "OrganizationsDecisionDetail": {
     "shape": "OrganizationsDecisionDetail"
    },
    "PermissionsBoundaryDecisionDetail": {
     "shape": "PermissionsBoundaryDecisionDetail"
    },
    "EvalDecisionDetails": {
     "shape": "EvalDecisionDetailsType"
    },
    "ResourceSpecificResults": {
     "shape": "ResourceSpecificResultListType"
    }
   }
  },
  "EvaluationResultsListType": {
   "type": "list",
   "of": "EvaluationResult"
  },
  "GetAccessKeyLastUsedRequest": {
   "type": "structure",
   "required": [
    "AccessKeyId"
   ],
   "members": {
    "AccessKeyId": {
     "shape": "accessKeyIdType"
    }
   }
  },
  "GetAccessKeyLastUsedResponse": {
   "type": "structure",
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "AccessKeyLastUsed": {
     "shape": "AccessKeyLastUsed"
    }
   }
  },
  "GetAccountSummaryResponse": {
   "type": "structure",
   "members": {
    "SummaryMap": {
     "shape": "summaryMapType"
    }
   }
  },
  "GetGroupPolicyRequest": {
   "type": "structure",
   "required": [
    "GroupName",
    "PolicyName"
   ],
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    },
    "PolicyName": {
     "shape": "policyNameType"
    }
   }
  },
  "GetGroupPolicyResponse": {
   "type": "structure",
   "required": [
    "GroupName",
    "PolicyName",
    "PolicyDocument"
   ],
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    },
    "PolicyName": {
     "shape": "policyNameType"
    },
    "PolicyDocument": {
     "shape": "policyDocumentType"
    }
   }
  },
  "GetGroupRequest": {
   "type": "structure",
   "required": [
    "GroupName"
   ],
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "GetGroupResponse": {
   "type": "structure",
   "required": [
    "Group",
    "Users"
   ],
   "members": {
    "Group": {
     "shape": "Group"
    },
    "Users": {
     "shape": "userListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "GetLoginProfileRequest": {
   "type": "structure",
   "required": [
    "UserName"
   ],
   "members": {
    "UserName": {
     "shape": "userNameType"
    }
   }
  },
  "GetLoginProfileResponse": {
   "type": "structure",
   "required": [
    "LoginProfile"
   ],
   "members": {
    "LoginProfile": {
     "shape": "LoginProfile"
    }
   }
  },
  "GetPolicyRequest": {
   "type": "structure",
   "required": [
    "PolicyArn"
   ],
   "members": {
    "PolicyArn": {
     "shape": "arnType"
    }
   }
  },
  "GetPolicyResponse": {
   "type": "structure",
   "members": {
    "Policy": {
     "shape": "Policy"
    }
   }
  },
  "GetPolicyVersionRequest": {
   "type": "structure",
   "required": [
    "PolicyArn",
    "VersionId"
   ],
   "members": {
    "PolicyArn": {
     "shape": "arnType"
    },
    "VersionId": {
     "shape": "policyVersionIdType"
    }
   }
  },
  "GetPolicyVersionResponse": {
   "type": "structure",
   "members": {
    "PolicyVersion": {
     "shape": "PolicyVersion"
    }
   }
  },
  "GetRolePolicyRequest": {
   "type": "structure",
   "required": [
    "RoleName",
    "PolicyName"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    },
    "PolicyName": {
     "shape": "policyNameType"
    }
   }
  },
  "GetRolePolicyResponse": {
   "type": "structure",
   "required": [
    "RoleName",
    "PolicyName",
    "PolicyDocument"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    },
    "PolicyName": {
     "shape": "policyNameType"
    },
    "PolicyDocument": {
     "shape": "policyDocumentType"
    }
   }
  },
  "GetRoleRequest": {
   "type": "structure",
   "required": [
    "RoleName"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    }
   }
  },
  "GetRoleResponse": {
   "type": "structure",
   "required": [
    "Role"
   ],
   "members": {
    "Role": {
     "shape": "Role"
    }
   }
  },
  "GetServiceLinkedRoleDeletionStatusRequest": {
   "type": "structure",
   "required": [
    "DeletionTaskId"
   ],
   "members": {
    "DeletionTaskId": {
     "shape": "DeletionTaskIdType"
    }
   }
  },
  "GetServiceLinkedRoleDeletionStatusResponse": {
   "type": "structure",
   "required": [
    "Status"
   ],
   "members": {
    "Status": {
     "shape": "DeletionTaskStatusType"
    },
    "Reason": {
     "shape": "DeletionTaskFailureReasonType"
    }
   }
  },
  "GetUserPolicyRequest": {
   "type": "structure",
   "required": [
    "UserName",
    "PolicyName"
   ],
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "PolicyName": {
     "shape": "policyNameType"
    }
   }
  },
  "GetUserPolicyResponse": {
   "type": "structure",
   "required": [
    "UserName",
    "PolicyName",
    "PolicyDocument"
   ],
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "PolicyName": {
     "shape": "policyNameType"
    },
    "PolicyDocument": {
     "shape": "policyDocumentType"
    }
   }
  },
  "GetUserRequest": {
   "type": "structure",
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    }
   }
  },
  "GetUserResponse": {
   "type": "structure",
   "required": [
    "User"
   ],
   "members": {
    "User": {
     "shape": "User"
    }
   }
  },
  "Group": {
   "type": "structure",
   "required": [
    "Path",
    "GroupName",
    "GroupId",
    "Arn",
    "CreateDate"
   ],
   "members": {
    "Path": {
     "shape": "pathType"
    },
    "GroupName": {
     "shape": "groupNameType"
    },
    "GroupId": {
     "shape": "idType"
    },
    "Arn": {
     "shape": "arnType"
    },
    "CreateDate": {
     "shape": "dateType"
    }
   }
  },
  "LineNumber": {
   "type": "integer"
  },
  "ListAccessKeysRequest": {
   "type": "structure",
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListAccessKeysResponse": {
   "type": "structure",
   "required": [
    "AccessKeyMetadata"
   ],
   "members": {
    "AccessKeyMetadata": {
     "shape": "accessKeyMetadataListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListAccountAliasesRequest": {
   "type": "structure",
   "members": {
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListAccountAliasesResponse": {
   "type": "structure",
   "required": [
    "AccountAliases"
   ],
   "members": {
    "AccountAliases": {
     "shape": "accountAliasListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListAttachedGroupPoliciesRequest": {
   "type": "structure",
   "required": [
    "GroupName"
   ],
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    },
    "PathPrefix": {
     "shape": "policyPathType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListAttachedGroupPoliciesResponse": {
   "type": "structure",
   "members": {
    "AttachedPolicies": {
     "shape": "attachedPoliciesListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListAttachedRolePoliciesRequest": {
   "type": "structure",
   "required": [
    "RoleName"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    },
    "PathPrefix": {
     "shape": "policyPathType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListAttachedRolePoliciesResponse": {
   "type": "structure",
   "members": {
    "AttachedPolicies": {
     "shape": "attachedPoliciesListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListAttachedUserPoliciesRequest": {
   "type": "structure",
   "required": [
    "UserName"
   ],
   "members": {
    "UserName": {
     "shape": "userNameType"
    },
    "PathPrefix": {
     "shape": "policyPathType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListAttachedUserPoliciesResponse": {
   "type": "structure",
   "members": {
    "AttachedPolicies": {
     "shape": "attachedPoliciesListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListEntitiesForPolicyRequest": {
   "type": "structure",
   "required": [
    "PolicyArn"
   ],
   "members": {
    "PolicyArn": {
     "shape": "arnType"
    },
    "EntityFilter": {
     "shape": "EntityType"
    },
    "PathPrefix": {
     "shape": "pathType"
    },
    "PolicyUsageFilter": {
     "shape": "PolicyUsageType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListEntitiesForPolicyResponse": {
   "type": "structure",
   "members": {
    "PolicyGroups": {
     "shape": "PolicyGroupListType"
    },
    "PolicyUsers": {
     "shape": "PolicyUserListType"
    },
    "PolicyRoles": {
     "shape": "PolicyRoleListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListGroupPoliciesRequest": {
   "type": "structure",
   "required": [
    "GroupName"
   ],
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListGroupPoliciesResponse": {
   "type": "structure",
   "required": [
    "PolicyNames"
   ],
   "members": {
    "PolicyNames": {
     "shape": "policyNameListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListGroupsForUserRequest": {
   "type": "structure",
   "required": [
    "UserName"
   ],
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListGroupsForUserResponse": {
   "type": "structure",
   "required": [
    "Groups"
   ],
   "members": {
    "Groups": {
     "shape": "groupListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListGroupsRequest": {
   "type": "structure",
   "members": {
    "PathPrefix": {
     "shape": "pathPrefixType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListGroupsResponse": {
   "type": "structure",
   "required": [
    "Groups"
   ],
   "members": {
    "Groups": {
     "shape": "groupListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListMFADevicesRequest": {
   "type": "structure",
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListMFADevicesResponse": {
   "type": "structure",
   "required": [
    "MFADevices"
   ],
   "members": {
    "MFADevices": {
     "shape": "mfaDeviceListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListPoliciesRequest": {
   "type": "structure",
   "members": {
    "Scope": {
     "shape": "policyScopeType"
    },
    "OnlyAttached": {
     "shape": "booleanType"
    },
    "PathPrefix": {
     "shape": "policyPathType"
    },
    "PolicyUsageFilter": {
     "shape": "PolicyUsageType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListPoliciesResponse": {
   "type": "structure",
   "members": {
    "Policies": {
     "shape": "policyListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListPolicyVersionsRequest": {
   "type": "structure",
   "required": [
    "PolicyArn"
   ],
   "members": {
    "PolicyArn": {
     "shape": "arnType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListPolicyVersionsResponse": {
   "type": "structure",
   "members": {
    "Versions": {
     "shape": "policyDocumentVersionListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListRolePoliciesRequest": {
   "type": "structure",
   "required": [
    "RoleName"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListRolePoliciesResponse": {
   "type": "structure",
   "required": [
    "PolicyNames"
   ],
   "members": {
    "PolicyNames": {
     "shape": "policyNameListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListRolesRequest": {
   "type": "structure",
   "members": {
    "PathPrefix": {
     "shape": "pathPrefixType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListRolesResponse": {
   "type": "structure",
   "required": [
    "Roles"
   ],
   "members": {
    "Roles": {
     "shape": "roleListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListUserPoliciesRequest": {
   "type": "structure",
   "required": [
    "UserName"
   ],
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListUserPoliciesResponse": {
   "type": "structure",
   "required": [
    "PolicyNames"
   ],
   "members": {
    "PolicyNames": {
     "shape": "policyNameListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListUsersRequest": {
   "type": "structure",
   "members": {
    "PathPrefix": {
     "shape": "pathPrefixType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListUsersResponse": {
   "type": "structure",
   "required": [
    "Users"
   ],
   "members": {
    "Users": {
     "shape": "userListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "ListVirtualMFADevicesRequest": {
   "type": "structure",
   "members": {
    "AssignmentStatus": {
     "shape": "assignmentStatusType"
    },
    "Marker": {
     "shape": "markerType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    }
   }
  },
  "ListVirtualMFADevicesResponse": {
   "type": "structure",
   "required": [
    "VirtualMFADevices"
   ],
   "members": {
    "VirtualMFADevices": {
     "shape": "virtualMFADeviceListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "LoginProfile": {
   "type": "structure",
   "required": [
    "UserName",
    "CreateDate"
   ],
   "members": {
    "UserName": {
     "shape": "userNameType"
    },
    "CreateDate": {
     "shape": "dateType"
    },
    "PasswordResetRequired": {
     "shape": "booleanType"
    }
   }
  },
  "MFADevice": {
   "type": "structure",
   "required": [
    "UserName",
    "SerialNumber",
    "EnableDate"
   ],
   "members": {
    "UserName": {
     "shape": "userNameType"
    },
    "SerialNumber": {
     "shape": "serialNumberType"
    },
    "EnableDate": {
     "shape": "dateType"
    }
   }
  },
  "OrganizationsDecisionDetail": {
   "type": "structure",
   "members": {
    "AllowedByOrganizations": {
     "shape": "booleanType"
    }
   }
  },
  "PermissionsBoundaryAttachmentType": {
   "type": "string",
   "enum": [
    "PermissionsBoundaryPolicy"
   ]
  },
  "PermissionsBoundaryDecisionDetail": {
   "type": "structure",
   "members": {
    "AllowedByPermissionsBoundary": {
     "shape": "booleanType"
    }
   }
  },
  "Policy": {
   "type": "structure",
   "members": {
    "PolicyName": {
     "shape": "policyNameType"
    },
    "PolicyId": {
     "shape": "idType"
    },
    "Arn": {
     "shape": "arnType"
    },
    "Path": {
     "shape": "policyPathType"
    },
    "DefaultVersionId": {
     "shape": "policyVersionIdType"
    },
    "AttachmentCount": {
     "shape": "attachmentCountType"
    },
    "PermissionsBoundaryUsageCount": {
     "shape": "attachmentCountType"
    },
    "IsAttachable": {
     "shape": "booleanType"
    },
    "Description": {
     "shape": "policyDescriptionType"
    },
    "CreateDate": {
     "shape": "dateType"
    },
    "UpdateDate": {
     "shape": "dateType"
    },
    "Tags": {
     "shape": "tagListType"
    }
   }
  },
  "PolicyEvaluationDecisionType": {
   "type": "string",
   "enum": [
    "allowed",
    "explicitDeny",
    "implicitDeny"
   ]
  },
  "PolicyGroup": {
   "type": "structure",
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    },
    "GroupId": {
     "shape": "idType"
    }
   }
  },
  "PolicyGroupListType": {
   "type": "list",
   "of": "PolicyGroup"
  },
  "PolicyIdentifierType": {
   "type": "string"
  },
  "PolicyRole": {
   "type": "structure",
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    },
    "RoleId": {
     "shape": "idType"
    }
   }
  },
  "PolicyRoleListType": {
   "type": "list",
   "of": "PolicyRole"
  },
  "PolicySourceType": {
   "type": "string",
   "enum": [
    "user",
    "group",
    "role",
    "aws-managed",
    "user-managed",
    "resource",
    "none"
   ]
  },
  "PolicyUsageType": {
   "type": "string",
   "enum": [
    "PermissionsPolicy",
    "PermissionsBoundary"
   ]
  },
  "PolicyUser": {
   "type": "structure",
   "members": {
    "UserName": {
     "shape": "userNameType"
    },
    "UserId": {
     "shape": "idType"
    }
   }
  },
  "PolicyUserListType": {
   "type": "list",
   "of": "PolicyUser"
  },
  "PolicyVersion": {
   "type": "structure",
   "members": {
    "Document": {
     "shape": "policyDocumentType"
    },
    "VersionId": {
     "shape": "policyVersionIdType"
    },
    "IsDefaultVersion": {
     "shape": "booleanType"
    },
    "CreateDate": {
     "shape": "dateType"
    }
   }
  },
  "Position": {
   "type": "structure",
   "members": {
    "Line": {
     "shape": "LineNumber"
    },
    "Column": {
     "shape": "ColumnNumber"
    }
   }
  },
  "PutGroupPolicyRequest": {
   "type": "structure",
   "required": [
    "GroupName",
    "PolicyName",
    "PolicyDocument"
   ],
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    },
    "PolicyName": {
     "shape": "policyNameType"
    },
    "PolicyDocument": {
     "shape": "policyDocumentType"
    }
   }
  },
  "PutRolePermissionsBoundaryRequest": {
   "type": "structure",
   "required": [
    "RoleName",
    "PermissionsBoundary"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    },
    "PermissionsBoundary": {
     "shape": "arnType"
    }
   }
  },
  "PutRolePolicyRequest": {
   "type": "structure",
   "required": [
    "RoleName",
    "PolicyName",
    "PolicyDocument"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    },
    "PolicyName": {
     "shape": "policyNameType"
    },
    "PolicyDocument": {
     "shape": "policyDocumentType"
    }
   }
  },
  "PutUserPermissionsBoundaryRequest": {
   "type": "structure",
   "required": [
    "UserName",
    "PermissionsBoundary"
   ],
   "members": {
    "UserName": {
     "shape": "userNameType"
    },
    "PermissionsBoundary": {
     "shape": "arnType"
    }
   }
  },
  "PutUserPolicyRequest": {
   "type": "structure",
   "required": [
    "UserName",
    "PolicyName",
    "PolicyDocument"
   ],
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "PolicyName": {
     "shape": "policyNameType"
    },
    "PolicyDocument": {
     "shape": "policyDocumentType"
    }
   }
  },
  "ReasonType": {
   "type": "string",
   "max": 1000
  },
  "RegionNameType": {
   "type": "string",
   "min": 1,
   "max": 100
  },
  "RemoveUserFromGroupRequest": {
   "type": "structure",
   "required": [
    "GroupName",
    "UserName"
   ],
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    },
    "UserName": {
     "shape": "existingUserNameType"
    }
   }
  },
  "ResourceHandlingOptionType": {
   "type": "string",
   "min": 1,
   "max": 64
  },
  "ResourceNameListType": {
   "type": "list",
   "of": "ResourceNameType"
  },
  "ResourceNameType": {
   "type": "string",
   "min": 1,
   "max": 2048
  },
  "ResourceSpecificResult": {
   "type": "structure",
   "required": [
    "EvalResourceName",
    "EvalResourceDecision"
   ],
   "members": {
    "EvalResourceName": {
     "shape": "ResourceNameType"
    },
    "EvalResourceDecision": {
     "shape": "PolicyEvaluationDecisionType"
    },
    "MatchedStatements": {
     "shape": "StatementListType"
    },
    "MissingContextValues": {
     "shape": "ContextKeyNamesResultListType"
    },
    "EvalDecisionDetails": {
     "shape": "EvalDecisionDetailsType"
    },
    "PermissionsBoundaryDecisionDetail": {
     "shape": "PermissionsBoundaryDecisionDetail"
    }
   }
  },
  "ResourceSpecificResultListType": {
   "type": "list",
   "of": "ResourceSpecificResult"
  },
  "Role": {
   "type": "structure",
   "required": [
    "Path",
    "RoleName",
    "RoleId",
    "Arn",
    "CreateDate"
   ],
   "members": {
    "Path": {
     "shape": "pathType"
    },
    "RoleName": {
     "shape": "roleNameType"
    },
    "RoleId": {
     "shape": "idType"
    },
    "Arn": {
     "shape": "arnType"
    },
    "CreateDate": {
     "shape": "dateType"
    },
    "AssumeRolePolicyDocument": {
     "shape": "policyDocumentType"
    },
    "Description": {
     "shape": "roleDescriptionType"
    },
    "MaxSessionDuration": {
     "shape": "roleMaxSessionDurationType"
    },
    "PermissionsBoundary": {
     "shape": "AttachedPermissionsBoundary"
    },
    "Tags": {
     "shape": "tagListType"
    },
    "RoleLastUsed": {
     "shape": "RoleLastUsed"
    }
   }
  },
  "RoleLastUsed": {
   "type": "structure",
   "members": {
    "LastUsedDate": {
     "shape": "dateType"
    },
    "Region": {
     "shape": "stringType"
    }
   }
  },
  "RoleUsageListType": {
   "type": "list",
   "of": "RoleUsageType"
  },
  "RoleUsageType": {
   "type": "structure",
   "members": {
    "Region": {
     "shape": "RegionNameType"
    },
    "Resources": {
     "shape": "ArnListType"
    }
   }
  },
  "SetDefaultPolicyVersionRequest": {
   "type": "structure",
   "required": [
    "PolicyArn",
    "VersionId"
   ],
   "members": {
    "PolicyArn": {
     "shape": "arnType"
    },
    "VersionId": {
     "shape": "policyVersionIdType"
    }
   }
  },
  "SimulateCustomPolicyRequest": {
   "type": "structure",
   "required": [
    "PolicyInputList",
    "ActionNames"
   ],
   "members": {
    "PolicyInputList": {
     "shape": "SimulationPolicyListType"
    },
    "PermissionsBoundaryPolicyInputList": {
     "shape": "SimulationPolicyListType"
    },
    "ActionNames": {
     "shape": "ActionNameListType"
    },
    "ResourceArns": {
     "shape": "ResourceNameListType"
    },
    "ResourcePolicy": {
     "shape": "policyDocumentType"
    },
    "ResourceOwner": {
     "shape": "ResourceNameType"
    },
    "CallerArn": {
     "shape": "ResourceNameType"
    },
    "ContextEntries": {
     "shape": "ContextEntryListType"
    },
    "ResourceHandlingOption": {
     "shape": "ResourceHandlingOptionType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    },
    "Marker": {
     "shape": "markerType"
    }
   }
  },
  "SimulatePolicyResponse": {
   "type": "structure",
   "members": {
    "EvaluationResults": {
     "shape": "EvaluationResultsListType"
    },
    "IsTruncated": {
     "shape": "booleanType"
    },
    "Marker": {
     "shape": "responseMarkerType"
    }
   }
  },
  "SimulatePrincipalPolicyRequest": {
   "type": "structure",
   "required": [
    "PolicySourceArn",
    "ActionNames"
   ],
   "members": {
    "PolicySourceArn": {
     "shape": "arnType"
    },
    "PolicyInputList": {
     "shape": "SimulationPolicyListType"
    },
    "PermissionsBoundaryPolicyInputList": {
     "shape": "SimulationPolicyListType"
    },
    "ActionNames": {
     "shape": "ActionNameListType"
    },
    "ResourceArns": {
     "shape": "ResourceNameListType"
    },
    "ResourcePolicy": {
     "shape": "policyDocumentType"
    },
    "ResourceOwner": {
     "shape": "ResourceNameType"
    },
    "CallerArn": {
     "shape": "ResourceNameType"
    },
    "ContextEntries": {
     "shape": "ContextEntryListType"
    },
    "ResourceHandlingOption": {
     "shape": "ResourceHandlingOptionType"
    },
    "MaxItems": {
     "shape": "maxItemsType"
    },
    "Marker": {
     "shape": "markerType"
    }
   }
  },
  "SimulationPolicyListType": {
   "type": "list",
   "of": "policyDocumentType"
  },
  "Statement": {
   "type": "structure",
   "members": {
    "SourcePolicyId": {
     "shape": "PolicyIdentifierType"
    },
    "SourcePolicyType": {
     "shape": "PolicySourceType"
    },
    "StartPosition": {
     "shape": "Position"
    },
    "EndPosition": {
     "shape": "Position"
    }
   }
  },
  "StatementListType": {
   "type": "list",
   "of": "Statement"
  },
  "Tag": {
   "type": "structure",
   "required": [
    "Key",
    "Value"
   ],
   "members": {
    "Key": {
     "shape": "tagKeyType"
    },
    "Value": {
     "shape": "tagValueType"
    }
   }
  },
  "UpdateAccessKeyRequest": {
   "type": "structure",
   "required": [
    "AccessKeyId",
    "Status"
   ],
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "AccessKeyId": {
     "shape": "accessKeyIdType"
    },
    "Status": {
     "shape": "statusType"
    }
   }
  },
  "UpdateAssumeRolePolicyRequest": {
   "type": "structure",
   "required": [
    "RoleName",
    "PolicyDocument"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    },
    "PolicyDocument": {
     "shape": "policyDocumentType"
    }
   }
  },
  "UpdateGroupRequest": {
   "type": "structure",
   "required": [
    "GroupName"
   ],
   "members": {
    "GroupName": {
     "shape": "groupNameType"
    },
    "NewPath": {
     "shape": "pathType"
    },
    "NewGroupName": {
     "shape": "groupNameType"
    }
   }
  },
  "UpdateLoginProfileRequest": {
   "type": "structure",
   "required": [
    "UserName"
   ],
   "members": {
    "UserName": {
     "shape": "userNameType"
    },
    "Password": {
     "shape": "passwordType"
    },
    "PasswordResetRequired": {
     "shape": "booleanObjectType"
    }
   }
  },
  "UpdateRoleDescriptionRequest": {
   "type": "structure",
   "required": [
    "RoleName",
    "Description"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    },
    "Description": {
     "shape": "roleDescriptionType"
    }
   }
  },
  "UpdateRoleDescriptionResponse": {
   "type": "structure",
   "members": {
    "Role": {
     "shape": "Role"
    }
   }
  },
  "UpdateRoleRequest": {
   "type": "structure",
   "required": [
    "RoleName"
   ],
   "members": {
    "RoleName": {
     "shape": "roleNameType"
    },
    "Description": {
     "shape": "roleDescriptionType"
    },
    "MaxSessionDuration": {
     "shape": "roleMaxSessionDurationType"
    }
   }
  },
  "UpdateRoleResponse": {
   "type": "structure",
   "members": {}
  },
  "UpdateUserRequest": {
   "type": "structure",
   "required": [
    "UserName"
   ],
   "members": {
    "UserName": {
     "shape": "existingUserNameType"
    },
    "NewPath": {
     "shape": "pathType"
    },
    "NewUserName": {
     "shape": "userNameType"
    }
   }
  },
  "User": {
   "type": "structure",
   "required": [
    "Path",
    "UserName",
    "UserId",
    "Arn",
    "CreateDate"
   ],
   "members": {
    "Path": {
     "shape": "pathType"
    },
    "UserName": {
     "shape": "userNameType"
    },
    "UserId": {
     "shape": "idType"
    },
    "Arn": {
     "shape": "arnType"
    },
    "CreateDate": {
     "shape": "dateType"
    },
    "PasswordLastUsed": {
     "shape": "dateType"
    },
    "PermissionsBoundary": {
     "shape": "AttachedPermissionsBoundary"
    },
    "Tags": {
     "shape": "tagListType"
    }
   }
  },
  "VirtualMFADevice": {
   "type": "structure",
   "required": [
    "SerialNumber"
   ],
   "members": {
    "SerialNumber": {
     "shape": "serialNumberType"
    },
    "Base32StringSeed": {
     "shape": "BootstrapDatum"
    },
    "QRCodePNG": {
     "shape": "BootstrapDatum"
    },
    "User": {
     "shape": "User"
    },
    "EnableDate": {
     "shape": "dateType"
    },
    "Tags": {
     "shape": "tagListType"
    }
   }
  },
  "accessKeyIdType": {
   "type": "string",
   "min": 16,
   "max": 128,
   "pattern": "[\\w]+"
  },
  "accessKeyMetadataListType": {
   "type": "list",
   "of": "AccessKeyMetadata"
  },
  "accessKeySecretType": {
   "type": "string",
   "sensitive": true
  },
  "accountAliasListType": {
   "type": "list",
   "of": "accountAliasType"
  },
  "accountAliasType": {
   "type": "string",
   "min": 3,
   "max": 63,
   "pattern": "^[a-z0-9](([a-z0-9]|-(?!-))*[a-z0-9])?$"
  },
  "arnType": {
   "type": "string",
   "min": 20,
   "max": 2048
  },
  "assignmentStatusType": {
   "type": "string",
   "enum": [
    "Assigned",
    "Unassigned",
    "Any"
   ]
  },
  "attachedPoliciesListType": {
   "type": "list",
   "of": "AttachedPolicy"
  },
  "attachmentCountType": {
   "type": "integer"
  },
  "authenticationCodeType": {
   "type": "string",
   "min": 6,
   "max": 6,
   "pattern": "[\\d]+"
  },
  "booleanObjectType": {
   "type": "boolean"
  },
  "booleanType": {
   "type": "boolean"
  },
  "customSuffixType": {
   "type": "string",
   "min": 1,
   "max": 64,
   "pattern": "[\\w+=,.@-]+"
  },
  "dateType": {
   "type": "timestamp",
   "format": "iso8601"
  },
  "existingUserNameType": {
   "type": "string",
   "min": 1,
   "max": 128,
   "pattern": "[\\w+=,.@-]+"
  },
  "groupListType": {
   "type": "list",
   "of": "Group"
  },
  "groupNameType": {
   "type": "string",
   "min": 1,
   "max": 128,
   "pattern": "[\\w+=,.@-]+"
  },
  "idType": {
   "type": "string",
   "min": 16,
   "max": 128,
   "pattern": "[\\w]+"
  },
  "markerType": {
   "type": "string",
   "min": 1,
   "max": 320,
   "pattern": "[\\u0020-\\u00FF]+"
  },
  "maxItemsType": {
   "type": "integer",
   "min": 1,
   "max": 1000
  },
  "mfaDeviceListType": {
   "type": "list",
   "of": "MFADevice"
  },
  "passwordType": {
   "type": "string",
   "min": 1,
   "max": 128,
   "pattern": "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+",
   "sensitive": true
  },
  "pathPrefixType": {
   "type": "string",
   "min": 1,
   "max": 512,
   "pattern": "\\u002F[\\u0021-\\u007F]*"
  },
  "pathType": {
   "type": "string",
   "min": 1,
   "max": 512,
   "pattern": "(\\u002F)|(\\u002F[\\u0021-\\u007F]+\\u002F)"
  },
  "policyDescriptionType": {
   "type": "string",
   "max": 1000
  },
  "policyDocumentType": {
   "type": "string",
   "min": 1,
   "max": 131072,
   "pattern": "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"
  },
  "policyDocumentVersionListType": {
   "type": "list",
   "of": "PolicyVersion"
  },
  "policyListType": {
   "type": "list",
   "of": "Policy"
  },
  "policyNameListType": {
   "type": "list",
   "of": "policyNameType"
  },
  "policyNameType": {
   "type": "string",
   "min": 1,
   "max": 128,
   "pattern": "[\\w+=,.@-]+"
  },
  "policyPathType": {
   "type": "string",
   "min": 1,
   "max": 512,
   "pattern": "((/[A-Za-z0-9\\.,\\+@=_-]+)*)/"
  },
  "policyScopeType": {
   "type": "string",
   "enum": [
    "All",
    "AWS",
    "Local"
   ]
  },
  "policyVersionIdType": {
   "type": "string",
   "pattern": "v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"
  },
  "responseMarkerType": {
   "type": "string"
  },
  "roleDescriptionType": {
   "type": "string",
   "max": 1000,
   "pattern": "[\\p{L}\\p{M}\\p{Z}\\p{S}\\p{N}\\p{P}]*"
  },
  "roleListType": {
   "type": "list",
   "of": "Role"
  },
  "roleMaxSessionDurationType": {
   "type": "integer",
   "min": 3600,
   "max": 43200
  },
  "roleNameType": {
   "type": "string",
   "min": 1,
   "max": 64,
   "pattern": "[\\w+=,.@-]+"
  },
  "serialNumberType": {
   "type": "string",
   "min": 9,
   "max": 256,
   "pattern": "[\\w+=/:,.@-]+"
  },
  "statusType": {
   "type": "string",
   "enum": [
    "Active",
    "Inactive"
   ]
  },
  "stringType": {
   "type": "string"
  },
  "summaryKeyType": {
   "type": "string",
   "enum": [
    "Users",
    "UsersQuota",
    "Groups",
    "GroupsQuota",
    "ServerCertificates",
    "ServerCertificatesQuota",
    "UserPolicySizeQuota",
    "GroupPolicySizeQuota",
    "GroupsPerUserQuota",
    "SigningCertificatesPerUserQuota",
    "AccessKeysPerUserQuota",
    "MFADevices",
    "MFADevicesInUse",
    "AccountMFAEnabled",
    "AccountAccessKeysPresent",
    "AccountSigningCertificatesPresent",
    "AttachedPoliciesPerGroupQuota",
    "AttachedPoliciesPerRoleQuota",
    "AttachedPoliciesPerUserQuota",
    "Policies",
    "PoliciesQuota",
    "PolicySizeQuota",
    "PolicyVersionsInUse",
    "PolicyVersionsInUseQuota",
    "VersionsPerPolicyQuota",
    "GlobalEndpointTokenVersion"
   ]
  },
  "summaryMapType": {
   "type": "map",
   "key": "summaryKeyType",
   "value": "summaryValueType"
  },
  "summaryValueType": {
   "type": "integer"
  },
  "tagKeyType": {
   "type": "string",
   "min": 1,
   "max": 128,
   "pattern": "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+"
  },
  "tagListType": {
   "type": "list",
   "of": "Tag",
   "max": 50
  },
  "tagValueType": {
   "type": "string",
   "min": 0,
   "max": 256,
   "pattern": "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"
  },
  "userListType": {
   "type": "list",
   "of": "User"
  },
  "userNameType": {
   "type": "string",
   "min": 1,
   "max": 64,
   "pattern": "[\\w+=,.@-]+"
  },
  "virtualMFADeviceListType": {
   "type": "list",
   "of": "VirtualMFADevice"
  },
  "virtualMFADeviceName": {
   "type": "string",
   "min": 1,
   "pattern": "[\\w+=,.@-]+"
  }
 }
};
