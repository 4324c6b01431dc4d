import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import type { Step } from "#lib/automations/definition-schema.ts";
import { evaluateMapping } from "#lib/automations/mapping/evaluate-mapping.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import { consequences } from "#lib/failures/consequences.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { callAction } from "#lib/integrations/calls/call-action.ts";
import { loadProviderFor } from "#lib/integrations/integration-row.ts";
import { logger } from "#lib/logger.ts";
import { lookUp } from "#lib/look-up.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import type { Watched } from "./claim-watched.ts";

type Otherwise = NonNullable<NonNullable<Step["mustReach"]>["otherwise"]>;

export type SecondWay =
  | { isDone: true; app: string }
  | {
      isDone: false;
      said: Message;
      /** passing: tried again. account: tried again, and people are told at once. final: it would be the same again. */
      kind: "passing" | "account" | "final";
      askedWaitMs: number;
      /** The app may have done it all the same. */
      isUnknown: boolean;
    };

/** Whether nobody can keep the second way from happening twice: it is begun once, whatever becomes of it. */
export async function isAtMostOnce(
  { merchantId }: Pick<Watched, "merchantId">,
  { integrationId, action }: Otherwise,
): Promise<boolean> {
  const [integration] = await db()
    .select()
    .from(integrations)
    .where(and(eq(integrations.merchantId, merchantId), eq(integrations.id, integrationId)));
  const found = integration && lookUp((await loadProviderFor(integration)).actions, action);
  return found?.idempotency === "at_most_once";
}

/**
 * Has the other connection do its action for a step that was not reached. Repeated, it is asked under the same key, and
 * the app does it once.
 */
export async function takeSecondWay(
  { merchantId, destinationId, eventId }: Pick<Watched, "merchantId" | "destinationId" | "eventId">,
  { key: step, otherwise }: { key: string; otherwise: Otherwise },
  scope: Scope,
): Promise<SecondWay> {
  const made = evaluateMapping(otherwise.mapping, scope);
  if (!made.isReady) return final(made.problems[0] ?? say("mapping_not_data"));
  const [integration] = await db()
    .select()
    .from(integrations)
    .where(and(eq(integrations.merchantId, merchantId), eq(integrations.id, otherwise.integrationId)));
  if (!integration) return final(say("step_connection_gone"));
  const { name: app, actions } = await loadProviderFor(integration);
  const action = lookUp(actions, otherwise.action);
  if (!action) return final(say("step_action_gone", { action: otherwise.action }));
  const parsed = action.input.safeParse(made.input);
  if (!parsed.success) {
    return final(say("step_input_refused", { reason: parsed.error.issues[0]?.code ?? "custom" }));
  }
  const asked = { integration, actionId: otherwise.action, action, input: parsed.data };
  try {
    await callAction({ ...asked, key: toKey([destinationId, step, eventId]) });
    return { isDone: true, app };
  } catch (error) {
    if (!(error instanceof ProviderError)) return broken(error);
    const { retry, side } = consequences[error.kind];
    const isUnknown = error.kind === "timeout" || error.kind === "unavailable";
    const kind = retry !== "never" ? "passing" : side === "account" ? "account" : "final";
    return { isDone: false, said: error.said, kind, askedWaitMs: error.retryAfterMs ?? 0, isUnknown };
  }
}

/** A fault of ours: it may pass, and people see it, the log too. */
function broken(error: unknown): SecondWay {
  logger.error({ err: error }, "the second way of a step broke");
  return { isDone: false, said: say("second_way_broke"), kind: "account", askedWaitMs: 0, isUnknown: true };
}

function final({ code, params }: Message): SecondWay {
  return { isDone: false, said: { code, params }, kind: "final", askedWaitMs: 0, isUnknown: false };
}

/** One for the second way of a step and an event, forever; the first way has another. */
function toKey(of: readonly string[]): string {
  return createHash("sha256")
    .update(["second-way", ...of].join("\n"))
    .digest("base64url");
}
