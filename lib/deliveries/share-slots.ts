import type { Share } from "./claim.ts";
import type { DueDestination } from "./due-destinations.ts";

/** Requests that one process has under way at a time. */
export const maxInFlightTotal = 512;
const maxInFlightWell = 128;
/** A destination that fails gets few places: it may be hanging, and would hold them for its whole timeout. */
const maxInFlightFailing = 4;

/**
 * Shares the free places among destinations, evenly, each up to its cap.
 * @param inFlight requests under way by destination id
 */
export function shareSlots(
  destinations: readonly DueDestination[],
  inFlight: ReadonlyMap<string, number>,
  free: number,
): Share[] {
  const open = destinations
    .map((destination) => ({ destination, slots: capOf(destination) - (inFlight.get(destination.id) ?? 0) }))
    .filter((share) => share.slots > 0)
    .sort((a, b) => a.slots - b.slots);
  let left = free;
  return open.flatMap(({ destination, slots }, index) => {
    const even = Math.max(1, Math.floor(left / (open.length - index)));
    const given = Math.min(slots, even, left);
    left -= given;
    return given > 0 ? [{ destination, slots: given }] : [];
  });
}

function capOf(destination: DueDestination): number {
  const own = destination.failingSince === null ? maxInFlightWell : maxInFlightFailing;
  return Math.min(own, destination.maxInFlight ?? own);
}
