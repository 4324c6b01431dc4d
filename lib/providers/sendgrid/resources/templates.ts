import { z } from "zod";
import type { Resource, ResourceItem } from "../../resource.ts";
import { askSendGrid } from "../client.ts";

const version = z.looseObject({ active: z.int(), subject: z.string().optional() });
const answer = z.object({
  result: z.array(
    z.looseObject({ id: z.string(), name: z.string(), versions: z.array(version).default([]) }),
  ),
  _metadata: z.looseObject({ next: z.string().optional() }).optional(),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/transactional-templates/retrieve-paged-transactional-templates */
export const templates: Resource = {
  title: "Templates",
  scopes: ["templates.read"],
  async list(call, { cursor, limit }) {
    const query = {
      generations: "dynamic",
      page_size: String(Math.min(Math.max(limit, 1), 200)),
      page_token: cursor ?? undefined,
    };
    const page = await askSendGrid(
      call,
      { method: "GET", path: "templates", query, needs: "templates.read" },
      answer,
    );
    return {
      nextCursor: tokenIn(page._metadata?.next),
      items: page.result.map(({ id, name, versions }): ResourceItem => {
        const active = versions.find((candidate) => candidate.active === 1);
        if (!active) return { id, label: name, details: { state: "has no active version yet" } };
        const subject = active.subject ?? "";
        return { id, label: name, details: subject ? { subject } : {} };
      }),
    };
  },
};

/** The address of the next page carries its token. */
function tokenIn(address: string | undefined): string | null {
  return address && URL.canParse(address) ? new URL(address).searchParams.get("page_token") : null;
}
