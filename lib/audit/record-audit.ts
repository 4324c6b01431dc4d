import type { Tx } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { newId } from "#lib/ids.ts";

/**
 * Notes who changed what, in the transaction of the change. Patchbay's own doings are not noted.
 * @param detail what changed, without secrets
 */
export async function recordAudit(
  tx: Tx,
  ctx: Ctx,
  entry: { action: string; targetId: string; detail?: Record<string, unknown> },
): Promise<void> {
  if (ctx.actor.kind === "system") return;
  await tx.insert(auditLog).values({
    id: newId("aud"),
    merchantId: ctx.merchantId,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    action: entry.action,
    targetId: entry.targetId,
    detail: entry.detail ?? {},
    requestId: ctx.requestId,
  });
}
