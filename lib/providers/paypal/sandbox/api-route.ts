import type {
  SandboxAccountDesk,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
} from "../../sandbox-kit/contract.ts";
import { invalidToken, Refusal, refuse } from "./replies.ts";

export type ApiRequest = SandboxRequest & { groups: Readonly<Record<string, string>> };

/** PayPal's two worlds. A key or token is good in one. */
export function worldOf({ url }: Pick<SandboxRequest, "url">): "live" | "sandbox" {
  return url.host.includes(".sandbox.") ? "sandbox" : "live";
}

/**
 * A route of a REST API, at the hosts of both worlds.
 * @param path source of a regular expression over the path
 */
export function apiRoute(
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  handle: (desk: SandboxAccountDesk, request: ApiRequest) => Promise<SandboxReply>,
): SandboxRoute {
  return {
    methods: [method],
    match: new RegExp(`^api(?:-m)?(?:\\.sandbox)?\\.paypal\\.com${path}$`),
    access: "api",
    async handle(request, desk, groups) {
      const { account, credential } = desk;
      if (!account || credential?.kind !== "access") return refuse({ kind: "no_credential" }, request);
      const { world } = credential.data;
      if (world && world !== worldOf(request)) return invalidToken("Access Token not found in cache");
      try {
        return await handle({ ...desk, account }, { ...request, groups });
      } catch (error) {
        if (error instanceof Refusal) return error.reply;
        throw error;
      }
    },
  };
}
