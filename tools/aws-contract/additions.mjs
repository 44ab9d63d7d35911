/** What the packages of 2026 have and Debian's older model lacks; a test compares with `@aws-sdk/client-chime-sdk-meetings`. */
export const ADDITIONS = {
  'chime-sdk-meetings': {},
};
