import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";

/** One run of sealing every secret again with the first key. */
export const resealJobs = pgTable("reseal_jobs", {
  id: text().primaryKey(),
  /** The key that seals now. */
  keyId: text("key_id").notNull(),
  status: text({ enum: ["running", "done", "failed"] })
    .notNull()
    .default("running"),
  totalCount: integer("total_count").notNull(),
  doneCount: integer("done_count").notNull().default(0),
  failedCount: integer("failed_count").notNull().default(0),
  message: text(),
  startedAt: instant("started_at").notNull().defaultNow(),
  finishedAt: instant("finished_at"),
});
