/**
 * Stands in for `@aws-sdk/client-chime-sdk-messaging`, which the library imports for a feature that meetings do not
 * use.
 */
export class ConnectCommand {}
export class GetMessagingSessionEndpointCommand {}
export class ChimeSDKMessagingClient {}
