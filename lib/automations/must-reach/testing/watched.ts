import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { memberships, users } from "#db/schema/tenancy.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listAttention } from "#lib/automations/must-reach/list-attention.ts";
import { raiseUnreached } from "#lib/automations/must-reach/raise-unreached.ts";
import { openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { newId } from "#lib/ids.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import type { FaultKind } from "#lib/sandbox/fault-schema.ts";

/** A kitchen whose row has to be written within a minute; else it is told in Slack, or people by email. */
export async function openWatched(way: "slack" | "mail" = "slack") {
  const kitchen = await openKitchen(({ message, row }) => {
    const { integrationId, action, mapping } = message;
    const otherwise = way === "mail" ? null : { integrationId, action, mapping };
    return { steps: [{ ...row, mustReach: { withinSeconds: 60, otherwise } }] };
  });
  const { ctx, send, drain } = kitchen;
  const userId = newId("usr");
  const email = `${userId}@example.com`;
  await db().insert(users).values({ id: userId, email, name: "Ana", passwordHash: "none" });
  await db().insert(memberships).values({ merchantId: ctx.merchantId, userId, role: "owner" });
  const person: Ctx = { ...ctx, actor: { kind: "user", id: userId, role: "owner" } };
  const fail = (provider: string, kind: FaultKind) =>
    switchFaultOn({ merchantId: ctx.merchantId, provider, kind, times: 50 });
  const timeIsUp = async () => {
    await db().execute(
      sql`UPDATE must_reach SET due_at = now() WHERE merchant_id = ${ctx.merchantId} AND due_at IS NOT NULL`,
    );
    await raiseUnreached({ budgetMs: 20_000 });
  };
  return {
    ...kitchen,
    person,
    email,
    failRow: () => fail("google-sheets", "server_error"),
    failMessage: (kind: FaultKind = "server_error") => fail("slack", kind),
    mend: () => db().execute(sql`DELETE FROM sandbox_faults WHERE merchant_id = ${ctx.merchantId}`),
    timeIsUp,
    /** An order comes, its row is not written, and its minute passes. */
    async missOne() {
      await fail("google-sheets", "server_error");
      await send();
      await drain();
      await timeIsUp();
    },
    cards: async () => (await listAttention({ ctx, input: {} })).data,
    rows: async () => [
      ...(await db().execute(sql`SELECT status, code, params, due_at IS NULL AS "isOver" FROM must_reach
        WHERE merchant_id = ${ctx.merchantId}`)),
    ],
    subjects: async () => (await listNotices({ ctx, input: {} })).data.map(({ subject }) => subject),
  };
}
