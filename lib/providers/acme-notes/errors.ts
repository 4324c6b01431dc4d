import { z } from "zod";
import type { ProviderReply } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { createFailures, failure } from "../kit/failures.ts";
import { tell } from "./words.ts";

const { fault, rateLimited, unknownRefusal, unreadable } = createFailures("Acme Notes");

const problemSchema = z.looseObject({
  code: z.string(),
  message: z.string().catch(""),
  scope: z.string().optional().catch(undefined),
});

/** What an answer other than 2xx means: give the address of its documentation here. */
export function toProviderError(reply: ProviderReply): ProviderError {
  const { status } = reply;
  const problem = problemSchema.safeParse(reply.json).data;
  const detail = `HTTP ${status} ${problem ? `${problem.code}: ${problem.message}` : "without an error"}`;
  if (status === 429) return rateLimited(reply, detail);
  if (status >= 500) return fault(detail);
  if (!problem) return unreadable(detail);
  switch (status) {
    case 401:
      return failure("auth", tell("refused_key"), detail);
    case 403: {
      const message = tell("key_may_not");
      return new ProviderError({ kind: "scope_missing", message, missingScope: problem.scope, detail });
    }
    case 404:
      return failure("not_found", tell("not_there"), detail);
    case 400:
    case 422:
      return failure("invalid_input", tell("did_not_accept", { remark: problem.message }), detail);
    default:
      return unknownRefusal(detail);
  }
}
