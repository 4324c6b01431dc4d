import { declare } from "../contract/declare.ts";
import type { Provider } from "../contract/provider.ts";

/** A registry of some apps alone, for `vi.mock` to put in place of the real one. */
export function createRegistry(
  providers: readonly Provider[],
): typeof import("../registry.ts") & typeof import("../manifests.ts") {
  const find = (id: string) => providers.find((provider) => provider.id === id);
  return {
    manifests: providers,
    findManifest: find,
    loadProvider: async (id) => find(id),
    loadDeclaration: async (id) => {
      const provider = find(id);
      return provider && declare(provider);
    },
    loadProviders: async () => [...providers],
  };
}
