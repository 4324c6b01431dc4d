/**
 * For `modified_after` beside `dates_are_gmt`. Without a zone, because WordPress turns a time that has one into the
 * shop's own before it compares.
 */
export function gmtOfIso(time: string): string {
  return new Date(time).toISOString().slice(0, 19);
}
