import { z } from "zod";

/** The shelves of the marketplace, in the order in which they stand. */
export const categorySchema = z.enum([
  "point-of-sale",
  "ecommerce",
  "payments",
  "delivery",
  "bookings",
  "marketing",
  "crm",
  "messaging",
  "documents",
  "accounting",
  "analytics",
  "support",
  "automation",
]);

export type Category = z.infer<typeof categorySchema>;

/** What each shelf is called on screen. */
export const categories: Readonly<Record<Category, string>> = {
  "point-of-sale": "Point of sale",
  ecommerce: "Online shop",
  payments: "Payments",
  delivery: "Delivery and ordering",
  bookings: "Bookings",
  marketing: "Email and SMS",
  crm: "Customers",
  messaging: "Team messages",
  documents: "Documents and sheets",
  accounting: "Accounting",
  analytics: "Analytics and ads",
  support: "Support",
  automation: "Automation",
};
