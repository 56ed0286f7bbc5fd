import type { z } from 'zod';
import type { Result } from '#shared/result.ts';
import type { Principal } from '../auth/principal.ts';

/**
 * Who may call: `open` anybody; `this-machine` programs on this machine only; `local-or-signed-in` those, or a bearer
 * token from elsewhere; `signed-in` a bearer token of an agent or administrator.
 */
export type Access = 'open' | 'this-machine' | 'local-or-signed-in' | 'signed-in';

type Shape = z.ZodObject;

/** What a handler is given: everything checked by the route's schemas. */
export interface RouteInput<P extends Shape, Q extends Shape, B extends z.ZodType> {
  readonly params: z.infer<P>;
  readonly query: z.infer<Q>;
  readonly body: z.infer<B>;
}

interface RouteBase {
  readonly method: 'GET' | 'POST';
  /** As fastify writes it: `/api/v1/interactions/:id`. */
  readonly path: string;
  readonly summary: string;
  /** Refusal codes of its own, beside those every route has. */
  readonly refusals?: readonly string[];
  /** Requests a minute from one address; absent: the interface's general limit. */
  readonly perMinute?: number;
}

/** One route: registrar, OpenAPI description and tests are built from it. */
export interface Route extends RouteBase {
  readonly access: Access;
  readonly params: Shape | undefined;
  readonly query: Shape | undefined;
  readonly body: z.ZodType | undefined;
  readonly response: z.ZodType;
  handle(input: RouteInput<Shape, Shape, z.ZodType>, principal: Principal | undefined): Promise<Result<unknown>>;
}

interface Definition<P extends Shape, Q extends Shape, B extends z.ZodType, R extends z.ZodType> extends RouteBase {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
}

/** A route whose handler does not care who calls. */
export function openRoute<P extends Shape, Q extends Shape, B extends z.ZodType, R extends z.ZodType>(
  definition: Definition<P, Q, B, R> & {
    readonly access: 'open' | 'this-machine' | 'local-or-signed-in';
    readonly handle: (input: RouteInput<P, Q, B>) => Promise<Result<z.infer<R>>>;
  },
): Route {
  const { handle, params, query, body, ...rest } = definition;
  return { ...rest, params, query, body, handle: (input) => handle(input as RouteInput<P, Q, B>) };
}

/** A route for whoever a bearer token names. */
export function securedRoute<P extends Shape, Q extends Shape, B extends z.ZodType, R extends z.ZodType>(
  definition: Definition<P, Q, B, R> & {
    readonly handle: (input: RouteInput<P, Q, B>, principal: Principal) => Promise<Result<z.infer<R>>>;
  },
): Route {
  const { handle, params, query, body, ...rest } = definition;
  return {
    ...rest,
    access: 'signed-in',
    params,
    query,
    body,
    handle: (input, principal) => {
      if (!principal) throw new Error(`${rest.method} ${rest.path} was called without a principal`);
      return handle(input as RouteInput<P, Q, B>, principal);
    },
  };
}
