import { z } from "zod";
import type { SandboxDesk, SandboxReply } from "../../../sandbox-kit/contract.ts";
import { feeDocument } from "../documents.ts";
import type { Parameters } from "../parameters.ts";
import { badRequest } from "../refusal.ts";
import { feeView } from "../views.ts";
import { feeRefundDocument, feeRefundView } from "./fee-refund.ts";

const listed = z.looseObject({ data: z.array(z.looseObject({ source: z.string().nullable() })) });

/** Of the platform's movements, what they come of: fees of all accounts, and what went back of them. */
export async function expandPlatformSources(
  desk: Pick<SandboxDesk, "everywhere" | "app">,
  reply: SandboxReply,
  parameters: Parameters,
): Promise<SandboxReply> {
  const paths = parameters.all("expand[]");
  if (paths.length === 0) return reply;
  for (const path of paths) {
    if (path !== "data.source") throw badRequest(`This property cannot be expanded (${path}).`, "expand");
  }
  const list = listed.parse(reply.json);
  const data = await Promise.all(
    list.data.map(async (one) => ({ ...one, source: (await find(desk, one.source)) ?? one.source })),
  );
  return { ...reply, json: { ...list, data } };
}

async function find(desk: Pick<SandboxDesk, "everywhere" | "app">, id: string | null) {
  if (id === null) return null;
  const query = { limit: 1, labels: [id] };
  if (id.startsWith("fr_")) {
    const [found] = (await desk.everywhere.page("fee_refund", feeRefundDocument, query)).items;
    return found ? feeRefundView(found.data) : null;
  }
  const [found] = (await desk.everywhere.page("application_fee", feeDocument, query)).items;
  return found ? feeView(found.data, found.account.externalId, desk.app.clientId) : null;
}
