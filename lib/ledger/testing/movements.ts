import fc from "fast-check";
import type { Movement } from "#lib/providers/contract/movement.ts";

const kinds = ["payment", "refund", "dispute", "payout", "provider_fee", "reserve", "unknown"] as const;
const feeKinds = ["platform", "provider", "tax", "unknown"] as const;

/** Movements of one account in three currencies, each with an id of its own: some do not add up, some are unknown. */
export const histories = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 1_000_000 }),
      kind: fc.constantFrom(...kinds),
      currency: fc.constantFrom("EUR", "USD", "JPY"),
      amount: fc.integer({ min: -10_000_000, max: 10_000_000 }),
      fees: fc.array(
        fc.record({ kind: fc.constantFrom(...feeKinds), amount: fc.integer({ min: -5_000, max: 5_000 }) }),
        {
          maxLength: 3,
        },
      ),
      unexplained: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.integer({ min: -9, max: 9 })),
      minute: fc.nat(60 * 24 * 90),
      daysUntilAvailable: fc.nat(7),
    }),
    { selector: ({ id }) => id, maxLength: 25 },
  )
  .map((list): Movement[] => list.map(({ id, ...rest }) => createMovement({ id: `txn_${id}`, ...rest })));

type MovementOptions = Pick<Movement, "id" | "kind" | "currency" | "amount"> & {
  fees?: readonly { kind: (typeof feeKinds)[number]; amount: number }[];
  unexplained?: number;
  minute?: number;
  daysUntilAvailable?: number;
};

/** One movement, at a minute of autumn 2026. */
export function createMovement(options: MovementOptions): Movement {
  const { fees = [], unexplained = 0, minute = 0, daysUntilAvailable = 0, ...rest } = options;
  const fee = fees.reduce((sum, { amount }) => sum + amount, 0);
  const at = new Date(Date.parse("2026-09-01T00:00:00Z") + minute * 60_000);
  return {
    ...rest,
    providerKind: rest.kind,
    fee,
    net: rest.amount - fee + unexplained,
    fees: fees.map(({ kind, amount }) => ({ kind, providerKind: kind, amount })),
    paymentId: null,
    objectId: null,
    at,
    availableAt: new Date(at.getTime() + daysUntilAvailable * 86_400_000),
    exchangeRate: null,
  };
}
