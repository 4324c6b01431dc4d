import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { bookingLeads } from "./catalogue/booking-leads.ts";
import { cateringDeals } from "./catalogue/catering-deals.ts";
import { counterOrders } from "./catalogue/counter-orders.ts";
import { eventOpportunities } from "./catalogue/event-opportunities.ts";
import { experimentResults } from "./catalogue/experiment-results.ts";
import { firstScans } from "./catalogue/first-scans.ts";
import { loyaltyRecords } from "./catalogue/loyalty-records.ts";
import { menuCampaigns } from "./catalogue/menu-campaigns.ts";
import { paymentLinks } from "./catalogue/payment-links.ts";
import { receipts } from "./catalogue/receipts.ts";
import { refundAlert } from "./catalogue/refund-alert.ts";
import { refundMails } from "./catalogue/refund-mails.ts";
import { refundSheet } from "./catalogue/refund-sheet.ts";
import { roomService } from "./catalogue/room-service.ts";
import { kitchenRole, kitchenStep } from "./catalogue/shared/kitchen.ts";
import { listMember, listRole } from "./catalogue/shared/list-member.ts";
import { orderRow, orderSheetRole } from "./catalogue/shared/order-sheet.ts";
import { shopifyOrder, shopifyRole } from "./catalogue/shared/shopify-order.ts";
import { shopOrders } from "./catalogue/shop-orders.ts";
import { templateReceipts } from "./catalogue/template-receipts.ts";
import { thankYouMails } from "./catalogue/thank-you-mails.ts";
import { woocommercePayments } from "./catalogue/woocommerce-payments.ts";
import {
  allOf,
  chosen,
  fail,
  field,
  firstName,
  fixed,
  guestEmail,
  hasConsent,
  hasEmail,
  isPresent,
  lastName,
  leaveOut,
  row,
  shorten,
  trim,
  wholeNumber,
} from "./parts.ts";
import type { Recipe } from "./recipe.ts";

/** For shops whose orders go to the platform under WooCommerce's own numbers. */
const woocommercePaid = (): Recipe => ({
  id: "woocommerce-paid",
  trades: ["shop"],
  title: t("woocommerce_paid_title"),
  benefit: t("woocommerce_paid_benefit"),
  eventType: "order.paid",
  condition: isPresent("orderId", wholeNumber),
  roles: {
    shop: {
      provider: "woocommerce",
      title: t("woocommerce_paid_shop_title"),
      help: t("woocommerce_paid_shop_help"),
    },
  },
  steps: [
    {
      key: "status",
      title: t("woocommerce_paid_status_title"),
      role: "shop",
      action: "update-order-status",
      mapping: { orderId: field("orderId", fail), status: fixed("processing") },
    },
  ],
});

/** The kitchen comes first: it must not wait for an app that is slow or refuses the order. */
const restaurantOrders = (): Recipe => ({
  id: "restaurant-orders",
  trades: ["restaurant", "cafe"],
  title: t("restaurant_orders_title"),
  benefit: t("restaurant_orders_benefit"),
  eventType: "order.paid",
  roles: { kitchen: kitchenRole(), shop: shopifyRole(), list: listRole(), orders: orderSheetRole() },
  steps: [kitchenStep(), shopifyOrder(), listMember(), orderRow("order.paid")],
});

const goalTags = (): Recipe => ({
  id: "goal-tags",
  trades: ["any", "salon", "cafe"],
  title: t("goal_tags_title"),
  benefit: t("goal_tags_benefit"),
  eventType: "conversion.tracked",
  condition: allOf(hasConsent, hasEmail),
  roles: {
    list: listRole(),
  },
  steps: [
    listMember(),
    {
      key: "goal-tag",
      title: t("goal_tags_goal_tag_title"),
      role: "list",
      action: "tag-member",
      mapping: {
        audience: chosen("list"),
        email: guestEmail(fail),
        add: row(field("goal", fail, trim, shorten(100))),
      },
    },
  ],
});

const crmContacts = (): Recipe => ({
  id: "crm-contacts",
  trades: ["shop", "salon", "hotel"],
  title: t("crm_contacts_title"),
  benefit: t("crm_contacts_benefit"),
  eventType: "order.paid",
  condition: hasEmail,
  roles: {
    crm: { provider: "hubspot", title: t("crm_contacts_crm_title"), help: t("crm_contacts_crm_help") },
  },
  steps: [
    {
      key: "contact",
      title: t("crm_contacts_contact_title"),
      role: "crm",
      action: "upsert-contact",
      mapping: {
        email: guestEmail(fail),
        firstName: firstName(leaveOut, 100),
        lastName: lastName(leaveOut, 100),
        phone: field("customer.phone", leaveOut, trim, shorten(50)),
      },
    },
  ],
});

const regularsList = (): Recipe => ({
  id: "regulars-list",
  trades: ["restaurant", "cafe", "salon"],
  title: t("regulars_list_title"),
  benefit: t("regulars_list_benefit"),
  eventType: "order.paid",
  condition: allOf(hasConsent, hasEmail),
  roles: { list: listRole() },
  steps: [listMember()],
});

const orderSheet = (): Recipe => ({
  id: "order-sheet",
  trades: ["any", "restaurant", "cafe", "shop", "salon"],
  title: t("order_sheet_title"),
  benefit: t("order_sheet_benefit"),
  eventType: "order.paid",
  roles: { orders: orderSheetRole() },
  steps: [orderRow("order.paid")],
});

const kitchenMessages = (): Recipe => ({
  id: "kitchen-messages",
  trades: ["restaurant", "cafe"],
  title: t("kitchen_messages_title"),
  benefit: t("kitchen_messages_benefit"),
  eventType: "order.paid",
  roles: { kitchen: kitchenRole() },
  steps: [kitchenStep()],
});

const shopifyOrders = (): Recipe => ({
  id: "shopify-orders",
  trades: ["shop", "cafe"],
  title: t("shopify_orders_title"),
  benefit: t("shopify_orders_benefit"),
  eventType: "order.paid",
  roles: { shop: shopifyRole() },
  steps: [shopifyOrder()],
});

const gallery: readonly (() => Recipe)[] = [
  restaurantOrders,
  shopOrders,
  kitchenMessages,
  counterOrders,
  roomService,
  orderSheet,
  receipts,
  templateReceipts,
  regularsList,
  thankYouMails,
  goalTags,
  menuCampaigns,
  shopifyOrders,
  woocommercePaid,
  woocommercePayments,
  paymentLinks,
  crmContacts,
  cateringDeals,
  eventOpportunities,
  bookingLeads,
  loyaltyRecords,
  refundAlert,
  refundMails,
  refundSheet,
  experimentResults,
  firstScans,
];

/** Every recipe, in the order of the gallery and in the language of whoever reads. */
export function listAllRecipes(): Recipe[] {
  return gallery.map((make) => make());
}

export function findRecipe(id: string): Recipe | undefined {
  return listAllRecipes().find((recipe) => recipe.id === id);
}
