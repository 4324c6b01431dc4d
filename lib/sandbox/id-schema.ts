import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { shortText } from "#lib/text-schema.ts";

/** An id that the sandbox gives out, or the name of a kind of object: nothing that the database could not be asked for. */
export const sandboxId = shortText(100).regex(/^[\w:.-]+$/, saidParam(say("field_no_id")));
