import type { z } from "zod";
import type { SandboxAccountDesk } from "#lib/providers/sandbox-kit/contract.ts";
import type { OrderObject, Stored, webhookObject } from "./shop.ts";
import { type Catalogue, listOrders, listWebhooks, readCatalogue } from "./shop.ts";

/** A shop as one request finds it. */
export type World = {
  desk: SandboxAccountDesk;
  catalogue: Catalogue;
  orders: Stored<OrderObject>[];
  webhooks: Stored<z.infer<typeof webhookObject>>[];
  /** As the merchant granted them. */
  grantedScopes: readonly string[];
  /** With what they include: whoever may write may read. */
  scopes: ReadonlySet<string>;
};

export async function openWorld(desk: SandboxAccountDesk, grantedScopes: readonly string[]): Promise<World> {
  const [catalogue, orders, webhooks] = await Promise.all([
    readCatalogue(desk),
    listOrders(desk),
    listWebhooks(desk),
  ]);
  const included = grantedScopes.map((scope) => scope.replace(/^write_/, "read_"));
  return {
    desk,
    catalogue,
    orders,
    webhooks,
    grantedScopes,
    scopes: new Set([...grantedScopes, ...included]),
  };
}
