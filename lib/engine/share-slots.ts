import type { Share } from "./claim.ts";
import type { InFlight } from "./in-flight.ts";
import type { DueDestination } from "./sender.ts";

/** Requests that one process has under way at a time. */
export const maxInFlightTotal = 512;
/** Of these, one merchant's at most: a merchant whose endpoints all hang leaves room for the others. */
const maxInFlightMerchant = 128;
/** And those of destinations that fail: they may hang, and would hold their places for their whole timeouts. */
const maxInFlightFailing = 256;
const capWell = 128;
const capFailing = 4;

/**
 * Shares the free places among destinations, evenly, within the limits for each, for each merchant, and for all that
 * fail together.
 */
export function shareSlots(destinations: readonly DueDestination[], inFlight: InFlight): Share[] {
  let left = maxInFlightTotal - inFlight.total;
  let leftFailing = maxInFlightFailing - inFlight.failing;
  const leftByMerchant = new Map<string, number>();
  const parts = partsByMerchant(destinations);
  const open = destinations
    .map((destination) => ({
      destination,
      slots:
        Math.min(capOf(destination), parts.get(destination.merchantId) ?? capFailing) -
        inFlight.ofDestination(destination.id),
    }))
    .filter((share) => share.slots > 0)
    .sort((a, b) => a.slots - b.slots);
  return open.flatMap(({ destination, slots }, index) => {
    const { merchantId } = destination;
    const isFailing = destination.failingSince !== null;
    const ofMerchant =
      leftByMerchant.get(merchantId) ?? maxInFlightMerchant - inFlight.ofMerchant(merchantId);
    const even = Math.max(1, Math.floor(left / (open.length - index)));
    const given = Math.max(0, Math.min(slots, even, left, ofMerchant, isFailing ? leftFailing : left));
    left -= given;
    if (isFailing) leftFailing -= given;
    leftByMerchant.set(merchantId, ofMerchant - given);
    return given > 0 ? [{ destination, slots: given }] : [];
  });
}

/**
 * The part of a merchant's places that each of its well endpoints gets, by merchant: one that hangs then does not hold
 * those of the merchant's others as well.
 */
function partsByMerchant(destinations: readonly DueDestination[]): Map<string, number> {
  const parts = new Map<string, number>();
  for (const [merchantId, own] of Map.groupBy(destinations, (destination) => destination.merchantId)) {
    const failing = own.filter(({ failingSince }) => failingSince !== null).length;
    const left = maxInFlightMerchant - failing * capFailing;
    parts.set(merchantId, Math.max(capFailing, Math.ceil(left / Math.max(1, own.length - failing))));
  }
  return parts;
}

function capOf(destination: DueDestination): number {
  if (destination.orderedUntil !== null) return 1;
  const own = destination.failingSince === null ? capWell : capFailing;
  return Math.min(own, destination.maxInFlight ?? own);
}
