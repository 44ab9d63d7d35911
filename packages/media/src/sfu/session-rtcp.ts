import { buildCompound, buildNack, buildPli, buildReceiverReport, buildRemb, buildSdes, buildSenderReport } from '../rtp/build-rtcp.js';
import { parseRtcp, type ReportBlock, type SenderReport } from '../rtp/rtcp.js';
import type { ClientSession } from './client-session.js';
import { ntpMiddle, ntpTime, wallTime } from './ntp-time.js';

/** RTCP of one session: what the client reports, and what we report to it. */

/** Sender reports of so many forwarded videos fit one packet. */
const REPORTS_PER_COMPOUND = 20;

export function takeRtcp(session: ClientSession, compound: Buffer, nowMs: number, wallMs: number): void {
  for (const packet of parseRtcp(compound)) {
    switch (packet.type) {
      case 'senderReport':
        takeSenderReport(session, packet, nowMs, wallMs);
        for (const block of packet.reports) takeReportBlock(session, block, wallMs);
        break;
      case 'receiverReport':
        for (const block of packet.reports) takeReportBlock(session, block, wallMs);
        break;
      case 'nack':
        session.downlinks.bySsrc(packet.mediaSsrc)?.resend(packet.sequenceNumbers);
        break;
      case 'pli':
        session.downlinks.bySsrc(packet.mediaSsrc)?.requestKeyFrame();
        break;
      case 'fir':
        for (const request of packet.requests) session.downlinks.bySsrc(request.ssrc)?.requestKeyFrame();
        break;
      case 'remb':
        session.downlinkEstimate.takeRemb(packet.bitrateBps);
        break;
      case 'bye': case 'sourceDescription': case 'transportFeedback':
        break;
    }
  }
}

function takeSenderReport(session: ClientSession, report: SenderReport, nowMs: number, wallMs: number): void {
  // The fastest report so far shows the difference of the clocks best; the slow creep lets clocks drift.
  const offsetMs = wallMs - wallTime(report.ntpSeconds, report.ntpFraction);
  session.clockOffsetMs = Math.min(offsetMs, (session.clockOffsetMs ?? offsetMs) + 1);
  const middle = ((report.ntpSeconds & 0xffff) << 16) | (report.ntpFraction >>> 16);
  if (session.audioReception?.ssrc === report.ssrc) session.audioReception.takeSenderReport(middle, nowMs);
  session.source?.layerBySsrc(report.ssrc)?.takeSenderReport(report, session.clockOffsetMs, nowMs);
}

function takeReportBlock(session: ClientSession, block: ReportBlock, wallMs: number): void {
  const audio = session.audioDownlink?.ssrc === block.ssrc;
  if (!audio && session.downlinks.bySsrc(block.ssrc) === undefined) return;
  session.downlinkEstimate.takeLoss(block.fractionLost / 256);
  session.downlinkLoss = Math.max(session.downlinkLoss, block.fractionLost / 256);
  if (!audio || block.lastSenderReport === 0) return;
  const roundTrip = (ntpMiddle(wallMs) - block.lastSenderReport - block.delaySinceLastSenderReport) >>> 0;
  // Half the range is a clock that was set back between the two.
  if (roundTrip < 0x8000_0000) session.roundTripMs = (roundTrip / 65_536) * 1_000;
}

/**
 * Every tick: what is missing and which key frames are wanted. Reduced-size packets (RFC 5506), as both sides agreed.
 */
export function sendRequests(session: ClientSession, nowMs: number): void {
  const { source, transport, localSsrc } = session;
  if (source === undefined || transport === undefined) return;
  for (const layer of source.layers) {
    if (layer.ssrc === undefined || layer.order === undefined) continue;
    if (layer.order.giveUpOverdue(nowMs)) layer.keyFrame.want();
    const missing = layer.order.takeRequests(nowMs);
    if (missing.length > 0) {
      transport.sendRtcp(buildNack({ senderSsrc: localSsrc, mediaSsrc: layer.ssrc, sequenceNumbers: missing.map(number => number & 0xffff) }));
    }
    if (layer.keyFrame.takeDue(nowMs)) transport.sendRtcp(buildPli({ senderSsrc: localSsrc, mediaSsrc: layer.ssrc }));
  }
}

/** Once a second: receiver reports with REMB, and the sender reports of everything we send. */
export function sendReports(session: ClientSession, nowMs: number, wallMs: number): void {
  const { transport, localSsrc } = session;
  if (transport === undefined) return;
  const blocks: ReportBlock[] = [];
  const audioBlock = session.audioReception?.report(nowMs);
  if (audioBlock !== undefined) blocks.push(audioBlock);
  session.uplinkLoss = (audioBlock?.fractionLost ?? 0) / 256;
  const videoSsrcs: number[] = [];
  let flowBps = 0;
  for (const layer of session.source?.layers ?? []) {
    const block = layer.reception?.report(nowMs);
    if (block === undefined || layer.ssrc === undefined) continue;
    blocks.push(block);
    videoSsrcs.push(layer.ssrc);
    flowBps += layer.meter.bitsPerSecond(nowMs);
    session.uplinkEstimate.takeLoss(block.fractionLost / 256);
  }
  session.uplinkEstimate.update(flowBps, nowMs);
  session.downlinkEstimate.update(session.sentMeter.bitsPerSecond(nowMs), nowMs);

  const packets: Uint8Array[] = [buildReceiverReport({ ssrc: localSsrc, reports: blocks }), buildSdes(localSsrc, 'carillon')];
  if (videoSsrcs.length > 0) packets.push(buildRemb({ senderSsrc: localSsrc, bitrateBps: session.uplinkEstimate.bps, ssrcs: videoSsrcs }));
  if (session.audioDownlink !== undefined) packets.push(...session.audioDownlink.report(wallMs));
  transport.sendRtcp(buildCompound(packets));
  sendVideoReports(session);
}

function sendVideoReports(session: ClientSession): void {
  let packets: Uint8Array[] = [];
  for (const forwarder of session.downlinks.forwarders) {
    forwarder.allowResends();
    const report = forwarder.takeReport();
    if (report === undefined) continue;
    packets.push(buildSenderReport({ ssrc: forwarder.ssrc, ...ntpTime(report.ntpMs), rtpTimestamp: report.rtpTimestamp, packetCount: report.packetCount, octetCount: report.octetCount, reports: [] }));
    if (packets.length < REPORTS_PER_COMPOUND) continue;
    session.transport?.sendRtcp(buildCompound(packets));
    packets = [];
  }
  if (packets.length > 0) session.transport?.sendRtcp(buildCompound(packets));
}
