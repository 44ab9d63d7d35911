// Written by tools/aws-contract/make-contract.mjs; not by hand.
import type { Contract } from '../contract.js';

export const stsContract: Contract = {
 "service": "sts",
 "version": "2011-06-15",
 "protocol": "query",
 "xmlNamespace": "https://sts.amazonaws.com/doc/2011-06-15/",
 "operations": {
  "AssumeRole": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "AssumeRoleRequest",
   "output": "AssumeRoleResponse",
   "wrapper": "AssumeRoleResult",
   "errors": [
    "MalformedPolicyDocumentException",
    "PackedPolicyTooLargeException",
    "RegionDisabledException",
    "ExpiredTokenException"
   ]
  },
  "GetAccessKeyInfo": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetAccessKeyInfoRequest",
   "output": "GetAccessKeyInfoResponse",
   "wrapper": "GetAccessKeyInfoResult",
   "errors": []
  },
  "GetCallerIdentity": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetCallerIdentityRequest",
   "output": "GetCallerIdentityResponse",
   "wrapper": "GetCallerIdentityResult",
   "errors": []
  },
  "GetFederationToken": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetFederationTokenRequest",
   "output": "GetFederationTokenResponse",
   "wrapper": "GetFederationTokenResult",
   "errors": [
    "MalformedPolicyDocumentException",
    "PackedPolicyTooLargeException",
    "RegionDisabledException"
   ]
  },
  "GetSessionToken": {
   "method": "POST",
   "uri": "/",
   "code": 200,
   "input": "GetSessionTokenRequest",
   "output": "GetSessionTokenResponse",
   "wrapper": "GetSessionTokenResult",
   "errors": [
    "RegionDisabledException"
   ]
  }
 },
 "shapes": {
  "AssumeRoleRequest": {
   "type": "structure",
   "required": [
    "RoleArn",
    "RoleSessionName"
   ],
   "members": {
    "RoleArn": {
     "shape": "arnType"
    },
    "RoleSessionName": {
     "shape": "roleSessionNameType"
    },
    "PolicyArns": {
     "shape": "policyDescriptorListType"
    },
    "Policy": {
     "shape": "sessionPolicyDocumentType"
    },
    "DurationSeconds": {
     "shape": "roleDurationSecondsType"
    },
    "Tags": {
     "shape": "tagListType"
    },
    "TransitiveTagKeys": {
     "shape": "tagKeyListType"
    },
    "ExternalId": {
     "shape": "externalIdType"
    },
    "SerialNumber": {
     "shape": "serialNumberType"
    },
    "TokenCode": {
     "shape": "tokenCodeType"
    },
    "SourceIdentity": {
     "shape": "sourceIdentityType"
    }
   }
  },
  "AssumeRoleResponse": {
   "type": "structure",
   "members": {
    "Credentials": {
     "shape": "Credentials"
    },
    "AssumedRoleUser": {
     "shape": "AssumedRoleUser"
    },
    "PackedPolicySize": {
     "shape": "nonNegativeIntegerType"
    },
    "SourceIdentity": {
     "shape": "sourceIdentityType"
    }
   }
  },
  "AssumedRoleUser": {
   "type": "structure",
   "required": [
    "AssumedRoleId",
    "Arn"
   ],
   "members": {
    "AssumedRoleId": {
     "shape": "assumedRoleIdType"
    },
    "Arn": {
     "shape": "arnType"
    }
   }
  },
  "Credentials": {
   "type": "structure",
   "required": [
    "AccessKeyId",
    "SecretAccessKey",
    "SessionToken",
    "Expiration"
   ],
   "members": {
    "AccessKeyId": {
     "shape": "accessKeyIdType"
    },
    "SecretAccessKey": {
     "shape": "accessKeySecretType"
    },
    "SessionToken": {
     "shape": "tokenType"
    },
    "Expiration": {
     "shape": "dateType"
    }
   }
  },
  "FederatedUser": {
   "type": "structure",
   "required": [
    "FederatedUserId",
    "Arn"
   ],
   "members": {
    "FederatedUserId": {
     "shape": "federatedIdType"
    },
    "Arn": {
     "shape": "arnType"
    }
   }
  },
  "GetAccessKeyInfoRequest": {
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
  "GetAccessKeyInfoResponse": {
   "type": "structure",
   "members": {
    "Account": {
     "shape": "accountType"
    }
   }
  },
  "GetCallerIdentityRequest": {
   "type": "structure",
   "members": {}
  },
  "GetCallerIdentityResponse": {
   "type": "structure",
   "members": {
    "UserId": {
     "shape": "userIdType"
    },
    "Account": {
     "shape": "accountType"
    },
    "Arn": {
     "shape": "arnType"
    }
   }
  },
  "GetFederationTokenRequest": {
   "type": "structure",
   "required": [
    "Name"
   ],
   "members": {
    "Name": {
     "shape": "userNameType"
    },
    "Policy": {
     "shape": "sessionPolicyDocumentType"
    },
    "PolicyArns": {
     "shape": "policyDescriptorListType"
    },
    "DurationSeconds": {
     "shape": "durationSecondsType"
    },
    "Tags": {
     "shape": "tagListType"
    }
   }
  },
  "GetFederationTokenResponse": {
   "type": "structure",
   "members": {
    "Credentials": {
     "shape": "Credentials"
    },
    "FederatedUser": {
     "shape": "FederatedUser"
    },
    "PackedPolicySize": {
     "shape": "nonNegativeIntegerType"
    }
   }
  },
  "GetSessionTokenRequest": {
   "type": "structure",
   "members": {
    "DurationSeconds": {
     "shape": "durationSecondsType"
    },
    "SerialNumber": {
     "shape": "serialNumberType"
    },
    "TokenCode": {
     "shape": "tokenCodeType"
    }
   }
  },
  "GetSessionTokenResponse": {
   "type": "structure",
   "members": {
    "Credentials": {
     "shape": "Credentials"
    }
   }
  },
  "PolicyDescriptorType": {
   "type": "structure",
   "members": {
    "arn": {
     "shape": "arnType"
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
     "shape": "tagKeyType"
    },
    "Value": {
     "shape": "tagValueType"
    }
   }
  },
  "accessKeyIdType": {
   "type": "string",
   "min": 16,
   "max": 128,
   "pattern": "[\\w]*"
  },
  "accessKeySecretType": {
   "type": "string"
  },
  "accountType": {
   "type": "string"
  },
  "arnType": {
   "type": "string",
   "min": 20,
   "max": 2048,
   "pattern": "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+"
  },
  "assumedRoleIdType": {
   "type": "string",
   "min": 2,
   "max": 193,
   "pattern": "[\\w+=,.@:-]*"
  },
  "dateType": {
   "type": "timestamp",
   "format": "iso8601"
  },
  "durationSecondsType": {
   "type": "integer",
   "min": 900,
   "max": 129600
  },
  "externalIdType": {
   "type": "string",
   "min": 2,
   "max": 1224,
   "pattern": "[\\w+=,.@:\\/-]*"
  },
  "federatedIdType": {
   "type": "string",
   "min": 2,
   "max": 193,
   "pattern": "[\\w+=,.@\\:-]*"
  },
  "nonNegativeIntegerType": {
   "type": "integer",
   "min": 0
  },
  "policyDescriptorListType": {
   "type": "list",
   "of": "PolicyDescriptorType"
  },
  "roleDurationSecondsType": {
   "type": "integer",
   "min": 900,
   "max": 43200
  },
  "roleSessionNameType": {
   "type": "string",
   "min": 2,
   "max": 64,
   "pattern": "[\\w+=,.@-]*"
  },
  "serialNumberType": {
   "type": "string",
   "min": 9,
   "max": 256,
   "pattern": "[\\w+=/:,.@-]*"
  },
  "sessionPolicyDocumentType": {
   "type": "string",
   "min": 1,
   "max": 2048,
   "pattern": "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"
  },
  "sourceIdentityType": {
   "type": "string",
   "min": 2,
   "max": 64,
   "pattern": "[\\w+=,.@-]*"
  },
  "tagKeyListType": {
   "type": "list",
   "of": "tagKeyType",
   "max": 50
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
  "tokenCodeType": {
   "type": "string",
   "min": 6,
   "max": 6,
   "pattern": "[\\d]*"
  },
  "tokenType": {
   "type": "string"
  },
  "userIdType": {
   "type": "string"
  },
  "userNameType": {
   "type": "string",
   "min": 2,
   "max": 32,
   "pattern": "[\\w+=,.@-]*"
  }
 }
};
