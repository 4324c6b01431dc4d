import { tell } from "../words.ts";
/**
 * What a refusal to set stock means.
 * https://shopify.dev/docs/api/admin-graphql/2026-10/enums/InventorySetQuantitiesUserErrorCode
 */
export const stockRefusals = {
  CHANGE_FROM_QUANTITY_STALE: {
    kind: "conflict",
    message: tell("stock_not_what_expected_any"),
  },
  IDEMPOTENCY_CONCURRENT_REQUEST: {
    kind: "unavailable",
    message: tell("same_change_being_made_in"),
  },
  IDEMPOTENCY_KEY_PARAMETER_MISMATCH: {
    kind: "conflict",
    message: tell("another_change_made_under_same"),
  },
  IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED: {
    kind: "conflict",
    message: tell("refused_change_before_does_not"),
  },
  INVALID_INVENTORY_ITEM: {
    kind: "not_found",
    message: tell("shop_does_not_have_product"),
  },
  INVALID_LOCATION: {
    kind: "not_found",
    message: tell("shop_does_not_have_location"),
  },
  NON_MUTABLE_INVENTORY_ITEM: {
    kind: "invalid_input",
    message: tell("product_bundle"),
  },
} as const;
