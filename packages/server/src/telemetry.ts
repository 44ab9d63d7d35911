import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Where the numbers of the moment come from; asked when somebody reads the metrics. */
export interface MetricSources {
  sockets(): number;
  peopleOnline(): number;
  mediaRestarts(): number;
  media(): Readonly<Record<string, number>>;
}

export interface Telemetry {
  readonly registry: Registry;
  countRequest(method: string, route: string, status: number, seconds: number): void;
}

const REQUEST_BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Prometheus metrics. Labels are routes, methods and statuses only: never an id, a name or an address. */
export function createTelemetry(sources: MetricSources): Telemetry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'carillon_' });
  const requests = new Counter({ name: 'carillon_http_requests_total', help: 'Requests answered.', labelNames: ['method', 'route', 'status'], registers: [registry] });
  const seconds = new Histogram({ name: 'carillon_http_request_seconds', help: 'Time to answer, in seconds.', labelNames: ['route'], buckets: REQUEST_BUCKETS_S, registers: [registry] });
  const gauges: [string, string, () => number][] = [
    ['carillon_sockets', 'Open push sockets.', sources.sockets],
    ['carillon_people_online', 'People with an open socket.', sources.peopleOnline],
    ['carillon_media_restarts', 'Times the media node was started again.', sources.mediaRestarts],
  ];
  for (const [name, help, read] of gauges) {
    new Gauge({ name, help, registers: [registry], collect() {
      this.set(read());
    } });
  }
  new Gauge({ name: 'carillon_media', help: 'Counters of the media node, by name.', labelNames: ['name'], registers: [registry], collect() {
    for (const [name, value] of Object.entries(sources.media())) this.set({ name }, value);
  } });
  return {
    registry,
    countRequest(method, route, status, time) {
      requests.inc({ method, route, status });
      seconds.observe({ route }, time);
    },
  };
}
