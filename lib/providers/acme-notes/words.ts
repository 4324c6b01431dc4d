import { createTell } from "../contract/app-words.ts";

/** What this app alone has to say, in ICU MessageFormat. What any app may say is in the kit (`createFailures`). */
const en = {
  refused_key: "Acme Notes refused the key. Connect Acme Notes again with a new one.",
  key_may_not: "The key may not do this. Make one with the permission in Acme Notes, and connect again.",
  not_there: "Acme Notes does not have this any more. Choose another one.",
  did_not_accept: "Acme Notes did not accept this (“{remark}”). Correct it and try again.",
} as const;

export const words = { en };
export const tell = createTell("acme-notes", en);
