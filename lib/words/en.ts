import { attempts } from "./en/attempts.ts";
import { general } from "./en/general.ts";

/** All of Patchbay's own messages in English, in ICU MessageFormat. What apps add stands with each app. */
export const en = { ...general, ...attempts };
