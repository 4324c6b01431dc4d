import { randomInt } from "node:crypto";
import type { SandboxAccountSeed } from "../../sandbox-kit/contract.ts";
import type { Portal, SandboxPipeline } from "./account.ts";
import { defaultProperties } from "./default-properties.ts";
import { objectTypes } from "./properties.ts";
import { type SandboxRecord, uniqueKey } from "./records.ts";

const openedAt = "2025-11-03T09:00:00.000Z";

/** id, first name, last name, e-mail, phone, company */
const people = [
  ["60100000101", "Inês", "Carvalho", "ines.carvalho@example.com", "+351 912 000 101", "Carvalho Arquitetos"],
  ["60100000102", "Tom", "Whitaker", "tom.whitaker@example.com", "+44 7700 900102", ""],
  ["60100000103", "Marta", "Köhler", "marta.koehler@example.com", "", "Köhler & Söhne"],
  ["60100000104", "Rui", "Almeida", "rui.almeida@example.com", "+351 912 000 104", ""],
  ["60100000105", "Sofie", "Jansen", "sofie.jansen@example.com", "", "Jansen Events"],
] as const;

/** A small restaurant's account: its guests, the sales pipeline that HubSpot brings, and one for parties. */
export function newAccount({ name, slug }: { name: string; slug: string }): SandboxAccountSeed {
  const portal: Portal = {
    hubDomain: `${slug}.example`,
    user: `owner@${slug}.example`,
    companyCurrency: "EUR",
    additionalCurrencies: ["GBP"],
    timeZone: "Europe/Lisbon",
  };
  return {
    externalId: String(randomInt(100_000_000, 999_999_999)),
    label: name,
    objects: [
      { kind: "portal", id: "portal", data: portal },
      ...objectTypes.flatMap((type) =>
        defaultProperties[type].map((property) => ({
          kind: `${type}-property`,
          id: property.name,
          data: property,
        })),
      ),
      ...[salesPipeline(), partyPipeline()].map((data) => ({ kind: "pipeline", id: data.id, data })),
      ...people.flatMap(drawContact),
      { kind: "deal", id: deal.id, data: deal },
    ],
  };
}

function drawContact([id, firstname, lastname, email, phone, company]: (typeof people)[number]) {
  const data: SandboxRecord = {
    id,
    properties: { firstname, lastname, email, phone, company, lifecyclestage: "customer" },
    contactIds: [],
    createdAt: openedAt,
    updatedAt: openedAt,
  };
  return [
    { kind: "contact", id, data },
    { kind: "unique-value", id: uniqueKey("contacts", "email", email), data: { recordId: id } },
  ];
}

const deal: SandboxRecord = {
  id: "18600000101",
  properties: {
    dealname: "Christmas dinner, Jansen Events",
    pipeline: "748213906",
    dealstage: "1092846572",
    amount: "2150.00",
    closedate: "2026-12-18T12:00:00.000Z",
  },
  contactIds: ["60100000105"],
  createdAt: openedAt,
  updatedAt: openedAt,
};

/** https://knowledge.hubspot.com/object-settings/set-up-and-customize-pipelines: the ids of these stages are words. */
function salesPipeline(): SandboxPipeline {
  return drawPipeline("default", "Sales Pipeline", 0, [
    ["appointmentscheduled", "Appointment Scheduled", "0.2"],
    ["qualifiedtobuy", "Qualified To Buy", "0.4"],
    ["presentationscheduled", "Presentation Scheduled", "0.6"],
    ["decisionmakerboughtin", "Decision Maker Bought-In", "0.8"],
    ["contractsent", "Contract Sent", "0.9"],
    ["closedwon", "Closed Won", "1.0"],
    ["closedlost", "Closed Lost", "0.0"],
  ]);
}

function partyPipeline(): SandboxPipeline {
  return drawPipeline("748213906", "Parties and catering", 1, [
    ["1092846571", "New enquiry", "0.2"],
    ["1092846572", "Offer sent", "0.5"],
    ["1092846573", "Deposit paid", "0.9"],
    ["1092846574", "Took place", "1.0"],
    ["1092846575", "Called off", "0.0"],
  ]);
}

function drawPipeline(
  id: string,
  label: string,
  displayOrder: number,
  stages: readonly (readonly [id: string, label: string, probability: string])[],
): SandboxPipeline {
  const times = { archived: false, createdAt: openedAt, updatedAt: openedAt };
  return {
    id,
    label,
    displayOrder,
    ...times,
    stages: stages.map(([stageId, stageLabel, probability], order) => ({
      id: stageId,
      label: stageLabel,
      displayOrder: order,
      metadata: { isClosed: String(probability === "1.0" || probability === "0.0"), probability },
      writePermissions: "CRM_PERMISSIONS_ENFORCEMENT",
      ...times,
    })),
  };
}
