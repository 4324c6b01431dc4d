import type { SandboxRoute } from "../../../sandbox-kit/contract.ts";
import { badRequest, type KnownParameters, missing, readParameters } from "../answers.ts";
import { inAccount } from "../api.ts";
import { schedule } from "../control/due.ts";
import { expanded } from "../expand.ts";
import { listing, listParameters, timeRange } from "../list-page.ts";
import type { Work } from "../work.ts";
import { decideDispute } from "./decide.ts";
import {
  changeDispute,
  type DisputeDocument,
  disputeDocument,
  disputeView,
  findDispute,
  noEvidence,
} from "./dispute.ts";

/** Until a bank has looked at what it was sent: https://docs.stripe.com/disputes/how-disputes-work */
const reviewSeconds = 30 * 24 * 60 * 60;

const listed: KnownParameters = { ...listParameters, charge: "text", payment_intent: "text" };
const changed: KnownParameters = {
  "evidence[*]": "text",
  "expand[]": "text",
  "metadata[*]": "text",
  submit: "flag",
};

/** https://docs.stripe.com/api/disputes */
export const disputeRoutes: readonly SandboxRoute[] = [
  inAccount("GET", /^api\.stripe\.com\/v1\/disputes$/, async ({ request, work }) => {
    const parameters = readParameters(request.url.searchParams, listed);
    const labels = ["charge", "payment_intent"].flatMap((name) => {
      const value = parameters.text(name);
      return value === undefined ? [] : [`${name}:${value}`];
    });
    return listing(work, parameters, {
      kind: "dispute",
      schema: disputeDocument,
      url: "/v1/disputes",
      labels,
      view: (dispute) => disputeView(dispute, work.seconds),
      ...timeRange(parameters),
    });
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/disputes\/(?<id>\w+)$/, async ({ request, work, groups }) => {
    const parameters = readParameters(request.url.searchParams, { "expand[]": "text" });
    return expanded(work, disputeView(await requireDispute(work, groups.id), work.seconds), parameters);
  }),
  inAccount("POST", /^api\.stripe\.com\/v1\/disputes\/(?<id>\w+)$/, async ({ request, work, groups }) => {
    const parameters = readParameters(request.form, changed);
    const dispute = await requireDispute(work, groups.id);
    const evidence = evidenceIn(request.form);
    const own = { ...dispute, metadata: { ...dispute.metadata, ...parameters.metadata() } };
    if (Object.keys(evidence).length === 0) {
      const kept = await changeDispute(work, own, ["charge.dispute.updated"]);
      return expanded(work, disputeView(kept, work.seconds), parameters);
    }
    if (!own.status.endsWith("needs_response")) {
      throw badRequest("This dispute is already closed, or its evidence has been submitted.");
    }
    const isSent = parameters.text("submit") === undefined || parameters.flag("submit");
    const answered = await submitEvidence(work, own, { evidence, isSent });
    return expanded(work, disputeView(answered, work.seconds), parameters);
  }),
  inAccount("POST", /^api\.stripe\.com\/v1\/disputes\/(?<id>\w+)\/close$/, async ({ work, groups }) => {
    const { id } = await requireDispute(work, groups.id);
    const lost = await decideDispute(work, id, "lost");
    if (!lost) throw badRequest("This dispute is already closed.");
    return { status: 200, json: disputeView(lost, work.seconds) };
  }),
];

async function requireDispute(work: Work, id = ""): Promise<DisputeDocument> {
  const found = await findDispute(work, id);
  if (!found) throw missing("dispute", id, "dispute");
  return found;
}

function evidenceIn(form: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => {
      const field = /^evidence\[([a-z_]+)\]$/.exec(name)?.[1];
      if (field === undefined) return [];
      if (!Object.hasOwn(noEvidence, field))
        throw badRequest(`Received unknown parameter: ${name}`, name, "parameter_unknown");
      return [[field, value]];
    }),
  );
}

/**
 * Keeps what the merchant says to a dispute, and sends it to the bank, once. Two texts decide it at once:
 * https://docs.stripe.com/testing#evidence
 */
async function submitEvidence(
  work: Work,
  dispute: DisputeDocument,
  { evidence, isSent }: { evidence: Record<string, string>; isSent: boolean },
): Promise<DisputeDocument> {
  const known = { ...dispute, evidence: { ...dispute.evidence, ...evidence } };
  const details = { ...dispute.evidence_details, has_evidence: true };
  if (!isSent)
    return changeDispute(work, { ...known, evidence_details: details }, ["charge.dispute.updated"]);
  const sent: DisputeDocument = {
    ...known,
    evidence_details: {
      ...details,
      submission_count: details.submission_count + 1,
      submission_method: "manual",
    },
    status: dispute.status.replace("needs_response", "under_review"),
  };
  await changeDispute(work, sent, ["charge.dispute.updated"]);
  const text = evidence.uncategorized_text;
  const outcome = text === "winning_evidence" ? "won" : text === "losing_evidence" ? "lost" : null;
  if (outcome !== null) return (await decideDispute(work, sent.id, outcome)) ?? sent;
  await schedule(work, work.seconds + reviewSeconds, { task: "decide_dispute", dispute: sent.id });
  return sent;
}
