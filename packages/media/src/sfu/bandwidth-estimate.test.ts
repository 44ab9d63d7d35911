import { expect, test } from 'vitest';
import { BandwidthEstimate, DOWNLINK_LIMITS } from './bandwidth-estimate.js';

test('loss brings the estimate down to what flows, and it stays cautious for a while', () => {
  const estimate = new BandwidthEstimate(DOWNLINK_LIMITS);
  estimate.takeLoss(0.2);
  estimate.update(1_800_000, 0);
  expect(estimate.bps).toBe(1_620_000);
  for (let second = 1; second < 15; second += 1) estimate.update(1_000_000, second * 1_000);
  expect(estimate.bps).toBeLessThan(1_700_000);
  for (let second = 15; second < 60; second += 1) estimate.update(1_000_000, second * 1_000);
  expect(estimate.bps).toBe(6_000_000);
});

test('without loss it rises to twice of what flows', () => {
  const estimate = new BandwidthEstimate(DOWNLINK_LIMITS);
  for (let second = 0; second < 60; second += 1) estimate.update(10_000_000, second * 1_000);
  expect(estimate.bps).toBe(20_000_000);
});

test('a REMB below what is sent is taken as congestion, one while little flows is not', () => {
  const estimate = new BandwidthEstimate(DOWNLINK_LIMITS);
  estimate.takeRemb(50_000);
  estimate.update(60_000, 0);
  expect(estimate.bps).toBe(6_000_000);
  estimate.takeRemb(900_000);
  estimate.update(2_000_000, 1_000);
  expect(estimate.bps).toBe(900_000);
});

test('it never falls below the least that audio and a small picture need', () => {
  const estimate = new BandwidthEstimate(DOWNLINK_LIMITS);
  for (let second = 0; second < 60; second += 1) {
    estimate.takeLoss(1);
    estimate.update(0, second * 1_000);
  }
  expect(estimate.bps).toBe(100_000);
});
