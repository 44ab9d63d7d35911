// Written by tools/aws-contract/make-contract.mjs; not by hand.
import type { Contract } from '../contract.js';

export const chimeSdkMeetingsContract: Contract = {
 "service": "chime-sdk-meetings",
 "version": "2021-07-15",
 "protocol": "rest-json",
 "operations": {
  "BatchCreateAttendee": {
   "method": "POST",
   "uri": "/meetings/{MeetingId}/attendees?operation=batch-create",
   "code": 200,
   "input": "BatchCreateAttendeeRequest",
   "output": "BatchCreateAttendeeResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "UnauthorizedException",
    "UnprocessableEntityException",
    "LimitExceededException",
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ThrottlingException"
   ]
  },
  "BatchUpdateAttendeeCapabilitiesExcept": {
   "method": "PUT",
   "uri": "/meetings/{MeetingId}/attendees/capabilities?operation=batch-update-except",
   "code": 200,
   "input": "BatchUpdateAttendeeCapabilitiesExceptRequest",
   "errors": [
    "BadRequestException",
    "ConflictException",
    "UnauthorizedException",
    "NotFoundException",
    "ForbiddenException",
    "ServiceUnavailableException"
   ]
  },
  "CreateAttendee": {
   "method": "POST",
   "uri": "/meetings/{MeetingId}/attendees",
   "code": 200,
   "input": "CreateAttendeeRequest",
   "output": "CreateAttendeeResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "UnauthorizedException",
    "UnprocessableEntityException",
    "LimitExceededException",
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ThrottlingException"
   ]
  },
  "CreateMeeting": {
   "method": "POST",
   "uri": "/meetings",
   "code": 200,
   "input": "CreateMeetingRequest",
   "output": "CreateMeetingResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "UnauthorizedException",
    "ThrottlingException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "LimitExceededException"
   ]
  },
  "CreateMeetingWithAttendees": {
   "method": "POST",
   "uri": "/meetings?operation=create-attendees",
   "code": 200,
   "input": "CreateMeetingWithAttendeesRequest",
   "output": "CreateMeetingWithAttendeesResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "UnauthorizedException",
    "ThrottlingException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "LimitExceededException"
   ]
  },
  "DeleteAttendee": {
   "method": "DELETE",
   "uri": "/meetings/{MeetingId}/attendees/{AttendeeId}",
   "code": 204,
   "input": "DeleteAttendeeRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "UnauthorizedException",
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ThrottlingException"
   ]
  },
  "DeleteMeeting": {
   "method": "DELETE",
   "uri": "/meetings/{MeetingId}",
   "code": 204,
   "input": "DeleteMeetingRequest",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "UnauthorizedException",
    "NotFoundException",
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ThrottlingException"
   ]
  },
  "GetAttendee": {
   "method": "GET",
   "uri": "/meetings/{MeetingId}/attendees/{AttendeeId}",
   "code": 200,
   "input": "GetAttendeeRequest",
   "output": "GetAttendeeResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "UnauthorizedException",
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ThrottlingException"
   ]
  },
  "GetMeeting": {
   "method": "GET",
   "uri": "/meetings/{MeetingId}",
   "code": 200,
   "input": "GetMeetingRequest",
   "output": "GetMeetingResponse",
   "errors": [
    "NotFoundException",
    "BadRequestException",
    "ForbiddenException",
    "UnauthorizedException",
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ThrottlingException"
   ]
  },
  "ListAttendees": {
   "method": "GET",
   "uri": "/meetings/{MeetingId}/attendees",
   "code": 200,
   "input": "ListAttendeesRequest",
   "output": "ListAttendeesResponse",
   "errors": [
    "BadRequestException",
    "ForbiddenException",
    "NotFoundException",
    "UnauthorizedException",
    "ServiceUnavailableException",
    "ServiceFailureException",
    "ThrottlingException"
   ]
  },
  "ListTagsForResource": {
   "method": "GET",
   "uri": "/tags",
   "code": 200,
   "input": "ListTagsForResourceRequest",
   "output": "ListTagsForResourceResponse",
   "errors": [
    "ResourceNotFoundException"
   ]
  },
  "StartMeetingTranscription": {
   "method": "POST",
   "uri": "/meetings/{MeetingId}/transcription?operation=start",
   "code": 200,
   "input": "StartMeetingTranscriptionRequest",
   "errors": [
    "NotFoundException",
    "ForbiddenException",
    "BadRequestException",
    "UnauthorizedException",
    "LimitExceededException",
    "UnprocessableEntityException",
    "ThrottlingException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "StopMeetingTranscription": {
   "method": "POST",
   "uri": "/meetings/{MeetingId}/transcription?operation=stop",
   "code": 200,
   "input": "StopMeetingTranscriptionRequest",
   "errors": [
    "ForbiddenException",
    "NotFoundException",
    "BadRequestException",
    "UnauthorizedException",
    "UnprocessableEntityException",
    "ThrottlingException",
    "ServiceUnavailableException",
    "ServiceFailureException"
   ]
  },
  "TagResource": {
   "method": "POST",
   "uri": "/tags?operation=tag-resource",
   "code": 204,
   "input": "TagResourceRequest",
   "output": "TagResourceResponse",
   "errors": [
    "BadRequestException",
    "ResourceNotFoundException",
    "TooManyTagsException"
   ]
  },
  "UntagResource": {
   "method": "POST",
   "uri": "/tags?operation=untag-resource",
   "code": 204,
   "input": "UntagResourceRequest",
   "output": "UntagResourceResponse",
   "errors": [
    "BadRequestException",
    "ResourceNotFoundException"
   ]
  },
  "UpdateAttendeeCapabilities": {
   "method": "PUT",
   "uri": "/meetings/{MeetingId}/attendees/{AttendeeId}/capabilities",
   "code": 200,
   "input": "UpdateAttendeeCapabilitiesRequest",
   "output": "UpdateAttendeeCapabilitiesResponse",
   "errors": [
    "BadRequestException",
    "ConflictException",
    "UnauthorizedException",
    "NotFoundException",
    "ForbiddenException",
    "ServiceUnavailableException"
   ]
  }
 },
 "shapes": {
  "AmazonResourceName": {
   "type": "string",
   "min": 1,
   "max": 1011,
   "pattern": "^arn:.*"
  },
  "Arn": {
   "type": "string",
   "min": 1,
   "max": 1024,
   "pattern": "^arn[\\/\\:\\-\\_\\.a-zA-Z0-9]+$",
   "sensitive": true
  },
  "Attendee": {
   "type": "structure",
   "members": {
    "ExternalUserId": {
     "shape": "ExternalUserId"
    },
    "AttendeeId": {
     "shape": "GuidString"
    },
    "JoinToken": {
     "shape": "JoinTokenString"
    },
    "Capabilities": {
     "shape": "AttendeeCapabilities"
    }
   }
  },
  "AttendeeCapabilities": {
   "type": "structure",
   "required": [
    "Audio",
    "Video",
    "Content"
   ],
   "members": {
    "Audio": {
     "shape": "MediaCapabilities"
    },
    "Video": {
     "shape": "MediaCapabilities"
    },
    "Content": {
     "shape": "MediaCapabilities"
    }
   }
  },
  "AttendeeFeatures": {
   "type": "structure",
   "members": {
    "MaxCount": {
     "shape": "AttendeeMax"
    }
   }
  },
  "AttendeeIdItem": {
   "type": "structure",
   "required": [
    "AttendeeId"
   ],
   "members": {
    "AttendeeId": {
     "shape": "GuidString"
    }
   }
  },
  "AttendeeIdsList": {
   "type": "list",
   "of": "AttendeeIdItem",
   "min": 1,
   "max": 250
  },
  "AttendeeList": {
   "type": "list",
   "of": "Attendee"
  },
  "AttendeeMax": {
   "type": "integer",
   "min": 1,
   "max": 250
  },
  "AudioFeatures": {
   "type": "structure",
   "members": {
    "EchoReduction": {
     "shape": "MeetingFeatureStatus"
    }
   }
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
     "location": "uri"
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
  "BatchUpdateAttendeeCapabilitiesExceptRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "ExcludedAttendeeIds",
    "Capabilities"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri"
    },
    "ExcludedAttendeeIds": {
     "shape": "AttendeeIdsList"
    },
    "Capabilities": {
     "shape": "AttendeeCapabilities"
    }
   }
  },
  "Boolean": {
   "type": "boolean"
  },
  "ClientRequestToken": {
   "type": "string",
   "min": 2,
   "max": 64,
   "pattern": "[-_a-zA-Z0-9]*",
   "sensitive": true
  },
  "ContentFeatures": {
   "type": "structure",
   "members": {
    "MaxResolution": {
     "shape": "ContentResolution"
    }
   }
  },
  "ContentResolution": {
   "type": "string",
   "enum": [
    "None",
    "FHD",
    "UHD"
   ]
  },
  "CreateAttendeeError": {
   "type": "structure",
   "members": {
    "ExternalUserId": {
     "shape": "ExternalUserId"
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
     "location": "uri"
    },
    "ExternalUserId": {
     "shape": "ExternalUserId"
    },
    "Capabilities": {
     "shape": "AttendeeCapabilities"
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
     "shape": "ExternalUserId"
    },
    "Capabilities": {
     "shape": "AttendeeCapabilities"
    }
   }
  },
  "CreateAttendeeRequestItemList": {
   "type": "list",
   "of": "CreateAttendeeRequestItem",
   "min": 1,
   "max": 100
  },
  "CreateAttendeeResponse": {
   "type": "structure",
   "members": {
    "Attendee": {
     "shape": "Attendee"
    }
   }
  },
  "CreateMeetingRequest": {
   "type": "structure",
   "required": [
    "ClientRequestToken",
    "MediaRegion",
    "ExternalMeetingId"
   ],
   "members": {
    "ClientRequestToken": {
     "shape": "ClientRequestToken"
    },
    "MediaRegion": {
     "shape": "MediaRegion"
    },
    "MeetingHostId": {
     "shape": "ExternalUserId"
    },
    "ExternalMeetingId": {
     "shape": "ExternalMeetingId"
    },
    "NotificationsConfiguration": {
     "shape": "NotificationsConfiguration"
    },
    "MeetingFeatures": {
     "shape": "MeetingFeaturesConfiguration"
    },
    "PrimaryMeetingId": {
     "shape": "PrimaryMeetingId"
    },
    "TenantIds": {
     "shape": "TenantIdList"
    },
    "Tags": {
     "shape": "TagList"
    },
    "MediaPlacementNetworkType": {
     "shape": "MediaPlacementNetworkType"
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
    "ClientRequestToken",
    "MediaRegion",
    "ExternalMeetingId",
    "Attendees"
   ],
   "members": {
    "ClientRequestToken": {
     "shape": "ClientRequestToken"
    },
    "MediaRegion": {
     "shape": "MediaRegion"
    },
    "MeetingHostId": {
     "shape": "ExternalUserId"
    },
    "ExternalMeetingId": {
     "shape": "ExternalMeetingId"
    },
    "MeetingFeatures": {
     "shape": "MeetingFeaturesConfiguration"
    },
    "NotificationsConfiguration": {
     "shape": "NotificationsConfiguration"
    },
    "Attendees": {
     "shape": "CreateMeetingWithAttendeesRequestItemList"
    },
    "PrimaryMeetingId": {
     "shape": "PrimaryMeetingId"
    },
    "TenantIds": {
     "shape": "TenantIdList"
    },
    "Tags": {
     "shape": "TagList"
    },
    "MediaPlacementNetworkType": {
     "shape": "MediaPlacementNetworkType"
    }
   }
  },
  "CreateMeetingWithAttendeesRequestItemList": {
   "type": "list",
   "of": "CreateAttendeeRequestItem",
   "min": 1,
   "max": 20
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
  "DeleteAttendeeRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "AttendeeId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri"
    },
    "AttendeeId": {
     "shape": "GuidString",
     "location": "uri"
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
     "location": "uri"
    }
   }
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
    },
    "IdentifyLanguage": {
     "shape": "Boolean"
    },
    "LanguageOptions": {
     "shape": "TranscribeLanguageOptions"
    },
    "PreferredLanguage": {
     "shape": "TranscribeLanguageCode"
    },
    "VocabularyNames": {
     "shape": "String"
    },
    "VocabularyFilterNames": {
     "shape": "String"
    }
   }
  },
  "ExternalMeetingId": {
   "type": "string",
   "min": 2,
   "max": 64,
   "sensitive": true
  },
  "ExternalUserId": {
   "type": "string",
   "min": 2,
   "max": 64,
   "sensitive": true
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
     "location": "uri"
    },
    "AttendeeId": {
     "shape": "GuidString",
     "location": "uri"
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
  "GetMeetingRequest": {
   "type": "structure",
   "required": [
    "MeetingId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri"
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
  "GuidString": {
   "type": "string",
   "pattern": "[a-fA-F0-9]{8}(?:-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}"
  },
  "JoinTokenString": {
   "type": "string",
   "min": 2,
   "max": 2048,
   "sensitive": true
  },
  "ListAttendeesRequest": {
   "type": "structure",
   "required": [
    "MeetingId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri"
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
  "ListTagsForResourceRequest": {
   "type": "structure",
   "required": [
    "ResourceARN"
   ],
   "members": {
    "ResourceARN": {
     "shape": "AmazonResourceName",
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
  "MediaCapabilities": {
   "type": "string",
   "enum": [
    "SendReceive",
    "Send",
    "Receive",
    "None"
   ]
  },
  "MediaPlacement": {
   "type": "structure",
   "members": {
    "AudioHostUrl": {
     "shape": "String"
    },
    "AudioFallbackUrl": {
     "shape": "String"
    },
    "SignalingUrl": {
     "shape": "String"
    },
    "TurnControlUrl": {
     "shape": "String"
    },
    "ScreenDataUrl": {
     "shape": "String"
    },
    "ScreenViewingUrl": {
     "shape": "String"
    },
    "ScreenSharingUrl": {
     "shape": "String"
    },
    "EventIngestionUrl": {
     "shape": "String"
    }
   }
  },
  "MediaPlacementNetworkType": {
   "type": "string",
   "enum": [
    "Ipv4Only",
    "DualStack"
   ]
  },
  "MediaRegion": {
   "type": "string",
   "min": 2,
   "max": 64
  },
  "Meeting": {
   "type": "structure",
   "members": {
    "MeetingId": {
     "shape": "GuidString"
    },
    "MeetingHostId": {
     "shape": "ExternalUserId"
    },
    "ExternalMeetingId": {
     "shape": "ExternalMeetingId"
    },
    "MediaRegion": {
     "shape": "MediaRegion"
    },
    "MediaPlacement": {
     "shape": "MediaPlacement"
    },
    "MeetingFeatures": {
     "shape": "MeetingFeaturesConfiguration"
    },
    "PrimaryMeetingId": {
     "shape": "PrimaryMeetingId"
    },
    "TenantIds": {
     "shape": "TenantIdList"
    },
    "MeetingArn": {
     "shape": "AmazonResourceName"
    }
   }
  },
  "MeetingFeatureStatus": {
   "type": "string",
   "enum": [
    "AVAILABLE",
    "UNAVAILABLE"
   ]
  },
  "MeetingFeaturesConfiguration": {
   "type": "structure",
   "members": {
    "Audio": {
     "shape": "AudioFeatures"
    },
    "Video": {
     "shape": "VideoFeatures"
    },
    "Content": {
     "shape": "ContentFeatures"
    },
    "Attendee": {
     "shape": "AttendeeFeatures"
    }
   }
  },
  "NotificationsConfiguration": {
   "type": "structure",
   "members": {
    "LambdaFunctionArn": {
     "shape": "Arn"
    },
    "SnsTopicArn": {
     "shape": "Arn"
    },
    "SqsQueueArn": {
     "shape": "Arn"
    }
   }
  },
  "PrimaryMeetingId": {
   "type": "string",
   "min": 2,
   "max": 64
  },
  "ResultMax": {
   "type": "integer",
   "min": 1,
   "max": 100
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
     "location": "uri"
    },
    "TranscriptionConfiguration": {
     "shape": "TranscriptionConfiguration"
    }
   }
  },
  "StopMeetingTranscriptionRequest": {
   "type": "structure",
   "required": [
    "MeetingId"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri"
    }
   }
  },
  "String": {
   "type": "string",
   "max": 4096
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
  "TagKey": {
   "type": "string",
   "min": 1,
   "max": 128,
   "pattern": "^[a-zA-Z+-=._:/]+$"
  },
  "TagKeyList": {
   "type": "list",
   "of": "TagKey",
   "min": 0,
   "max": 50
  },
  "TagList": {
   "type": "list",
   "of": "Tag",
   "min": 0,
   "max": 50
  },
  "TagResourceRequest": {
   "type": "structure",
   "required": [
    "ResourceARN",
    "Tags"
   ],
   "members": {
    "ResourceARN": {
     "shape": "AmazonResourceName"
    },
    "Tags": {
     "shape": "TagList"
    }
   }
  },
  "TagResourceResponse": {
   "type": "structure",
   "members": {}
  },
  "TagValue": {
   "type": "string",
   "min": 0,
   "max": 256,
   "pattern": "[\\s\\w+-=\\.:/@]*"
  },
  "TenantId": {
   "type": "string",
   "min": 2,
   "max": 256,
   "pattern": "^(?!.*?(.)\\1{3})[-_!@#$a-zA-Z0-9]*$"
  },
  "TenantIdList": {
   "type": "list",
   "of": "TenantId",
   "min": 1,
   "max": 5
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
  "TranscribeLanguageOptions": {
   "type": "string",
   "min": 1,
   "max": 200,
   "pattern": "^[a-zA-Z-,]+"
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
    "auto",
    "us-gov-west-1"
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
  "UntagResourceRequest": {
   "type": "structure",
   "required": [
    "ResourceARN",
    "TagKeys"
   ],
   "members": {
    "ResourceARN": {
     "shape": "AmazonResourceName"
    },
    "TagKeys": {
     "shape": "TagKeyList"
    }
   }
  },
  "UntagResourceResponse": {
   "type": "structure",
   "members": {}
  },
  "UpdateAttendeeCapabilitiesRequest": {
   "type": "structure",
   "required": [
    "MeetingId",
    "AttendeeId",
    "Capabilities"
   ],
   "members": {
    "MeetingId": {
     "shape": "GuidString",
     "location": "uri"
    },
    "AttendeeId": {
     "shape": "GuidString",
     "location": "uri"
    },
    "Capabilities": {
     "shape": "AttendeeCapabilities"
    }
   }
  },
  "UpdateAttendeeCapabilitiesResponse": {
   "type": "structure",
   "members": {
    "Attendee": {
     "shape": "Attendee"
    }
   }
  },
  "VideoFeatures": {
   "type": "structure",
   "members": {
    "MaxResolution": {
     "shape": "VideoResolution"
    }
   }
  },
  "VideoResolution": {
   "type": "string",
   "enum": [
    "None",
    "HD",
    "FHD"
   ]
  }
 }
};
