import { z } from "zod";
import type { Call, ProviderReply, ProviderRequest } from "../contract/call.ts";
import type { ProviderError } from "../contract/provider-error.ts";
import { createFailures } from "./failures.ts";

/** A request to an app, by its path. What else an app wants to know of it for its refusals is added to this type. */
export type AppRequest = Pick<ProviderRequest, "method" | "query" | "json" | "form" | "headers"> & {
  /** Below the root: `/lists/6f1a9c04b2`. */
  path: string;
};

type RestApp<Request extends AppRequest> = {
  /** Its name, as sentences have it: "HubSpot". */
  app: string;
  /** What stands before each path: `https://api.hubapi.com`. May be the account's own. */
  root: string | ((call: Call) => string);
  /** What an answer other than 2xx means. Nothing is ever thrown in its place but what it answers. */
  toProviderError: (
    reply: ProviderReply,
    request: Request,
    call: Call,
  ) => ProviderError | Promise<ProviderError>;
  /** What each request carries besides. */
  headers?: (call: Call, request: Request) => Readonly<Record<string, string>>;
  /** Looks at each answer before anybody else does, and may say what it really is. */
  readReply?: (reply: ProviderReply, request: Request, call: Call) => ProviderReply | Promise<ProviderReply>;
};

type RestClient<Request extends AppRequest> = {
  /** Asks, and reads the answer in the form of `schema`. */
  ask: <Schema extends z.ZodType>(call: Call, request: Request, schema: Schema) => Promise<z.output<Schema>>;
  /** The same for what may not be there: null where it is refused as `not_found`. */
  find: <Schema extends z.ZodType>(
    call: Call,
    request: Request,
    schema: Schema,
  ) => Promise<z.output<Schema> | null>;
  /** The same for what is answered with nothing: 2xx, and an empty body. */
  tell: (call: Call, request: Request) => Promise<ProviderReply>;
  /** Sends. Any status is an answer. */
  send: (call: Call, request: Request) => Promise<ProviderReply>;
  /** What `ask` does with an answer that somebody has looked at before. */
  read: <Schema extends z.ZodType>(
    call: Call,
    request: Request,
    reply: ProviderReply,
    schema: Schema,
  ) => Promise<z.output<Schema>>;
  /** What `tell` does with one. */
  requireDone: (call: Call, request: Request, reply: ProviderReply) => Promise<void>;
};

/**
 * How an app with a REST API is asked: send, refuse, read. Each request goes once, through the call with its time limit,
 * budget, checks of addresses and log; all reject with ProviderError alone.
 */
export function createRestClient<Request extends AppRequest>(app: RestApp<Request>): RestClient<Request> {
  const { unreadable } = createFailures(app.app);

  async function send(call: Call, request: Request): Promise<ProviderReply> {
    const { method, path, query, json, form } = request;
    const headers = { ...app.headers?.(call, request), ...request.headers };
    const root = typeof app.root === "string" ? app.root : app.root(call);
    const reply = await call.request({
      method,
      url: `${root}${path}`,
      ...(query && { query }),
      ...(json !== undefined && { json }),
      ...(form && { form }),
      ...(Object.keys(headers).length > 0 && { headers }),
    });
    return app.readReply ? app.readReply(reply, request, call) : reply;
  }

  async function read<Schema extends z.ZodType>(
    call: Call,
    request: Request,
    reply: ProviderReply,
    schema: Schema,
  ): Promise<z.output<Schema>> {
    if (!isFine(reply)) throw await app.toProviderError(reply, request, call);
    const answer = schema.safeParse(reply.json);
    if (answer.success) return answer.data;
    throw unreadable(`${formatName(request, reply)}: ${z.prettifyError(answer.error).slice(0, 500)}`);
  }

  async function requireDone(call: Call, request: Request, reply: ProviderReply): Promise<void> {
    if (!isFine(reply)) throw await app.toProviderError(reply, request, call);
    if (reply.text !== "")
      throw unreadable(`${formatName(request, reply)}: an answer where none was expected`);
  }

  return {
    send,
    read,
    requireDone,
    ask: async (call, request, schema) => read(call, request, await send(call, request), schema),
    find: async (call, request, schema) => {
      const reply = await send(call, request);
      if (isFine(reply)) return read(call, request, reply, schema);
      const refusal = await app.toProviderError(reply, request, call);
      if (refusal.kind === "not_found") return null;
      throw refusal;
    },
    tell: async (call, request) => {
      const reply = await send(call, request);
      await requireDone(call, request, reply);
      return reply;
    },
  };
}

/** 2xx. */
export function isFine({ status }: Pick<ProviderReply, "status">): boolean {
  return status >= 200 && status < 300;
}

function formatName({ method, path }: AppRequest, { status }: ProviderReply): string {
  return `${method} ${path}: HTTP ${status}`;
}
