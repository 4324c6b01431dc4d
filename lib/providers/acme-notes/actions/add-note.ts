import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { id } from "../../kit/lenient.ts";
import { api } from "../client.ts";

const note = z.looseObject({ id });

/**
 * How it is kept from happening twice: this app takes idempotency keys. Where one does not, but finds what is there by
 * itself, it is an `upsert`; else what was made is looked up first (`lookUpFirst`) by a mark on it, in `mark.ts`.
 */
export const addNote = defineAction({
  title: "Add a note",
  description: "Adds a note to one of your lists.",
  scopes: ["notes.write"],
  effect: "write",
  idempotency: "native_key",
  input: z.strictObject({
    list: trimmedText(200)
      .regex(/^\w{1,40}$/, "Choose a list.")
      .meta({ title: "List", resource: "lists" } satisfies FieldMeta),
    text: trimmedText(2_000)
      .min(1, "Write a text.")
      .meta({ title: "Text", multiline: true } satisfies FieldMeta),
  }),
  output: z.strictObject({ noteId: z.string() }),
  example: { list: "lst_1", text: "Order 1042: 2 × Margherita, 1 × lemonade." },
  run: async (call, { list, text }) => {
    const headers = { "idempotency-key": call.idempotencyKey };
    const request = { method: "POST", path: `/lists/${list}/notes`, json: { text }, headers } as const;
    return { noteId: (await api.ask(call, request, note)).id };
  },
});
