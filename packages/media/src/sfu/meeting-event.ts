import type { MediaReport } from '@carillon/wire/media.js';

type Unnumbered<Report> = Report extends unknown ? Omit<Report, 'number'> : never;

/** A report to the control plane before the node has given it its number. */
export type UnnumberedReport = Unnumbered<MediaReport>;
/** Those that meetings make. */
export type MeetingEvent = Extract<UnnumberedReport, { kind: 'joined' | 'left' | 'sharing' }>;
