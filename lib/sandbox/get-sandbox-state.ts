import { and, asc, count, countDistinct, eq, gt, inArray, isNull, notLike, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { sandboxAccounts, sandboxObjects, sandboxTokens } from "#db/schema/sandbox.ts";
import { type Ctx, isAllowed } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import type { ConnectInput } from "#lib/providers/contract/auth.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import type { ProviderSandbox, SandboxAccount } from "#lib/providers/sandbox-kit/contract.ts";
import { deriveKeys } from "./core/account-keys.ts";
import { openAccounts } from "./core/accounts.ts";
import { findCredential } from "./core/credentials.ts";
import { listFaults } from "./faults.ts";
import { requireProvider } from "./require-provider.ts";
import { requireSandbox } from "./require-sandbox.ts";
import {
  type SandboxAccountDto,
  type SandboxKeyDto,
  sandboxProviderInput,
  sandboxStateDto,
} from "./schema.ts";

/**
 * What a merchant has in an app's sandbox. The first account is there as soon as someone looks.
 * @throws {AppError} 404 for an app that has no sandbox here
 */
export const getSandboxState = defineVerb({
  permission: "read",
  input: sandboxProviderInput,
  output: sandboxStateDto,
  async run({ ctx, input }) {
    requireSandbox();
    const provider = await requireProvider(input.provider);
    const sandbox = await provider.sandbox();
    const accounts = await openAccounts({ provider: provider.id, sandbox, merchantId: ctx.merchantId });
    return {
      id: provider.id,
      name: provider.name,
      icon: provider.icon,
      accounts: await describeAccounts(ctx, provider.id),
      keys: isAllowed(ctx, "integrations:write") ? await listWorkingKeys(provider, sandbox, accounts) : [],
      faults: await listFaults(ctx, provider.id),
      commands: Object.entries(sandbox.commands).flatMap(([id, { title, needsInput }]) =>
        needsInput ? [] : [{ id, title }],
      ),
    };
  },
});

/** A merchant's accounts at a provider's sandbox with what they hold, oldest first. */
async function describeAccounts(ctx: Ctx, provider: string): Promise<SandboxAccountDto[]> {
  const rows = await db()
    .select()
    .from(sandboxAccounts)
    .where(and(eq(sandboxAccounts.merchantId, ctx.merchantId), eq(sandboxAccounts.provider, provider)))
    .orderBy(asc(sandboxAccounts.createdAt), asc(sandboxAccounts.id));
  const ids = rows.map(({ id }) => id);
  const [kinds, access] = await Promise.all([countKinds(ids), countAccess(ids)]);
  return rows.map((row) => ({
    id: row.id,
    externalId: row.externalId,
    label: row.label,
    createdAt: row.createdAt.toISOString(),
    access: access.find(({ accountId }) => accountId === row.id)?.grants ?? 0,
    kinds: kinds
      .filter(({ accountId }) => accountId === row.id)
      .map(({ kind, objects }) => ({ kind, count: objects })),
  }));
}

function countKinds(ids: readonly string[]) {
  return db()
    .select({ accountId: sandboxObjects.accountId, kind: sandboxObjects.kind, objects: count() })
    .from(sandboxObjects)
    .where(and(inArray(sandboxObjects.accountId, [...ids]), notLike(sandboxObjects.kind, ":%")))
    .groupBy(sandboxObjects.accountId, sandboxObjects.kind)
    .orderBy(asc(sandboxObjects.kind));
}

/** Codes do not count: nobody is in by them yet. */
function countAccess(ids: readonly string[]) {
  return db()
    .select({ accountId: sandboxTokens.accountId, grants: countDistinct(sandboxTokens.grantId) })
    .from(sandboxTokens)
    .where(
      and(
        inArray(sandboxTokens.accountId, [...ids]),
        inArray(sandboxTokens.kind, ["access", "refresh", "key"]),
        isNull(sandboxTokens.revokedAt),
        or(isNull(sandboxTokens.expiresAt), gt(sandboxTokens.expiresAt, sql`now()`)),
      ),
    )
    .groupBy(sandboxTokens.accountId);
}

/** The keys of some accounts, less those that were revoked. They are secrets. */
async function listWorkingKeys(
  provider: Provider,
  sandbox: ProviderSandbox,
  accounts: readonly SandboxAccount[],
): Promise<SandboxKeyDto[]> {
  const working: SandboxKeyDto[] = [];
  for (const account of accounts) {
    for (const { fields, token, scopes } of deriveKeys(sandbox, account)) {
      const credential = await findCredential(provider.id, token);
      if (credential && !credential.isRevoked) {
        const labels = listLabels(provider.auth.input, fields);
        working.push({ account: account.id, fields: { ...fields }, labels, scopes: [...scopes] });
      }
    }
  }
  return working;
}

/** What the connect form calls the fields. */
function listLabels(input: ConnectInput, fields: Readonly<Record<string, string>>): SandboxKeyDto["labels"] {
  return Object.keys(fields).map((name) => {
    const meta: { title?: string; secret?: unknown } = input.shape[name]?.meta() ?? {};
    return { name, title: meta.title ?? name, isSecret: meta.secret === true };
  });
}
