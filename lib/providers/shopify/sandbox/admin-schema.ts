import { buildSchema } from "graphql";

/**
 * The parts of the Admin schema of 2026-10 that this sandbox plays. A test compares each type, field, argument and
 * default with Shopify's own schema.
 */
const sdl = `
schema { query: QueryRoot mutation: Mutation }

directive @idempotent(key: String!) on FIELD

scalar DateTime
scalar Decimal
scalar Money
scalar UnsignedInt64
scalar URL

enum CountPrecision { AT_LEAST EXACT }
enum CurrencyCode { AED AUD BRL CAD CHF CZK DKK EUR GBP HUF INR JPY MXN NOK NZD PLN RON SEK SGD TRY USD ZAR }
enum FulfillmentDisplayStatus { CONFIRMED DELIVERED FULFILLED IN_TRANSIT LABEL_PRINTED OUT_FOR_DELIVERY }
enum FulfillmentStatus { CANCELLED ERROR FAILURE SUCCESS }
enum LocationSortKeys { ID NAME RELEVANCE }
enum OrderCreateFinancialStatus { AUTHORIZED EXPIRED PAID PARTIALLY_PAID PARTIALLY_REFUNDED PENDING REFUNDED VOIDED }
enum OrderCreateInputsInventoryBehavior { BYPASS DECREMENT_IGNORING_POLICY DECREMENT_OBEYING_POLICY }
enum OrderCreateUserErrorCode { INVALID INVENTORY_CLAIM_FAILED PROCESSED_AT_INVALID SHOP_DORMANT }
enum OrderDisplayFinancialStatus { AUTHORIZED EXPIRED PAID PARTIALLY_PAID PARTIALLY_REFUNDED PENDING REFUNDED VOIDED }
enum OrderDisplayFulfillmentStatus { FULFILLED IN_PROGRESS ON_HOLD OPEN PARTIALLY_FULFILLED RESTOCKED SCHEDULED UNFULFILLED }
enum OrderSortKeys { CREATED_AT ID ORDER_NUMBER PROCESSED_AT TOTAL_PRICE UPDATED_AT }
enum OrderTransactionKind { AUTHORIZATION CAPTURE SALE }
enum OrderTransactionStatus { FAILURE PENDING SUCCESS }
enum ProductSortKeys { CREATED_AT ID TITLE UPDATED_AT }
enum ProductStatus { ACTIVE ARCHIVED DRAFT UNLISTED }
enum ProductVariantSortKeys { FULL_TITLE ID POSITION SKU TITLE }
enum WebhookSubscriptionFormat { JSON XML }
enum WebhookSubscriptionTopic {
  APP_SCOPES_UPDATE APP_UNINSTALLED INVENTORY_LEVELS_UPDATE LOCATIONS_CREATE LOCATIONS_UPDATE ORDERS_CANCELLED
  ORDERS_CREATE ORDERS_DELETE ORDERS_EDITED ORDERS_FULFILLED ORDERS_PAID ORDERS_PARTIALLY_FULFILLED ORDERS_UPDATED
  PRODUCTS_CREATE PRODUCTS_DELETE PRODUCTS_UPDATE SHOP_UPDATE
}
enum InventorySetQuantitiesUserErrorCode {
  CHANGE_FROM_QUANTITY_STALE IDEMPOTENCY_CONCURRENT_REQUEST IDEMPOTENCY_KEY_PARAMETER_MISMATCH
  IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED INVALID_INVENTORY_ITEM INVALID_LOCATION INVALID_NAME INVALID_QUANTITY_NEGATIVE
  INVALID_QUANTITY_TOO_HIGH INVALID_REASON NON_MUTABLE_INVENTORY_ITEM NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR
}

type QueryRoot {
  currentAppInstallation: AppInstallation!
  inventoryItem(id: ID!): InventoryItem
  locations(after: String, first: Int, query: String, reverse: Boolean = false, sortKey: LocationSortKeys = NAME): LocationConnection!
  order(id: ID!): Order
  orders(after: String, first: Int, query: String, reverse: Boolean = false, sortKey: OrderSortKeys = PROCESSED_AT): OrderConnection!
  ordersCount(limit: Int = 10000, query: String): Count
  product(id: ID!): Product
  products(after: String, first: Int, query: String, reverse: Boolean = false, sortKey: ProductSortKeys = ID): ProductConnection!
  productsCount(limit: Int = 10000, query: String): Count
  productVariant(id: ID!): ProductVariant
  productVariants(after: String, first: Int, query: String, reverse: Boolean = false, sortKey: ProductVariantSortKeys = ID): ProductVariantConnection!
  shop: Shop!
  webhookSubscriptions(after: String, first: Int, reverse: Boolean = false, topics: [WebhookSubscriptionTopic!], uri: String): WebhookSubscriptionConnection!
}

type Mutation {
  appUninstall: AppUninstallPayload
  inventorySetQuantities(input: InventorySetQuantitiesInput!): InventorySetQuantitiesPayload
  orderCreate(options: OrderCreateOptionsInput, order: OrderCreateOrderInput!): OrderCreatePayload
  webhookSubscriptionCreate(topic: WebhookSubscriptionTopic!, webhookSubscription: WebhookSubscriptionInput!): WebhookSubscriptionCreatePayload
}

type AccessScope { description: String! handle: String! }
type AppInstallation { accessScopes: [AccessScope!]! id: ID! }
type AppUninstallAppUninstallError { field: [String!] message: String! }
type AppUninstallPayload { userErrors: [AppUninstallAppUninstallError!]! }
type Attribute { key: String! value: String }
type Count { count: Int! precision: CountPrecision! }
type Fulfillment {
  createdAt: DateTime!
  displayStatus: FulfillmentDisplayStatus
  id: ID!
  name: String!
  status: FulfillmentStatus!
  trackingInfo(first: Int): [FulfillmentTrackingInfo!]!
}
type FulfillmentTrackingInfo { company: String number: String url: URL }
type InventoryAdjustmentGroup { createdAt: DateTime! id: ID! reason: String! referenceDocumentUri: String }
type InventoryItem {
  id: ID!
  inventoryLevel(locationId: ID!): InventoryLevel
  inventoryLevels(after: String, first: Int, reverse: Boolean = false): InventoryLevelConnection!
  legacyResourceId: UnsignedInt64!
  sku: String
  tracked: Boolean!
}
type InventoryLevel {
  id: ID!
  item: InventoryItem!
  location: Location!
  quantities(names: [String!]!): [InventoryQuantity!]!
}
type InventoryLevelConnection { nodes: [InventoryLevel!]! pageInfo: PageInfo! }
type InventoryQuantity { id: ID! name: String! quantity: Int! }
type InventorySetQuantitiesPayload {
  inventoryAdjustmentGroup: InventoryAdjustmentGroup
  userErrors: [InventorySetQuantitiesUserError!]!
}
type InventorySetQuantitiesUserError { code: InventorySetQuantitiesUserErrorCode field: [String!] message: String! }
type LineItem {
  id: ID!
  name: String!
  originalUnitPriceSet: MoneyBag!
  quantity: Int!
  sku: String
  title: String!
  variant: ProductVariant
}
type LineItemConnection { nodes: [LineItem!]! pageInfo: PageInfo! }
type Location { id: ID! isActive: Boolean! legacyResourceId: UnsignedInt64! name: String! }
type LocationConnection { nodes: [Location!]! pageInfo: PageInfo! }
type MoneyBag { presentmentMoney: MoneyV2! shopMoney: MoneyV2! }
type MoneyV2 { amount: Decimal! currencyCode: CurrencyCode! }
type Order {
  cancelledAt: DateTime
  createdAt: DateTime!
  currencyCode: CurrencyCode!
  currentTotalPriceSet: MoneyBag!
  customAttributes: [Attribute!]!
  displayFinancialStatus: OrderDisplayFinancialStatus
  displayFulfillmentStatus: OrderDisplayFulfillmentStatus!
  email: String
  fulfillments(first: Int): [Fulfillment!]!
  id: ID!
  legacyResourceId: UnsignedInt64!
  lineItems(after: String, first: Int, reverse: Boolean = false): LineItemConnection!
  name: String!
  note: String
  number: Int!
  processedAt: DateTime!
  sourceIdentifier: String
  tags: [String!]!
  test: Boolean!
  totalPriceSet: MoneyBag!
  updatedAt: DateTime!
}
type OrderConnection { nodes: [Order!]! pageInfo: PageInfo! }
type OrderCreatePayload { order: Order userErrors: [OrderCreateUserError!]! }
type OrderCreateUserError { code: OrderCreateUserErrorCode field: [String!] message: String! }
type PageInfo { endCursor: String hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String }
type Product {
  createdAt: DateTime!
  id: ID!
  legacyResourceId: UnsignedInt64!
  priceRangeV2: ProductPriceRangeV2!
  productType: String!
  status: ProductStatus!
  title: String!
  totalInventory: Int!
  tracksInventory: Boolean!
  updatedAt: DateTime!
  variants(after: String, first: Int, reverse: Boolean = false, sortKey: ProductVariantSortKeys = POSITION): ProductVariantConnection!
  vendor: String!
}
type ProductConnection { nodes: [Product!]! pageInfo: PageInfo! }
type ProductPriceRangeV2 { maxVariantPrice: MoneyV2! minVariantPrice: MoneyV2! }
type ProductVariant {
  displayName: String!
  id: ID!
  inventoryItem: InventoryItem!
  inventoryQuantity: Int
  legacyResourceId: UnsignedInt64!
  position: Int!
  price: Money!
  product: Product!
  sku: String
  title: String!
  updatedAt: DateTime!
}
type ProductVariantConnection { nodes: [ProductVariant!]! pageInfo: PageInfo! }
type Shop { currencyCode: CurrencyCode! id: ID! myshopifyDomain: String! name: String! }
type UserError { field: [String!] message: String! }
type WebhookSubscription {
  createdAt: DateTime!
  format: WebhookSubscriptionFormat!
  id: ID!
  includeFields: [String!]!
  topic: WebhookSubscriptionTopic!
  uri: String!
}
type WebhookSubscriptionConnection { nodes: [WebhookSubscription!]! pageInfo: PageInfo! }
type WebhookSubscriptionCreatePayload { userErrors: [UserError!]! webhookSubscription: WebhookSubscription }

input InventoryQuantityInput { changeFromQuantity: Int inventoryItemId: ID! locationId: ID! quantity: Int! }
input InventorySetQuantitiesInput {
  name: String!
  quantities: [InventoryQuantityInput!]!
  reason: String!
  referenceDocumentUri: String
}
input MoneyBagInput { presentmentMoney: MoneyInput shopMoney: MoneyInput! }
input MoneyInput { amount: Decimal! currencyCode: CurrencyCode! }
input OrderCreateCustomAttributeInput { key: String! value: String! }
input OrderCreateLineItemInput {
  priceSet: MoneyBagInput
  quantity: Int!
  requiresShipping: Boolean = false
  sku: String
  title: String
  variantId: ID
}
input OrderCreateOptionsInput {
  inventoryBehaviour: OrderCreateInputsInventoryBehavior = BYPASS
  sendFulfillmentReceipt: Boolean = false
  sendReceipt: Boolean = false
}
input OrderCreateOrderInput {
  currency: CurrencyCode
  customAttributes: [OrderCreateCustomAttributeInput!]
  email: String
  financialStatus: OrderCreateFinancialStatus
  lineItems: [OrderCreateLineItemInput!]
  note: String
  sourceIdentifier: String
  tags: [String!]
  test: Boolean = false
  transactions: [OrderCreateOrderTransactionInput!]
}
input OrderCreateOrderTransactionInput {
  amountSet: MoneyBagInput!
  gateway: String
  kind: OrderTransactionKind = SALE
  status: OrderTransactionStatus = SUCCESS
}
input WebhookSubscriptionInput { format: WebhookSubscriptionFormat includeFields: [String!] uri: String }
`;

export const adminSchema = buildSchema(sdl);
