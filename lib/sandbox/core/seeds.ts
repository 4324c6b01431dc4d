import type { ProviderSandbox, SandboxAccountSeed } from "#lib/providers/sandbox-contract.ts";
import { merchantSlug } from "./merchant-slug.ts";

export type Merchant = { id: string; name: string };

/** More accounts than anyone opens to try out the wrong one. */
const mostNumbered = 20;

/** What a merchant's first, second, … account holds at first. */
export function numberedSeed(
  sandbox: ProviderSandbox,
  merchant: Merchant,
  number: number,
): SandboxAccountSeed {
  const slug = merchantSlug(merchant);
  return sandbox.newAccount(
    number === 1
      ? { name: merchant.name, slug }
      : { name: `${merchant.name} ${number}`, slug: `${slug}-${number}` },
  );
}

/**
 * What an account under a given name holds at first: one of the numbered ones where it is theirs, otherwise one that
 * agrees with the name: `harbour.myshopify.com` has the slug `harbour`.
 */
export function namedSeed(
  sandbox: ProviderSandbox,
  merchant: Merchant,
  externalId: string,
): SandboxAccountSeed {
  for (let number = 1; number <= mostNumbered; number += 1) {
    const seed = numberedSeed(sandbox, merchant, number);
    if (seed.externalId === externalId) return seed;
  }
  const [slug = externalId] = externalId.toLowerCase().split(/[^a-z0-9-]/);
  return sandbox.newAccount({ name: merchant.name, slug });
}
