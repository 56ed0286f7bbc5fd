import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Queries } from './queries.ts';

/** What the server counts about itself, for Prometheus (SRV-1). Labels never hold anything of a customer. */
export class Metrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'replydesk_http_request_seconds',
    help: 'Time to answer HTTP requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [this.registry],
  });

  readonly webhookItems = new Counter({
    name: 'replydesk_webhook_items_total',
    help: 'What webhooks brought, by kind',
    labelNames: ['channel', 'kind'],
    registers: [this.registry],
  });

  readonly desks = new Gauge({
    name: 'replydesk_desks_connected',
    help: 'Connections on the agent socket',
    registers: [this.registry],
  });

  readonly resyncs = new Counter({
    name: 'replydesk_desk_resyncs_total',
    help: 'Desks that were too slow and got a snapshot instead of events',
    registers: [this.registry],
  });

  readonly socketEnds = new Counter({
    name: 'replydesk_socket_ends_total',
    help: 'Ended connections of desks, by code',
    labelNames: ['code'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Shows how long each queue is, read when somebody asks. */
  watchQueues(queries: Queries, queues: () => readonly string[]): void {
    const gauge = new Gauge({
      name: 'replydesk_queue_waiting',
      help: 'Interactions that wait in a queue',
      labelNames: ['queue'],
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        for (const queue of queues()) gauge.set({ queue }, 0);
        for (const { queue, waiting } of await queries.queueLoads()) gauge.set({ queue }, waiting);
      },
    });
  }
}
