import type { Provider } from "#lib/providers/contract/provider.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";

/**
 * What a provider's code threw, as a ProviderError. null for what neither it nor the provider knows: a fault of ours,
 * which is logged whole and told as such.
 */
export function toProviderError(provider: Provider, error: unknown): ProviderError | null {
  // SDKs wrap what their fetch throws.
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth += 1) {
    if (inner instanceof ProviderError) return inner;
  }
  return provider.classifyError(error);
}
