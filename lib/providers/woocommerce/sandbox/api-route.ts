import type { SandboxDesk, SandboxReply, SandboxRequest, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { keyDocument } from "./documents.ts";
import { nobodySignedIn, RestRefusal, restError } from "./replies.ts";
import { openShop, type Shop } from "./shop.ts";

export type ApiRequest = {
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>>;
  groups: Readonly<Record<string, string>>;
};

/**
 * A route of the REST API, version 3.
 * @param path source of a regular expression over what stands behind /wp-json/wc/v3/
 */
export function apiRoute(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  handle: (shop: Shop, request: ApiRequest) => Promise<SandboxReply>,
): SandboxRoute {
  return {
    // WordPress takes POST and PATCH for an update as well.
    methods: method === "PUT" ? ["PUT", "PATCH", "POST"] : [method],
    match: new RegExp(`^(?<address>[^/]+(?:/.+?)?)/wp-json/wc/v3/${path}/?$`),
    access: "api",
    scope: method === "GET" ? "read" : "write",
    async handle(request, desk, groups) {
      const { account } = desk;
      const isKeyOfThisShop = account?.externalId === groups.address && (await isKeyKept(desk));
      if (!account || !isKeyOfThisShop) return nobodySignedIn(request);
      try {
        const shop = await openShop({ ...desk, account });
        return await handle(shop, { query: request.url.searchParams, body: readBody(request), groups });
      } catch (error) {
        if (error instanceof RestRefusal) return error.reply;
        throw error;
      }
    },
  };
}

/** A key that came of a consent whose app did not take it was deleted again. */
async function isKeyKept({ credential, store }: SandboxDesk): Promise<boolean> {
  const keyId = credential?.data.keyId;
  return keyId === undefined || (await store.get("key", keyId, keyDocument)) !== null;
}

function readBody({ method, text, json }: SandboxRequest): Record<string, unknown> {
  if (method === "GET" || text === "") return {};
  if (typeof json === "object" && json !== null) return { ...json };
  const data = { json_error_code: 4, json_error_message: "Syntax error" };
  throw new RestRefusal(restError(400, "rest_invalid_json", "Invalid JSON body passed.", data));
}
