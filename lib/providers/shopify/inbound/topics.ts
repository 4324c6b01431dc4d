const orderFields = [
  "id",
  "admin_graphql_api_id",
  "name",
  "currency",
  "current_total_price",
  "financial_status",
  "fulfillment_status",
  "cancelled_at",
  "updated_at",
  "fulfillments",
];

/**
 * What each shop is asked to tell us, by WebhookSubscriptionTopic. Of orders only what is copied, so that nothing about
 * the guest ever comes here. The privacy topics are set for the app as a whole and cannot be asked for.
 * https://shopify.dev/docs/api/admin-graphql/2026-10/enums/WebhookSubscriptionTopic
 */
export const subscribedTopics: Readonly<Record<string, { includeFields: readonly string[] | null }>> = {
  APP_UNINSTALLED: { includeFields: null },
  APP_SCOPES_UPDATE: { includeFields: null },
  PRODUCTS_CREATE: { includeFields: ["id", "updated_at"] },
  PRODUCTS_UPDATE: { includeFields: ["id", "updated_at"] },
  PRODUCTS_DELETE: { includeFields: null },
  INVENTORY_LEVELS_UPDATE: { includeFields: null },
  ORDERS_CREATE: { includeFields: orderFields },
  ORDERS_UPDATED: { includeFields: orderFields },
  ORDERS_PAID: { includeFields: orderFields },
  ORDERS_FULFILLED: { includeFields: orderFields },
  ORDERS_CANCELLED: { includeFields: orderFields },
  ORDERS_DELETE: { includeFields: null },
};
