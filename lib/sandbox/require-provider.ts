import { notFound } from "#lib/errors.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { loadProvider } from "#lib/providers/registry.ts";

/** @throws {AppError} 404 for an app that has no sandbox here */
export async function requireProvider(id: string): Promise<Provider> {
  const provider = await loadProvider(id);
  if (!provider) throw notFound("app");
  return provider;
}
