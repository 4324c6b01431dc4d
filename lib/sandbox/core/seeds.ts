import type { ProviderSandbox, SandboxAccountSeed } from "#lib/providers/sandbox-kit/contract.ts";
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
 * @param label by which a numbered one is known where the provider's names are random
 */
export function namedSeed(
  sandbox: ProviderSandbox,
  merchant: Merchant,
  { externalId, label }: { externalId: string; label?: string },
): SandboxAccountSeed {
  const numbered = Array.from({ length: mostNumbered }, (_, index) =>
    numberedSeed(sandbox, merchant, index + 1),
  );
  const [slug = externalId] = externalId.toLowerCase().split(/[^a-z0-9-]/);
  const named = sandbox.newAccount({ name: merchant.name, slug });
  return (
    [...numbered, named].find((seed) => seed.externalId === externalId) ??
    numbered.find((seed) => seed.label === label) ??
    named
  );
}
