import { notFound } from "#lib/errors.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import { loadProvider } from "#lib/providers/registry.ts";

/** @throws {AppError} 404 for an app that is not there */
export function requireApp(id: string): void {
  if (!findManifest(id)) throw notFound("app");
}

/**
 * The code of an app, with its sandbox.
 * @throws {AppError} 404 for an app that is not there
 */
export async function requireProvider(id: string): Promise<Provider> {
  const provider = await loadProvider(id);
  if (!provider) throw notFound("app");
  return provider;
}
