// Written by tools/aws-contract/make-contract.mjs; not by hand.
import type { Contract } from '../contract.js';

export const cloudtrailContract: Contract = {
 "service": "cloudtrail",
 "version": "2013-11-01",
 "protocol": "json",
 "targetPrefix": "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
 "operations": {
  "CreateTrail": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "CreateTrailRequest",
   "output": "CreateTrailResponse",
   "errors": [
    "MaximumNumberOfTrailsExceededException",
    "TrailAlreadyExistsException",
    "S3BucketDoesNotExistException",
    "InsufficientS3BucketPolicyException",
    "InsufficientSnsTopicPolicyException",
    "InsufficientEncryptionPolicyException",
    "InvalidS3BucketNameException",
    "InvalidS3PrefixException",
    "InvalidSnsTopicNameException",
    "InvalidKmsKeyIdException",
    "InvalidTrailNameException",
    "TrailNotProvidedException",
    "TagsLimitExceededException",
    "InvalidParameterCombinationException",
    "KmsKeyNotFoundException",
    "KmsKeyDisabledException",
    "KmsException",
    "InvalidCloudWatchLogsLogGroupArnException",
    "InvalidCloudWatchLogsRoleArnException",
    "CloudWatchLogsDeliveryUnavailableException",
    "InvalidTagParameterException",
    "UnsupportedOperationException",
    "OperationNotPermittedException",
    "CloudTrailAccessNotEnabledException",
    "InsufficientDependencyServiceAccessPermissionException",
    "NotOrganizationMasterAccountException",
    "OrganizationsNotInUseException",
    "OrganizationNotInAllFeaturesModeException",
    "NoManagementAccountSLRExistsException",
    "CloudTrailInvalidClientTokenIdException",
    "ConflictException"
   ]
  },
  "DeleteTrail": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DeleteTrailRequest",
   "output": "DeleteTrailResponse",
   "errors": [
    "TrailNotFoundException",
    "InvalidTrailNameException",
    "CloudTrailARNInvalidException",
    "InvalidHomeRegionException",
    "UnsupportedOperationException",
    "OperationNotPermittedException",
    "NotOrganizationMasterAccountException",
    "NoManagementAccountSLRExistsException",
    "InsufficientDependencyServiceAccessPermissionException",
    "ConflictException"
   ]
  },
  "DescribeTrails": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "DescribeTrailsRequest",
   "output": "DescribeTrailsResponse",
   "errors": [
    "UnsupportedOperationException",
    "OperationNotPermittedException",
    "InvalidTrailNameException",
    "NoManagementAccountSLRExistsException"
   ]
  },
  "GetEventSelectors": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetEventSelectorsRequest",
   "output": "GetEventSelectorsResponse",
   "errors": [
    "TrailNotFoundException",
    "InvalidTrailNameException",
    "CloudTrailARNInvalidException",
    "UnsupportedOperationException",
    "OperationNotPermittedException",
    "NoManagementAccountSLRExistsException"
   ]
  },
  "GetTrail": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetTrailRequest",
   "output": "GetTrailResponse",
   "errors": [
    "CloudTrailARNInvalidException",
    "TrailNotFoundException",
    "InvalidTrailNameException",
    "UnsupportedOperationException",
    "OperationNotPermittedException"
   ]
  },
  "GetTrailStatus": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetTrailStatusRequest",
   "output": "GetTrailStatusResponse",
   "errors": [
    "CloudTrailARNInvalidException",
    "TrailNotFoundException",
    "InvalidTrailNameException",
    "UnsupportedOperationException",
    "OperationNotPermittedException"
   ]
  },
  "ListTrails": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "ListTrailsRequest",
   "output": "ListTrailsResponse",
   "errors": [
    "UnsupportedOperationException",
    "OperationNotPermittedException"
   ]
  },
  "LookupEvents": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "LookupEventsRequest",
   "output": "LookupEventsResponse",
   "errors": [
    "InvalidLookupAttributesException",
    "InvalidTimeRangeException",
    "InvalidMaxResultsException",
    "InvalidNextTokenException",
    "InvalidEventCategoryException",
    "UnsupportedOperationException",
    "OperationNotPermittedException"
   ]
  },
  "PutEventSelectors": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "PutEventSelectorsRequest",
   "output": "PutEventSelectorsResponse",
   "errors": [
    "TrailNotFoundException",
    "InvalidTrailNameException",
    "CloudTrailARNInvalidException",
    "InvalidHomeRegionException",
    "InvalidEventSelectorsException",
    "UnsupportedOperationException",
    "OperationNotPermittedException",
    "NotOrganizationMasterAccountException",
    "NoManagementAccountSLRExistsException",
    "InsufficientDependencyServiceAccessPermissionException"
   ]
  },
  "StartLogging": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "StartLoggingRequest",
   "output": "StartLoggingResponse",
   "errors": [
    "CloudTrailARNInvalidException",
    "TrailNotFoundException",
    "InvalidTrailNameException",
    "InvalidHomeRegionException",
    "UnsupportedOperationException",
    "OperationNotPermittedException",
    "NotOrganizationMasterAccountException",
    "NoManagementAccountSLRExistsException",
    "InsufficientDependencyServiceAccessPermissionException"
   ]
  },
  "StopLogging": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "StopLoggingRequest",
   "output": "StopLoggingResponse",
   "errors": [
    "TrailNotFoundException",
    "InvalidTrailNameException",
    "CloudTrailARNInvalidException",
    "InvalidHomeRegionException",
    "UnsupportedOperationException",
    "OperationNotPermittedException",
    "NotOrganizationMasterAccountException",
    "NoManagementAccountSLRExistsException",
    "InsufficientDependencyServiceAccessPermissionException"
   ]
  },
  "UpdateTrail": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "UpdateTrailRequest",
   "output": "UpdateTrailResponse",
   "errors": [
    "S3BucketDoesNotExistException",
    "InsufficientS3BucketPolicyException",
    "InsufficientSnsTopicPolicyException",
    "InsufficientEncryptionPolicyException",
    "TrailNotFoundException",
    "InvalidS3BucketNameException",
    "InvalidS3PrefixException",
    "InvalidSnsTopicNameException",
    "InvalidKmsKeyIdException",
    "InvalidTrailNameException",
    "TrailNotProvidedException",
    "InvalidEventSelectorsException",
    "CloudTrailARNInvalidException",
    "InvalidParameterCombinationException",
    "InvalidHomeRegionException",
    "KmsKeyNotFoundException",
    "KmsKeyDisabledException",
    "KmsException",
    "InvalidCloudWatchLogsLogGroupArnException",
    "InvalidCloudWatchLogsRoleArnException",
    "CloudWatchLogsDeliveryUnavailableException",
    "UnsupportedOperationException",
    "OperationNotPermittedException",
    "CloudTrailAccessNotEnabledException",
    "InsufficientDependencyServiceAccessPermissionException",
    "OrganizationsNotInUseException",
    "NotOrganizationMasterAccountException",
    "OrganizationNotInAllFeaturesModeException",
    "NoManagementAccountSLRExistsException",
    "CloudTrailInvalidClientTokenIdException",
    "InvalidParameterException"
   ]
  }
 },
 "shapes": {
  "AdvancedEventSelector": {
   "type": "structure",
   "required": [
    "FieldSelectors"
   ],
   "members": {
    "Name": {
     "shape": "SelectorName"
    },
    "FieldSelectors": {
     "shape": "AdvancedFieldSelectors"
    }
   }
  },
  "AdvancedEventSelectors": {
   "type": "list",
   "of": "AdvancedEventSelector"
  },
  "AdvancedFieldSelector": {
   "type": "structure",
   "required": [
    "Field"
   ],
   "members": {
    "Field": {
     "shape": "SelectorField"
    },
    "Equals": {
     "shape": "Operator"
    },
    "StartsWith": {
     "shape": "Operator"
    },
    "EndsWith": {
     "shape": "Operator"
    },
    "NotEquals": {
     "shape": "Operator"
    },
    "NotStartsWith": {
     "shape": "Operator"
    },
    "NotEndsWith": {
     "shape": "Operator"
    }
   }
  },
  "AdvancedFieldSelectors": {
   "type": "list",
   "of": "AdvancedFieldSelector",
   "min": 1
  },
  "Boolean": {
   "type": "boolean"
  },
  "CreateTrailRequest": {
   "type": "structure",
   "required": [
    "Name",
    "S3BucketName"
   ],
   "members": {
    "Name": {
     "shape": "String"
    },
    "S3BucketName": {
     "shape": "String"
    },
    "S3KeyPrefix": {
     "shape": "String"
    },
    "SnsTopicName": {
     "shape": "String"
    },
    "IncludeGlobalServiceEvents": {
     "shape": "Boolean"
    },
    "IsMultiRegionTrail": {
     "shape": "Boolean"
    },
    "EnableLogFileValidation": {
     "shape": "Boolean"
    },
    "CloudWatchLogsLogGroupArn": {
     "shape": "String"
    },
    "CloudWatchLogsRoleArn": {
     "shape": "String"
    },
    "KmsKeyId": {
     "shape": "String"
    },
    "IsOrganizationTrail": {
     "shape": "Boolean"
    },
    "TagsList": {
     "shape": "TagsList"
    }
   }
  },
  "CreateTrailResponse": {
   "type": "structure",
   "members": {
    "Name": {
     "shape": "String"
    },
    "S3BucketName": {
     "shape": "String"
    },
    "S3KeyPrefix": {
     "shape": "String"
    },
    "SnsTopicName": {
     "shape": "String"
    },
    "SnsTopicARN": {
     "shape": "String"
    },
    "IncludeGlobalServiceEvents": {
     "shape": "Boolean"
    },
    "IsMultiRegionTrail": {
     "shape": "Boolean"
    },
    "TrailARN": {
     "shape": "String"
    },
    "LogFileValidationEnabled": {
     "shape": "Boolean"
    },
    "CloudWatchLogsLogGroupArn": {
     "shape": "String"
    },
    "CloudWatchLogsRoleArn": {
     "shape": "String"
    },
    "KmsKeyId": {
     "shape": "String"
    },
    "IsOrganizationTrail": {
     "shape": "Boolean"
    }
   }
  },
  "DataResource": {
   "type": "structure",
   "members": {
    "Type": {
     "shape": "String"
    },
    "Values": {
     "shape": "DataResourceValues"
    }
   }
  },
  "DataResourceValues": {
   "type": "list",
   "of": "String"
  },
  "DataResources": {
   "type": "list",
   "of": "DataResource"
  },
  "Date": {
   "type": "timestamp",
   "format": "unixTimestamp"
  },
  "DeleteTrailRequest": {
   "type": "structure",
   "required": [
    "Name"
   ],
   "members": {
    "Name": {
     "shape": "String"
    }
   }
  },
  "DeleteTrailResponse": {
   "type": "structure",
   "members": {}
  },
  "DescribeTrailsRequest": {
   "type": "structure",
   "members": {
    "trailNameList": {
     "shape": "TrailNameList"
    },
    "includeShadowTrails": {
     "shape": "Boolean"
    }
   }
  },
  "DescribeTrailsResponse": {
   "type": "structure",
   "members": {
    "trailList": {
     "shape": "TrailList"
    }
   }
  },
  "Event": {
   "type": "structure",
   "members": {
    "EventId": {
     "shape": "String"
    },
    "EventName": {
     "shape": "String"
    },
    "ReadOnly": {
     "shape": "String"
    },
    "AccessKeyId": {
     "shape": "String"
    },
    "EventTime": {
     "shape": "Date"
    },
    "EventSource": {
     "shape": "String"
    },
    "Username": {
     "shape": "String"
    },
    "Resources": {
     "shape": "ResourceList"
    },
    "CloudTrailEvent": {
     "shape": "String"
    }
   }
  },
  "EventCategory": {
   "type": "string",
   "enum": [
    "insight"
   ]
  },
  "EventSelector": {
   "type": "structure",
   "members": {
    "ReadWriteType": {
     "shape": "ReadWriteType"
    },
    "IncludeManagementEvents": {
     "shape": "Boolean"
    },
    "DataResources": {
     "shape": "DataResources"
    },
    "ExcludeManagementEventSources": {
     "shape": "ExcludeManagementEventSources"
    }
   }
  },
  "EventSelectors": {
   "type": "list",
   "of": "EventSelector"
  },
  "EventsList": {
   "type": "list",
   "of": "Event"
  },
  "ExcludeManagementEventSources": {
   "type": "list",
   "of": "String"
  },
  "GetEventSelectorsRequest": {
   "type": "structure",
   "required": [
    "TrailName"
   ],
   "members": {
    "TrailName": {
     "shape": "String"
    }
   }
  },
  "GetEventSelectorsResponse": {
   "type": "structure",
   "members": {
    "TrailARN": {
     "shape": "String"
    },
    "EventSelectors": {
     "shape": "EventSelectors"
    },
    "AdvancedEventSelectors": {
     "shape": "AdvancedEventSelectors"
    }
   }
  },
  "GetTrailRequest": {
   "type": "structure",
   "required": [
    "Name"
   ],
   "members": {
    "Name": {
     "shape": "String"
    }
   }
  },
  "GetTrailResponse": {
   "type": "structure",
   "members": {
    "Trail": {
     "shape": "Trail"
    }
   }
  },
  "GetTrailStatusRequest": {
   "type": "structure",
   "required": [
    "Name"
   ],
   "members": {
    "Name": {
     "shape": "String"
    }
   }
  },
  "GetTrailStatusResponse": {
   "type": "structure",
   "members": {
    "IsLogging": {
     "shape": "Boolean"
    },
    "LatestDeliveryError": {
     "shape": "String"
    },
    "LatestNotificationError": {
     "shape": "String"
    },
    "LatestDeliveryTime": {
     "shape": "Date"
    },
    "LatestNotificationTime": {
     "shape": "Date"
    },
    "StartLoggingTime": {
     "shape": "Date"
    },
    "StopLoggingTime": {
     "shape": "Date"
    },
    "LatestCloudWatchLogsDeliveryError": {
     "shape": "String"
    },
    "LatestCloudWatchLogsDeliveryTime": {
     "shape": "Date"
    },
    "LatestDigestDeliveryTime": {
     "shape": "Date"
    },
    "LatestDigestDeliveryError": {
     "shape": "String"
    },
    "LatestDeliveryAttemptTime": {
     "shape": "String"
    },
    "LatestNotificationAttemptTime": {
     "shape": "String"
    },
    "LatestNotificationAttemptSucceeded": {
     "shape": "String"
    },
    "LatestDeliveryAttemptSucceeded": {
     "shape": "String"
    },
    "TimeLoggingStarted": {
     "shape": "String"
    },
    "TimeLoggingStopped": {
     "shape": "String"
    }
   }
  },
  "ListTrailsRequest": {
   "type": "structure",
   "members": {
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "ListTrailsResponse": {
   "type": "structure",
   "members": {
    "Trails": {
     "shape": "Trails"
    },
    "NextToken": {
     "shape": "String"
    }
   }
  },
  "LookupAttribute": {
   "type": "structure",
   "required": [
    "AttributeKey",
    "AttributeValue"
   ],
   "members": {
    "AttributeKey": {
     "shape": "LookupAttributeKey"
    },
    "AttributeValue": {
     "shape": "LookupAttributeValue"
    }
   }
  },
  "LookupAttributeKey": {
   "type": "string",
   "enum": [
    "EventId",
    "EventName",
    "ReadOnly",
    "Username",
    "ResourceType",
    "ResourceName",
    "EventSource",
    "AccessKeyId"
   ]
  },
  "LookupAttributeValue": {
   "type": "string",
   "min": 1,
   "max": 2000
  },
  "LookupAttributesList": {
   "type": "list",
   "of": "LookupAttribute"
  },
  "LookupEventsRequest": {
   "type": "structure",
   "members": {
    "LookupAttributes": {
     "shape": "LookupAttributesList"
    },
    "StartTime": {
     "shape": "Date"
    },
    "EndTime": {
     "shape": "Date"
    },
    "EventCategory": {
     "shape": "EventCategory"
    },
    "MaxResults": {
     "shape": "MaxResults"
    },
    "NextToken": {
     "shape": "NextToken"
    }
   }
  },
  "LookupEventsResponse": {
   "type": "structure",
   "members": {
    "Events": {
     "shape": "EventsList"
    },
    "NextToken": {
     "shape": "NextToken"
    }
   }
  },
  "MaxResults": {
   "type": "integer",
   "min": 1,
   "max": 50
  },
  "NextToken": {
   "type": "string"
  },
  "Operator": {
   "type": "list",
   "of": "OperatorValue",
   "min": 1
  },
  "OperatorValue": {
   "type": "string",
   "min": 1,
   "max": 2048,
   "pattern": ".+"
  },
  "PutEventSelectorsRequest": {
   "type": "structure",
   "required": [
    "TrailName"
   ],
   "members": {
    "TrailName": {
     "shape": "String"
    },
    "EventSelectors": {
     "shape": "EventSelectors"
    },
    "AdvancedEventSelectors": {
     "shape": "AdvancedEventSelectors"
    }
   }
  },
  "PutEventSelectorsResponse": {
   "type": "structure",
   "members": {
    "TrailARN": {
     "shape": "String"
    },
    "EventSelectors": {
     "shape": "EventSelectors"
    },
    "AdvancedEventSelectors": {
     "shape": "AdvancedEventSelectors"
    }
   }
  },
  "ReadWriteType": {
   "type": "string",
   "enum": [
    "ReadOnly",
    "WriteOnly",
    "All"
   ]
  },
  "Resource": {
   "type": "structure",
   "members": {
    "ResourceType": {
     "shape": "String"
    },
    "ResourceName": {
     "shape": "String"
    }
   }
  },
  "ResourceList": {
   "type": "list",
   "of": "Resource"
  },
  "SelectorField": {
   "type": "string",
   "min": 1,
   "max": 1000,
   "pattern": "[\\w|\\d|\\.|_]+"
  },
  "SelectorName": {
   "type": "string",
   "min": 0,
   "max": 1000,
   "pattern": ".*"
  },
  "StartLoggingRequest": {
   "type": "structure",
   "required": [
    "Name"
   ],
   "members": {
    "Name": {
     "shape": "String"
    }
   }
  },
  "StartLoggingResponse": {
   "type": "structure",
   "members": {}
  },
  "StopLoggingRequest": {
   "type": "structure",
   "required": [
    "Name"
   ],
   "members": {
    "Name": {
     "shape": "String"
    }
   }
  },
  "StopLoggingResponse": {
   "type": "structure",
   "members": {}
  },
  "String": {
   "type": "string"
  },
  "Tag": {
   "type": "structure",
   "required": [
    "Key"
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
   "max": 128
  },
  "TagValue": {
   "type": "string",
   "min": 1,
   "max": 256
  },
  "TagsList": {
   "type": "list",
   "of": "Tag",
   "max": 200
  },
  "Trail": {
   "type": "structure",
   "members": {
    "Name": {
     "shape": "String"
    },
    "S3BucketName": {
     "shape": "String"
    },
    "S3KeyPrefix": {
     "shape": "String"
    },
    "SnsTopicName": {
     "shape": "String"
    },
    "SnsTopicARN": {
     "shape": "String"
    },
    "IncludeGlobalServiceEvents": {
     "shape": "Boolean"
    },
    "IsMultiRegionTrail": {
     "shape": "Boolean"
    },
    "HomeRegion": {
     "shape": "String"
    },
    "TrailARN": {
     "shape": "String"
    },
    "LogFileValidationEnabled": {
     "shape": "Boolean"
    },
    "CloudWatchLogsLogGroupArn": {
     "shape": "String"
    },
    "CloudWatchLogsRoleArn": {
     "shape": "String"
    },
    "KmsKeyId": {
     "shape": "String"
    },
    "HasCustomEventSelectors": {
     "shape": "Boolean"
    },
    "HasInsightSelectors": {
     "shape": "Boolean"
    },
    "IsOrganizationTrail": {
     "shape": "Boolean"
    }
   }
  },
  "TrailInfo": {
   "type": "structure",
   "members": {
    "TrailARN": {
     "shape": "String"
    },
    "Name": {
     "shape": "String"
    },
    "HomeRegion": {
     "shape": "String"
    }
   }
  },
  "TrailList": {
   "type": "list",
   "of": "Trail"
  },
  "TrailNameList": {
   "type": "list",
   "of": "String"
  },
  "Trails": {
   "type": "list",
   "of": "TrailInfo"
  },
  "UpdateTrailRequest": {
   "type": "structure",
   "required": [
    "Name"
   ],
   "members": {
    "Name": {
     "shape": "String"
    },
    "S3BucketName": {
     "shape": "String"
    },
    "S3KeyPrefix": {
     "shape": "String"
    },
    "SnsTopicName": {
     "shape": "String"
    },
    "IncludeGlobalServiceEvents": {
     "shape": "Boolean"
    },
    "IsMultiRegionTrail": {
     "shape": "Boolean"
    },
    "EnableLogFileValidation": {
     "shape": "Boolean"
    },
    "CloudWatchLogsLogGroupArn": {
     "shape": "String"
    },
    "CloudWatchLogsRoleArn": {
     "shape": "String"
    },
    "KmsKeyId": {
     "shape": "String"
    },
    "IsOrganizationTrail": {
     "shape": "Boolean"
    }
   }
  },
  "UpdateTrailResponse": {
   "type": "structure",
   "members": {
    "Name": {
     "shape": "String"
    },
    "S3BucketName": {
     "shape": "String"
    },
    "S3KeyPrefix": {
     "shape": "String"
    },
    "SnsTopicName": {
     "shape": "String"
    },
    "SnsTopicARN": {
     "shape": "String"
    },
    "IncludeGlobalServiceEvents": {
     "shape": "Boolean"
    },
    "IsMultiRegionTrail": {
     "shape": "Boolean"
    },
    "TrailARN": {
     "shape": "String"
    },
    "LogFileValidationEnabled": {
     "shape": "Boolean"
    },
    "CloudWatchLogsLogGroupArn": {
     "shape": "String"
    },
    "CloudWatchLogsRoleArn": {
     "shape": "String"
    },
    "KmsKeyId": {
     "shape": "String"
    },
    "IsOrganizationTrail": {
     "shape": "Boolean"
    }
   }
  }
 }
};
