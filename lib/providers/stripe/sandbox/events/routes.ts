import type { SandboxRoute } from "../../../sandbox-kit/contract.ts";
import { toSeconds } from "../account-document.ts";
import { badRequest, type KnownParameters, missing, type Parameters, readParameters } from "../answers.ts";
import { inAccountOrOnPlatform } from "../api.ts";
import { listEverywhere, listing, listParameters, timeRange } from "../list-page.ts";
import { type EventDocument, eventDocument, oldestEvent, toEventId, toThinEvent } from "./event.ts";

const listed: KnownParameters = {
  ...listParameters,
  delivery_success: "flag",
  type: "text",
  "types[]": "text",
};
const url = "/v1/events";

/** https://docs.stripe.com/api/events, https://docs.stripe.com/api/v2/core/events */
export const eventRoutes: readonly SandboxRoute[] = [
  ...inAccountOrOnPlatform("GET", /^api\.stripe\.com\/v1\/events$/, {
    inAccount: async ({ request, work }) => {
      const parameters = readParameters(request.url.searchParams, listed);
      return listing(work, parameters, {
        ...asked(parameters, work.seconds),
        kind: "event",
        schema: eventDocument,
        url,
        view: (event) => ({ ...event }),
      });
    },
    onPlatform: async ({ request, context }) => {
      const parameters = readParameters(request.url.searchParams, listed);
      return listEverywhere(context, parameters, {
        ...asked(parameters, toSeconds(context.now())),
        kind: "platform_event",
        schema: eventDocument,
        url,
        view: ({ data }) => ({ ...data }),
      });
    },
  }),
  ...inAccountOrOnPlatform("GET", /^api\.stripe\.com\/v1\/events\/(?<id>evt_\w+)$/, {
    inAccount: async ({ work, groups }) => {
      const event = await work.store.get("event", groups.id ?? "", eventDocument);
      return { status: 200, json: requireKept(event, work.seconds, groups.id) };
    },
    onPlatform: async ({ context, groups }) => {
      const labels = [groups.id ?? ""];
      const { items } = await context.everywhere.page("platform_event", eventDocument, { limit: 1, labels });
      return { status: 200, json: requireKept(items[0]?.data ?? null, toSeconds(context.now()), groups.id) };
    },
  }),
  ...inAccountOrOnPlatform("GET", /^api\.stripe\.com\/v2\/core\/events\/(?<id>evt_\w+)$/, {
    inAccount: async ({ work, groups }) => {
      const id = toEventId(groups.id ?? "");
      const event = await work.store.get("event", id, eventDocument);
      return { status: 200, json: toThinEvent(requireKept(event, work.seconds, groups.id)) };
    },
    onPlatform: async ({ context, groups }) => {
      const labels = [toEventId(groups.id ?? "")];
      const { items } = await context.everywhere.page("platform_event", eventDocument, { limit: 1, labels });
      const event = requireKept(items[0]?.data ?? null, toSeconds(context.now()), groups.id);
      return { status: 200, json: toThinEvent(event) };
    },
  }),
];

function asked(parameters: Parameters, seconds: number) {
  const types = [...parameters.all("types[]"), parameters.text("type") ?? []].flat();
  if (types.length > 1) throw badRequest("The sandbox lists the events of one type, or of all.", "types");
  const { since, until } = timeRange(parameters);
  return {
    labels: types.map((type) => `type:${type}`),
    since: Math.max(since ?? 0, oldestEvent(seconds)),
    until,
  };
}

function requireKept(event: EventDocument | null, seconds: number, id = ""): EventDocument {
  if (!event || event.created < oldestEvent(seconds)) throw missing("event", id, "id");
  return event;
}
