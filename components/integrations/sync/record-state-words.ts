import { lookUp } from "#lib/look-up.ts";

const words: Readonly<Record<string, string>> = {
  active: "On sale",
  archived: "Archived",
  cancelled: "Cancelled",
  draft: "Draft",
  fulfilled: "Sent",
  future: "Planned for later",
  in_progress: "Being prepared",
  on_hold: "On hold",
  open: "Open",
  partially_fulfilled: "Partly sent",
  pending: "Waiting for review",
  pending_fulfillment: "Handed over to be sent",
  private: "Hidden",
  publish: "On sale",
  request_declined: "Sending was declined",
  restocked: "Back in stock",
  scheduled: "Planned for later",
  trash: "Thrown away",
  unfulfilled: "Not sent yet",
  unlisted: "On sale by link only",
};

/** The app's own word for the state of a product or an order in plain words; one that is not known stays as it is. */
export function recordStateWords(state: string): string {
  return lookUp(words, state.toLowerCase()) ?? state;
}
