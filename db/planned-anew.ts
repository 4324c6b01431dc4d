import { sql } from "drizzle-orm";
import { plannedAnewMark } from "./connection/prepare-frequent.ts";

/** Begins a statement that is planned for the values of each call, however often it is sent. */
export const plannedAnew = sql.raw(plannedAnewMark);
