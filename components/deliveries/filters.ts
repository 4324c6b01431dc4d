import { type CursorTrail, readTrail } from "#components/listing/cursor-trail.ts";
import { type Period, periodStart, readPeriod } from "#components/listing/period.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { type DeliveryStatus, deliveryStatusSchema } from "#lib/deliveries/schema.ts";

/** What the address of the delivery log asks for. */
export interface DeliveryFilters {
  search: string | undefined;
  status: DeliveryStatus | undefined;
  eventType: string | undefined;
  webhookId: string | undefined;
  period: Period | undefined;
  trail: CursorTrail;
}

/** Reads the filters; a value that there is not filters nothing. */
export function readDeliveryFilters(params: SearchParams): DeliveryFilters {
  return {
    search: readParam(params, "q"),
    status: deliveryStatusSchema.safeParse(readParam(params, "status")).data,
    eventType: readParam(params, "eventType", 100),
    webhookId: readParam(params, "webhook", 60),
    period: readPeriod(readParam(params, "period")),
    trail: readTrail(readParam(params, "cursor", 50_000)),
  };
}

/** The address' query for these filters, on the page that `cursor` stands for. */
export function deliveryParams(filters: DeliveryFilters, cursor: string | undefined) {
  const { search, status, eventType, webhookId, period } = filters;
  return { q: search, status, eventType, webhook: webhookId, period, cursor };
}

/** The same filters as the input of listDeliveries and the query of `GET /api/deliveries`. */
export function deliveryQuery(filters: DeliveryFilters, nowMs: number) {
  const { search, status, eventType, webhookId, period, trail } = filters;
  return {
    search,
    status,
    eventType,
    webhookId,
    from: period && periodStart(period, nowMs),
    cursor: trail.at(-1),
  };
}

export function isFiltered(filters: DeliveryFilters): boolean {
  const { search, status, eventType, webhookId, period } = filters;
  return [search, status, eventType, webhookId, period].some((value) => value !== undefined);
}
