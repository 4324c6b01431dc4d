import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { mustReach } from "#db/schema/automations.ts";
import { apiKeys, users } from "#db/schema/tenancy.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { conflict, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { toAttentionDtos } from "./attention-dto.ts";
import { attentionDto, attentionIdInput } from "./schema.ts";

/**
 * Confirms that somebody has seen to what needed attention: the card is closed, and its second way is not tried any
 * more. Of several who confirm at once the first one counts; the others are told who it was.
 * @throws {AppError} 404 for another merchant's card, 409 for a step whose time is not up or that was reached in time
 */
export const confirmAttention = defineVerb({
  permission: "deliveries:write",
  input: attentionIdInput,
  output: attentionDto,
  async run({ ctx, input: { id } }) {
    const at = id.lastIndexOf("-");
    const own = and(
      eq(mustReach.merchantId, ctx.merchantId),
      eq(mustReach.deliveryId, id.slice(0, at)),
      eq(mustReach.position, Number(id.slice(at + 1))),
    );
    return db().transaction(async (tx) => {
      const [row] = await tx.select().from(mustReach).where(own).for("update");
      if (!row) throw notFound("card");
      if (row.status === "watching" || row.status === "reached") {
        throw conflict("not_raised", say("problem_attention_not_raised"));
      }
      const shown = row.status === "raised" ? await confirm(tx, ctx, row) : row;
      const [card] = await toAttentionDtos(tx, ctx.merchantId, [shown], ctx.locale);
      if (!card) throw notFound("card");
      return card;
    });
  },
});

async function confirm(tx: Tx, ctx: Ctx, { deliveryId, position }: typeof mustReach.$inferSelect) {
  const [row] = await tx
    .update(mustReach)
    .set({
      status: "confirmed",
      confirmedAt: sql`clock_timestamp()`,
      confirmedBy: await findName(tx, ctx),
      dueAt: null,
    })
    .where(and(eq(mustReach.deliveryId, deliveryId), eq(mustReach.position, position)))
    .returning();
  if (!row) throw notFound("card");
  const detail = { step: position };
  await recordAudit(tx, ctx, { action: "attention.confirmed", targetId: deliveryId, detail });
  return row;
}

/** What whoever confirmed is called by their colleagues. */
async function findName(tx: Tx, { actor, merchantId }: Ctx): Promise<string> {
  if (actor.kind === "system") return actor.name;
  if (actor.kind === "user") {
    const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, actor.id));
    return user?.email ?? actor.id;
  }
  const [key] = await tx
    .select({ name: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.merchantId, merchantId), eq(apiKeys.id, actor.id)));
  return key?.name ?? actor.id;
}
