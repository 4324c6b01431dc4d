import type {
  SandboxAccountDesk,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
} from "../../sandbox-kit/contract.ts";
import { problem, Refusal } from "./replies.ts";

export type ApiRequest = SandboxRequest & {
  groups: Readonly<Record<string, string>>;
  /** Of the key that asks. */
  scopes: readonly string[];
};

/**
 * A route of the Web API, at both of its hosts.
 * @param path source of a regular expression over what stands behind /v3/
 */
export function apiRoute(
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  options: { scope?: string; changes?: false },
  handle: (desk: SandboxAccountDesk, request: ApiRequest) => Promise<SandboxReply>,
): SandboxRoute {
  return {
    methods: [method],
    match: new RegExp(`^api(?:\\.eu)?\\.sendgrid\\.com/v3/${path}$`),
    access: "api",
    ...(options.scope === undefined ? {} : { scope: options.scope }),
    ...(options.changes === false ? { changes: () => false } : {}),
    async handle(request, desk, groups) {
      const { account, credential } = desk;
      if (!account || !credential) return problem(401, "authorization required");
      try {
        return await handle({ ...desk, account }, { ...request, groups, scopes: credential.grant.scopes });
      } catch (error) {
        if (error instanceof Refusal) return error.reply;
        throw error;
      }
    },
  };
}
