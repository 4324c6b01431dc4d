import { z } from "zod";
import type { Asked } from "../../sandbox-kit/api.ts";
import type { SandboxReply } from "../../sandbox-kit/contract.ts";
import { listAll, requireOne } from "../../sandbox-kit/objects.ts";
import { problem, readBody, route } from "./answers.ts";

export const listSchema = z.strictObject({ id: z.string(), name: z.string() });
const noteSchema = z.strictObject({ id: z.string(), list: z.string(), text: z.string() });
const keySchema = z.strictObject({ noteId: z.string() });
const newNote = z.strictObject({ text: z.string().min(1).max(2_000) });

export const routes = [
  route("GET", "/account", async ({ context: { account } }) => ({
    status: 200,
    json: { id: account.externalId, name: account.label },
  })),
  route("GET", "/lists", list, { scope: "lists.read" }),
  route("POST", "/lists/(?<list>\\w+)/notes", add, { scope: "notes.write" }),
];

async function list({ context, query }: Asked): Promise<SandboxReply> {
  const limit = Number(query.get("limit") ?? "50");
  if (!Number.isInteger(limit) || limit < 1) return problem(400, "invalid", "limit must be 1 or more.");
  const all = await listAll(context.store, "list", listSchema);
  const start = query.has("after") ? all.findIndex(({ id }) => id === query.get("after")) + 1 : 0;
  const lists = all.slice(start, start + limit);
  const hasMore = start + limit < all.length;
  return { status: 200, json: { lists, ...(hasMore ? { next: lists.at(-1)?.id } : {}) } };
}

/** The same key twice is one note. */
async function add(asked: Asked): Promise<SandboxReply> {
  const { store } = asked.context;
  const { text } = readBody(asked, newNote);
  const { id: listId } = await requireOne(store, "list", asked.part("list"), listSchema, () =>
    problem(404, "not_found", "There is no such list."),
  );
  const key = asked.request.headers["idempotency-key"];
  return store.atomically(async (account) => {
    const earlier = key ? await account.get("key", key, keySchema) : null;
    if (earlier) return { status: 201, json: await account.get("note", earlier.noteId, noteSchema) };
    const note = { id: `note_${await account.next("note")}`, list: listId, text };
    await account.put("note", note.id, note);
    if (key) await account.put("key", key, { noteId: note.id });
    return { status: 201, json: note };
  });
}
