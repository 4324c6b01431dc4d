import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { destinations } from "./destinations.ts";
import { merchantId } from "./tenancy.ts";

/** What a destination of the kind `webhook` has beside. */
export const webhooks = pgTable(
  "webhooks",
  {
    id: text()
      .primaryKey()
      .references(() => destinations.id, { onDelete: "cascade" }),
    merchantId: merchantId(),
    url: text().notNull(),
    description: text().notNull().default(""),
    /** Signing secrets, custom headers and credentials, sealed together and bound to this row. */
    sealed: text().notNull(),
    /** The app that subscribed on its own and looks after this webhook; null = people and their programs do. */
    origin: text({ enum: ["zapier"] }),
    /** What the webhook belongs to over there, such as the id of a Zap. */
    originRef: text("origin_ref"),
    /** Of an app's subscription, a digest of address and event: there is one of each. Null once it is deleted. */
    subscriptionKey: text("subscription_key"),
  },
  (table) => [
    index("webhooks_merchant").on(table.merchantId, table.id),
    uniqueIndex("webhooks_subscription").on(table.merchantId, table.subscriptionKey),
  ],
);
