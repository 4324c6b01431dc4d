import { shortText } from "#lib/text-schema.ts";

/** An id that the sandbox gives out, or the name of a kind of object: nothing that the database could not be asked for. */
export const sandboxId = shortText(100).regex(/^[\w:.-]+$/, "is no id");
