import { accounting } from "./accounting.ts";
import { analytics } from "./analytics.ts";
import type { CatalogueApp } from "./app.ts";
import { automation } from "./automation.ts";
import { bookings } from "./bookings.ts";
import { crm } from "./crm.ts";
import { delivery } from "./delivery.ts";
import { documents } from "./documents.ts";
import { marketing } from "./marketing.ts";
import { messaging } from "./messaging.ts";
import { pointOfSale } from "./point-of-sale.ts";
import { support } from "./support.ts";

/** Every app that is meant to come. The entry of one that has come is its manifest. */
export const plannedApps: readonly CatalogueApp[] = [
  ...pointOfSale,
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
