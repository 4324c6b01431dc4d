import { createTell } from "../contract/app-words.ts";

/** What Shopify alone has to say. */
const en = {
  price_range: "{from} to {to} {currency}",
  no_longer_accepts_access_shop: "Shopify no longer accepts our access to your shop. Connect it again.",
  did_not_accept_what_sent: "Shopify did not accept what was sent. Look at the fields and try again.",
  has_trouble_answering: "Shopify has trouble answering. Nothing need be done: it is tried again.",
  has_frozen_because_unpaid_bill:
    "Shopify has frozen {shop} because of an unpaid bill. Sign in to Shopify, settle it, and it works again.",
  there_no_shop_any_more:
    "There is no shop at {shop} any more. If it was closed, disconnect it here; if its address changed, connect it again with the new one.",
  has_locked: "Shopify has locked {shop}. Sign in to Shopify to see why, or ask Shopify's support.",
  has_moved_another_address:
    "{shop} has moved to another address. Connect it again with the address that Shopify shows under Settings, Domains.",
  shop_gets_more_requests_than:
    "Your shop gets more requests than Shopify allows at once. Try again in a moment.",
  has_not_given_permission_shop:
    "Shopify has not given us the permission {scope} for your shop. Connect it again and allow it.",
  has_not_given_permission_needs:
    "Shopify has not given us a permission that this needs. Connect your shop again and allow everything that is asked.",
  not_active:
    "{shop} is not active at Shopify. Sign in to Shopify and choose a plan, or ask Shopify's support.",
  took_too_long_answer: "Shopify took too long to answer. It is tried again.",
  could_not_do_just_now: "Shopify could not do it just now. It is tried again later.",
  not_address_shop:
    "That is not the address of a Shopify shop. It looks like trattoria-ana.myshopify.com; you find it in Shopify under Settings, Domains.",
  trial_shop_takes_five_new:
    "A trial shop at Shopify takes five new orders a minute. Patchbay waits and continues automatically.",
  shop_sells_in_order_in:
    "Your shop sells in {shopCurrency}, and this order is in {currency}. Give the prices in {shopCurrency}.",
  there_not_enough_stock_order:
    "There is not enough stock for this order. Add stock in Shopify, or let the stock fall below zero.",
  shop_asleep_takes_no_orders:
    "Your shop is asleep at Shopify and takes no orders. Sign in to Shopify and choose a plan.",
  shop_has_no_order_older:
    "Your shop has no order {reference}, or it is older than 60 days: Shopify shows us no older ones. Look at the number and try again.",
  line: "Line {index}: its price cannot be divided by its quantity. Give the price of one.",
  line_2: "Line {index}: no product in your shop has the SKU {sku}. Correct it, or give a name and a price.",
  line_needs_product_name_price: "Line {index} needs a product, or a name and a price.",
  two_products_in_shop_have:
    "Two products in your shop have the SKU {sku}. Give each its own in Shopify, or choose the product instead.",
  does_not_count_stock:
    'Shopify does not count the stock of {title}. Open the product in Shopify and switch "Track quantity" on.',
  not_kept_location:
    "{title} is not kept at that location. Open the product in Shopify and add the location, or choose another.",
  kept_in_several_places: "{title} is kept in several places. Choose the location.",
  kept_no_location: "{title} is kept at no location. Open the product in Shopify and add one.",
  shop_has_no_product:
    "Your shop has no product {reference}. It may have been deleted: choose one from the list, or correct the SKU.",
  stock_not_what_expected_any:
    "The stock is not what you expected any more, so nothing was changed. Look at it and try again.",
  same_change_being_made_in: "The same change is being made in Shopify at this moment. It is tried again.",
  another_change_made_under_same:
    "Another change was made under the same key before. Send this one under a new key.",
  refused_change_before_does_not:
    "Shopify refused this change before and does not look at it again. Send it anew.",
  shop_does_not_have_product: "Your shop does not have this product any more. Choose another.",
  shop_does_not_have_location: "Your shop does not have this location any more. Choose another.",
  product_bundle: "This product is a bundle: its stock follows from its parts and cannot be set. Set theirs.",
  did_not_accept_it: "Shopify did not accept it: {remark}",
  did_not_accept_sent: "Shopify did not accept what was sent: {remark}",
} as const;

export const words = { en };
export const tell = createTell("shopify", en);
