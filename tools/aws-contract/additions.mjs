/** What the packages of 2026 have and Debian's older model lacks; a test compares with `@aws-sdk/client-chime-sdk-meetings`. */
const member = shape => ({ shape });
const networkType = { MediaPlacementNetworkType: member('MediaPlacementNetworkType') };

export const ADDITIONS = {
  chime: {
    // The guide's users page shows it (DEL-09); no published model has it.
    RegistrationStatus: { type: 'string', enum: ['Unregistered', 'Registered', 'Suspended', 'Released'] },
  },
  'chime-sdk-meetings': {
    CreateMeetingRequest: { type: 'structure', members: networkType },
    CreateMeetingWithAttendeesRequest: { type: 'structure', members: networkType },
    MeetingFeaturesConfiguration: { type: 'structure', members: { Video: member('VideoFeatures'), Content: member('ContentFeatures'), Attendee: member('AttendeeFeatures') } },
    VideoFeatures: { type: 'structure', members: { MaxResolution: member('VideoResolution') } },
    ContentFeatures: { type: 'structure', members: { MaxResolution: member('ContentResolution') } },
    AttendeeFeatures: { type: 'structure', members: { MaxCount: member('AttendeeMax') } },
    EngineTranscribeSettings: { type: 'structure', members: { VocabularyNames: member('String'), VocabularyFilterNames: member('String') } },
    MediaPlacementNetworkType: { type: 'string', enum: ['Ipv4Only', 'DualStack'] },
    VideoResolution: { type: 'string', enum: ['None', 'HD', 'FHD'] },
    ContentResolution: { type: 'string', enum: ['None', 'FHD', 'UHD'] },
    AttendeeMax: { type: 'integer', min: 1, max: 250 },
  },
};
