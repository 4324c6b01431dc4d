export const leastBasisPoints = 200;
export const mostBasisPoints = 500;
export const defaultBasisPoints = 300;

/**
 * What the platform keeps of a payment: its share rounded half up, never more than 5 % of the amount.
 * @param amount in the smallest unit, a multiple of `step`
 * @param basisPoints hundredths of a per cent, 200 to 500
 * @param step what amounts of the currency are multiples of; the fee is one too
 * @throws RangeError for numbers that are none of these
 */
export function platformFeeOf(amount: number, basisPoints: number, step = 1): number {
  if (!Number.isInteger(amount) || amount < 0 || !Number.isSafeInteger(amount * mostBasisPoints)) {
    throw new RangeError(`amount ${amount}`);
  }
  if (!Number.isInteger(basisPoints) || basisPoints < leastBasisPoints || basisPoints > mostBasisPoints) {
    throw new RangeError(`basisPoints ${basisPoints}`);
  }
  const unit = 10_000 * step;
  const share = amount * basisPoints;
  const rounded = Math.floor(share / unit) + ((share % unit) * 2 >= unit ? 1 : 0);
  const ceiling = Math.floor((amount * mostBasisPoints) / unit);
  return Math.min(rounded, ceiling) * step;
}
