import { accounting } from "./accounting.ts";
import { analytics } from "./analytics.ts";
import type { CatalogueApp } from "./app.ts";
import { automation } from "./automation.ts";
import { bookings } from "./bookings.ts";
import { crm } from "./crm.ts";
import { delivery } from "./delivery.ts";
import { documents } from "./documents.ts";
import { ecommerce } from "./ecommerce.ts";
import { marketing } from "./marketing.ts";
import { messaging } from "./messaging.ts";
import { payments } from "./payments.ts";
import { pointOfSale } from "./point-of-sale.ts";
import { support } from "./support.ts";

/** Every app that is meant to come. One that has come stays here: its provider's own words supersede these. */
export const plannedApps: readonly CatalogueApp[] = [
  ...pointOfSale,
  ...ecommerce,
  ...payments,
  ...delivery,
  ...bookings,
  ...marketing,
  ...crm,
  ...messaging,
  ...documents,
  ...accounting,
  ...analytics,
  ...support,
  ...automation,
];
