import { type Asked, Refused, sandboxApi } from "../../sandbox-kit/api.ts";
import type {
  SandboxAccountContext,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
} from "../../sandbox-kit/contract.ts";
import { invalidToken, problem, refuse } from "./answers.ts";
import { requestIdDocument } from "./documents.ts";

const keptMs = { orders: 6 * 60 * 60_000, payments: 45 * 24 * 60 * 60_000 };

export type ApiRequest = SandboxRequest & { groups: Readonly<Record<string, string>> };

/** PayPal's two worlds. A key or token is good in one. */
export function readEnvironment({ url }: Pick<SandboxRequest, "url">): "live" | "sandbox" {
  return url.host.includes(".sandbox.") ? "sandbox" : "live";
}

const route = sandboxApi<Asked, SandboxReply>({
  root: "api(?:-m)?(?:\\.sandbox)?\\.paypal\\.com",
  open(asked) {
    const { credential, request } = asked;
    if (credential.kind !== "access") throw new Refused(refuse({ kind: "no_credential" }, request));
    const { world } = credential.data;
    if (world && world !== readEnvironment(request)) {
      throw new Refused(invalidToken("Access Token not found in cache"));
    }
    return asked;
  },
  present: (reply) => reply,
  nobody: (request) => refuse({ kind: "no_credential" }, request),
});

/**
 * A route of a REST API, at the hosts of both worlds.
 * @param path source of a regular expression over the path
 */
export function apiRoute(
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  handle: (context: SandboxAccountContext, request: ApiRequest) => Promise<SandboxReply>,
): SandboxRoute {
  return route(method, path, ({ context, request, groups }) => handle(context, { ...request, groups }));
}

/**
 * Does something once under one PayPal-Request-Id, for as long as the API keeps it.
 * https://developer.paypal.com/reference/guidelines/idempotency
 * @param operation what is done, since one id may be used with several
 * @returns the id of what was made, now or by the first request
 * @throws {Refused} while the first request is still under way
 */
export async function once(
  { store, now }: SandboxAccountContext,
  options: { api: keyof typeof keptMs; operation: string; requestId: string | undefined },
  make: () => Promise<string>,
): Promise<{ resourceId: string; isRepetition: boolean }> {
  const { api, operation, requestId } = options;
  if (!requestId) return { resourceId: await make(), isRepetition: false };
  const id = `${operation} ${requestId}`;
  const usedAt = now().toISOString();
  const known = await store.get("request-id", id, requestIdDocument);
  if (known && Date.parse(usedAt) - Date.parse(known.usedAt) > keptMs[api]) {
    await store.remove("request-id", id);
  }
  if (!(await store.add("request-id", id, { resourceId: "", usedAt }))) {
    const first = await store.get("request-id", id, requestIdDocument);
    if (first?.resourceId) return { resourceId: first.resourceId, isRepetition: true };
    throw new Refused(inProgress());
  }
  try {
    const resourceId = await make();
    await store.put("request-id", id, { resourceId, usedAt });
    return { resourceId, isRepetition: false };
  } catch (error) {
    await store.remove("request-id", id);
    throw error;
  }
}

function inProgress() {
  return problem(
    409,
    "RESOURCE_CONFLICT",
    "The server has detected a conflict while processing this request.",
    [
      {
        issue: "PREVIOUS_REQUEST_IN_PROGRESS",
        description:
          "A previous request on this resource is currently in progress. Please wait for some time and try again.",
      },
    ],
  );
}
