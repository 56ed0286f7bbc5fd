import axios, { type AxiosInstance, type AxiosRequestConfig, type AxiosResponse } from 'axios';
import type { Secret } from '../../engine/config.ts';
import { type ConnectionWatch, watchConnection } from './connection-watch.ts';

export interface GraphHttpOptions {
  /** Base address without version, e.g. `https://graph.facebook.com`. */
  readonly graphUrl: string;
  readonly apiVersion: string;
  readonly accessToken: Secret;
  /** Milliseconds an answer may take. */
  readonly timeout?: number;
}

export type GraphRequest = Pick<AxiosRequestConfig, 'method' | 'params' | 'data' | 'timeout'>;

const TIMEOUT = 30_000;
/** A page of templates is the largest answer there is. */
const LONGEST_ANSWER = 16 * 1024 * 1024;

/** Calls of the Graph API (sections 1 and 2), with the token and nothing of it anywhere else. */
export class GraphHttp {
  readonly #options: GraphHttpOptions;
  readonly #http: AxiosInstance;

  constructor(options: GraphHttpOptions) {
    this.#options = options;
    this.#http = axios.create({
      timeout: options.timeout ?? TIMEOUT,
      // The token must not follow a redirect elsewhere, and every status is an answer to be judged by the caller.
      maxRedirects: 0,
      validateStatus: () => true,
      maxContentLength: LONGEST_ANSWER,
      maxBodyLength: Number.POSITIVE_INFINITY,
      ...(isLoopback(options.graphUrl) ? { proxy: false } : {}),
    });
  }

  /** `path`: its parts, such as an id and an edge. Rejects with an axios error when there is no answer. */
  call(
    path: readonly string[],
    request: GraphRequest,
    watch: ConnectionWatch = watchConnection(),
  ): Promise<AxiosResponse<unknown>> {
    const { graphUrl, apiVersion, accessToken } = this.#options;
    const url = [graphUrl, apiVersion, ...path.map(encodeURIComponent)].join('/');
    const headers = { Authorization: `Bearer ${accessToken.reveal()}` };
    const { httpAgent, httpsAgent } = watch;
    return this.#http.request<unknown>({ ...request, url, headers, httpAgent, httpsAgent });
  }
}

function isLoopback(url: string): boolean {
  return /^https?:\/\/(127\.|localhost|\[::1\])/i.test(url);
}
