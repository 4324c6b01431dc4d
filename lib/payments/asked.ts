import type { Tx } from "#db/client.ts";
import type { ChargeRow } from "./states/apply-payment.ts";
import type { RefundRow } from "./states/apply-refund.ts";

/** What an app was asked for under the row's id: a payment, or a refund of one. */
export type AskedRow = ChargeRow | RefundRow;

/** What is written of it here; how it stands at the app is written by `applyPayment` and `applyRefund`. */
export type AskedChanges = Partial<
  Pick<ChargeRow, "failureCode" | "failureParams" | "failureDetail" | "lookDueAt" | "looks" | "updatedAt"> & {
    status: "begun" | "unknown" | "failed";
  }
>;

/** What payments and refunds have in common from the request until it is known what became of it. */
export type Asked<Row extends AskedRow> = {
  /** Why a row has failed of which the app surely has nothing: it may be asked for again. */
  notMade: "charge_not_made" | "refund_not_made";
  nextLookAt: (row: Pick<Row, "status" | "looks">) => Date | null;
  read: (row: Row) => Promise<Row | undefined>;
  /** Changes the row if it still is as it was read; undefined = somebody was quicker, and that stands. */
  write: (row: Row, changes: AskedChanges) => Promise<Row | undefined>;
  /**
   * Asks the app how it stands.
   * @returns what writes it down; `nothing`: the app has nothing under the key; `out_of_reach`: it cannot be asked
   */
  look: (row: Row) => Promise<((tx: Tx) => Promise<Row | null>) | "nothing" | "out_of_reach">;
};

/** Nobody knows what became of it. */
export function isUnsure({ status }: AskedRow): boolean {
  return status === "begun" || status === "unknown";
}
