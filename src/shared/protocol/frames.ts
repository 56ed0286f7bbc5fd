import { z } from 'zod';
import { agentStatusSchema } from '../domain/agent.ts';
import { anyEventSchema } from '../domain/events.ts';
import { interactionSnapshotSchema } from '../domain/interaction.ts';
import { idSchema, nameSchema, timestampSchema } from '../domain/message.ts';
import { directorySchema } from './directory.ts';
import { libraryFrameSchema } from './library.ts';

/** Version of the agent protocol (API-1). A server refuses a desk whose version it does not speak. */
export const PROTOCOL_VERSION = 1;

/** Path of the socket. */
export const AGENT_SOCKET_PATH = '/agent/v1';

/** Milliseconds between heartbeats of either side; silence of three of them means the connection is gone. */
export const HEARTBEAT_INTERVAL = 10_000;

/** Largest frame either side accepts, in bytes. */
export const MAX_FRAME_BYTES = 4 * 1024 * 1024;

export const refusalSchema = z.object({
  code: z.string(),
  message: z.string(),
  retryable: z.boolean(),
  providerCode: z.string().optional(),
});

export const resultSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: refusalSchema }),
]);

/** From desk to server. */
export const clientFrameSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    token: z.string().min(1).max(8192),
    protocol: z.int(),
    clientVersion: z.string().max(64),
    /** Last cursor whose event is on this desk's disk; 0 asks for a snapshot. */
    cursor: z.int().nonnegative(),
    /** Tells databases apart: a cursor means something only to the server that gave it. */
    serverId: z.string().max(64).nullable(),
  }),
  z.object({
    type: z.literal('request'),
    id: z.string().min(1).max(64),
    method: z.string().max(64),
    params: z.unknown(),
  }),
  /** All events up to `cursor` are on the desk's disk. */
  z.object({ type: z.literal('ack'), cursor: z.int().nonnegative() }),
  z.object({ type: z.literal('heartbeat') }),
]);
export type ClientFrame = z.infer<typeof clientFrameSchema>;

/** The agent's whole picture, when a delta will not do. Replaces what the desk had. */
export const deskSnapshotSchema = z.object({
  status: agentStatusSchema,
  /** Offered to or in the hands of this agent. */
  interactions: z.array(interactionSnapshotSchema),
});
export type DeskSnapshot = z.infer<typeof deskSnapshotSchema>;

/** Settings the server decides and desks follow. */
export const serverOptionsSchema = z.object({
  trial: z.boolean(),
  /** Seconds a customer's message keeps the window open (SRV-4). */
  freeMessageTimespan: z.number(),
  dispositionMandatory: z.boolean(),
});
export type ServerOptions = z.infer<typeof serverOptionsSchema>;

/** Who works at a desk, as the option files say. */
export const agentProfileSchema = z.object({
  name: nameSchema,
  displayName: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  /** Agent groups, which choose option files of the desk (OPT-2). */
  groups: z.array(nameSchema),
});
export type AgentProfile = z.infer<typeof agentProfileSchema>;

export const welcomeSchema = z.object({
  type: z.literal('welcome'),
  session: idSchema,
  serverId: z.string(),
  serverVersion: z.string(),
  protocol: z.int(),
  agent: agentProfileSchema,
  /** Names of granted privileges, or null while access control is off (ROLE-1: no role section at all). */
  privileges: z.array(z.string()).nullable(),
  options: serverOptionsSchema,
  directory: directorySchema,
  serverTime: timestampSchema,
  /** Position in the log after what follows. `delta`: events frames bring the rest; `snapshot`: this one replaces all. */
  cursor: z.int().nonnegative(),
  mode: z.enum(['delta', 'snapshot']),
  /** Always given: in `delta` mode only its `status` is of interest. */
  snapshot: deskSnapshotSchema.nullable(),
  status: agentStatusSchema,
});
export type Welcome = z.infer<typeof welcomeSchema>;

/** From server to desk. */
export const serverFrameSchema = z.discriminatedUnion('type', [
  welcomeSchema,
  z.object({
    type: z.literal('events'),
    events: z.array(anyEventSchema),
    /**
     * Snapshots of interactions that became visible to this agent with one of these events. They may be newer than
     * the events: a desk takes the snapshot and skips events up to its sequence.
     */
    introduces: z.array(interactionSnapshotSchema),
    /**
     * The position before this frame: `cursor` of the frame sent before it on this connection, or the one in `hello`
     * for the first. A desk that stands before it has missed a frame and comes back for it (API-1, REL-1).
     */
    after: z.int().nonnegative().optional(),
    /** The log's position after this frame, which may be beyond the last event (others' events are left out). */
    cursor: z.int().nonnegative(),
  }),
  /** The desk fell too far behind: replaces its picture (API-1, back-pressure). */
  z.object({
    type: z.literal('snapshot'),
    reason: z.string(),
    snapshot: deskSnapshotSchema,
    cursor: z.int().nonnegative(),
  }),
  /** What `welcome` said of the configuration, said again since it changed: it replaces that (OPT-3, ROLE-1). */
  welcomeSchema.pick({ agent: true, privileges: true, options: true, directory: true }).extend({
    type: z.literal('configuration'),
  }),
  libraryFrameSchema,
  z.object({ type: z.literal('response'), id: z.string(), result: resultSchema }),
  z.object({ type: z.literal('heartbeat'), serverTime: timestampSchema }),
  /** The last frame of a connection: why it ends and whether coming back makes sense. */
  z.object({ type: z.literal('bye'), error: refusalSchema }),
]);
export type ServerFrame = z.infer<typeof serverFrameSchema>;
