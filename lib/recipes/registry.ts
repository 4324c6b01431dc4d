import { bookingLeads } from "./catalogue/booking-leads.ts";
import { cateringDeals } from "./catalogue/catering-deals.ts";
import { counterOrders } from "./catalogue/counter-orders.ts";
import { crmContacts } from "./catalogue/crm-contacts.ts";
import { eventOpportunities } from "./catalogue/event-opportunities.ts";
import { experimentResults } from "./catalogue/experiment-results.ts";
import { firstScans } from "./catalogue/first-scans.ts";
import { goalTags } from "./catalogue/goal-tags.ts";
import { kitchenMessages } from "./catalogue/kitchen-messages.ts";
import { loyaltyRecords } from "./catalogue/loyalty-records.ts";
import { menuCampaigns } from "./catalogue/menu-campaigns.ts";
import { orderSheet } from "./catalogue/order-sheet.ts";
import { paymentLinks } from "./catalogue/payment-links.ts";
import { receipts } from "./catalogue/receipts.ts";
import { refundAlert } from "./catalogue/refund-alert.ts";
import { refundMails } from "./catalogue/refund-mails.ts";
import { refundSheet } from "./catalogue/refund-sheet.ts";
import { regularsList } from "./catalogue/regulars-list.ts";
import { restaurantOrders } from "./catalogue/restaurant-orders.ts";
import { roomService } from "./catalogue/room-service.ts";
import { shopOrders } from "./catalogue/shop-orders.ts";
import { shopifyOrders } from "./catalogue/shopify-orders.ts";
import { templateReceipts } from "./catalogue/template-receipts.ts";
import { thankYouMails } from "./catalogue/thank-you-mails.ts";
import { woocommercePaid } from "./catalogue/woocommerce-paid.ts";
import { woocommercePayments } from "./catalogue/woocommerce-payments.ts";
import type { Recipe } from "./recipe.ts";

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
