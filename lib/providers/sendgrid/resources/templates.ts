import { z } from "zod";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { hint, hintedObject, id, list, listOfEach, optionalFlag } from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { api } from "../client.ts";

const version = z.looseObject({ active: optionalFlag, subject: hint });
const answer = z.looseObject({ result: list, _metadata: hintedObject({ next: hint }) });
const template = z.looseObject({ id, name: hint, versions: listOfEach(version) });

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
    const page = await api.ask(
      call,
      { method: "GET", path: "/templates", query, needs: "templates.read" },
      answer,
    );
    return {
      nextCursor: tokenIn(page._metadata?.next),
      ...readEach(page.result, { id: "id", label: "name" }, toItem),
    };
  },
};

function toItem(record: unknown): ResourceItem {
  const { id: templateId, name, versions } = template.parse(record);
  const label = name || `Template ${templateId}`;
  const active = versions.find((candidate) => candidate.active);
  if (!active) return { id: templateId, label, details: { state: "has no active version yet" } };
  return { id: templateId, label, details: active.subject ? { subject: active.subject } : {} };
}

/** The address of the next page carries its token. */
function tokenIn(address: string | undefined): string | null {
  return address && URL.canParse(address) ? new URL(address).searchParams.get("page_token") : null;
}
