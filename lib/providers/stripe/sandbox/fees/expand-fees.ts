import { z } from "zod";
import type { SandboxDesk, SandboxReply } from "../../../sandbox-kit/contract.ts";
import { secondsOf } from "../clock.ts";
import { transactionDocument, transactionView } from "../ledger/transaction.ts";
import type { Parameters } from "../parameters.ts";
import { badRequest } from "../refusal.ts";

const holder = z.looseObject({ balance_transaction: z.string().nullable() });
const listed = z.looseObject({ data: z.array(holder) });

/** Of the platform's own objects, only their transactions can be expanded here. */
export async function expandPlatformTransactions(
  desk: Pick<SandboxDesk, "everywhere" | "now">,
  reply: SandboxReply,
  parameters: Parameters,
): Promise<SandboxReply> {
  const paths = parameters.all("expand[]");
  if (paths.length === 0) return reply;
  const list = listed.safeParse(reply.json).data;
  for (const path of paths) {
    if (path !== (list ? "data.balance_transaction" : "balance_transaction")) {
      throw badRequest(`This property cannot be expanded (${path}).`, "expand");
    }
  }
  const expandOne = async (one: z.infer<typeof holder>) => {
    const labels = [one.balance_transaction ?? ""];
    const { items } = await desk.everywhere.page("platform_transaction", transactionDocument, {
      limit: 1,
      labels,
    });
    const [found] = items;
    if (!found) return one;
    return { ...one, balance_transaction: transactionView(found.data, secondsOf(desk.now())) };
  };
  const json = list
    ? { ...list, data: await Promise.all(list.data.map(expandOne)) }
    : await expandOne(holder.parse(reply.json));
  return { ...reply, json };
}
