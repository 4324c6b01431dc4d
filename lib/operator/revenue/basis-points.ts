/** So much of a whole in hundredths of a per cent, rounded half up; null where there is no whole. */
export function shareInBasisPoints(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part / whole) * 10_000) : null;
}
