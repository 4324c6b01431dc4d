import { authorise, type Ctx } from "#lib/auth/context.ts";
import { say } from "#lib/failures/say.ts";
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
  const said = problem?.failure ?? say("url_sendable");
  const verdict = !problem ? "ok" : mayPass(problem) ? "unresolved" : "refused";
  return { verdict, message: renderCore(said, ctx.locale) };
}
