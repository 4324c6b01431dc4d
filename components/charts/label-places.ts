/** Where labels stand below an axis. */
interface LabelPlace {
  index: number;
  /** Shown where there is little room too. */
  isOnPhone: boolean;
}

const most = 8;

/**
 * Which of so many periods are named below the axis: the last one always, and others evenly before it, every second of
 * them on a phone.
 */
export function labelPlaces(count: number): LabelPlace[] {
  const step = Math.max(1, Math.ceil(count / most));
  const places: LabelPlace[] = [];
  for (let index = count - 1; index >= 0; index -= step) {
    places.unshift({ index, isOnPhone: places.length % 2 === 0 });
  }
  return places;
}
