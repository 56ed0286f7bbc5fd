import axios, { type AxiosInstance } from 'axios';
import { z } from 'zod';
import { refusalSchema } from '#shared/protocol/frames.ts';
import {
  type LoginRequest,
  type LoginResponse,
  loginResponseSchema,
  type TrialAgent,
  trialAgentsSchema,
} from '#shared/protocol/login.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { badAnswer, serverUnreachable } from './refusals.ts';

const TIMEOUT = 15_000;

/** Answers here are small; a server that sends more is not ours. */
const MAX_ANSWER_BYTES = 1024 * 1024;

const refusalBodySchema = z.object({ error: refusalSchema });

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

function clientOf(serverUrl: string): AxiosInstance {
  return axios.create({
    baseURL: serverUrl.replace(/\/$/, ''),
    timeout: TIMEOUT,
    maxContentLength: MAX_ANSWER_BYTES,
    maxRedirects: 0,
    validateStatus: () => true,
    // A proxy set for the company's network cannot reach this computer's own server.
    ...(LOOPBACK.has(new URL(serverUrl).hostname) ? { proxy: false as const } : {}),
  });
}

interface Call<T> {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly body?: unknown;
  readonly answer: z.ZodType<T>;
}

async function call<T>(serverUrl: string, { method, path, body, answer }: Call<T>): Promise<Result<T>> {
  if (!URL.canParse(serverUrl) || !/^https?:$/.test(new URL(serverUrl).protocol)) {
    return refuse('server-url', 'This is not the address of a messaging server. It begins with https:// or http://.');
  }
  try {
    const response = await clientOf(serverUrl).request<unknown>({ method, url: path, data: body });
    if (response.status >= 400) {
      const refusal = refusalBodySchema.safeParse(response.data);
      return refusal.success ? { ok: false, error: refusal.data.error } : byStatus(response.status);
    }
    const parsed = answer.safeParse(response.data);
    return parsed.success ? ok(parsed.data) : badAnswer;
  } catch (error) {
    if (axios.isAxiosError(error)) return serverUnreachable;
    throw error;
  }
}

/** An error of something between: a proxy, a gateway. */
function byStatus(status: number): Result<never> {
  return status >= 500 ? serverUnreachable : badAnswer;
}

/** The few REST calls a desk makes before it has a socket (API-1, API-2). */
export const rest = {
  /** Refused with `login-failed`, `login-locked`, `server-unreachable`, `server-url`, `bad-answer`. */
  logIn: (serverUrl: string, body: LoginRequest): Promise<Result<LoginResponse>> =>
    call(serverUrl, { method: 'post', path: '/api/v1/auth/login', body, answer: loginResponseSchema }),

  /** The old refresh token is spent by this, whatever comes back. */
  refresh: (serverUrl: string, refreshToken: string): Promise<Result<LoginResponse>> =>
    call(serverUrl, {
      method: 'post',
      path: '/api/v1/auth/refresh',
      body: { refreshToken },
      answer: loginResponseSchema,
    }),

  /** Only in trial mode; elsewhere refused with `not-found`. */
  trialAgents: (serverUrl: string): Promise<Result<TrialAgent[]>> =>
    call(serverUrl, { method: 'get', path: '/trial/agents', answer: trialAgentsSchema }),
};
