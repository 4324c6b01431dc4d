import type { UnwellDestination } from "#lib/deliveries/overview-schema.ts";

type State = Pick<UnwellDestination, "status" | "disabledReason" | "waiting">;

/** What Patchbay does about a destination that fails, and what becomes of the deliveries that wait for it. */
export function whatGoesOn({ status, disabledReason, waiting }: State): string {
  if (status === "active") {
    if (waiting === 0) return "Patchbay goes on sending what is new.";
    return `${deliveries(waiting)} ${waiting === 1 ? "waits" : "wait"} and will be tried again by ${waiting === 1 ? "itself" : "themselves"}.`;
  }
  const why =
    disabledReason === "failing"
      ? "Nothing arrived for five days, so it was switched off."
      : "It was switched off.";
  if (waiting === 0) return why;
  return `${why} ${deliveries(waiting)} ${waiting === 1 ? "is" : "are"} kept, and sent when you switch it on.`;
}

function deliveries(count: number): string {
  return count === 1 ? "1 delivery" : `${count.toLocaleString("en-GB")} deliveries`;
}
