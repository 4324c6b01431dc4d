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
const woocommercePaid: Recipe = {
  id: "woocommerce-paid",
  trades: ["shop"],
  title: "Shop orders paid by QR code",
  benefit: "A WooCommerce order that a customer paid by QR code moves on to “processing” by itself.",
  eventType: "order.paid",
  condition: isPresent("orderId", wholeNumber),
  roles: {
    shop: {
      provider: "woocommerce",
      title: "Your WooCommerce shop",
      help: "The shop that the orders come from. Your events must carry its order numbers as their order id.",
    },
  },
  steps: [
    {
      key: "status",
      title: "Move the order on to “processing”",
      role: "shop",
      action: "update-order-status",
      mapping: { orderId: field("orderId", fail), status: fixed("processing") },
    },
  ],
};

/** The kitchen comes first: it must not wait for an app that is slow or refuses the order. */
const restaurantOrders: Recipe = {
  id: "restaurant-orders",
  trades: ["restaurant", "cafe"],
  title: "Paid orders to the kitchen, the shop, the mailing list and a spreadsheet",
  benefit:
    "The kitchen reads each order at once, Shopify and your spreadsheet have it, and guests who agreed join your list.",
  eventType: "order.paid",
  roles: { kitchen: kitchenRole, shop: shopifyRole, list: listRole, orders: orderSheetRole },
  steps: [kitchenStep, shopifyOrder, listMember, orderRow("order.paid")],
};

const goalTags: Recipe = {
  id: "goal-tags",
  trades: ["any", "salon", "cafe"],
  title: "Tag guests by what they did",
  benefit:
    "Guests who agreed are tagged with the goal they reached, so that you can write to just those people.",
  eventType: "conversion.tracked",
  condition: allOf(hasConsent, hasEmail),
  roles: {
    list: listRole,
  },
  steps: [
    listMember,
    {
      key: "goal-tag",
      title: "Tag the guest with the goal",
      role: "list",
      action: "tag-member",
      mapping: {
        audience: chosen("list"),
        email: guestEmail(fail),
        add: row(field("goal", fail, trim, shorten(100))),
      },
    },
  ],
};

const crmContacts: Recipe = {
  id: "crm-contacts",
  trades: ["shop", "salon", "hotel"],
  title: "Customers in HubSpot",
  benefit: "Everyone who orders is added to your HubSpot, with the name and number they gave.",
  eventType: "order.paid",
  condition: hasEmail,
  roles: { crm: { provider: "hubspot", title: "Your HubSpot", help: "Contacts are kept up to date there." } },
  steps: [
    {
      key: "contact",
      title: "Add or update the contact",
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
};

const regularsList: Recipe = {
  id: "regulars-list",
  trades: ["restaurant", "cafe", "salon"],
  title: "Guests who agreed join your mailing list",
  benefit: "Your list grows with each order, and only by guests who agreed.",
  eventType: "order.paid",
  condition: allOf(hasConsent, hasEmail),
  roles: { list: listRole },
  steps: [listMember],
};

const orderSheet: Recipe = {
  id: "order-sheet",
  trades: ["any", "restaurant", "cafe", "shop", "salon"],
  title: "Paid orders in a spreadsheet",
  benefit: "Each paid order becomes a row that you can sort, add up and hand to your accountant.",
  eventType: "order.paid",
  roles: { orders: orderSheetRole },
  steps: [orderRow("order.paid")],
};

const kitchenMessages: Recipe = {
  id: "kitchen-messages",
  trades: ["restaurant", "cafe"],
  title: "Paid orders to the kitchen",
  benefit:
    "The kitchen reads each order in Slack within seconds, and you are told about any that did not get there.",
  eventType: "order.paid",
  roles: { kitchen: kitchenRole },
  steps: [kitchenStep],
};

const shopifyOrders: Recipe = {
  id: "shopify-orders",
  trades: ["shop", "cafe"],
  title: "Paid orders in Shopify",
  benefit: "Orders from your codes appear in Shopify with all others, and your stock stays right.",
  eventType: "order.paid",
  roles: { shop: shopifyRole },
  steps: [shopifyOrder],
};

/** Every recipe, in the order of the gallery. */
export const recipes: readonly Recipe[] = [
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

export function findRecipe(id: string): Recipe | undefined {
  return recipes.find((recipe) => recipe.id === id);
}
