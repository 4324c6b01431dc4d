import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { operatorLog } from "#db/schema/operator.ts";
import { memberships, operators, users } from "#db/schema/tenancy.ts";
import type { OperatorCtx } from "#lib/auth/operator.ts";
import { findOperatorBy } from "#lib/auth/operator-session.ts";
import { findSessionBy } from "#lib/auth/session.ts";
import { createSession } from "#lib/auth/sessions.ts";
import { openTestAccount } from "#lib/auth/testing/account.ts";
import { listEveryFeePolicy } from "./fee-plan/list-every-fee-policy.ts";
import { listFeePolicies } from "./fee-plan/list-fee-policies.ts";
import { setFeePolicy } from "./fee-plan/set-fee-policy.ts";
import { tryFeePlan } from "./fee-plan/try-fee-plan.ts";
import { addOperator, listOperators, readOperators, removeOperator } from "./manage-operators.ts";
import { listAllMerchants, listMerchants } from "./revenue/list-merchants.ts";
import { listAllMonthMerchants, listMonthMerchants } from "./revenue/list-month-merchants.ts";
import { listNegativeBalances } from "./revenue/list-negative-balances.ts";
import { listScopes } from "./revenue/list-scopes.ts";
import { readCohorts } from "./revenue/read-cohorts.ts";
import { readMerchantMonths, readRevenueMonths } from "./revenue/read-months.ts";
import { createTestOperator, openSeller } from "./testing/scene.ts";

const scope = { environment: "live", currency: "EUR" } as const;

/** Everything that is asked over all merchants. A verb that is missing here has no test that it is guarded. */
const verbs: Record<string, (ctx: OperatorCtx, merchantId: string) => Promise<unknown>> = {
  listOperators: (ctx) => listOperators({ ctx }),
  listScopes: (ctx) => listScopes({ ctx }),
  readRevenueMonths: (ctx) => readRevenueMonths({ ctx, input: scope }),
  readMerchantMonths: (ctx, merchantId) => readMerchantMonths({ ctx, input: { ...scope, merchantId } }),
  listMerchants: (ctx) => listMerchants({ ctx, input: scope }),
  listAllMerchants: (ctx) => listAllMerchants({ ctx, input: scope }),
  listMonthMerchants: (ctx) => listMonthMerchants({ ctx, input: { ...scope, month: "2041-03" } }),
  listAllMonthMerchants: (ctx) => listAllMonthMerchants({ ctx, input: { ...scope, month: "2041-03" } }),
  listEveryFeePolicy: (ctx) => listEveryFeePolicy({ ctx, input: {} }),
  readCohorts: (ctx) => readCohorts({ ctx, input: scope }),
  listNegativeBalances: (ctx) => listNegativeBalances({ ctx, input: scope }),
  tryFeePlan: (ctx) => tryFeePlan({ ctx, input: scope }),
  listFeePolicies: (ctx, merchantId) => listFeePolicies({ ctx, input: { merchantId } }),
  setFeePolicy: (ctx, merchantId) =>
    setFeePolicy({ ctx, input: { merchantId, currency: null, basisPoints: 200 } }),
};

describe.each(Object.entries(verbs))("%s", (_, verb) => {
  test("answers an operator, and nobody whose role was taken away since", async () => {
    const ctx = await createTestOperator();
    const { merchantId } = await openSeller("QEA", "2041-01-01");
    await verb(ctx, merchantId);
    await db().delete(operators).where(eq(operators.userId, ctx.operatorId));
    await expect(verb(ctx, merchantId)).rejects.toMatchObject({ status: 404 });
  });

  test("tells whoever is none that there is nothing: an owner, a viewer, a key", async () => {
    const { userId } = await openTestAccount();
    const { merchantId } = await openSeller("QEA", "2041-01-01");
    for (const operatorId of [userId, "key_0123456789", ""]) {
      await expect(verb({ operatorId, requestId: "req", locale: "en" }, merchantId)).rejects.toMatchObject({
        status: 404,
      });
    }
  });
});

describe("a session", () => {
  test("of a merchant's owner or viewer is no operator's", async () => {
    const { userId, sessionId } = await openTestAccount();
    const claims = { sub: userId, sid: sessionId };
    expect(await findOperatorBy(claims)).toBeNull();
    await db().update(memberships).set({ role: "viewer" }).where(eq(memberships.userId, userId));
    expect(await findOperatorBy(claims)).toBeNull();
  });

  test("of a member who is made an operator is both, and the merchant's alone once the role is gone", async () => {
    const { userId, sessionId, email } = await openTestAccount();
    const claims = { sub: userId, sid: sessionId };
    expect(await addOperator(email)).toBe("added");
    expect(await findOperatorBy(claims)).toMatchObject({ user: { email }, merchant: { name: "Osteria" } });
    expect(await findSessionBy(claims)).toMatchObject({ merchant: { name: "Osteria" } });
    expect(await removeOperator(email)).toBe("removed");
    expect(await findOperatorBy(claims)).toBeNull();
    expect(await findSessionBy(claims)).not.toBeNull();
  });

  test("of an operator who is a member of no merchant is no merchant's, and ends with its row", async () => {
    const { operatorId } = await createTestOperator();
    const sid = await createSession(db(), operatorId, null);
    expect(await findOperatorBy({ sub: operatorId, sid })).toMatchObject({ merchant: null });
    expect(await findSessionBy({ sub: operatorId, sid })).toBeNull();
    const other = await createTestOperator();
    expect(await findOperatorBy({ sub: other.operatorId, sid })).toBeNull();
    await db().delete(users).where(eq(users.id, operatorId));
    expect(await findOperatorBy({ sub: operatorId, sid })).toBeNull();
  });
});

describe("the command", () => {
  test("makes an operator of a person with an account, once, takes the role, and notes both", async () => {
    const { userId, email } = await openTestAccount();
    expect(await removeOperator(email)).toBe("none");
    expect([await addOperator(email.toUpperCase()), await addOperator(email)]).toEqual(["added", "already"]);
    expect((await readOperators()).map((one) => one.email)).toContain(email);
    expect([await removeOperator(email), await removeOperator(email)]).toEqual(["removed", "none"]);
    const noted = await db().select().from(operatorLog).where(eq(operatorLog.targetId, userId));
    expect(noted.map(({ action, actorKind, detail }) => [action, actorKind, detail]).sort()).toEqual([
      ["operator.added", "command", { email }],
      ["operator.removed", "command", { email }],
    ]);
  });

  test("knows no address without an account", async () => {
    expect(await addOperator("nobody@example.com")).toBe("unknown_address");
    expect(await removeOperator("nobody@example.com")).toBe("unknown_address");
  });
});
