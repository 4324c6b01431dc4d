import { createHash } from "node:crypto";
import { z } from "zod";
import type { SandboxAccount, SandboxStore } from "../../sandbox-kit/contract.ts";
import { listAll } from "../../sandbox-kit/objects.ts";
import { recordId } from "./record-id.ts";
import type { ObjectDefinition } from "./schema/definition.ts";

export const recordSchema = z.looseObject({ Id: z.string(), CreatedDate: z.string() });
export type OrgRecord = z.infer<typeof recordSchema>;

/** One org, for one request. */
export type Org = {
  account: SandboxAccount;
  store: SandboxStore;
  now: Date;
  /** What takes back each write of this request, in their order. */
  undo: (() => Promise<void>)[];
};

/** The same for each account, and another one for each. */
export function organizationId(account: SandboxAccount): string {
  const digest = createHash("sha256").update(account.id).digest();
  return recordId("00D", digest.readUInt32BE(0));
}

/** Who agrees on the consent page. */
export const userId = recordId("005", 77);

/** As Salesforce writes times: 2026-11-23T19:56:19.000+0000. */
export function formatTime(date: Date): string {
  return date.toISOString().replace("Z", "+0000");
}

export async function listRecords(org: Org, object: ObjectDefinition): Promise<OrgRecord[]> {
  if (object.name === "Organization") return [toOrganization(org)];
  return listAll(org.store, object.name, recordSchema);
}

/** Creates or replaces a record, so that it can be taken back. */
export async function putRecord(org: Org, object: ObjectDefinition, record: OrgRecord): Promise<void> {
  const before = await org.store.get(object.name, record.Id, recordSchema);
  org.undo.push(() =>
    before ? org.store.put(object.name, record.Id, before) : org.store.remove(object.name, record.Id),
  );
  await org.store.put(object.name, record.Id, record);
}

export async function takeBack(org: Org): Promise<void> {
  for (const undo of org.undo.splice(0).toReversed()) await undo();
}

function toOrganization({ account }: Org): OrgRecord {
  return {
    Id: organizationId(account),
    CreatedDate: "2024-02-01T09:00:00.000+0000",
    LastModifiedDate: "2024-02-01T09:00:00.000+0000",
    Name: account.label,
    IsSandbox: account.externalId.includes(".sandbox."),
  };
}

/** The one version that is played here. */
export const basePath = "/services/data/v67.0";
