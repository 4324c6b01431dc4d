import { z } from "zod";

/** A time of the `_gmt` fields: 2026-03-22T19:28:02, in UTC though it does not say so. */
export const gmtTimeSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);

/** @returns an ISO time; null for null */
export function isoOfGmt(time: string | null | undefined): string | null {
  return time ? new Date(`${time}Z`).toISOString() : null;
}

/**
 * For `modified_after` beside `dates_are_gmt`. Without a zone, because WordPress turns a time that has one into the
 * shop's own before it compares.
 */
export function gmtOfIso(time: string): string {
  return new Date(time).toISOString().slice(0, 19);
}

/** When a product or order changed last; 1970 where the shop does not know. */
export function changedAtOf(times: {
  date_modified_gmt?: string | null | undefined;
  date_created_gmt?: string | null | undefined;
}): string {
  return isoOfGmt(times.date_modified_gmt ?? times.date_created_gmt) ?? new Date(0).toISOString();
}
