import type { z } from "zod";
import type {
  SandboxAccountContext,
  SandboxCredential,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
} from "./contract.ts";

/** Thrown wherever it is found out that a request is refused: its route answers with `reply`. */
export class Refused extends Error {
  override name = "Refused";
  readonly reply: SandboxReply;

  /** @param message for whoever reads it as an error, or shows it on a page */
  constructor(reply: SandboxReply, message?: string) {
    super(message ?? JSON.stringify(reply.json ?? reply.text ?? `HTTP ${reply.status}`));
    this.reply = reply;
  }
}

/** What the handlers of an API are given, unless `open` makes something else of it. */
export type Asked = {
  context: SandboxAccountContext;
  request: SandboxRequest;
  query: URLSearchParams;
  /** The named groups of the path. */
  groups: Readonly<Record<string, string>>;
  /** One of them; "" where there is none. */
  part: (name: string) => string;
  credential: SandboxCredential;
  /** Those of the credential. */
  scopes: readonly string[];
};

type Api<Args, Answer> = {
  /** Source of a regular expression over the host and whatever stands before each path: `api\\.hubapi\\.com`. */
  root: string;
  /** The same for what may stand behind each path. */
  tail?: string;
  /** What handlers are given. May refuse, by throwing `Refused`, what is wrong with a request whatever it asks for. */
  open: (asked: Asked) => Args | Promise<Args>;
  /** The reply that says what a handler answered. */
  present: (answer: Answer, asked: Asked) => SandboxReply;
  /** For a credential without an account, which nothing but a mistake in the sandbox brings here. */
  nobody: (request: SandboxRequest) => SandboxReply;
};

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type RouteOptions = Pick<SandboxRoute, "scope" | "changes">;

/**
 * The way in which the routes of an API are written: method, path, handler. What a handler throws as `Refused` is
 * answered.
 */
export function sandboxApi<Args, Answer>({ root, tail = "", open, present, nobody }: Api<Args, Answer>) {
  /** @param path source of a regular expression over what stands behind the root */
  return (
    method: Method | readonly Method[],
    path: string,
    handle: (args: Args) => Promise<Answer>,
    options: RouteOptions = {},
  ): SandboxRoute => ({
    methods: typeof method === "string" ? [method] : method,
    match: new RegExp(`^${root}${path}${tail}$`),
    access: "api",
    ...options,
    handle: async (request, context, groups) => {
      const { account, credential } = context;
      if (!account || !credential) return nobody(request);
      const asked: Asked = {
        context: { ...context, account },
        request,
        query: request.url.searchParams,
        groups,
        part: (name) => groups[name] ?? "",
        credential,
        scopes: credential.grant.scopes,
      };
      return answering(async () => present(await handle(await open(asked)), asked));
    },
  });
}

/** What it answers, or refuses with. */
export async function answering(work: () => Promise<SandboxReply>): Promise<SandboxReply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.reply;
    throw error;
  }
}

/** A body in its form. @throws {Refused} with what `refuse` says of one that is not */
export function requireBody<Schema extends z.ZodType>(
  { json }: Pick<SandboxRequest, "json">,
  schema: Schema,
  refuse: (error: z.ZodError, body: unknown) => SandboxReply,
): z.output<Schema> {
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  throw new Refused(refuse(read.error, json));
}

/** The token in the `Authorization` header (RFC 6750 §2.1); null where there is none. */
export function readBearer({ headers }: Pick<SandboxRequest, "headers">): string | null {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1] ?? null;
}
