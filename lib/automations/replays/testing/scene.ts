import { expect } from "vitest";
import type { z } from "zod";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { replayRun } from "#lib/automations/replay-run.ts";
import { replayRuns } from "#lib/automations/replay-runs.ts";
import type { replayRunsInput } from "#lib/automations/replays/replay-schema.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { listRuns } from "#lib/automations/runs/list-runs.ts";
import { field, openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";

type ReplayAll = z.input<typeof replayRunsInput>;
type Mode = ReplayAll["mode"];

/** A kitchen whose second step needs a note, which the order has not. */
export async function setScene() {
  const kitchen = await openKitchen(({ message, row }) => ({
    steps: [
      message,
      { ...row, mapping: { ...row.mapping, values: { kind: "list", items: [field("note")] } } },
    ],
  }));
  const { ctx, automation, drain } = kitchen;
  const sendWithoutNote = (id: string) =>
    acceptEvents({
      ctx,
      input: {
        id,
        type: "order.paid",
        data: { ...orderPaid.example, orderId: id, number: id, note: undefined },
      },
    });
  const runs = async () => (await listRuns({ ctx, input: { id: automation.id } })).data;
  const failOne = async (id = "order-1") => {
    await sendWithoutNote(id);
    await drain();
    const failed = (await runs()).find(({ eventId }) => eventId === id);
    if (!failed) throw new Error("The event made no run.");
    expect(failed).toMatchObject({
      status: "failed",
      steps: [{ status: "succeeded" }, { status: "failed" }],
    });
    return failed;
  };
  /** Publishes a version whose second step needs no note. */
  const repair = async () => {
    const { message, row } = kitchen;
    const changed = await updateAutomation({
      ctx,
      input: { id: automation.id, revision: automation.revision, steps: [message, row] },
    });
    return publishAutomation({ ctx, input: { id: automation.id, revision: changed.revision } });
  };
  const replay = (id: string, mode: Mode, plan?: true) => replayRun({ ctx, input: { id, mode, plan } });
  const replayAll = (input: Omit<ReplayAll, "id">) =>
    replayRuns({ ctx, input: { id: automation.id, ...input } });
  const run = (id: string | null) => getRun({ ctx, input: { id: id ?? "" } });
  return { ...kitchen, sendWithoutNote, runs, failOne, repair, replay, replayAll, run };
}

export const effects = (steps: { key: string; effect: string }[]) =>
  steps.map(({ key, effect }) => [key, effect]);
