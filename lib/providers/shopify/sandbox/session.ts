import type { z } from "zod";
import type { SandboxAccountContext } from "#lib/providers/sandbox-kit/contract.ts";
import type { OrderObject, Stored, webhookObject } from "./shop.ts";
import { type Catalogue, listOrders, listWebhooks, readCatalogue } from "./shop.ts";

/** A shop as one request finds it. */
export type AdminSession = {
  context: SandboxAccountContext;
  catalogue: Catalogue;
  orders: Stored<OrderObject>[];
  webhooks: Stored<z.infer<typeof webhookObject>>[];
  /** As the merchant granted them. */
  grantedScopes: readonly string[];
  /** With what they include: whoever may write may read. */
  scopes: ReadonlySet<string>;
};

export async function openSession(
  context: SandboxAccountContext,
  grantedScopes: readonly string[],
): Promise<AdminSession> {
  const [catalogue, orders, webhooks] = await Promise.all([
    readCatalogue(context),
    listOrders(context),
    listWebhooks(context),
  ]);
  const included = grantedScopes.map((scope) => scope.replace(/^write_/, "read_"));
  return {
    context,
    catalogue,
    orders,
    webhooks,
    grantedScopes,
    scopes: new Set([...grantedScopes, ...included]),
  };
}
