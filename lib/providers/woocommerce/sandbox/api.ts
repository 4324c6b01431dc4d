import { type Asked, Refused, sandboxApi } from "../../sandbox-kit/api.ts";
import type { SandboxReply, SandboxRequest, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { nobodySignedIn, restError } from "./answers.ts";
import { keyDocument, openShop, type Shop } from "./documents.ts";

export type ApiRequest = Pick<Asked, "query" | "groups"> & { body: Readonly<Record<string, unknown>> };

const route = sandboxApi<{ shop: Shop; request: ApiRequest }, SandboxReply>({
  root: "(?<address>[^/]+(?:/.+?)?)/wp-json/wc/v3/",
  tail: "/?",
  async open(asked) {
    const { context, request, query, groups } = asked;
    const isKeyOfThisShop = context.account.externalId === groups.address && (await isKeyKept(asked));
    if (!isKeyOfThisShop) throw new Refused(nobodySignedIn(request));
    return { shop: await openShop(context), request: { query, body: readBody(request), groups } };
  },
  present: (reply) => reply,
  nobody: nobodySignedIn,
});

/**
 * A route of the REST API, version 3.
 * @param path source of a regular expression over what stands behind /wp-json/wc/v3/
 */
export function apiRoute(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  handle: (shop: Shop, request: ApiRequest) => Promise<SandboxReply>,
): SandboxRoute {
  return route(
    // WordPress takes POST and PATCH for an update as well.
    method === "PUT" ? ["PUT", "PATCH", "POST"] : method,
    path,
    ({ shop, request }) => handle(shop, request),
    { scope: method === "GET" ? "read" : "write" },
  );
}

/** A key that came of a consent whose app did not take it was deleted again. */
async function isKeyKept({ credential, context: { store } }: Asked): Promise<boolean> {
  const { keyId } = credential.data;
  return keyId === undefined || (await store.get("key", keyId, keyDocument)) !== null;
}

function readBody({ method, text, json }: SandboxRequest): Record<string, unknown> {
  if (method === "GET" || text === "") return {};
  if (typeof json === "object" && json !== null) return { ...json };
  const data = { json_error_code: 4, json_error_message: "Syntax error" };
  throw new Refused(restError(400, "rest_invalid_json", "Invalid JSON body passed.", data));
}
