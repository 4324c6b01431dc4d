import { eq } from "drizzle-orm";
import { apiKeyPrefix, hashApiKey } from "#lib/auth/api-key-secret.ts";
import { type Ctx, systemCtx } from "#lib/auth/context.ts";
import { demoOperatorSignIn, demoSignIn } from "#lib/auth/demo-sign-in.ts";
import { hashPassword } from "#lib/auth/password.ts";
import { scopeSchema } from "#lib/auth/permissions.ts";
import { env } from "#lib/env.ts";
import { isAllowListed } from "#lib/http/allow-list.ts";
import { newId } from "#lib/ids.ts";
import { sandboxOrigin } from "#lib/sandbox/origin.ts";
import { createInbox, listInboxes, updateInbox } from "#lib/test-inboxes/inboxes.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { db } from "./client.ts";
import { apiKeys, memberships, merchants, operators, users } from "./schema/tenancy.ts";
import { findDemo } from "./seed/find-demo.ts";
import { demoDays, sendDemoOrders } from "./seed/orders.ts";

/**
 * Makes the demo merchant, once: a person, an API key, two inboxes and a webhook to each. One of them is out of
 * order, so that there is something to look into. Later calls only see to it that DEMO_API_KEY works.
 * @param tellsOfPast has the till tell of a month of orders, for whose payments `seedDemoPayments` sees; before there is
 * anybody whom they would be sent to
 */
export async function seedDemo({ tellsOfPast = false } = {}): Promise<void> {
  const ctx = (await findDemo()) ?? systemCtx(await createDemoMerchant(), "seed");
  if (canReachInboxes() && (await listInboxes({ ctx })).data.length === 0) {
    if (tellsOfPast) await sendDemoOrders(ctx, demoDays);
    await createDemoWebhooks(ctx);
  }
  await ensureDemoApiKey(ctx.merchantId);
  await ensureDemoOperator();
}

/** Webhooks may not go to this machine where the operator allows no such host; then there are none to show. */
function canReachInboxes(): boolean {
  const { SANDBOX, PORT, outboundAllowHosts } = env();
  return SANDBOX === "on" && isAllowListed(new URL(sandboxOrigin()).hostname, PORT, outboundAllowHosts);
}

async function createDemoMerchant(): Promise<string> {
  const merchantId = newId("mer");
  const userId = newId("usr");
  const passwordHash = await hashPassword(demoSignIn.password);
  await db().transaction(async (tx) => {
    await tx.insert(merchants).values({ id: merchantId, name: "Trattoria Ana", timeZone: "Europe/Berlin" });
    await tx.insert(users).values({
      id: userId,
      email: demoSignIn.email,
      name: "Ana Ricci",
      passwordHash,
      emailVerifiedAt: new Date(),
    });
    await tx.insert(memberships).values({ merchantId, userId, role: "owner" });
  });
  return merchantId;
}

/** Of a demo that is older than operators, too; one whose role was taken away stays without it. */
async function ensureDemoOperator(): Promise<void> {
  const { email, password } = demoOperatorSignIn;
  const [known] = await db().select({ id: users.id }).from(users).where(eq(users.email, email));
  if (known) return;
  const userId = newId("usr");
  const passwordHash = await hashPassword(password);
  await db().transaction(async (tx) => {
    await tx
      .insert(users)
      .values({ id: userId, email, name: "Olga Braun", passwordHash, emailVerifiedAt: new Date() });
    await tx.insert(operators).values({ userId, createdBy: "seed" });
  });
}

async function createDemoWebhooks(ctx: Ctx): Promise<void> {
  const till = await createInbox({ ctx, input: { name: "Point of sale" } });
  const printer = await createInbox({ ctx, input: { name: "Kitchen printer" } });
  await updateInbox({ ctx, input: { id: printer.id, answerStatus: 503 } });
  await createWebhook({ ctx, input: { url: till.url, eventTypes: ["*"], description: "Point of sale" } });
  await createWebhook({
    ctx,
    input: { url: printer.url, eventTypes: ["qr.created"], description: "Kitchen printer (out of order)" },
  });
}

async function ensureDemoApiKey(merchantId: string): Promise<void> {
  const key = env().DEMO_API_KEY;
  if (!key) return;
  const scopes = [...scopeSchema.options];
  const hash = hashApiKey(key);
  await db()
    .insert(apiKeys)
    .values({ id: newId("key"), merchantId, name: "Demo", prefix: apiKeyPrefix(key), hash, scopes })
    // A demo that is older than a right gets that right.
    .onConflictDoUpdate({ target: apiKeys.hash, set: { scopes } });
}
