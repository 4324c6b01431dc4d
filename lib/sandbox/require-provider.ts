import { notFound } from "#lib/errors.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { findProvider } from "#lib/providers/registry.ts";

/** @throws {AppError} 404 for an app that has no sandbox here */
export function requireProvider(id: string): Provider {
  const provider = findProvider(id);
  if (!provider) throw notFound("app");
  return provider;
}
