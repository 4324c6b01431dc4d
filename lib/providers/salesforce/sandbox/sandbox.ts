import type {
  ProviderSandbox,
  SandboxContext,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
} from "../../sandbox-kit/contract.ts";
import { notFound, refuse, sessionExpired } from "./answers.ts";
import { commands } from "./commands.ts";
import { consentRoutes, isSessionEnded, readCredential, revokeRoute } from "./oauth.ts";
import { basePath, type Org } from "./org.ts";
import { answerRest } from "./rest/answer.ts";
import { answerComposite, changesSomething } from "./rest/composite.ts";
import { newAccount } from "./seed.ts";

const compositePath = /\/composite\/?$/;

/** The REST API of an org, on the org's own host and in the one version that is played here. */
const restRoute: SandboxRoute = {
  methods: ["GET", "POST", "PATCH", "PUT", "DELETE"],
  match: /^(?<domain>[^/]+\.my\.salesforce\.com)(?<path>\/services\/data\/.*)$/s,
  access: "api",
  scope: "api",
  changes: ({ method, url, json }) =>
    compositePath.test(url.pathname) ? changesSomething(json) : method !== "GET",
  handle: async (request, context, { domain = "", path = "" }) => {
    const { account } = context;
    if (!account || account.externalId !== domain || (await isSessionEnded(context, request))) {
      return sessionExpired();
    }
    if (!path.startsWith(`${basePath}/`)) return notFound().reply;
    const org = { account, store: context.store, now: context.now(), undo: [] };
    return answer(org, request, path.slice(basePath.length), context);
  },
};

/** Salesforce's OAuth, and of its REST API v67.0 what is needed for records, queries and descriptions. */
export const sandbox = {
  hosts: ["login.salesforce.com", "test.salesforce.com", "*.my.salesforce.com"],
  newAccount,
  readCredential,
  routes: [...consentRoutes, revokeRoute, restRoute],
  refuse,
  commands,
} satisfies ProviderSandbox;

async function answer(
  org: Org,
  request: SandboxRequest,
  path: string,
  context: SandboxContext,
): Promise<SandboxReply> {
  const { method, url, json, headers } = request;
  const isComposite = method === "POST" && compositePath.test(path);
  const reply = isComposite
    ? await answerComposite(org, json)
    : await answerRest(org, { method, path, query: url.searchParams, body: json, headers });
  const used = await context.store.next("requests");
  return { ...reply, headers: { ...reply.headers, "sforce-limit-info": `api-usage=${used}/15000` } };
}
