import type { SandboxAccountContext } from "#lib/providers/sandbox-kit/contract.ts";
import { listWebhooks, readShop, stamp } from "./shop.ts";
import { notify } from "./webhooks.ts";

type Shop = { id: string; name: string; domain: string; currency: string };

/** What Shopify does when an app is uninstalled: it tells the app, forgets its webhooks and ends its tokens. */
export async function uninstall(context: SandboxAccountContext): Promise<number> {
  const shop = await readShop(context);
  const told = await notify(context, "app/uninstalled", shopPayload(shop, stamp(context.now())));
  for (const webhook of await listWebhooks(context)) await context.store.remove("webhook", webhook.id);
  await context.revokeAll();
  return told;
}

/** What is told of a shop that ends the app: the shop itself. https://shopify.dev/docs/api/webhooks/latest */
function shopPayload({ id, name, domain, currency }: Shop, updatedAt: string) {
  const email = `owner@${domain}`;
  return {
    id: Number(id),
    name,
    email,
    domain,
    province: null,
    country: "IT",
    address1: "Via Roma 1",
    zip: "40121",
    city: "Bologna",
    source: null,
    phone: null,
    latitude: null,
    longitude: null,
    primary_locale: "en",
    address2: null,
    created_at: updatedAt,
    updated_at: updatedAt,
    country_code: "IT",
    country_name: "Italy",
    currency,
    customer_email: email,
    timezone: "(GMT+01:00) Europe/Rome",
    iana_timezone: "Europe/Rome",
    shop_owner: "Ana Ricci",
    money_format: "€{{amount}}",
    money_with_currency_format: `€{{amount}} ${currency}`,
    weight_unit: "kg",
    province_code: null,
    taxes_included: true,
    auto_configure_tax_inclusivity: null,
    tax_shipping: null,
    county_taxes: null,
    plan_display_name: "Basic",
    plan_name: "basic",
    has_discounts: false,
    has_gift_cards: false,
    myshopify_domain: domain,
    google_apps_domain: null,
    google_apps_login_enabled: null,
    money_in_emails_format: "€{{amount}}",
    money_with_currency_in_emails_format: `€{{amount}} ${currency}`,
    eligible_for_payments: true,
    requires_extra_payments_agreement: false,
    password_enabled: false,
    has_storefront: true,
    finances: true,
    primary_location_id: 80_310_001,
    checkout_api_supported: true,
    multi_location_enabled: true,
    setup_required: false,
    pre_launch_enabled: false,
    enabled_presentment_currencies: [currency],
    marketing_sms_consent_enabled_at_checkout: false,
    transactional_sms_disabled: false,
  };
}
