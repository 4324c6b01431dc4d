import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { sandboxConsents } from "#db/schema/sandbox.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { conflict, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import type { ProviderSandbox, SandboxAccount } from "#lib/providers/sandbox-kit/contract.ts";
import { openAccountContext } from "../core/account-context.ts";
import { openAccounts, openNamedAccount, openNewAccount } from "../core/accounts.ts";
import { insertCredential } from "../core/credentials.ts";
import { requireSandbox } from "../require-sandbox.ts";
import { findConsent } from "./find-consent.ts";
import { answerConsentInput, newAccountChoice } from "./schema.ts";

/** RFC 6749 §4.1.2 allows ten minutes at most. */
const codeSeconds = 60;

type Consent = Awaited<ReturnType<typeof findConsent>>;

/**
 * Answers a consent page, once, for the merchant of whoever answers.
 * @returns where the browser goes
 * @throws {AppError} 404; 409 where it was answered already, is too old, or names another merchant's account
 */
export const answerConsent = defineVerb({
  permission: "integrations:write",
  input: answerConsentInput,
  output: z.object({ url: z.string() }),
  async run({ ctx, input }) {
    requireSandbox();
    const { id, answer, account: choice } = input;
    const consent = await findConsent(id);
    if (answer === "deny") {
      await closeConsent(id);
      return { url: consent.request.denyUrl };
    }
    const sandbox = await consent.provider.sandbox();
    const account = await chooseAccount(ctx, consent, sandbox, choice);
    await closeConsent(id);
    try {
      return { url: await grantAccess(consent, sandbox, account) };
    } catch (error) {
      // The merchant is told, and can press Allow again.
      await db().update(sandboxConsents).set({ answeredAt: null }).where(eq(sandboxConsents.id, id));
      throw error;
    }
  },
});

async function closeConsent(id: string): Promise<void> {
  const closed = await db()
    .update(sandboxConsents)
    .set({ answeredAt: sql`now()` })
    .where(
      and(
        eq(sandboxConsents.id, id),
        isNull(sandboxConsents.answeredAt),
        gt(sandboxConsents.expiresAt, sql`now()`),
      ),
    )
    .returning({ id: sandboxConsents.id });
  if (closed.length === 0) {
    throw conflict("consent_closed", say("problem_consent_closed"));
  }
}

async function chooseAccount(
  ctx: Ctx,
  { provider, request }: Consent,
  sandbox: ProviderSandbox,
  choice: string | undefined,
): Promise<SandboxAccount> {
  const place = { provider: provider.id, sandbox, merchantId: ctx.merchantId };
  if (request.externalId !== undefined) return openNamedAccount(place, request.externalId);
  if (choice === newAccountChoice) return openNewAccount(place);
  const accounts = await openAccounts(place);
  const chosen = choice === undefined ? accounts[0] : accounts.find(({ id }) => id === choice);
  if (!chosen) throw notFound("account");
  return chosen;
}

async function grantAccess(
  { id, provider, request }: Consent,
  sandbox: ProviderSandbox,
  account: SandboxAccount,
): Promise<string> {
  const grant = { id, account, scopes: request.scopes.map((scope) => scope.id), data: request.data };
  const code = randomBytes(24).toString("hex");
  await insertCredential(db(), provider.id, grant, {
    kind: "code",
    token: code,
    expiresInSeconds: codeSeconds,
  });
  const url = new URL(request.allowUrl);
  url.searchParams.set("code", code);
  const context = openAccountContext(provider.id, account);
  return ((await sandbox.afterConsent?.({ url, grant, context })) ?? url).href;
}
