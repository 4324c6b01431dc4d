import { expireSession } from "../checkout/expire.ts";
import { decideDispute } from "../disputes/decide.ts";
import { endResponse } from "../disputes/end-response.ts";
import { arrivePayout, itemisePayout, sendPayout } from "../payouts/advance.ts";
import { payOutAvailable } from "../payouts/pay-out.ts";
import { endRefund } from "../refunds/end-refund.ts";
import { fundRefund } from "../refunds/fund-refund.ts";
import { type Side, type Work, workOn } from "../work.ts";
import { type Task, takeDue } from "./due.ts";

/** So much may be due at once; what is left is done with the next request. */
const mostAtOnce = 5_000;

/**
 * Does what has become due in an account, each at its own time.
 * @returns how much there was
 */
export async function workOff(desk: Side): Promise<number> {
  for (let done = 0; done < mostAtOnce; done += 1) {
    const hasWorked = await workOn(
      desk,
      async (work) => {
        const next = await takeDue(work, work.seconds);
        if (next === null) return false;
        await carryOut(atTime(work, next.at), next.due);
        return true;
      },
      { inOrder: true },
    );
    if (!hasWorked) return done;
  }
  return mostAtOnce;
}

function atTime(work: Work, seconds: number): Work {
  return { ...work, seconds: Math.min(seconds, work.seconds) };
}

async function carryOut(work: Work, due: Task): Promise<unknown> {
  switch (due.task) {
    case "pay_out":
      return payOutAvailable(work);
    case "send_payout":
      return sendPayout(work, due.payout);
    case "itemise_payout":
      return itemisePayout(work, due.payout);
    case "arrive_payout":
      return arrivePayout(work, due.payout);
    case "end_refund":
      return endRefund(work, due.refund, due.outcome);
    case "fund_refund":
      return fundRefund(work, due.refund, due.tries);
    case "end_response":
      return endResponse(work, due.dispute);
    case "decide_dispute":
      return decideDispute(work, due.dispute, "won");
    case "expire_session":
      return expireSession(work, due.session);
  }
}
