import type { Share } from "./claim.ts";
import type { InFlight } from "./in-flight.ts";
import type { DueDestination } from "./sender.ts";

/** Requests that one process has under way at a time. */
export const maxInFlightTotal = 512;
/** Of these, one merchant's at most: a merchant whose endpoints all hang leaves room for the others. */
const maxInFlightMerchant = 128;
/** And those of destinations that fail or hang: they would hold their places for their whole timeouts. */
const maxInFlightDoubtful = 256;
const capWell = 128;
const capDoubtful = 4;

/**
 * Shares the free places among destinations, evenly, within the limits for each, for each merchant, and for all that
 * fail or hang together.
 */
export function shareSlots(destinations: readonly DueDestination[], inFlight: InFlight): Share[] {
  let left = maxInFlightTotal - inFlight.total;
  let leftDoubtful = maxInFlightDoubtful - inFlight.doubtful;
  const leftByMerchant = new Map<string, number>();
  const doubtful = new Set(
    destinations.filter(({ id, failingSince }) => failingSince !== null || inFlight.isHanging(id)),
  );
  const parts = partsByMerchant(destinations, doubtful);
  const open = destinations
    .map((destination) => ({
      destination,
      slots:
        Math.min(
          getCap(destination, doubtful.has(destination)),
          parts.get(destination.merchantId) ?? capDoubtful,
        ) - inFlight.ofDestination(destination.id),
    }))
    .filter((share) => share.slots > 0)
    .sort((a, b) => a.slots - b.slots);
  return open.flatMap(({ destination, slots }, index) => {
    const { merchantId } = destination;
    const isDoubtful = doubtful.has(destination);
    const ofMerchant =
      leftByMerchant.get(merchantId) ?? maxInFlightMerchant - inFlight.ofMerchant(merchantId);
    const even = Math.max(1, Math.floor(left / (open.length - index)));
    const share = Math.max(0, Math.min(slots, even, left, ofMerchant, isDoubtful ? leftDoubtful : left));
    left -= share;
    if (isDoubtful) leftDoubtful -= share;
    leftByMerchant.set(merchantId, ofMerchant - share);
    return share > 0 ? [{ destination, slots: share }] : [];
  });
}

/**
 * The part of a merchant's places that each of its well endpoints gets, by merchant: one that hangs then does not hold
 * those of the merchant's others as well.
 */
function partsByMerchant(
  destinations: readonly DueDestination[],
  doubtful: ReadonlySet<DueDestination>,
): Map<string, number> {
  const parts = new Map<string, number>();
  for (const [merchantId, own] of Map.groupBy(destinations, (destination) => destination.merchantId)) {
    const failing = own.filter((destination) => doubtful.has(destination)).length;
    const left = maxInFlightMerchant - failing * capDoubtful;
    parts.set(merchantId, Math.max(capDoubtful, Math.ceil(left / Math.max(1, own.length - failing))));
  }
  return parts;
}

function getCap(destination: DueDestination, isDoubtful: boolean): number {
  if (destination.orderedUntil !== null) return 1;
  const own = isDoubtful ? capDoubtful : capWell;
  return Math.min(own, destination.maxInFlight ?? own);
}
