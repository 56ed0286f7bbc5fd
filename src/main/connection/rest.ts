import axios, { type AxiosError, type AxiosInstance } from 'axios';
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
import { type Network, ProxyRefusal } from './network.ts';
import { badAnswer, proxyRefused, serverUnreachable, serverUntrusted } from './refusals.ts';

const TIMEOUT = 15_000;

/** Answers here are small; a server that sends more is not ours. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** As large as the server's largest. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** OpenSSL's and Node's codes of a certificate that is not taken. */
const CERTIFICATE_ERROR = /CERT|UNABLE_TO_VERIFY/;

const refusalBodySchema = z.object({ error: refusalSchema });

export interface RestFile {
  readonly mimeType: string;
  readonly content: Buffer;
}

function clientOf(serverUrl: string, network: Network): AxiosInstance {
  const agent = network.agentFor(serverUrl);
  return axios.create({
    baseURL: serverUrl.replace(/\/$/, ''),
    timeout: TIMEOUT,
    maxContentLength: MAX_ANSWER_BYTES,
    maxRedirects: 0,
    validateStatus: () => true,
    httpAgent: agent,
    httpsAgent: agent,
    // Which proxy to take is the agent's business; axios would look for one in the environment.
    proxy: false,
  });
}

interface Call<T> {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly body?: unknown;
  /** Bearer token, where the route wants one. */
  readonly token?: string;
  readonly answer: z.ZodType<T>;
}

async function call<T>(
  network: Network,
  serverUrl: string,
  { method, path, body, token, answer }: Call<T>,
): Promise<Result<T>> {
  if (!URL.canParse(serverUrl) || !/^https?:$/.test(new URL(serverUrl).protocol)) {
    return refuse('server-url', 'This is not the address of a messaging server. It begins with https:// or http://.');
  }
  try {
    const response = await clientOf(serverUrl, network).request<unknown>({
      method,
      url: path,
      data: body,
      ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    });
    if (response.status >= 400) return refusalOf(response.status, response.data);
    const parsed = answer.safeParse(response.data);
    return parsed.success ? ok(parsed.data) : badAnswer;
  } catch (error) {
    if (axios.isAxiosError(error)) return byError(error);
    throw error;
  }
}

/** What was refused, and by whom: the server, or something on the way to it. */
function refusalOf(status: number, body: unknown): Result<never> {
  const refusal = refusalBodySchema.safeParse(body);
  return refusal.success ? { ok: false, error: refusal.data.error } : byStatus(status);
}

async function fetchFile(network: Network, serverUrl: string, path: string, token: string): Promise<Result<RestFile>> {
  try {
    const { status, data, headers } = await clientOf(serverUrl, network).get<Buffer>(path, {
      headers: { authorization: `Bearer ${token}` },
      responseType: 'arraybuffer',
      maxContentLength: MAX_FILE_BYTES,
    });
    if (status >= 400) return refusalOf(status, parseJson(data.toString()));
    return ok({ mimeType: String(headers['content-type'] ?? ''), content: data });
  } catch (error) {
    if (axios.isAxiosError(error)) return byError(error);
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function byError({ code = '', cause }: AxiosError): Result<never> {
  if (cause instanceof ProxyRefusal) return proxyRefused(cause.proxy, cause.status);
  return CERTIFICATE_ERROR.test(code) ? serverUntrusted(code) : serverUnreachable;
}

/** An error of something between: a proxy, a gateway. */
function byStatus(status: number): Result<never> {
  return status >= 500 ? serverUnreachable : badAnswer;
}

/** The few REST calls of a desk: before it has a socket, and for files (API-1, API-2). */
export class Rest {
  readonly #network: Network;

  constructor(network: Network) {
    this.#network = network;
  }

  /**
   * Refused with `login-failed`, `login-locked`, `server-unreachable`, `server-untrusted`, `proxy-refused`, `server-url`,
   * `bad-answer`.
   */
  logIn(serverUrl: string, body: LoginRequest): Promise<Result<LoginResponse>> {
    return call(this.#network, serverUrl, {
      method: 'post',
      path: '/api/v1/auth/login',
      body,
      answer: loginResponseSchema,
    });
  }

  /** The old refresh token is spent by this, whatever comes back. */
  refresh(serverUrl: string, refreshToken: string): Promise<Result<LoginResponse>> {
    return call(this.#network, serverUrl, {
      method: 'post',
      path: '/api/v1/auth/refresh',
      body: { refreshToken },
      answer: loginResponseSchema,
    });
  }

  /** Whether this is the password of the agent whose token it is. Refused with `password-wrong`, `login-locked`. */
  verify(serverUrl: string, token: string, password: string): Promise<Result<Record<string, never>>> {
    return call(this.#network, serverUrl, {
      method: 'post',
      path: '/api/v1/auth/verify',
      body: { password },
      token,
      answer: z.object({}).transform(() => ({})),
    });
  }

  /** A file of the standard responses. Refused with `not-found`, `forbidden`. */
  responseFile(serverUrl: string, token: string, name: string): Promise<Result<RestFile>> {
    const path = `/api/v1/standard-responses/files/${encodeURIComponent(name)}`;
    return fetchFile(this.#network, serverUrl, path, token);
  }

  /** Only in trial mode; elsewhere refused with `not-found`. */
  trialAgents(serverUrl: string): Promise<Result<TrialAgent[]>> {
    return call(this.#network, serverUrl, { method: 'get', path: '/trial/agents', answer: trialAgentsSchema });
  }
}
