import { index, integer, json, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";

export const merchants = pgTable("merchants", {
  id: text().primaryKey(),
  name: text().notNull(),
  timeZone: text("time_zone").notNull().default("UTC"),
  /** Of what is told to nobody in particular. */
  locale: text().notNull().default("en"),
  createdAt: instant("created_at").notNull().defaultNow(),
});

/** Whose row it is: it goes with its merchant. */
export function merchantId() {
  return text("merchant_id")
    .notNull()
    .references(() => merchants.id, { onDelete: "cascade" });
}

export const users = pgTable(
  "users",
  {
    id: text().primaryKey(),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text("password_hash").notNull(),
    /** In which language the person reads mails and pages; one that there are no words in reads as English. */
    locale: text().notNull().default("en"),
    /** When a link that was sent to the address was opened. null = never: no notices are sent there. */
    emailVerifiedAt: instant("email_verified_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("users_email").on(table.email)],
);

/** A browser that is signed in. Its cookie counts only while the row is here. */
export const sessions = pgTable(
  "sessions",
  {
    id: text().primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    userAgent: text("user_agent").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** Exact to some minutes: a write for each request would be dear. */
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    /** The end, whatever happens. */
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("sessions_user").on(table.userId), index("sessions_expires").on(table.expiresAt)],
);

/** What someone wrote into the sign-up form; an account only once the link sent to the address was opened. */
export type PendingSignUp = { merchantName: string; name: string; timeZone: string; passwordHash: string };

/**
 * An email about an account. What it says is made from the row, and so is its link, which holds a signature of the
 * row's id: who reads the table alone can open no link.
 */
export const accountMails = pgTable(
  "account_mails",
  {
    id: text().primaryKey(),
    kind: text({
      enum: ["reset_password", "finish_sign_up", "account_exists", "confirm_email", "password_changed"],
    }).notNull(),
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    recipient: text().notNull(),
    signUp: json("sign_up").$type<PendingSignUp>(),
    /** handed_over: an operator made the link and passes it on. */
    status: text({ enum: ["waiting", "sent", "failed", "handed_over"] })
      .notNull()
      .default("waiting"),
    attempts: integer().notNull().default(0),
    dueAt: instant("due_at").notNull().defaultNow(),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** From then on its link opens nothing, and it is not sent any more. */
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [
    index("account_mails_due").on(table.status, table.dueAt),
    index("account_mails_user").on(table.userId),
  ],
);

export const memberships = pgTable(
  "memberships",
  {
    merchantId: merchantId(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text({ enum: ["owner", "admin", "viewer"] }).notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.merchantId, table.userId] }),
    index("memberships_user").on(table.userId),
  ],
);

/** Who runs the platform: a role above merchants. Made by `npm run operator`, never by signing up. */
export const operators = pgTable("operators", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  createdBy: text("created_by").notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const apiKeys = pgTable(
  "api_keys",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    name: text().notNull(),
    prefix: text().notNull(),
    /** SHA-256 of the whole key: it is 192 random bits, so no slow hash is called for. */
    hash: text().notNull(),
    scopes: text({
      enum: [
        "read",
        "events:write",
        "webhooks:write",
        "deliveries:write",
        "integrations:write",
        "payments:write",
      ],
    })
      .array()
      .notNull(),
    createdBy: text("created_by"),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [uniqueIndex("api_keys_hash").on(table.hash), index("api_keys_merchant").on(table.merchantId)],
);

/** Counters of rate-limiter-flexible, shared over processes. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: timestamp({ withTimezone: true, mode: "date" }),
});
