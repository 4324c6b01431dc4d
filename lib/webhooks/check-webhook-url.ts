import { defineVerb } from "#lib/auth/verb.ts";
import { say } from "#lib/failures/say.ts";
import { renderCore } from "#lib/words/render-core.ts";
import { findUrlProblem, mayPass } from "./require-sendable-url.ts";
import { checkWebhookUrlInput, type WebhookUrlVerdictDto, webhookUrlVerdictDto } from "./schema.ts";

/** Says what saving a webhook with this URL would say, before it is saved. Nothing is sent to it. */
export const checkWebhookUrl = defineVerb({
  permission: "webhooks:write",
  input: checkWebhookUrlInput,
  output: webhookUrlVerdictDto,
  async run({ ctx, input: { url } }) {
    const problem = await findUrlProblem(url);
    const said = problem?.failure ?? say("url_sendable");
    const verdict: WebhookUrlVerdictDto["verdict"] = !problem
      ? "ok"
      : mayPass(problem)
        ? "unresolved"
        : "refused";
    return { verdict, message: renderCore(said, ctx.locale) };
  },
});
