import { randomBytes } from "node:crypto";
import type { SandboxDesk, SandboxReply, SandboxRequest, SandboxRoute } from "../../sandbox-contract.ts";
import { findAccountDocument } from "./account-document.ts";
import { once } from "./idempotency.ts";
import { requirePlatformKey, requireVersion } from "./platform-key.ts";
import { answerOf, noAccess, Refusal } from "./refusal.ts";

type Handle = (given: {
  request: SandboxRequest;
  desk: SandboxDesk;
  groups: Readonly<Record<string, string>>;
  isBeforeEndive: boolean;
}) => Promise<SandboxReply>;

/** An address that asks for the platform's key and for a connected account that the platform may enter. */
export function inAccount(method: "GET" | "POST", match: RegExp, handle: Handle): SandboxRoute {
  return route(method, match, "api", async (given, key) => {
    const { request, desk } = given;
    const account = await findAccountDocument(desk.store);
    if (account.authorization !== "given") throw noAccess(key, desk.account?.externalId ?? "");
    if (method === "GET") return handle(given);
    return once(request, desk.store, desk.now(), () => handle(given));
  });
}

/** An address that asks for the platform's key alone. */
export function onPlatform(method: "GET" | "POST", match: RegExp, handle: Handle): SandboxRoute {
  return route(method, match, "open", handle);
}

function route(
  method: "GET" | "POST",
  match: RegExp,
  access: "api" | "open",
  handle: (given: Parameters<Handle>[0], key: string) => Promise<SandboxReply>,
): SandboxRoute {
  return {
    methods: [method],
    match,
    access,
    handle: async (request, desk, groups) => {
      const requestId = `req_${randomBytes(7).toString("hex")}`;
      const reply = await answer(async () => {
        const key = requirePlatformKey(request, desk);
        const { isBeforeEndive } = requireVersion(request);
        return handle({ request, desk, groups, isBeforeEndive }, key);
      });
      return { ...reply, headers: { "request-id": requestId, ...reply.headers } };
    },
  };
}

async function answer(handle: () => Promise<SandboxReply>): Promise<SandboxReply> {
  try {
    return await handle();
  } catch (error) {
    if (error instanceof Refusal) return answerOf(error);
    throw error;
  }
}
