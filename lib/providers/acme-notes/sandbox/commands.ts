import type { SandboxCommand } from "../../sandbox-kit/contract.ts";
import { listAll } from "../../sandbox-kit/objects.ts";
import { listSchema } from "./notes.ts";

/** What happens in an account without Patchbay. */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  "delete-newest-list": {
    title: "Delete the newest list",
    run: async ({ store }) => {
      const list = (await listAll(store, "list", listSchema)).at(-1);
      if (!list) return "There is no list any more.";
      await store.remove("list", list.id);
      return `The list “${list.name}” is gone.`;
    },
  },
  "delete-key": {
    title: "Delete the key",
    run: async (context) => {
      await context.revokeAll();
      return "The key is deleted. Acme Notes tells nobody: the next call finds out.";
    },
  },
};
