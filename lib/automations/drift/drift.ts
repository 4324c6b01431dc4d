import type { Message } from "#lib/failures/message.ts";
import type { Repair } from "./schema.ts";

/** Something that a live version relies on and that is not as it was. */
export type Drift = {
  stepKey: string;
  /** What it is about: one issue is open for each. The first two words say where it was looked for. */
  subject: string;
  said: Message;
  /** What one click does about it; null = a person has to choose. */
  repair: Repair | null;
};
