import { createHash } from "node:crypto";
import { z } from "zod";
import { accessDenied, badRequest } from "../paging.ts";
import { moveStock } from "../place-order.ts";
import type { AdminSession } from "../session.ts";
import { gid, idIn, listVariants, stamp, usedKeyObject } from "../shop.ts";

const quantity = z.looseObject({
  changeFromQuantity: z.int().nullish(),
  inventoryItemId: z.string(),
  locationId: z.string(),
  quantity: z.int(),
});
const args = z.object({
  input: z.object({
    name: z.string(),
    reason: z.string(),
    referenceDocumentUri: z.string().nullish(),
    quantities: z.array(quantity),
  }),
});
type Input = z.output<typeof args>["input"];
type Quantity = z.output<typeof quantity>;

const mostPieces = 1_000_000_000;
/** https://shopify.dev/docs/apps/build/orders-fulfillment/inventory-management-apps/manage-quantities-states */
const reasons = new Set([
  "correction",
  "cycle_count_available",
  "damaged",
  "movement_created",
  "other",
  "promotion",
  "quality_control",
  "received",
  "restock",
  "safety_stock",
  "shrinkage",
]);

type UserError = { field: readonly string[]; code: string; message: string };

/**
 * https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/inventorySetQuantities
 * @param key of the `@idempotent` directive, without which Shopify refuses since 2026-04
 */
export async function inventorySetQuantities(session: AdminSession, variables: unknown, key: string | null) {
  if (!session.scopes.has("write_inventory")) throw accessDenied("inventorySetQuantities", "write_inventory");
  if (!key?.trim())
    throw badRequest("The @idempotent directive is required for this mutation but was not provided.");
  const { input } = args.parse(variables);
  const fingerprint = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  const used = await session.context.store.get("idempotency", key, usedKeyObject);
  if (used) return used.fingerprint === fingerprint ? used.answer : refusal([keyMismatch]);
  const answer = await setAll(session, input);
  await session.context.store.add("idempotency", key, { fingerprint, answer });
  return answer;
}

const keyMismatch: UserError = {
  field: ["input"],
  code: "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
  message: "The same idempotency key cannot be used with different operation parameters.",
};

async function setAll(session: AdminSession, input: Input): Promise<Record<string, unknown>> {
  const errors = [
    ...errorsOfInput(input),
    ...input.quantities.flatMap((one, index) => findErrors(session, one, index)),
  ];
  if (errors.length > 0) return refusal(errors);
  for (const wanted of input.quantities) {
    const item = idIn("InventoryItem", wanted.inventoryItemId);
    const found = listVariants(session.catalogue).find(({ variant }) => variant.inventoryItemId === item);
    const locationId = idIn("Location", wanted.locationId);
    if (!found || item === null || locationId === null) continue;
    await moveStock(session.context, {
      productId: found.product.id,
      inventoryItemId: item,
      locationId,
      change: ({ committed }) => ({
        available: input.name === "on_hand" ? wanted.quantity - committed : wanted.quantity,
        committed,
      }),
    });
  }
  const number = await session.context.store.next("adjustment");
  return {
    inventoryAdjustmentGroup: {
      id: gid("InventoryAdjustmentGroup", String(990_000_000 + number)),
      createdAt: stamp(session.context.now()),
      reason: input.reason,
      referenceDocumentUri: input.referenceDocumentUri ?? null,
    },
    userErrors: [],
  };
}

function errorsOfInput({ name, reason }: Input): UserError[] {
  const errors: UserError[] = [];
  if (name !== "available" && name !== "on_hand") {
    const message = "The quantity name must be either 'available' or 'on_hand'.";
    errors.push({ field: ["input", "name"], code: "INVALID_NAME", message });
  }
  if (!reasons.has(reason)) {
    errors.push({
      field: ["input", "reason"],
      code: "INVALID_REASON",
      message: "The specified reason is invalid.",
    });
  }
  return errors;
}

function findErrors({ catalogue }: AdminSession, wanted: Quantity, index: number): UserError[] {
  const refuse = (name: string, code: string, message: string): UserError[] => [
    { field: ["input", "quantities", String(index), name], code, message },
  ];
  if (wanted.changeFromQuantity === undefined) {
    throw badRequest(`quantities.${index}.changeFromQuantity must be given, be it null.`);
  }
  if (wanted.quantity < 0)
    return refuse("quantity", "INVALID_QUANTITY_NEGATIVE", "The quantity can't be negative.");
  if (wanted.quantity > mostPieces) {
    return refuse(
      "quantity",
      "INVALID_QUANTITY_TOO_HIGH",
      "The total quantity can't be higher than 1,000,000,000.",
    );
  }
  const item = idIn("InventoryItem", wanted.inventoryItemId);
  if (!listVariants(catalogue).some(({ variant }) => variant.inventoryItemId === item)) {
    return refuse(
      "inventoryItemId",
      "INVALID_INVENTORY_ITEM",
      "The specified inventory item could not be found.",
    );
  }
  const level = catalogue.levels.get(`${item}:${idIn("Location", wanted.locationId)}`);
  if (!level) return refuse("locationId", "INVALID_LOCATION", "The specified location could not be found.");
  if (wanted.changeFromQuantity !== null && wanted.changeFromQuantity !== level.available) {
    const message = "The changeFromQuantity value does not match persisted value.";
    return refuse("changeFromQuantity", "CHANGE_FROM_QUANTITY_STALE", message);
  }
  return [];
}

function refusal(userErrors: readonly UserError[]): Record<string, unknown> {
  return { inventoryAdjustmentGroup: null, userErrors };
}
