import { db } from "#db/client.ts";
import { automationIssues, mustReach } from "#db/schema/automations.ts";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import type { DriftParams } from "#lib/failures/drift-messages.ts";
import { newId } from "#lib/ids.ts";

/** A card about the first step of a delivery. @returns its id */
export async function raiseCard(
  merchantId: string,
  { id: deliveryId, eventId, createdAt: eventAt, destination }: DeliveryDto,
): Promise<string> {
  const of = { deliveryId, position: 0, merchantId, destinationId: destination.id, eventId, eventAt };
  await db()
    .insert(mustReach)
    .values({ ...of, status: "raised", raisedAt: new Date() });
  return `${deliveryId}-0`;
}

/** An issue of an automation that one click puts right. @returns its id */
export async function openDriftIssue(merchantId: string, automationId: string): Promise<string> {
  const id = newId("iss");
  const params: DriftParams["drift_column_renamed"] = {
    step: "row",
    app: "Google Sheets",
    before: "Total",
    now: "Sum",
  };
  const of = { id, merchantId, automationId, stepKey: "row", subject: "column Total" };
  const repair = { kind: "accept", part: "step" };
  await db()
    .insert(automationIssues)
    .values({ ...of, code: "drift_column_renamed", params, repair });
  return id;
}
