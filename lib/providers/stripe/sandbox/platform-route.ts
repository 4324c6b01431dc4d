import { randomBytes } from "node:crypto";
import type { SandboxDesk, SandboxReply, SandboxRequest, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { findAccountDocument } from "./account-document.ts";
import { secondsOf, timeIn } from "./clock.ts";
import { workOff } from "./control/work-off.ts";
import { begin } from "./idempotency.ts";
import { requirePlatformKey, requireVersion } from "./platform-key.ts";
import { answerOf, noAccess, Refusal } from "./refusal.ts";
import { type Side, type Work, workOn } from "./work.ts";

type Given = {
  request: SandboxRequest;
  desk: SandboxDesk;
  groups: Readonly<Record<string, string>>;
  isBeforeEndive: boolean;
  requestId: string;
};
type OnPlatform = (given: Given) => Promise<SandboxReply>;
type InAccount = (given: Given & { work: Work }) => Promise<SandboxReply>;
type Method = "GET" | "POST";

/** An address that asks for the platform's key and for a connected account that the platform may enter. */
export function inAccount(method: Method, match: RegExp, handle: InAccount): SandboxRoute {
  return route(method, match, "api", async (given, key) => {
    const { desk } = given;
    if (desk.account === null) throw noAccess(key, "");
    const side = { ...desk, account: desk.account };
    const account = await findAccountDocument(desk.store);
    if (account.authorization !== "given") throw noAccess(key, desk.account.externalId);
    await workOff(side);
    return method === "GET" ? look(side, given, handle) : changeIn(side, given, handle);
  });
}

/** An address that asks for the platform's key alone. */
export function onPlatform(method: Method, match: RegExp, handle: OnPlatform): SandboxRoute {
  return route(method, match, "open", handle);
}

/** An address that is the account's where one is named, and the platform's own otherwise. */
export function inAccountOrOnPlatform(
  method: Method,
  match: RegExp,
  handles: { inAccount: InAccount; onPlatform: OnPlatform },
): SandboxRoute[] {
  const isNamed = ({ headers }: SandboxRequest) =>
    (headers["stripe-account"] ?? headers["stripe-context"]) !== undefined;
  return [
    { ...inAccount(method, match, handles.inAccount), takes: isNamed },
    onPlatform(method, match, handles.onPlatform),
  ];
}

/** A look changes nothing, so it waits for nobody. */
async function look(side: Side & SandboxDesk, given: Given, handle: InAccount): Promise<SandboxReply> {
  const document = await findAccountDocument(side.store);
  const work: Work = {
    store: side.store,
    accountId: side.account.externalId,
    application: side.app.clientId,
    document,
    terms: document.terms ?? {},
    seconds: secondsOf(timeIn(document)),
    tell: () => Promise.reject(new Error("A look makes no events.")),
  };
  return handle({ ...given, work });
}

/** Once under its key: what it changes and what it is answered are kept together. */
export async function changeIn(side: Side, given: Given, handle: InAccount): Promise<SandboxReply> {
  const { request, requestId } = given;
  const now = timeIn(await findAccountDocument(side.store));
  const begun = await begin(request, side.store, now);
  if ("reply" in begun) return begun.reply;
  const about = { id: requestId, idempotency_key: request.headers["idempotency-key"] ?? null };
  try {
    return await workOn(
      side,
      async (work) => {
        const reply = await handle({ ...given, work });
        await begun.finish(work.store, reply);
        return reply;
      },
      { request: about },
    );
  } catch (error) {
    await begun.abandon();
    throw error;
  }
}

function route(
  method: Method,
  match: RegExp,
  access: "api" | "open",
  handle: (given: Given, key: string) => Promise<SandboxReply>,
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
        return handle({ request, desk, groups, isBeforeEndive, requestId }, key);
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
