/**
 * What a refusal to set stock means.
 * https://shopify.dev/docs/api/admin-graphql/2026-10/enums/InventorySetQuantitiesUserErrorCode
 */
export const stockRefusals = {
  CHANGE_FROM_QUANTITY_STALE: {
    kind: "conflict",
    message: "The stock is not what you expected any more, so nothing was changed. Look at it and try again.",
  },
  IDEMPOTENCY_CONCURRENT_REQUEST: {
    kind: "unavailable",
    message: "The same change is being made in Shopify at this moment. It is tried again.",
  },
  IDEMPOTENCY_KEY_PARAMETER_MISMATCH: {
    kind: "conflict",
    message: "Another change was made under the same key before. Send this one under a new key.",
  },
  IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED: {
    kind: "conflict",
    message: "Shopify refused this change before and does not look at it again. Send it anew.",
  },
  INVALID_INVENTORY_ITEM: {
    kind: "not_found",
    message: "Your shop does not have this product any more. Choose another.",
  },
  INVALID_LOCATION: {
    kind: "not_found",
    message: "Your shop does not have this location any more. Choose another.",
  },
  NON_MUTABLE_INVENTORY_ITEM: {
    kind: "invalid_input",
    message: "This product is a bundle: its stock follows from its parts and cannot be set. Set theirs.",
  },
} as const;
