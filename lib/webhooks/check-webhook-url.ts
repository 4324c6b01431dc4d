import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { renderCore } from "#lib/words/render-core.ts";
import { findUrlProblem, mayPass } from "./require-sendable-url.ts";
import { checkWebhookUrlInput, type WebhookUrlVerdictDto } from "./schema.ts";

/** Says what saving a webhook with this URL would say, before it is saved. Nothing is sent to it. */
export async function checkWebhookUrl({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<WebhookUrlVerdictDto> {
  authorise(ctx, "webhooks:write");
  const { url } = parseInput(checkWebhookUrlInput, input);
  const problem = await findUrlProblem(url);
  if (!problem) return { verdict: "ok", message: "Patchbay can send to this address." };
  return { verdict: mayPass(problem) ? "unresolved" : "refused", message: renderCore(problem.failure) };
}
