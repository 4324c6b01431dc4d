import type { SandboxDesk, SandboxReply, SandboxRequest, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { answer, scopeRefusal } from "./answer.ts";
import { type CallArguments, readArguments } from "./arguments.ts";

type Handler = (given: {
  desk: SandboxDesk;
  values: CallArguments;
  request: SandboxRequest;
  /** Answers that all is well. */
  ok: (json: object) => SandboxReply;
}) => Promise<SandboxReply>;

/** A method of the Web API, which takes GET and POST alike. Its scope is checked where there is one only. */
export function method(name: string, scopes: readonly string[], handle: Handler): SandboxRoute {
  const [scope, ...others] = scopes;
  return {
    methods: ["GET", "POST"],
    match: new RegExp(`^slack\\.com/api/${name.replaceAll(".", "\\.")}$`),
    access: "api",
    handle: async (request, desk) => {
      const lacking = scope !== undefined && others.length === 0 ? scopeRefusal(desk, scope) : null;
      if (lacking) return lacking;
      const ok = (json: object) => answer(desk, scopes, { ok: true, ...json });
      return handle({ desk, values: readArguments(request), request, ok });
    },
  };
}
