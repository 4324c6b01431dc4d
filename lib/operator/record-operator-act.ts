import type { Tx } from "#db/client.ts";
import { operatorLog } from "#db/schema/operator.ts";
import { newId } from "#lib/ids.ts";

/** Who acted: an operator by their context, or whoever ran a command on the server. */
type OperatorActor = { kind: "operator" | "command"; id: string; requestId: string };

/**
 * Notes what was done above merchants, in the transaction of the change.
 * @param detail what changed, without secrets
 */
export async function recordOperatorAct(
  tx: Tx,
  { kind, id, requestId }: OperatorActor,
  entry: { action: string; targetId: string; detail?: Record<string, unknown> },
): Promise<void> {
  await tx.insert(operatorLog).values({
    id: newId("opl"),
    actorKind: kind,
    actorId: id,
    requestId,
    action: entry.action,
    targetId: entry.targetId,
    detail: entry.detail ?? {},
  });
}
