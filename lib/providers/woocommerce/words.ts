import { createTell } from "../contract/app-words.ts";
import { choice } from "../contract/clauses.ts";

const letThrough = "let requests to /wp-json/wc/v3 through, then try again.";
const fields = {
  status: "the status",
  line_items: "the products ordered",
  billing: "the customer's details",
  customer_note: "the note",
  stock_quantity: "the number in stock",
  manage_stock: "the stock setting",
  delivery_url: "our address for webhooks",
  null: "this",
};
const standing = "Connect WooCommerce with the address that stands in the browser once your shop is open.";
const named: string = "{title, select, null {} other { titled “{title}”}}";

/** What WooCommerce alone has to say. */
const en = {
  shop_has_no_product_any: "Your shop has no product {productId} any more. Choose another one.",
  shop_has_no_sku: "Your shop has no product with the SKU {sku}. Add it there, or give a name and a price.",
  has_no_variation_in_shop: "“{name}” has no variation {variationId} in your shop. Choose another one.",
  comes_in_variations: "“{name}” comes in variations. Say which one: {variations}.",
  shop_has_fault_own_moment: "Your shop has a problem on its side at the moment. Try again in a few minutes.",
  shop_answered_something_cannot_understood:
    "Your shop sent an answer that cannot be read. A plugin may have changed it. Try again later.",
  key_shop_may_not:
    "The key of your shop may not {what}. In WooCommerce › Settings › Advanced › REST API, make a key with Read/Write and connect again.",
  shop_has_nothing_under_number: "Your shop has nothing under this number any more. Choose another one.",
  shop_refused_keys:
    "Your shop refused the keys: they were deleted, replaced or mistyped. Connect WooCommerce again.",
  shop_says_exists_already: "Your shop says that this exists already. Look there before you repeat it.",
  did_not_accept: `WooCommerce did not accept ${choice("field", fields, "“{field}”")} ({remark}). Correct it and try again.`,
  shop_refused_request_in_way: "Your shop refused the request in a way that we do not know. Try again later.",
  wordpress_user_whom_key_belongs:
    "The WordPress user to whom the key belongs may not do this. Make a Read/Write key for an administrator or shop manager, and connect again.",
  address_older_than_3_5:
    "WooCommerce at this address is older than 3.5, which we need. In WordPress, update it under Plugins, then try again.",
  wordpress_address_but_not_switched:
    "WordPress is at this address, but WooCommerce is not switched on there. In WordPress, activate it under Plugins, or check the address.",
  not_address_plugin_hides_rest:
    "WooCommerce is not at this address, or a plugin hides its REST API. Check the address; in WordPress, see that WooCommerce is active under Plugins, and choose anything but “Plain” under Settings › Permalinks.",
  plugin_jwt_sign_in_takes:
    "A plugin for JWT sign-in takes our keys for its own and refuses them. In WordPress, have it leave /wp-json/wc/v3 alone, then try again.",
  rest_api_wordpress_switched_off:
    "The REST API of your WordPress is switched off or kept to signed-in people by a plugin. In that plugin, allow /wp-json/wc/v3, then try again.",
  shop_asks_password_before_sees:
    "Your shop asks for a password before WooCommerce sees the keys. Take the password page off, then connect again.",
  something_in_front_shop_such:
    "Something in front of your shop, such as a firewall or a security plugin, turned the request away. Allow requests to /wp-json/wc/v3, then try again.",
  host_shop_wants_fewer_requests:
    "The host of your shop wants fewer requests for a while. Patchbay waits and continues automatically.",
  order_in_shop_but_plugin:
    "The order is in your shop, but a plugin there has changed it so that it cannot be read. Look at it in WooCommerce.",
  shop_sent_no_keys_can: "The shop sent no keys that can be used. Try again, or enter the keys yourself.",
  shop_gave_key_may_only:
    "The shop gave a key that may only {key_permissions}. Patchbay needs one that may read and write: connect again and approve both.",
  shop_leads_visitors_sign_in:
    "Your shop leads visitors to a sign-in page before it shows anything, and our request as well. In WordPress, let requests to /wp-json/wc/v3 through in the plugin that makes your site private, then try again.",
  shop_leads_from_https_back:
    "Your shop leads from https back to {origin}. We send keys over https only: have your host switch https on for the whole shop, then try again.",
  shop_answers_request_leading_on:
    "Your shop answers our request by leading it on to another page of the same shop. A redirect rule of the host or of a plugin is in the way: let requests to /wp-json/wc/v3 through, then try again.",
  cloudflare_which_stands_in_front:
    "Cloudflare, which stands in front of your shop, asks for proof of a human and so keeps our requests out. In Cloudflare, add a rule under Security › WAF that skips the challenge for /wp-json/wc/v3, then try again.",
  cloudflare_stands_in_front_shop:
    "Cloudflare stands in front of your shop and cannot reach its server at the moment. If it lasts, ask your host.",
  host_shop_has_suspended:
    "The host of your shop has suspended it. Settle that with your host, then connect again.",
  shop_in_maintenance_mode_closed:
    "Your shop is in maintenance mode, and so closed to us as well. Finish the maintenance or switch the mode off in WordPress, then try again.",
  shop_shows_coming_soon_page:
    "Your shop shows a “coming soon” page to everybody, and so to us. Switch it off in WordPress, or allow /wp-json/wc/v3 in the plugin that shows it, then try again.",
  shop_shows_sign_in_page:
    "Your shop shows a sign-in page to everybody, and so to us. In WordPress, let requests to /wp-json/wc/v3 through in the plugin that makes your site private, then try again.",
  shop_cannot_reach_own_database:
    "Your shop cannot reach its own database at the moment. If it lasts, ask your host.",
  plugin_theme_shop_stops_php:
    "A plugin or theme of your shop stops with a PHP error before it can answer. Whoever looks after your shop finds it in the error log of WordPress.",
  web_server_address_shows_own:
    "The web server at this address shows its own page, not a shop. Check the address: it is the one that stands in the browser once your shop is open.",
  shop_answered_nothing_all:
    "Your shop answered with nothing at all: PHP on its server most likely stopped. Whoever looks after your shop finds the reason in its error log.",
  address_shop_not_full_https:
    "The address of your shop is not a full https address. Connect WooCommerce again with it.",
  fields_missing: "WooCommerce did not accept this without {fields}. Correct it and try again.",
  product_cannot_be_read: "Product {productId} cannot be read from your shop.",
  leads_on_somewhere: `This address leads on to another one. ${standing}`,
  leads_on_to_host: `This address leads on to {host}. ${standing}`,
  leads_on_to: "This address leads on to {address}. Connect WooCommerce with {address} instead.",
  calls_itself: "This shop calls itself {address}. Connect WooCommerce with {address} instead.",
  calls_itself_without_https: `This shop calls itself {address}. ${standing}`,
  calls_itself_otherwise: `This shop calls itself by another address. ${standing}`,
  firewall: `{firewall}, which protects your shop, turned our request away. In {firewall}, ${letThrough}`,
  firewall_siteground:
    "The protection of your host SiteGround, which protects your shop, turned our request away. Ask SiteGround to let requests to /wp-json/wc/v3 through.",
  firewall_aws: `The firewall of Amazon Web Services, which protects your shop, turned our request away. There, ${letThrough}`,
  firewall_mod_security:
    "ModSecurity, a firewall of your host, which protects your shop, turned our request away. Ask your host to let requests to /wp-json/wc/v3 through.",
  captcha: `A page that asks for proof of a human stands in front of your shop and keeps our requests out. In your security plugin or at your host, ${letThrough}`,
  web_page: `Your shop answered with a web page${named} instead of data: a password page, a security plugin or a plugin that switches the REST API off stands in the way. Open your shop in a browser, then try again.`,
  sent_something_unused: "Your shop sent something that we do not use",
  order_pending: "Waiting for payment",
  order_on_hold: "On hold until the payment is confirmed",
  order_processing: "Paid, being prepared",
  order_completed: "Done",
  order_cancelled: "Cancelled",
  order_refunded: "Refunded",
  order_failed: "Payment failed",
  order_checkout_draft: "Not placed yet",
  order_trash: "In the trash",
  order_other: "{status}",
  stock_there: "In stock",
  stock_gone: "Out of stock",
  stock_on_order: "On back-order",
  stock_other: "{status}",
} as const;

export const words = { en };
export const tell = createTell("woocommerce", en);
